// Signing in and out, and what the site must know before anything else.
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { demoSignIns, listPeople, sessionView, signIn, signOut } from '@bringup/identity';
import { type Config, configToken, UnitOfWork, type UserActor } from '@bringup/platform';
import type { Request, Response } from 'express';
import { ZodResponse } from 'nestjs-zod';
import { Public, SignedIn } from '../http/access';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../http/cookies';
import { PeopleQuery, PeopleView, ServerView, SessionView, SignInBody } from './session.dto';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @Get('server')
  @Public()
  @ZodResponse({ status: 200, type: ServerView })
  getServer(): ServerView {
    return {
      company: this.config.companyName,
      demo: this.config.demo,
      demoSignIns: this.config.demo ? demoSignIns() : [],
      mailIsCaptured: this.config.smtpUrl === undefined,
    };
  }

  @Post('session')
  @Public()
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @ZodResponse({ status: 200, type: SessionView })
  async signIn(@Body() body: SignInBody, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const session = await signIn(this.unitOfWork, { ...body, userAgent: request.headers['user-agent'] ?? '' });
    setSessionCookie(response, session.token, session.expiresAt, this.secure);
    return sessionView(this.unitOfWork.reader, session.actor);
  }

  @Get('session')
  @ZodResponse({ status: 200, type: SessionView })
  getSession(@SignedIn() actor: UserActor) {
    return sessionView(this.unitOfWork.reader, actor);
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(
    @SignedIn() actor: UserActor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.unitOfWork.run(actor, (work) => signOut(work, token));
    clearSessionCookie(response, this.secure);
  }

  @Get('people')
  @ZodResponse({ status: 200, type: PeopleView })
  async listPeople(@Query() query: PeopleQuery) {
    return { items: await listPeople(this.unitOfWork.reader, query) };
  }

  private get secure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}
