// Proves one task: the reference earns full marks, every wrong answer loses what it names, variants differ, nothing leaks.
import { DomainError } from '@bringup/platform';
import type { Answer, GradeJob, Variant, Verdict } from '@bringup/grading';
import { type PublishedVersion, type Task, versionFault, type WrongAnswer } from '@bringup/task-bank';
import { leaksOf } from './leaks';
import { placeholderFaults } from './placeholders';
import { estimateVariants, fewestVariants, fewestWrongAnswers, type TaskProof } from './task-proof';
import { broken } from './wrong-answer';

/** What a proof needs of the grading engine. */
export interface Prover {
  variant(task: Task, seed: number): Promise<Variant>;
  grade(job: GradeJob): Promise<Verdict>;
  evaluateAnswers(variant: Variant, expressions: Readonly<Record<string, string>>): Promise<Record<string, string>>;
}

/** How many seeds are graded, and how many variants are drawn to estimate how many there are. */
export interface ProofSize {
  readonly seeds: number;
  readonly variants: number;
}

/**
 * Runs the proof. Faults of the task are in the result; only faults of ours are thrown. `record` holds the versions that are
 * published: the task must not contradict it.
 */
export async function verifyTask(
  task: Task,
  prover: Prover,
  size: ProofSize,
  record: readonly PublishedVersion[] = [],
): Promise<TaskProof> {
  const faults = new Set<string>(placeholderFaults(task));
  const contradiction = versionFault(record, task);
  if (contradiction !== null) faults.add(contradiction);
  const caught = new Map(task.wrong.map((wrong) => [wrong.file, true]));
  let referencePoints = task.points;
  if (task.wrong.length < fewestWrongAnswers)
    faults.add(`has ${task.wrong.length} wrong answers: give at least ${fewestWrongAnswers}`);
  const proveSeed = async (seed: number) => {
    const variant = await prover.variant(task, seed);
    for (const fault of holes(variant)) faults.add(`seed ${seed}: ${fault}`);
    const reference = await referenceAnswer(task, prover, variant);
    const verdict = await grade(prover, task, seed, reference);
    referencePoints = Math.min(referencePoints, verdict.points);
    for (const fault of referenceFaults(task, verdict)) faults.add(`seed ${seed}: ${fault}`);
    for (const leak of leaksOf(task, variant, verdict)) faults.add(`seed ${seed}: ${leak}`);
    if (task.c) for (const fault of await starterFaults(prover, task, seed, variant)) faults.add(fault);
    for (const wrong of task.wrong) {
      const answer = await wrongAnswer(wrong, prover, variant, reference);
      const promise = broken(task, wrong, await grade(prover, task, seed, answer));
      if (promise === null) continue;
      caught.set(wrong.file, false);
      faults.add(`seed ${seed}: ${wrong.file}: ${promise}`);
    }
  };
  await inParallel(range(1, size.seeds), (seed) => withFaults(faults, seed, () => proveSeed(seed)));
  const variantsEstimated = await differentVariants(task, prover, Math.max(size.seeds, size.variants), faults);
  if (size.variants > 0 && variantsEstimated < fewestVariants) {
    faults.add(`has about ${variantsEstimated} different variants: widen the ranges to at least ${fewestVariants}`);
  }
  return {
    slug: task.slug,
    kind: task.kind,
    seedsTried: size.seeds,
    referencePoints,
    maxPoints: task.points,
    wrongAnswersCaught: [...caught.values()].filter(Boolean).length,
    wrongAnswers: task.wrong.length,
    variantsEstimated,
    faults: [...faults],
  };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

/** What the author's files do wrong is a fault of the task; anything else is ours and goes on up. */
async function withFaults(faults: Set<string>, seed: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('task-')) throw error;
    faults.add(`seed ${seed}: ${error.message}`);
  }
}

/** Four at a time: enough to keep the runners busy, few enough to keep the queue short. */
async function inParallel(seeds: readonly number[], work: (seed: number) => Promise<void>): Promise<void> {
  const rest = [...seeds];
  const next = async (): Promise<void> => {
    for (let seed = rest.shift(); seed !== undefined; seed = rest.shift()) await work(seed);
  };
  await Promise.all(range(0, 4).map(next));
}

async function grade(prover: Prover, task: Task, seed: number, answer: Answer): Promise<Verdict> {
  const verdict = await prover.grade({ task, seed, answer, scope: 'all', priority: 'speculative' });
  if (verdict.status === 'internal-error')
    throw new Error(`The sandbox failed while grading ${task.slug}: ${verdict.compilerOutput}`);
  return verdict;
}

function sheet(task: Task, fields: Record<string, string>, justification = ''): Answer {
  return task.kind === 'interpretation'
    ? { kind: 'interpretation', fields, justification }
    : { kind: 'numeric', fields };
}

async function referenceAnswer(task: Task, prover: Prover, variant: Variant): Promise<Answer> {
  if (task.kind === 'c') return { kind: 'c', source: task.files['reference.c'] };
  const answers = await prover.evaluateAnswers(variant, task.reference?.answers ?? {});
  return sheet(task, answers, task.reference?.justification);
}

/** A wrong sheet changes only what it lists; the rest is the reference's. */
async function wrongAnswer(wrong: WrongAnswer, prover: Prover, variant: Variant, reference: Answer): Promise<Answer> {
  if (wrong.kind === 'c') return { kind: 'c', source: wrong.source };
  if (reference.kind === 'c') return reference;
  const changed = await prover.evaluateAnswers(variant, wrong.answers);
  return { ...reference, fields: { ...reference.fields, ...changed } };
}

function referenceFaults(task: Task, verdict: Verdict): string[] {
  const faults: string[] = [];
  if (verdict.maxPoints !== task.points)
    faults.push(`task.yaml says ${task.points} points, the checks and budgets add up to ${verdict.maxPoints}`);
  if (verdict.status !== 'accepted') {
    const lost = verdict.checks.filter((c) => !c.passed).map((c) => `${c.id}: ${c.message}`);
    const over = verdict.budgets
      .filter((b) => b.points < b.maxPoints)
      .map((b) => `budget ${b.metric}: used ${b.used} of ${b.full}`);
    const output = verdict.status === 'compile-error' ? [verdict.compilerOutput] : [];
    faults.push(
      `the reference earns ${verdict.points} of ${verdict.maxPoints} (${verdict.status}): ${[...lost, ...over, ...output].join('; ')}`,
    );
  }
  if (task.kind === 'c' && !verdict.checks.some((c) => c.visible))
    faults.push('no check is visible: let the candidate run at least one');
  if (task.kind === 'c' && verdict.status === 'accepted' && verdict.checks.every((c) => c.visible))
    faults.push('no check is hidden: add some');
  return faults;
}

/** The starter must build, so that the candidate starts from code, and must not be a solution. */
async function starterFaults(prover: Prover, task: Task, seed: number, variant: Variant): Promise<string[]> {
  const verdict = await grade(prover, task, seed, { kind: 'c', source: variant.starter ?? '' });
  if (verdict.status === 'compile-error') return [`the starter does not compile: ${verdict.compilerOutput}`];
  return verdict.points > verdict.maxPoints / 3
    ? [`the starter earns ${verdict.points} of ${verdict.maxPoints}: leave more to do`]
    : [];
}

function holes(variant: Variant): string[] {
  const texts = [variant.prompt, ...variant.fields.flatMap((f) => [f.label, ...f.options.map((o) => o.label)])];
  const found = texts.join('\n').match(/\{\{|\}\}|\bundefined\b|\bNaN\b|\[object Object\]/);
  return found ? [`the prompt or a label has an unfilled hole: ${found[0]}`] : [];
}

async function differentVariants(task: Task, prover: Prover, drawn: number, faults: Set<string>): Promise<number> {
  const seen = new Set<string>();
  const draw = async (seed: number) => {
    const variant = await prover.variant(task, seed);
    const { parameters, figures } = variant;
    seen.add(JSON.stringify({ parameters, figures }));
    for (const fault of await difficultyFaults(task, prover, variant)) faults.add(`seed ${seed}: ${fault}`);
  };
  await inParallel(range(1, drawn), (seed) => withFaults(faults, seed, () => draw(seed)));
  return estimateVariants(drawn, drawn - seen.size);
}

/** The inputs of the difficulty that leave the range which the task states for them. */
async function difficultyFaults(task: Task, prover: Prover, variant: Variant): Promise<string[]> {
  const inputs = task.difficulty;
  const expressions = Object.fromEntries(inputs.map(({ value }, index) => [`input${index + 1}`, value]));
  const found = await prover.evaluateAnswers(variant, expressions);
  return inputs.flatMap(({ measure, from, to }, index) => {
    const number = Number(found[`input${index + 1}`]);
    return number >= from && number <= to ? [] : [`difficulty: ${measure} is ${number}, outside of ${from} to ${to}`];
  });
}
