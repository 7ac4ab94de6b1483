// How a route says who may use it, and how a controller learns who is signed in.
import { createParamDecorator, type ExecutionContext, SetMetadata, UnauthorizedException } from '@nestjs/common';
import type { Permission } from '@bringup/identity';
import type { UserActor } from '@bringup/platform';
import type { Request } from 'express';

export const permissionKey = 'bringup:permission';
export const publicKey = 'bringup:public';

/** The route needs this permission; the session guard enforces it. */
export const RequirePermission = (permission: Permission) => SetMetadata(permissionKey, permission);

/** The route needs no sign-in (job pages, candidates' links, sign-in itself). */
export const Public = () => SetMetadata(publicKey, true);

/** A request after the session guard has let it through. */
export interface SignedInRequest extends Request {
  actor?: UserActor;
  sessionToken?: string;
}

/** The member of staff who is signed in. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new UnauthorizedException('Sign in to continue.');
  return actor;
});
