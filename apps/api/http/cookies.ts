// The session cookie: set at sign-in, read by the guard, cleared at sign-out.
import type { Request, Response } from 'express';

const cookieName = 'bringup_session';

/** The session token of a request's cookie, if it carries one. */
export function sessionTokenOf(request: Request): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName && value) return decodeURIComponent(value);
  }
  return undefined;
}

/** Not readable by scripts, not sent from other sites; secure when the site is served over HTTPS. */
export function setSessionCookie(response: Response, token: string, expires: Date, secure: boolean): void {
  response.cookie(cookieName, token, { httpOnly: true, sameSite: 'strict', secure, expires, path: '/api' });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(cookieName, { httpOnly: true, sameSite: 'strict', secure, path: '/api' });
}
