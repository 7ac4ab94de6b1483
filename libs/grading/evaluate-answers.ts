// Turns the expressions of reference.yaml and wrong/*.yaml into the texts that a candidate would type.
import { DomainError } from '@bringup/platform';
import type { Evaluator } from './build-variant';
import type { Variant } from './domain/variant';

/**
 * Evaluates expressions over `p` (parameters) and `f` (figures) in an isolate. Numbers become their shortest decimal text,
 * lists are joined by commas. Throws `task-code-failed` naming the expression that failed.
 */
export async function evaluateAnswers(
  sandbox: Evaluator,
  variant: Pick<Variant, 'slug' | 'parameters' | 'figures'>,
  expressions: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const members = Object.entries(expressions).map(([name, text]) => `${JSON.stringify(name)}: (${text}\n)`);
  const source = `export function answers(p, f) { return { ${members.join(',\n')} }; }`;
  const result = await sandbox.evaluate({ source, call: 'answers', args: [variant.parameters, variant.figures] });
  if (result.status !== 'ok')
    throw new DomainError('task-code-failed', `${variant.slug}: an expression failed: ${result.reason}`);
  const values = result.value;
  if (typeof values !== 'object' || values === null)
    throw new DomainError('task-code-failed', `${variant.slug}: no answers came back.`);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, answerText(variant.slug, name, value)]),
  );
}

function answerText(slug: string, name: string, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  throw new DomainError(
    'task-code-failed',
    `${slug}: the expression of ${name} gave neither a number, a text nor a list of texts.`,
  );
}
