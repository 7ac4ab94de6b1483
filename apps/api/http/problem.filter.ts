// Turns every error into an RFC 9457 problem document: one shape, one sentence that says what to do.
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  PayloadTooLargeException,
} from '@nestjs/common';
import { DomainError } from '@bringup/platform';
import type { Request, Response } from 'express';
import { ZodSerializationException, ZodValidationException } from 'nestjs-zod';
import { ZodError } from 'zod';

interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; message: string }[];
  details?: Readonly<Record<string, unknown>>;
}

const titles: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Changed by somebody else',
  413: 'Too large',
  422: 'Not possible',
  429: 'Too many requests',
  500: 'A fault of ours',
  503: 'Not available now',
};

function statusOf(code: string): number {
  if (code.endsWith('-not-found')) return 404;
  if (code.endsWith('-forbidden')) return 403;
  if (code.endsWith('-conflict')) return 409;
  if (code.endsWith('-too-large')) return 413;
  if (code === 'sign-in-failed') return 401;
  if (code === 'sign-in-paused') return 429;
  return 422;
}

function problem(
  status: number,
  code: string,
  detail: string,
  more: Pick<Problem, 'errors' | 'details'> = {},
): Problem {
  return { type: `urn:bringup:problem:${code}`, title: titles[status] ?? 'Error', status, code, detail, ...more };
}

function validationProblem(error: ZodError): Problem {
  const errors = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return problem(422, 'input-invalid', 'Some fields need another look.', { errors });
}

function httpProblem(error: HttpException): Problem {
  const status = error.getStatus();
  const codes: Record<number, string> = {
    400: 'bad-request',
    401: 'sign-in-required',
    403: 'permission-forbidden',
    404: 'route-not-found',
    413: 'request-too-large',
    429: 'too-many-requests',
  };
  return problem(status, codes[status] ?? 'http-error', error.message);
}

/** The pattern of the route, never the address: that may hold a candidate's token. */
function routeOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? route.path : 'an unknown route';
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const body = this.problemOf(error, host.switchToHttp().getRequest<Request>());
    if (response.headersSent) {
      response.end();
      return;
    }
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  }

  /** What Express' own parsers throw: not a Nest exception, but a plain error with a status. */
  private parserProblem(error: unknown): Problem | undefined {
    if (error instanceof HttpException) return undefined;
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (status === 413)
      return problem(413, 'request-too-large', 'This is more than the server takes at once. Shorten it and try again.');
    if (status === 400) return problem(400, 'bad-request', 'The request is not readable JSON.');
    return undefined;
  }

  private problemOf(error: unknown, request: Request): Problem {
    if (error instanceof DomainError)
      return problem(statusOf(error.code), error.code, error.message, { details: error.details });
    if (error instanceof ZodValidationException) {
      const cause = error.getZodError();
      if (cause instanceof ZodError) return validationProblem(cause);
    }
    if (error instanceof PayloadTooLargeException)
      return problem(
        413,
        'document-too-large',
        'This file is larger than 10 MB. Export it again with smaller images, or upload a plain PDF.',
      );
    const parserProblem = this.parserProblem(error);
    if (parserProblem) return parserProblem;
    if (error instanceof ZodSerializationException)
      this.log.error(
        `The answer of ${request.method} ${routeOf(request)} breaks its own contract: ${String(error.getZodError())}`,
      );
    else if (error instanceof HttpException) return httpProblem(error);
    else
      this.log.error(`${request.method} ${routeOf(request)}: ${error instanceof Error ? error.stack : String(error)}`);
    return problem(
      500,
      'internal-error',
      'Something went wrong on our side. Nothing that was saved is lost; please try again.',
    );
  }
}
