// The task library for staff: the list, and a preview of any variant with its answer key.
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaskDesk } from '@bringup/attempts';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission } from '../http/access';
import { TaskPreviewQuery, TaskPreviewView, TasksView } from './task.dto';

@ApiTags('tasks')
@Controller('tasks')
@RequirePermission('task:read')
export class TasksController {
  constructor(@Inject(TaskDesk) private readonly desk: TaskDesk) {}

  @Get()
  @ZodResponse({ status: 200, type: TasksView })
  listTasks() {
    return { items: this.desk.list() };
  }

  @Get(':slug')
  @ZodResponse({ status: 200, type: TaskPreviewView })
  previewTask(@Param('slug') slug: string, @Query() query: TaskPreviewQuery) {
    return this.desk.preview(slug, query.seed);
  }
}
