// The task library for staff: the list, its coverage, ready-made sets, and a preview of any variant with its answer key.
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaskDesk } from '@bringup/attempts';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission } from '../http/access';
import { CoverageView, ReadyMadeView, TaskPreviewQuery, TaskPreviewView, TasksView } from './task.dto';

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

  @Get('coverage')
  @ZodResponse({ status: 200, type: CoverageView })
  getCoverage() {
    return { rows: this.desk.coverage() };
  }

  @Get('ready-made')
  @ZodResponse({ status: 200, type: ReadyMadeView })
  listReadyMade() {
    return { items: this.desk.readyMade() };
  }

  @Get(':slug')
  @ZodResponse({ status: 200, type: TaskPreviewView })
  previewTask(@Param('slug') slug: string, @Query() query: TaskPreviewQuery) {
    return this.desk.preview(slug, query.seed);
  }
}
