// Proves one task: the reference earns full marks, every wrong answer loses what it names, variants differ, nothing leaks.
import { DomainError } from '@bringup/platform';
import type { Answer, CheckOutcome, GradeJob, Scope, Variant, Verdict } from '@bringup/grading';
import { type PublishedVersion, type Task, versionFault, type WrongAnswer } from '@bringup/task-bank';
import { FoundFaults, type SeedFault } from './found-faults';
import { inParallel } from './in-parallel';
import { leaksOf } from './leaks';
import { placeholderFaults } from './placeholders';
import { inFile, inWrong, inYaml } from './places';
import { ProgramProof } from './program-proof/prove-program';
import { referenceFaults } from './reference-faults';
import { estimateVariants, fewestVariants, fewestWrongAnswers, type TaskProof } from './task-proof';
import { SheetProof } from './sheet-proof/prove-sheet';
import { broken } from './wrong-answer';

/** What a proof needs of the grading engine. */
export interface Prover {
  variant(task: Task, seed: number): Promise<Variant>;
  grade(job: GradeJob): Promise<Verdict>;
  checkOutcomes(job: GradeJob): Promise<readonly CheckOutcome[]>;
  evaluateAnswers(variant: Variant, expressions: Readonly<Record<string, string>>): Promise<Record<string, string>>;
  solve(variant: Variant, source: string): Promise<Readonly<Record<string, unknown>>>;
}

/** How many seeds are graded, and how many variants are drawn to estimate how many there are. */
export interface ProofSize {
  readonly seeds: number;
  /** Seeds on which the good solutions of a C task are graded; all unless told otherwise. */
  readonly goodSeeds?: number;
  /** Grades each wrong answer on one of the seeds, in turn, instead of on all. */
  readonly wrongInTurn?: boolean;
  readonly variants: number;
  /** Seeds on which `solve.js` is held against the key; those of `variants` unless told otherwise. */
  readonly solved?: number;
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
  const faults = new FoundFaults();
  for (const fault of placeholderFaults(task)) faults.add(fault);
  const contradiction = versionFault(record, task);
  if (contradiction !== null) faults.add(`${inYaml(task, 'task.yaml', ['version'])}: ${contradiction}`);
  const caught = new Map<string, boolean>();
  let referencePoints: number | undefined;
  for (const fault of tooFewWrong(task)) faults.add(fault);
  const program = task.c ? new ProgramProof(task, faults, size.goodSeeds ?? size.seeds) : null;
  const proveSeed = async (seed: number) => {
    const variant = await prover.variant(task, seed);
    for (const fault of holes(task, variant)) faults.add(fault, seed);
    const reference = await referenceAnswer(task, prover, variant);
    const verdict = await grade(prover, task, seed, reference);
    referencePoints = Math.min(referencePoints ?? verdict.points, verdict.points);
    for (const { fault, example } of referenceFaults(task, verdict)) faults.add(fault, seed, example);
    for (const leak of leaksOf(task, variant, verdict)) faults.add(leak, seed);
    await program?.proveSeed(variant, verdict, (source) => grade(prover, task, seed, { kind: 'c', source }));
    // Wrong sheets change the reference's: they say nothing while it is wrong itself.
    if (task.kind !== 'c' && verdict.status !== 'accepted') return;
    for (const wrong of task.wrong.filter((_, i) => !size.wrongInTurn || i % size.seeds === seed - 1)) {
      const answer = await wrongAnswer(task, wrong, prover, variant, reference);
      const promise = broken(task, wrong, await grade(prover, task, seed, answer));
      caught.set(wrong.file, promise === null && caught.get(wrong.file) !== false);
      if (promise !== null) faults.add(`${inWrong(task, wrong, ['loses'])}: ${promise}`, seed);
    }
  };
  await inParallel(range(1, size.seeds), (seed) => withFaults(faults, seed, () => proveSeed(seed)));
  await program?.proveInputs((seed, scope) => referenceOutcomes(prover, task, seed, scope), size.seeds);
  program?.conclude();
  const sheet = task.kind === 'c' ? null : new SheetProof(task, prover, faults);
  const drawn = { wanted: Math.max(size.seeds, size.variants, sheet ? (size.solved ?? 0) : 0), sheet };
  const variantsEstimated = await differentVariants(task, prover, drawn, faults);
  const blind = sheet?.conclude() ?? null;
  if (size.variants > 0 && variantsEstimated !== null && variantsEstimated < fewestVariants) {
    faults.add(
      `${inFile(task, 'variant.js', 'function variant')}: gives about ${variantsEstimated} different variants: widen the ranges to at least ${fewestVariants}`,
    );
  }
  return {
    slug: task.slug,
    kind: task.kind,
    seedsTried: size.seeds,
    referencePoints: referencePoints ?? 0,
    maxPoints: task.points,
    wrongAnswersCaught: [...caught.values()].filter(Boolean).length,
    wrongAnswers: task.wrong.length,
    goodSolutionsProved: program?.goodSolutionsProved ?? 0,
    goodSolutions: task.good.length,
    variantsEstimated: variantsEstimated ?? 0,
    blind,
    faults: faults.list(),
  };
}

function tooFewWrong({ slug, wrong }: Task): string[] {
  if (wrong.length >= fewestWrongAnswers) return [];
  const answers = wrong.length === 1 ? 'answer' : 'answers';
  return [`${slug}/wrong/:1: holds ${wrong.length} wrong ${answers}: give at least ${fewestWrongAnswers}`];
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

/** What the author's files do wrong is a fault of the task; anything else is ours and goes on up. */
async function withFaults(faults: FoundFaults, seed: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('task-')) throw error;
    faults.add(error.message, seed);
  }
}

async function grade(prover: Prover, task: Task, seed: number, answer: Answer): Promise<Verdict> {
  const verdict = await prover.grade({ task, seed, answer, scope: 'all', priority: 'speculative' });
  if (verdict.status !== 'internal-error') return verdict;
  if (verdict.taskFault !== undefined) throw new DomainError('task-code-failed', verdict.taskFault);
  throw new Error(`The sandbox failed while grading ${task.slug}: ${verdict.compilerOutput}`);
}

/** None where the variant cannot be drawn: its seed has said so. */
async function referenceOutcomes(
  prover: Prover,
  task: Task,
  seed: number,
  scope: Scope,
): Promise<readonly CheckOutcome[]> {
  const answer = { kind: 'c' as const, source: task.files['reference.c'] };
  try {
    return await prover.checkOutcomes({ task, seed, answer, scope, priority: 'speculative' });
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('task-')) return [];
    throw error;
  }
}

function sheet(task: Task, fields: Record<string, string>, justification = ''): Answer {
  return task.kind === 'interpretation'
    ? { kind: 'interpretation', fields, justification }
    : { kind: 'numeric', fields };
}

/** Evaluates expressions; one that fails is a fault at its place. */
async function evaluate(
  prover: Prover,
  variant: Variant,
  expressions: Readonly<Record<string, string>>,
  placeOf: (name: string) => string,
): Promise<Record<string, string>> {
  try {
    return await prover.evaluateAnswers(variant, expressions);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'task-code-failed') throw error;
    throw new DomainError(error.code, `${placeOf(String(error.details['name']))}: ${error.message}`);
  }
}

async function referenceAnswer(task: Task, prover: Prover, variant: Variant): Promise<Answer> {
  if (task.kind === 'c') return { kind: 'c', source: task.files['reference.c'] };
  const answers = await evaluate(prover, variant, task.reference?.answers ?? {}, (name) =>
    inYaml(task, 'reference.yaml', ['answers', name]),
  );
  return sheet(task, answers, task.reference?.justification);
}

/** A wrong sheet changes only what it lists; the rest is the reference's. */
async function wrongAnswer(
  task: Task,
  wrong: WrongAnswer,
  prover: Prover,
  variant: Variant,
  reference: Answer,
): Promise<Answer> {
  if (wrong.kind === 'c') return { kind: 'c', source: wrong.source };
  if (reference.kind === 'c') return reference;
  const changed = await evaluate(prover, variant, wrong.answers, (name) => inWrong(task, wrong, ['answers', name]));
  return { ...reference, fields: { ...reference.fields, ...changed } };
}

function holes(task: Task, variant: Variant): string[] {
  const texts = [variant.prompt, ...variant.fields.flatMap((f) => [f.label, ...f.options.map((o) => o.label)])];
  const found = texts.join('\n').match(/\{\{|\}\}|\bundefined\b|\bNaN\b|\[object Object\]/);
  return found ? [`${task.slug}/prompt.md.hbs:1: the prompt or a label has an unfilled hole: ${found[0]}`] : [];
}

/** An estimate of how many there are; null when some cannot be drawn at all. */
async function differentVariants(
  task: Task,
  prover: Prover,
  { wanted, sheet }: { readonly wanted: number; readonly sheet: SheetProof | null },
  faults: FoundFaults,
): Promise<number | null> {
  const seen = new Set<string>();
  let drawn = 0;
  const draw = async (seed: number) => {
    const variant = await prover.variant(task, seed);
    const { parameters, figures } = variant;
    drawn += 1;
    seen.add(JSON.stringify({ parameters, figures }));
    await sheet?.add(variant);
    for (const { fault, example } of await difficultyFaults(task, prover, variant)) faults.add(fault, seed, example);
  };
  await inParallel(range(1, wanted), (seed) => withFaults(faults, seed, () => draw(seed)));
  return drawn < wanted ? null : estimateVariants(drawn, drawn - seen.size);
}

/** The inputs of the difficulty that leave the range which the task states for them. */
async function difficultyFaults(task: Task, prover: Prover, variant: Variant): Promise<SeedFault[]> {
  const inputs = task.difficulty;
  const expressions = Object.fromEntries(inputs.map(({ value }, index) => [`input${index + 1}`, value]));
  const placeOf = (index: number) => inYaml(task, 'task.yaml', ['difficulty', index]);
  const found = await evaluate(prover, variant, expressions, (name) => placeOf(Number(name.slice(5)) - 1));
  return inputs.flatMap(({ measure, from, to }, index) => {
    const number = Number(found[`input${index + 1}`]);
    if (number >= from && number <= to) return [];
    const fault = `${placeOf(index)}: ${measure} leaves ${from} to ${to}: draw again in variant.js, or state what holds`;
    return [{ fault, example: `; it is ${Number(number.toPrecision(6))}` }];
  });
}
