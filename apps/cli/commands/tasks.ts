// `tasks`: lists the library, shows a variant, proves that tasks keep their promises.
import { parseArgs } from 'node:util';
import {
  newEntry,
  type PublishedVersion,
  publishVersion,
  type Task,
  type TaskBank,
  type TaskSummary,
} from '@bringup/task-bank';
import { type Command, type Output, UsageError } from '../command';
import { coverageText } from '../tasks/coverage-text';
import { layOutTask, taskKindOf } from '../tasks/new-task/lay-out-task';
import { libraryFolder, openPracticeBank, openTaskBank, withEngine } from '../tasks/open-engine';
import { mutateTask } from '../tasks/mutation/mutate-task';
import { type MutationReport, mutationText } from '../tasks/mutation/mutation-report';
import { placeholder } from '../tasks/placeholders';
import { proofText } from '../tasks/proof-text';
import type { TaskProof } from '../tasks/task-proof';
import { variantDocument, variantText } from '../tasks/variant-document';
import { type ProofSize, verifyTask } from '../tasks/verify-task';
import { wholeNumber } from '../tasks/whole-number';

const usage = `Usage:
  tasks list [--json]
  tasks variant SLUG --seed N [--json]
  tasks verify [SLUG] [--seeds N | --quick] [--json]
  tasks mutate [SLUG] [--seeds N] [--sample N] [--seed N] [--json]
                               changes the reference of C tasks in small ways and lists the changes that no check notices
  tasks new KIND SLUG          lays out the folder of a task of kind c, numeric or interpretation
  tasks publish [SLUG]         proves a task and puts its version on record; all that are not on record without SLUG
Options:
  --tasks FOLDER   the library to read (default: assessments)
  --seed N         the candidate's seed: the same number gives the same variant for ever
  --seeds N        seeds to prove (default: 25, for C tasks 5)
  --quick          6 seeds; for C tasks 3, and each wrong answer on one of them
  --sample N       draw N mutants of each task; --seed N says which`;

export const command: Command = {
  name: 'tasks',
  summary: 'list tasks, show a variant, prove tasks, begin a new one, publish a version',
  usage,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string' },
        seeds: { type: 'string' },
        sample: { type: 'string' },
        quick: { type: 'boolean', default: false },
        tasks: { type: 'string' },
      },
    });
    const [verb, ...named] = positionals;
    if (verb === 'new') return begin({ ...values, named, output });
    const [slug, ...rest] = named;
    if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one argument too many. See tasks --help.`);
    const request = { ...values, slug, output };
    if (verb === 'list') return list(request);
    if (verb === 'variant') return showVariant(request);
    if (verb === 'verify') return verify(request);
    if (verb === 'mutate') return mutate(request);
    if (verb === 'publish') return publish(request);
    throw new UsageError(
      `Say tasks list, tasks variant, tasks verify, tasks mutate, tasks new or tasks publish${verb === undefined ? '' : `, not “${verb}”`}.`,
    );
  },
};

interface Request {
  readonly json: boolean;
  readonly seed?: string;
  readonly seeds?: string;
  readonly sample?: string;
  readonly quick: boolean;
  readonly tasks?: string;
  readonly slug: string | undefined;
  readonly output: Output;
}

async function list({ json, tasks, slug, output }: Request): Promise<number> {
  if (slug !== undefined)
    throw new UsageError(`tasks list takes no task; to look at one, say tasks variant ${slug} --seed 1.`);
  const summaries = (await openTaskBank(tasks, output)).list();
  if (json) output.json(summaries);
  else output.text([listText(summaries), coverageText(summaries)].join('\n\n'));
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

/** How much is proved of a task of a kind. */
type SizeOf = (kind: Task['kind']) => ProofSize;

function sizeAsked({ seeds, quick }: Pick<Request, 'seeds' | 'quick'>): SizeOf {
  if (seeds !== undefined && quick) throw new UsageError('Give --seeds N or --quick, not both.');
  const variants = 200;
  const solved = 500;
  if (quick)
    return (kind) => (kind === 'c' ? { seeds: 3, goodSeeds: 1, wrongInTurn: true, variants } : { seeds: 6, variants });
  if (seeds === undefined) return (kind) => (kind === 'c' ? { seeds: 5, variants } : { seeds: 25, variants, solved });
  const count = wholeNumber('--seeds', seeds, 1);
  return () => ({ seeds: count, variants });
}

async function verify({ json, tasks, slug, seeds, quick, output }: Request): Promise<number> {
  const sizeOf = sizeAsked({ seeds, quick });
  const bank = await openTaskBank(tasks, output);
  // Practice tasks are no tasks of the library, but candidates meet them all the same: they are proved with it.
  const wanted = slug === undefined ? [...tasksOf(bank), ...tasksOf(await openPracticeBank(tasks))] : [bank.get(slug)];
  const proofs = await proofsOf(wanted, bank.versions(), sizeOf, output, (proof) => {
    if (!json) output.text(proofText(proof));
  });
  if (json) output.json(proofs);
  return exitCodeOf(proofs, output);
}

/** Proves tasks one after the other, against the record of published versions, and hands over each proof as it is there. */
async function proofsOf(
  tasks: readonly Task[],
  record: readonly PublishedVersion[],
  sizeOf: SizeOf,
  output: Output,
  done: (proof: TaskProof) => void,
): Promise<TaskProof[]> {
  const proofs: TaskProof[] = [];
  await withEngine(2, async (engine) => {
    for (const task of tasks) {
      output.log(`verifying ${task.slug} …`);
      const proof = await verifyTask(task, engine, sizeOf(task.kind), record);
      done(proof);
      proofs.push(proof);
    }
  });
  return proofs;
}

function exitCodeOf(proofs: readonly TaskProof[], output: Output): number {
  const failed = proofs.filter((p) => p.faults.length > 0);
  if (failed.length === 0) return 0;
  const names = failed.map((p) => p.slug).join(', ');
  output.log(`${failed.length} of ${proofs.length} tasks do not prove themselves: ${names}.`);
  return 1;
}

/** Only C tasks have a source to change. Practice tasks are small on purpose: `--tasks assessments/practice` mutates them. */
async function mutate({ json, tasks, slug, seeds, sample, seed, output }: Request): Promise<number> {
  const size = {
    seeds: wholeNumber('--seeds', seeds ?? '5', 1),
    sample: sample === undefined ? null : wholeNumber('--sample', sample, 1),
    sampleSeed: wholeNumber('--seed', seed ?? '1'),
  };
  const bank = await openTaskBank(tasks, output);
  const wanted = (slug === undefined ? tasksOf(bank) : [bank.get(slug)]).filter(({ kind }) => kind === 'c');
  if (slug !== undefined && wanted.length === 0)
    throw new UsageError(`${slug} has no C source to change: name a task of kind c.`);
  const reports: MutationReport[] = [];
  await withEngine(2, async (engine) => {
    for (const task of wanted) {
      output.log(`mutating ${task.slug} …`);
      const report = await mutateTask(task, engine, size);
      if (!json) output.text(mutationText(report));
      reports.push(report);
    }
  });
  if (json) output.json(reports);
  return 0;
}

async function begin({ json, tasks, named, output }: Omit<Request, 'slug'> & { named: string[] }): Promise<number> {
  const [kindText, slug, ...rest] = named;
  if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one argument too many. See tasks --help.`);
  const kind = taskKindOf(kindText);
  const files = await layOutTask(libraryFolder(tasks), kind, slug);
  if (json) output.json({ slug, kind, files });
  else
    output.text(
      [
        `Laid out ${slug}: ${files.join(', ')}.`,
        `It loads as it is. Replace what is marked ${placeholder}, then say: tasks verify ${slug}`,
      ].join('\n'),
    );
  return 0;
}

/** What is on record is left alone; what contradicts the record is refused before anything is proved. */
async function publish({ json, tasks, slug, seeds, quick, output }: Request): Promise<number> {
  const sizeOf = sizeAsked({ seeds, quick });
  const bank = await openTaskBank(tasks, output);
  const named = slug === undefined ? bank.list() : [bank.get(slug)];
  const wanted = named
    .map(({ slug: name }) => bank.get(name))
    .filter((task) => newEntry(bank.versions(), task) !== null);
  const proofs =
    wanted.length === 0
      ? []
      : await proofsOf(wanted, bank.versions(), sizeOf, output, (proof) => {
          if (!json && proof.faults.length > 0) output.text(proofText(proof));
        });
  const published = proofs.filter((proof) => proof.faults.length === 0).map((proof) => bank.get(proof.slug));
  for (const task of published) await publishVersion(libraryFolder(tasks), bank.versions(), task);
  if (json) output.json(published.map(({ slug: name, version, digest }) => ({ slug: name, version, digest })));
  else if (wanted.length === 0) output.text('Nothing to publish: every version is on record.');
  else for (const task of published) output.text(`${task.slug}: version ${task.version} is on record.`);
  return exitCodeOf(proofs, output);
}
