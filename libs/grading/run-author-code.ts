// Runs a function of a task's own file in the sandbox, and says in whose fault it ended when it failed.
import { DomainError } from '@bringup/platform';
import { lineOfMember } from '@bringup/task-bank';
import type { EvaluateJob, EvaluateResult, Sandbox } from './sandbox/sandbox';

/** The part of the sandbox that runs author JavaScript. */
export type Evaluator = Pick<Sandbox, 'evaluate'>;

/** A file of a task. */
export interface AuthorFile {
  readonly slug: string;
  readonly name: string;
  readonly source: string;
}

/** File, line and reason; of a value that cannot be taken also its place in the result. */
function failureIn(
  { name, source }: AuthorFile,
  call: string,
  { line, reason, path }: Extract<EvaluateResult, { status: 'failed' }>,
): string {
  if (!path) return `${name}:${line ?? lineOfMember(source, [], `function ${call}`)}: ${call} failed: ${reason}`;
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  const subject = place === '' ? `the result of ${call}` : place.replace(/^\./, '');
  return `${name}:${lineOfMember(source, path, `function ${call}`)}: ${subject} ${reason}`;
}

/** What the function returned. @throws DomainError `task-code-failed` with file and line, `sandbox-unavailable` for a fault of ours */
export async function runAuthorCode(
  sandbox: Evaluator,
  file: AuthorFile,
  job: Omit<EvaluateJob, 'source'>,
): Promise<unknown> {
  const { slug, source } = file;
  const result = await sandbox.evaluate({ ...job, source });
  if (result.status === 'ok') return result.value;
  if (result.status === 'failed')
    throw new DomainError('task-code-failed', `${slug}/${failureIn(file, job.call, result)}`, { slug });
  throw new DomainError('sandbox-unavailable', `The sandbox could not run ${job.call} of ${slug}: ${result.reason}`);
}
