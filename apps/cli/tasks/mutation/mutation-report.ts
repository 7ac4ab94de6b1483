// What `tasks mutate` found out about one task, as a document and as text.
import type { EquivalentMutant } from '@bringup/task-bank';
import type { GradedMutant } from './grade-mutants';
import type { Mutant } from './mutant';

export interface MutationReport {
  readonly slug: string;
  readonly seedsTried: number;
  /** Mutants that compile to another program than the reference: the ones that count. */
  readonly made: number;
  /** Changes after which the program is the reference's to the last byte; not counted in `made`. */
  readonly sameProgram: number;
  readonly notCompiled: number;
  readonly killed: number;
  /** How many mutants each check, or budget where no check did, takes points from. */
  readonly killedBy: Readonly<Record<string, number>>;
  readonly recordedAsEquivalent: number;
  /** Mutants that keep full marks and are not recorded. */
  readonly survivors: readonly Pick<Mutant, 'id' | 'line' | 'before' | 'after'>[];
  /** What is wrong with the record of equivalent mutants, and mutants that could not be graded. */
  readonly faults: readonly string[];
}

/** `all` are the mutants of the source, of which `graded` may be a sample: the record is held against all of them. */
export function mutationReport(
  slug: string,
  seedsTried: number,
  all: readonly Mutant[],
  graded: readonly GradedMutant[],
  recorded: readonly EquivalentMutant[],
): MutationReport {
  const isRecorded = new Set(recorded.map(({ id }) => id));
  const killedBy: Record<string, number> = {};
  const faults: string[] = recorded
    .filter(({ id }) => !all.some((mutant) => mutant.id === id))
    .map(({ id }) => `${slug}/mutants.yaml: there is no mutant ${id}: remove it`);
  const survivors: Mutant[] = [];
  const counts = { killed: 0, survived: 0, 'same-program': 0, 'not-compiled': 0, 'not-graded': 0 };
  let recordedAsEquivalent = 0;
  for (const { mutant, outcome } of graded) {
    counts[outcome.fate] += 1;
    if (outcome.fate === 'killed') for (const by of outcome.by) killedBy[by] = (killedBy[by] ?? 0) + 1;
    if (outcome.fate === 'not-graded')
      faults.push(`${slug}/checks.js: seed ${outcome.seed}, ${mutant.id} (${mutant.after}): ${outcome.message}`);
    else if (outcome.fate !== 'survived' && isRecorded.has(mutant.id))
      faults.push(`${slug}/mutants.yaml: ${mutant.id} ${whyNot[outcome.fate]}: remove it`);
    if (outcome.fate !== 'survived') continue;
    if (isRecorded.has(mutant.id)) recordedAsEquivalent += 1;
    else survivors.push(mutant);
  }
  return {
    slug,
    seedsTried,
    made: counts.killed + counts.survived,
    sameProgram: counts['same-program'],
    notCompiled: counts['not-compiled'],
    killed: counts.killed,
    killedBy,
    recordedAsEquivalent,
    survivors: survivors.map(({ id, line, before, after }) => ({ id, line, before, after })),
    faults,
  };
}

const whyNot = {
  killed: 'is killed by a check',
  'same-program': 'is the very program of the reference, which needs no reason',
  'not-compiled': 'does not compile',
};

/** One line of figures; below it what is unexplained. */
export function mutationText(report: MutationReport): string {
  const { slug, made, sameProgram, notCompiled, killed, recordedAsEquivalent, survivors, faults } = report;
  const line = `${slug}: ${made} mutants, ${killed} killed, ${recordedAsEquivalent} recorded as equivalent, ${survivors.length} unexplained; ${sameProgram} more are the same program, ${notCompiled} do not compile`;
  const by = Object.entries(report.killedBy)
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => `${id} ${count}`);
  return [
    line,
    ...(by.length > 0 ? [`  lost by mutants: ${by.join(', ')}`] : []),
    ...survivors.map((s) => `  ${s.id} (line ${s.line})\n    - ${s.before}\n    + ${s.after}`),
    ...faults.map((fault) => `  fault: ${fault}`),
  ].join('\n');
}
