// Makes a variant: runs the author's code in the sandbox, validates what came back, fills the texts, arranges the options.
import { DomainError } from '@bringup/platform';
import { fillTask, type GeneratedVariant, readGeneratedKey, readGeneratedVariant, type Task } from '@bringup/task-bank';
import { arrangeOptions } from './domain/arrange-options';
import { createRandom, variantSeedText } from './domain/random';
import type { Variant } from './domain/variant';
import { type Evaluator, runAuthorCode } from './run-author-code';
import type { EvaluateJob } from './sandbox/sandbox';
import { sourceLimitsInWords } from './sandbox/toolchain/source-limits';

/** What no author has to write, and every candidate may need: it is the same for all C tasks. */
function withLimits(prompt: string): string {
  return `${prompt.trimEnd()}\n\n## Limits\n\nA program beyond these does not compile; the message names the limit.\n\n${sourceLimitsInWords()}\n`;
}

/**
 * The variant of `task` for `seed`. Throws `seed-invalid`, `task-code-failed` when the author's code throws or takes too long,
 * `task-invalid` and `task-fill-failed` from the task bank, and `sandbox-unavailable` for a fault of ours.
 */
export async function buildVariant(sandbox: Evaluator, task: Task, seed: number): Promise<Variant> {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new DomainError(
      'seed-invalid',
      `The seed ${seed} is not a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
    );
  }
  const seedText = variantSeedText(task, seed);
  const generated = readGeneratedVariant(
    task,
    await run(sandbox, task, 'variant.js', { call: 'variant', args: [], seedText }),
  );
  const filled = fillTask(task, generated);
  return {
    slug: task.slug,
    seed,
    parameters: generated.parameters,
    figures: generated.figures,
    ...filled,
    prompt: task.kind === 'c' ? withLimits(filled.prompt) : filled.prompt,
    fields: arrangeOptions(filled.fields, createRandom(`${seedText}:options`)),
    answerKey: task.kind === 'c' ? null : readGeneratedKey(task, await runKey(sandbox, task, generated)),
  };
}

function runKey(sandbox: Evaluator, task: Task, generated: GeneratedVariant): Promise<unknown> {
  const args = [generated.parameters, generated.figures];
  return run(sandbox, task, 'checks.js', { call: 'answerKey', args });
}

function run(
  sandbox: Evaluator,
  { slug, files }: Task,
  name: 'variant.js' | 'checks.js',
  job: Omit<EvaluateJob, 'source'>,
): Promise<unknown> {
  return runAuthorCode(sandbox, { slug, name, source: files[name] }, job);
}
