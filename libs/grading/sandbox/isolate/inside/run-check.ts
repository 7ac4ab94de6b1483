// Runs one check on a fresh program and says how it ended, and by whose fault.
import { plainText } from '../../../domain/plain-text';
import { createRandom } from '../../../domain/random';
import { type CheckOutcome, type FaultStatus, type RunMetrics } from '../../sandbox';
import { checksFailed, failureOf } from '../author-failure';
import { authorView, CheckApi } from './check-api';
import { AuthorFault, CallMismatch, CheckFailure, EngineFault, ProgramFault } from './faults';
import { UnansweredDevice } from './handlers';
import { type AuthorCheck } from './read-checks';
import { type TargetProgram } from './target-program';

const noMetrics: RunMetrics = { stackPeakBytes: 0, heapPeakBytes: 0, instructions: 0, callDepthPeak: 0 };
const mostSentence = 8_000;

interface Ending {
  readonly message: string;
  readonly passed?: boolean;
  readonly status?: FaultStatus;
  /** What the check's own code threw, for its author. */
  readonly detail?: string;
  readonly unanswered?: string;
}

/** A check's outcome, and the device function that the program called and the check did not answer. */
export interface RunCheck {
  readonly outcome: CheckOutcome;
  readonly unanswered: string | null;
}

const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 1000);

const authorEnding = (error: unknown, reason: string): Ending => ({
  status: 'internal-error',
  message: checksFailed(failureOf(error).line, reason),
});

const engineEnding = (error: unknown): Ending => ({
  status: 'internal-error',
  message: `The sandbox is at fault: ${error instanceof Error ? error.message : String(error)}.`,
});

function thrownEnding(error: unknown, api: CheckApi): Ending {
  if (error instanceof ProgramFault) return { status: error.status, message: error.message };
  if (error instanceof CheckFailure || error instanceof CallMismatch) return { message: error.message };
  if (error instanceof UnansweredDevice)
    return { status: 'runtime-error', message: error.message, unanswered: error.device };
  if (error instanceof AuthorFault) return authorEnding(error, error.message);
  if (error instanceof EngineFault) return engineEnding(error);
  // Once the program has run, the reason can be what it did; before that it is the check itself.
  const stopped = api.stopSentence();
  if (stopped === null) return authorEnding(error, sentenceOf(error));
  return { message: stopped, detail: sentenceOf(error) };
}

/** Memory that was written where it may not be explains more than the wrong value that came of it. */
function damageOf(program: TargetProgram): Ending | null {
  try {
    program.inspect();
    return null;
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
    return { status: error.status, message: error.message };
  }
}

/** What explains more than the error itself: memory that was damaged or missing. */
function endingOf(error: unknown, api: CheckApi, program: TargetProgram): Ending {
  const ending = thrownEnding(error, api);
  if (ending.status === 'internal-error') return ending;
  const shortage = program.heapShortage();
  if (shortage !== null) return { status: 'memory-limit-exceeded', message: `${shortage} ${ending.message}` };
  return (ending.status ? null : damageOf(program)) ?? ending;
}

function runOne(check: AuthorCheck, api: CheckApi, program: TargetProgram, parametersText: string): Ending {
  try {
    const returned = check.run(authorView(api), JSON.parse(parametersText));
    if (returned instanceof Promise) throw new AuthorFault('run must not be asynchronous');
    program.inspect();
    if (api.returned === 0)
      throw new AuthorFault(`the check "${check.id}" passes without a call that the program answered`);
    return { passed: true, message: '' };
  } catch (error) {
    return endingOf(error, api, program);
  }
}

/** A hidden check tells its lesson and nothing of its inputs. */
function messageOf(check: AuthorCheck, ending: Ending, notes: string): string {
  if (!check.visible) return ending.passed === true ? '' : check.lesson;
  const texts = [ending.message, notes].filter((text) => text !== '');
  return plainText(texts.join('\n').slice(0, mostSentence));
}

function outcomeOf(
  check: AuthorCheck,
  ending: Ending,
  notes: string,
  metrics: RunMetrics,
  inputs: string,
): CheckOutcome {
  const { id, visible, title, lesson, points } = check;
  const { status, detail } = ending;
  return {
    ...{ id, visible, title, lesson, points },
    passed: ending.passed === true,
    message: messageOf(check, ending, notes),
    fault: status ? { status, message: plainText(ending.message) } : null,
    metrics: status === 'internal-error' ? noMetrics : metrics,
    inputs,
    detail: detail === undefined ? null : plainText(detail),
  };
}

/** Runs `check` on the program that `start` makes; its draws are those of `seedText`. */
export function runCheck(
  check: AuthorCheck,
  start: () => TargetProgram,
  seedText: string,
  parametersText: string,
): RunCheck {
  try {
    const program = start();
    const api = new CheckApi(program, createRandom(seedText));
    const ending = runOne(check, api, program, parametersText);
    const outcome = outcomeOf(check, ending, api.noted(), program.metrics(), api.inputs());
    return { outcome, unanswered: ending.unanswered ?? null };
  } catch (error) {
    // Neither the check nor the program: nothing of theirs is running here.
    return { outcome: outcomeOf(check, engineEnding(error), '', noMetrics, ''), unanswered: null };
  }
}

/** The outcome of a check for which a run has nothing left. */
export function notRun(check: AuthorCheck, message: string): CheckOutcome {
  return outcomeOf(check, { status: 'instruction-limit-exceeded', message }, '', noMetrics, '');
}

/** The outcome of a check whose program called a device function that no check answers. */
export function withAuthorFault(outcome: CheckOutcome, reason: string): CheckOutcome {
  const message = checksFailed(null, reason);
  return { ...outcome, passed: false, message, metrics: noMetrics, fault: { status: 'internal-error', message } };
}
