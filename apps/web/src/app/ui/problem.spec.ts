// Every way a request can fail ends in a sentence and a way on.
import { HttpErrorResponse } from '@angular/common/http';
import { FormControl, FormGroup } from '@angular/forms';
import { showOnForm, toProblem } from './problem';

function failed(status: number, error: unknown = null): HttpErrorResponse {
  return new HttpErrorResponse({ status, error, url: '/api/requisitions' });
}

describe('toProblem', () => {
  it('keeps the sentence and the code of a problem document', () => {
    const problem = toProblem(
      failed(409, { title: 'Conflict', detail: 'The requisition is already open.', code: 'requisition-already-open' }),
    );
    expect(problem).toMatchObject({
      kind: 'conflict',
      detail: 'The requisition is already open.',
      code: 'requisition-already-open',
      retriable: false,
    });
  });

  it('says that the server was not reached, and offers another try', () => {
    expect(toProblem(failed(0))).toMatchObject({ kind: 'offline', retriable: true, title: 'No connection' });
  });

  it('shows nothing of what a failing server wrote', () => {
    const problem = toProblem(failed(502, { title: 'Bad gateway', detail: 'ECONNREFUSED 10.0.0.3:5432' }));
    expect(problem.kind).toBe('server');
    expect(problem.detail).not.toContain('ECONNREFUSED');
    expect(problem.retriable).toBe(true);
  });

  it('reads a document that came as text, and survives text that is none', () => {
    expect(toProblem(failed(404, '{"detail":"This link has expired."}')).detail).toBe('This link has expired.');
    expect(toProblem(failed(404, '<html>')).detail).toContain('removed');
  });

  it('looks through the wrapping of a resource', () => {
    expect(toProblem(new Error('wrapped', { cause: failed(401) })).kind).toBe('sign-in');
  });

  it('treats a fault of the program as a fault of ours', () => {
    expect(toProblem(new TypeError('x is undefined')).kind).toBe('server');
    expect(toProblem(undefined).kind).toBe('server');
  });

  it('does not take a wrong password for a lost session', () => {
    expect(toProblem(failed(401, { code: 'sign-in-failed', detail: 'No such sign-in.' })).kind).toBe('invalid');
    expect(toProblem(failed(401, { code: 'sign-in-required' })).kind).toBe('sign-in');
  });

  it('drops field errors that are not well formed', () => {
    const problem = toProblem(
      failed(422, { errors: [{ path: 'title', message: 'Give it a title.' }, { path: 3 }, null] }),
    );
    expect(problem.fields).toEqual([{ path: 'title', message: 'Give it a title.' }]);
  });
});

describe('showOnForm', () => {
  it('marks the named control and hands back what belongs to none', () => {
    const form = new FormGroup({ pay: new FormGroup({ minimum: new FormControl(1) }) });
    const problem = toProblem(
      failed(422, {
        errors: [
          { path: 'pay.minimum', message: 'Must not be above the maximum.' },
          { path: 'panel', message: 'Name two interviewers.' },
        ],
      }),
    );
    const left = showOnForm(problem, form);
    expect(form.get('pay.minimum')?.errors).toEqual({ server: 'Must not be above the maximum.' });
    expect(form.get('pay.minimum')?.touched).toBe(true);
    expect(left.map((field) => field.path)).toEqual(['panel']);
  });
});
