// Whether this process can serve: used by the launcher and by load balancers.
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { UnitOfWork } from '@bringup/platform';
import { Public } from '../http/access';

@ApiExcludeController()
@Controller('health')
@Public()
@SkipThrottle()
export class HealthController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  async check(): Promise<{ status: 'ready' }> {
    try {
      await this.unitOfWork.reader.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException('The database does not answer.');
    }
    return { status: 'ready' };
  }
}
