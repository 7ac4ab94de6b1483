// The first page after signing in: what waits for this person.
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { homeOf } from '@bringup/insights';
import { UnitOfWork, type UserActor } from '@bringup/platform';
import { ZodResponse } from 'nestjs-zod';
import { SignedIn } from '../http/access';
import { HomeView } from './home.dto';

@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @ZodResponse({ status: 200, type: HomeView })
  getHome(@SignedIn() actor: UserActor) {
    return homeOf(this.unitOfWork.reader, actor, this.unitOfWork.now());
  }
}
