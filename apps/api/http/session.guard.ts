// Lets a request through when its route is public, or its session holds the permission that the route declares.
import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { findSession, may, type Permission } from '@bringup/identity';
import { UnitOfWork } from '@bringup/platform';
import { permissionKey, publicKey, type SignedInRequest } from './access';
import { sessionTokenOf } from './cookies';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, targets)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const token = sessionTokenOf(request);
    const actor =
      token === undefined ? undefined : await findSession(this.unitOfWork.reader, token, this.unitOfWork.now());
    if (!actor) throw new UnauthorizedException('Sign in to continue.');
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, targets);
    if (permission && !may(actor.roles, permission))
      throw new ForbiddenException(
        `Your role does not allow this (${permission}). Ask an administrator if you need it.`,
      );
    request.actor = actor;
    return true;
  }
}
