// Runs the checks of a job one by one: the limit that they share, the module that each needs, the seed of its draws.
import { checkSeedText } from '../../../domain/random';
import { type CheckOutcome, type ProgramLayout } from '../../sandbox';
import { EngineFault } from './faults';
import { GuardedMemory } from './guarded-memory';
import { Program, type ProgramOptions } from './program';
import { type AuthorCheck, type ChecksOfTask, readChecks } from './read-checks';
import { notRun, type RunCheck, runCheck, withAuthorFault } from './run-check';
import { count } from './words';

export interface ChecksRun {
  readonly layout: ProgramLayout;
  /** A fresh copy of the parameters for each check. */
  readonly parametersText: string;
  readonly seed: number;
  readonly scope: 'visible' | 'all';
  /** Units that one check may execute. */
  readonly unitLimit: number;
  /** The text of the module, for the lines of faults. */
  readonly source: string;
  /** What the checks must agree with; null: nothing but their own form. */
  readonly task: ChecksOfTask | null;
}

/** The bytes of the two forms of a program's module. */
export interface ModuleBytes {
  readonly plain: ArrayBuffer;
  readonly guarded: ArrayBuffer;
}

/** All checks of a run together may execute so many times the limit of one. */
const limitsOfRun = 2;

/** A form of the program that a check runs on. */
type Form = Pick<ProgramOptions, 'module' | 'guarded'>;

/** Makes a form when a check first needs it. */
function formsOf(
  engine: typeof WebAssembly,
  bytes: ModuleBytes,
  { memoryBytes }: ProgramLayout,
): (check: AuthorCheck) => Form {
  const made = new Map<boolean, Form>();
  const make = (isGuarded: boolean): Form =>
    isGuarded
      ? { module: new engine.Module(bytes.guarded), guarded: new GuardedMemory(engine, memoryBytes) }
      : { module: new engine.Module(bytes.plain), guarded: null };
  return ({ guarded }) => {
    try {
      const form = made.get(guarded) ?? make(guarded);
      made.set(guarded, form);
      return form;
    } catch (error) {
      throw new EngineFault(`the program could not be loaded: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  };
}

/** A device function that the program called and nothing answers is the author's, when no check of the whole list answers it. */
function blame(
  check: AuthorCheck,
  { outcome, unanswered }: RunCheck,
  answered: ReadonlySet<string>,
  scope: ChecksRun['scope'],
): CheckOutcome {
  if (unanswered === null || answered.has(unanswered) || scope !== 'all') return outcome;
  return withAuthorFault(
    outcome,
    check.line,
    `no check answers the device function "${unanswered}": add t.device("${unanswered}", …)`,
  );
}

/** Runs the checks of an author's module on a program; `report` receives the number of each check that begins, from 1. @throws ListFault */
export function runAll(
  engine: typeof WebAssembly,
  namespace: { checks?: unknown },
  bytes: ModuleBytes,
  job: ChecksRun,
  report: (check: number, of: number) => void,
): CheckOutcome[] {
  const { layout, parametersText, seed, scope, unitLimit, source, task } = job;
  const checks = readChecks(namespace.checks, source, scope, task);
  const formOf = formsOf(engine, bytes, layout);
  const answered = new Set<string>();
  let unitsLeft = limitsOfRun * unitLimit;
  const most = `all checks of a run together may take ${count(unitsLeft)} instructions`;
  const runNext = (check: AuthorCheck): RunCheck => {
    if (unitsLeft <= 0)
      return {
        outcome: notRun(check, `This check was not run: ${most}, and those before it took them all.`),
        unanswered: null,
      };
    const limit = Math.min(unitLimit, unitsLeft);
    const limitReason = limit < unitLimit ? `which is all that was left: ${most}` : 'the most that one check may take';
    const start = (): Program =>
      new Program({
        ...formOf(check),
        ...{ engine, layout, unitLimit: limit, limitReason, answered },
      });
    const run = runCheck(check, start, checkSeedText(seed, check.id, scope), parametersText);
    unitsLeft -= run.outcome.metrics.instructions;
    return run;
  };
  const runs = checks.map((check, index) => {
    report(index + 1, checks.length);
    return { check, run: runNext(check) };
  });
  return runs.map(({ check, run }) => blame(check, run, answered, scope));
}
