// Turns whatever went wrong in a request into a Problem: a sentence for a person, a code for the program.
import { HttpErrorResponse } from '@angular/common/http';
import type { AbstractControl } from '@angular/forms';

/** What a person can do about it decides which kind it is. */
export type ProblemKind =
  'offline' | 'sign-in' | 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'busy' | 'server';

/** One field's fault; `path` is the field's name in the request, such as "pay.minimum". */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A fault as the site shows it. `detail` is always a sentence. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly status: number;
  readonly retriable: boolean;
  readonly fields: readonly FieldProblem[];
}

interface ProblemDocument {
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly code?: unknown;
  readonly errors?: unknown;
}

const defaults: Readonly<Record<ProblemKind, readonly [title: string, detail: string]>> = {
  offline: ['No connection', 'The server could not be reached. Check your connection, then try again.'],
  'sign-in': ['You are signed out', 'Your session has ended. Sign in again to go on.'],
  forbidden: ['Not open to you', 'Your role does not allow this. Ask an admin if you need it.'],
  'not-found': ['Not found', 'It does not exist, or it has been removed.'],
  conflict: ['Something changed meanwhile', 'Reload the page to see the present state, then try again.'],
  invalid: ['Please check what you entered', 'Some of the values cannot be accepted.'],
  busy: ['Too many requests', 'Wait a moment, then try again.'],
  server: ['Something failed on our side', 'Nothing you had saved is lost. Try again in a moment.'],
};

/** Accepts anything that was thrown; never throws itself. */
export function toProblem(thrown: unknown): Problem {
  const error = unwrap(thrown);
  if (!(error instanceof HttpErrorResponse)) return build('server', 0, {});
  const document = documentOf(error.error);
  return build(kindOf(error.status, text(document.code)), error.status, document);
}

/** Puts the server's field errors on the form's controls. Returns those that belong to no control. */
export function showOnForm(problem: Problem, form: AbstractControl): readonly FieldProblem[] {
  return problem.fields.filter((field) => {
    const control = form.get(field.path.replace(/\[(\d+)\]/g, '.$1'));
    if (!control || control === form) return true;
    control.setErrors({ ...control.errors, server: field.message });
    control.markAsTouched();
    return false;
  });
}

function build(kind: ProblemKind, status: number, document: ProblemDocument): Problem {
  const [title, detail] = defaults[kind];
  const trusted = kind !== 'server';
  return {
    kind,
    status,
    title: (trusted && text(document.title)) || title,
    detail: (trusted && text(document.detail)) || detail,
    code: text(document.code) || kind,
    retriable: kind === 'offline' || kind === 'busy' || kind === 'server',
    fields: Array.isArray(document.errors) ? document.errors.filter(isFieldProblem) : [],
  };
}

function kindOf(status: number, code: string): ProblemKind {
  if (status === 0) return 'offline';
  // A clock that stands goes on again; what was refused meanwhile is welcome then.
  if (code === 'attempt-paused' || code === 'attempt-on-break') return 'busy';
  // A wrong password is also answered with 401, but nobody was signed out.
  if (status === 401) return code === 'sign-in-failed' ? 'invalid' : 'sign-in';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'busy';
  return status >= 400 && status < 500 ? 'invalid' : 'server';
}

/** A blob or a string body (file downloads ask for those) may still hold the document. */
function documentOf(body: unknown): ProblemDocument {
  if (typeof body === 'string') {
    try {
      return documentOf(JSON.parse(body));
    } catch {
      return {};
    }
  }
  return typeof body === 'object' && body !== null && !(body instanceof Blob) ? body : {};
}

/** Angular's resource wraps what is not an Error and keeps the original as its cause. */
function unwrap(thrown: unknown): unknown {
  return thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function isFieldProblem(value: unknown): value is FieldProblem {
  const candidate = value as Partial<FieldProblem> | null;
  return typeof candidate?.path === 'string' && typeof candidate.message === 'string';
}
