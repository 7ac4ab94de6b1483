// Turns the expressions of reference.yaml and wrong/*.yaml into the texts that a candidate would type.
import { DomainError } from '@bringup/platform';
import type { Variant } from './domain/variant';
import { type Evaluator, runAuthorCode } from './run-author-code';

/**
 * Evaluates expressions over `p` (parameters) and `f` (figures) in an isolate. Numbers become their shortest decimal text,
 * lists are joined by commas. Throws `task-code-failed` whose message says how to mend it and whose details name the expression.
 */
export async function evaluateAnswers(
  sandbox: Evaluator,
  variant: Pick<Variant, 'slug' | 'parameters' | 'figures'>,
  expressions: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const members = Object.entries(expressions).map(([name, text]) => `${JSON.stringify(name)}: (${text}\n)`);
  const source = `export function answers(p, f) { return { ${members.join(',\n')} }; }`;
  const result = await sandbox.evaluate({ source, call: 'answers', args: [variant.parameters, variant.figures] });
  if (result.status === 'failed') {
    const { path, reason, line } = result;
    if (path) throw failed(String(path[0] ?? ''), `what the expression gives ${reason}`);
    throw failed(expressionAt(members, Object.keys(expressions), line), `the expression fails: ${reason}`);
  }
  if (result.status !== 'ok')
    throw new DomainError('sandbox-unavailable', `The sandbox could not evaluate ${variant.slug}: ${result.reason}`);
  const values = result.value;
  if (typeof values !== 'object' || values === null) throw failed('', 'no answers came back: give each field its own');
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, answerText(name, value)]));
}

/**
 * The answers of a task's `solve.js`, by field: what its function `solve(prompt, figures, fields)` works out from the rendered
 * prompt (Markdown), the figures' data and the fields as a candidate sees them. It gets neither parameters nor key. Throws
 * `task-code-failed` with file and line.
 */
export async function solveVariant(
  sandbox: Evaluator,
  source: string,
  { slug, prompt, figures, fields }: Pick<Variant, 'slug' | 'prompt' | 'figures' | 'fields'>,
): Promise<Readonly<Record<string, unknown>>> {
  const file = { slug, name: 'solve.js', source };
  const value = await runAuthorCode(sandbox, file, { call: 'solve', args: [prompt, figures, fields] });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DomainError(
      'task-code-failed',
      `${slug}/solve.js:1: solve returns no object: give each field its answer`,
    );
  return value as Readonly<Record<string, unknown>>;
}

/** Which of the expressions stands at this line of all of them; the first one when that is not known. */
function expressionAt(members: readonly string[], names: readonly string[], line: number | null): string {
  let last = 0;
  const index = members.findIndex((member) => (last += member.split('\n').length) >= (line ?? 1));
  return names[index] ?? '';
}

function failed(name: string, message: string): DomainError {
  return new DomainError('task-code-failed', message, { name });
}

function answerText(name: string, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  throw failed(name, 'the expression gives neither a number, a text nor a list of texts: look at what it is made of');
}
