// What a candidate's page tells while the attempt runs; told beforehand on its first page.
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { recordSignals } from '@bringup/attempts';
import { systemActor, UnitOfWork } from '@bringup/platform';
import { Public } from '../http/access';
import { SignalsBody } from './fair-play.dto';

@ApiTags('candidate')
@Controller('attempt/:token/signals')
@Public()
@SkipThrottle()
export class SignalsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post()
  @HttpCode(204)
  async recordSignals(@Param('token') token: string, @Body() { signals }: SignalsBody): Promise<void> {
    await this.unitOfWork.run(systemActor, (work) => recordSignals(work, token, signals));
  }
}
