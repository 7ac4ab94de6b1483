// `tasks`: lists the library, shows a variant, proves that tasks keep their promises.
import { parseArgs } from 'node:util';
import type { TaskBank, TaskSummary } from '@bringup/task-bank';
import { type Command, type Output, UsageError } from '../command';
import { openPracticeBank, openTaskBank, withEngine } from '../tasks/open-engine';
import { proofText } from '../tasks/proof-text';
import type { TaskProof } from '../tasks/task-proof';
import { variantDocument, variantText } from '../tasks/variant-document';
import { verifyTask } from '../tasks/verify-task';
import { wholeNumber } from '../tasks/whole-number';

const usage = `Usage:
  tasks list [--json]
  tasks variant SLUG --seed N [--json]
  tasks verify [SLUG] [--seeds N] [--json]
Options:
  --tasks FOLDER   the library to read (default: assessments)
  --seed N         the candidate's seed: the same number gives the same variant for ever
  --seeds N        seeds to prove (default: 25, for C tasks 5)`;

export const command: Command = {
  name: 'tasks',
  summary: 'list tasks, show a variant, verify that tasks prove themselves',
  usage,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string' },
        seeds: { type: 'string' },
        tasks: { type: 'string' },
      },
    });
    const [verb, slug, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one argument too many. See tasks --help.`);
    const request = { ...values, slug, output };
    if (verb === 'list') return list(request);
    if (verb === 'variant') return showVariant(request);
    if (verb === 'verify') return verify(request);
    throw new UsageError(
      `Say tasks list, tasks variant or tasks verify${verb === undefined ? '' : `, not “${verb}”`}.`,
    );
  },
};

interface Request {
  readonly json: boolean;
  readonly seed?: string;
  readonly seeds?: string;
  readonly tasks?: string;
  readonly slug: string | undefined;
  readonly output: Output;
}

async function list({ json, tasks, slug, output }: Request): Promise<number> {
  if (slug !== undefined)
    throw new UsageError(`tasks list takes no task; to look at one, say tasks variant ${slug} --seed 1.`);
  const summaries = (await openTaskBank(tasks, output)).list();
  if (json) output.json(summaries);
  else output.text(listText(summaries));
  return 0;
}

function listText(summaries: readonly TaskSummary[]): string {
  const width = Math.max(0, ...summaries.map((s) => s.slug.length));
  const line = (s: TaskSummary) =>
    `${s.slug.padEnd(width)}  ${s.kind.padEnd(14)}  ${s.level.padEnd(6)}  ${String(s.minutes).padStart(2)} min  ${String(s.points).padStart(2)} points  ${[...s.duties, ...s.criteria].join(' ')}\n${' '.repeat(width)}  ${s.title}`;
  return summaries.length === 0 ? 'The library holds no task yet.' : summaries.map(line).join('\n');
}

async function showVariant({ json, tasks, slug, seed, output }: Request): Promise<number> {
  if (slug === undefined) throw new UsageError('Name a task: tasks variant SLUG --seed N.');
  const number = wholeNumber('--seed', seed);
  const task = (await openTaskBank(tasks, output)).get(slug);
  const variant = await withEngine(1, (engine) => engine.variant(task, number));
  if (json) output.json(variantDocument(variant));
  else output.text(variantText(task, variant));
  return 0;
}

const tasksOf = (bank: TaskBank) => bank.list().map(({ slug }) => bank.get(slug));

async function verify({ json, tasks, slug, seeds, output }: Request): Promise<number> {
  const count = seeds === undefined ? undefined : wholeNumber('--seeds', seeds, 1);
  const bank = await openTaskBank(tasks, output);
  // Practice tasks are no tasks of the library, but candidates meet them all the same: they are proved with it.
  const tasksToProve =
    slug === undefined ? [...tasksOf(bank), ...tasksOf(await openPracticeBank(tasks))] : [bank.get(slug)];
  const proofs: TaskProof[] = [];
  await withEngine(2, async (engine) => {
    for (const task of tasksToProve) {
      output.log(`verifying ${task.slug} …`);
      const proof = await verifyTask(task, engine, { seeds: count ?? (task.kind === 'c' ? 5 : 25), variants: 200 });
      if (!json) output.text(proofText(proof));
      proofs.push(proof);
    }
  });
  if (json) output.json(proofs);
  const failed = proofs.filter((p) => p.faults.length > 0);
  if (failed.length > 0)
    output.log(
      `${failed.length} of ${proofs.length} tasks do not prove themselves: ${failed.map((p) => p.slug).join(', ')}.`,
    );
  return failed.length > 0 ? 1 : 0;
}
