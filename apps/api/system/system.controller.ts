// The System page of administrators: which workers are there, behind which walls programs run, what waits and what failed.
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listWorkers, queueStands, recentFailures, UnitOfWork } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { RequirePermission } from '../http/access';
import { SystemView } from './system.dto';

@ApiTags('system')
@Controller('system')
@RequirePermission('system:read')
export class SystemController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @ZodResponse({ status: 200, type: SystemView })
  async getSystem() {
    const { reader } = this.unitOfWork;
    const now = this.unitOfWork.now();
    const [workers, queues, failures] = await Promise.all([
      listWorkers(reader, now),
      queueStands(reader, now),
      recentFailures(reader),
    ]);
    return { workers, queues, failures };
  }
}
