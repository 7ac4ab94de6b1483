// What every answer carries against cross-site tricks: security headers, and a same-origin check on every change.
import { ForbiddenException } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Security headers; scripts only from this site, no frames around it, no addresses leaked to others. */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Angular and CodeMirror put component styles into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isHttps ? [] : null,
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site's page asks for; programs that send no Origin are not browsers and carry no cookie by accident. */
export function sameOriginOnly(request: Request, _response: Response, next: NextFunction): void {
  const origin = request.headers.origin;
  if (reading.has(request.method) || origin === undefined || hostOf(origin) === request.headers.host) next();
  else next(new ForbiddenException('This request came from another site.'));
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
