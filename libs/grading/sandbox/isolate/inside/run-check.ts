// Runs one check on a fresh program and says how it ended, and by whose fault.
import { checksFailed } from '../../../domain/author-fault';
import { plainText } from '../../../domain/plain-text';
import { createRandom } from '../../../domain/random';
import { type CheckOutcome, type FaultStatus, type RunMetrics } from '../../sandbox';
import { failureOf } from '../author-failure';
import { authorView, CheckApi } from './check-api';
import { AuthorFault, CallMismatch, CheckFailure, EngineFault, ProgramFault } from './faults';
import { NoAnswer, UnansweredDevice } from './handlers';
import { type AuthorCheck } from './read-checks';
import { type TargetProgram } from './target-program';

const noMetrics: RunMetrics = { stackPeakBytes: 0, heapPeakBytes: 0, instructions: 0, callDepthPeak: 0 };
const mostSentence = 8_000;

interface Ending {
  readonly message: string;
  readonly passed?: boolean;
  readonly status?: FaultStatus;
  /** What stopped the check and may have come from what the program did, and its line. */
  readonly doubt?: { readonly reason: string; readonly line: number };
  readonly unanswered?: string;
}

/** A check's outcome, and the device function that the program called and the check did not answer. */
export interface RunCheck {
  readonly outcome: CheckOutcome;
  readonly unanswered: string | null;
}

/** Whatever an author throws: reading it may run their code, and that may throw too. */
function readThrown(error: unknown, check: AuthorCheck): { readonly sentence: string; readonly line: number } {
  try {
    const sentence = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { sentence: sentence.slice(0, 1000), line: failureOf(error).line ?? check.line };
  } catch {
    return { sentence: 'it threw something that has no text', line: check.line };
  }
}

const authorEnding = (error: unknown, check: AuthorCheck, reason?: string): Ending => {
  const { sentence, line } = readThrown(error, check);
  return { status: 'internal-error', message: checksFailed(line, reason ?? sentence) };
};

const engineEnding = (error: unknown): Ending => ({
  status: 'internal-error',
  message: `The sandbox is at fault: ${error instanceof Error ? error.message : String(error)}.`,
});

/**
 * Whether code can throw this only because of a value that it was given. JavaScript has these for values that do not fit an
 * operation. A name that does not exist, and what the author throws by hand, is in the code whatever the value.
 */
function valuesCanCause(error: unknown): boolean {
  return [TypeError, RangeError, SyntaxError, URIError, NoAnswer].some((kind) => error instanceof kind);
}

function thrownEnding(error: unknown, api: CheckApi, check: AuthorCheck): Ending {
  if (error instanceof ProgramFault) return { status: error.status, message: error.message };
  if (error instanceof CheckFailure || error instanceof CallMismatch) return { message: error.message };
  if (error instanceof UnansweredDevice)
    return { status: 'runtime-error', message: error.message, unanswered: error.device };
  if (error instanceof AuthorFault) return authorEnding(error, check, error.message);
  if (error instanceof EngineFault) return engineEnding(error);
  // Once the program has run, a value of its can be the reason; before that it is the check itself.
  const stopped = api.stopSentence();
  if (stopped === null || !valuesCanCause(error)) return authorEnding(error, check);
  const { sentence, line } = readThrown(error, check);
  return { message: stopped, doubt: { reason: sentence, line } };
}

/** A check says what it has found by t.equal, t.deepEqual and t.ok; a value that it returns would be lost without a word. */
function returnedEnding(returned: unknown, api: CheckApi, check: AuthorCheck): Ending {
  const isObject = typeof returned === 'object' || typeof returned === 'function';
  const kind = isObject ? 'an object, a promise or a function' : `a ${typeof returned}`;
  const reason = `run returned ${kind}: let it return nothing, and say what must hold with t.equal, t.deepEqual or t.ok`;
  const stopped = api.stopSentence();
  // The result of a call is a number when the program declares the function so, whatever the header says.
  const isOfCall = typeof returned === 'number' || typeof returned === 'bigint';
  if (isOfCall && stopped !== null) return { message: stopped, doubt: { reason, line: check.line } };
  return { status: 'internal-error', message: checksFailed(check.line, reason) };
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

/** The ending, or what explains more than it does: memory that was damaged or missing. */
function explained(ending: Ending, program: TargetProgram): Ending {
  if (ending.status === 'internal-error') return ending;
  const shortage = program.heapShortage();
  if (shortage !== null) return { status: 'memory-limit-exceeded', message: `${shortage} ${ending.message}` };
  return (ending.status ? null : damageOf(program)) ?? ending;
}

function runOne(check: AuthorCheck, api: CheckApi, program: TargetProgram, parametersText: string): Ending {
  try {
    const returned = check.run(authorView(api), JSON.parse(parametersText));
    if (returned !== undefined) return explained(returnedEnding(returned, api, check), program);
    program.inspect();
    if (api.returned === 0)
      throw new AuthorFault(`the check "${check.id}" passes without a call that the program answered`);
    return { passed: true, message: '' };
  } catch (error) {
    return explained(thrownEnding(error, api, check), program);
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
  const { status, doubt } = ending;
  return {
    ...{ id, visible, title, lesson, points },
    passed: ending.passed === true,
    message: messageOf(check, ending, notes),
    fault: status ? { status, message: plainText(ending.message) } : null,
    metrics: status === 'internal-error' ? noMetrics : metrics,
    inputs,
    detail: doubt ? { ...doubt, reason: plainText(doubt.reason) } : null,
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
export function withAuthorFault(outcome: CheckOutcome, line: number, reason: string): CheckOutcome {
  const message = checksFailed(line, reason);
  return { ...outcome, passed: false, message, metrics: noMetrics, fault: { status: 'internal-error', message } };
}
