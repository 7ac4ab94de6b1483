// Guards staff routes. Nobody signed in: to the sign-in page, and back afterwards. Server not reached: the layout says so.
import { inject } from '@angular/core';
import { type GuardResult, Router, type RouterStateSnapshot } from '@angular/router';
import { Session } from './session';

/** Call in an injection context. */
export async function signedIn(state: RouterStateSnapshot): Promise<GuardResult> {
  const session = inject(Session);
  const router = inject(Router);
  if (await session.ensure()) return true;
  if (session.problem()) return true;
  return router.createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { to: state.url } });
}
