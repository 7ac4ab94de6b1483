// What the runner calls inside an isolate: load an author's module, run its checks one by one, or call one of its functions.
import { createRandom } from '../../../domain/random';
import { type CheckOutcome, type FaultStatus, type ProgramLayout, type RunMetrics } from '../../sandbox';
import { checksFailed, failureOf } from '../author-failure';
import { authorView, CheckApi, CheckFailure } from './check-api';
import { lockDown } from './lockdown';
import { CallMismatch, Program, ProgramFault } from './program';

interface AuthorCheck {
  id: string;
  visible: boolean;
  title: string;
  lesson: string;
  points: number;
  run(t: unknown, parameters: unknown): unknown;
}

interface ChecksRun {
  readonly module: WebAssembly.Module;
  readonly layout: ProgramLayout;
  /** A fresh copy of the parameters for each check. */
  readonly parametersText: string;
  readonly seed: number;
  readonly unitLimit: number;
}

const engine = WebAssembly;
const noMetrics: RunMetrics = { stackPeakBytes: 0, heapPeakBytes: 0, instructions: 0, callDepthPeak: 0 };
/** Characters of JSON that an author's function may return. */
const mostResultText = 4_000_000;
const mostSentence = 8_000;

const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 1000);

function asCheck(value: unknown, index: number): AuthorCheck {
  const check = (typeof value === 'object' && value !== null ? value : {}) as Partial<AuthorCheck>;
  const { id, visible, title, lesson, points, run } = check;
  if (
    typeof id !== 'string' ||
    typeof visible !== 'boolean' ||
    typeof title !== 'string' ||
    typeof points !== 'number' ||
    typeof run !== 'function'
  ) {
    throw new TypeError(`checks[${index}] needs id, visible, title, lesson, points and run`);
  }
  return {
    id: id.slice(0, 200),
    visible,
    title: title.slice(0, 1000),
    lesson: typeof lesson === 'string' ? lesson.slice(0, 4000) : '',
    points,
    run: (t, p) => run.call(check, t, p),
  };
}

/** The list of checks that the author's module exports, cut to the scope. */
function readChecks(namespace: { checks?: unknown }, scope: 'visible' | 'all'): AuthorCheck[] {
  if (!Array.isArray(namespace.checks)) throw new TypeError('checks.js must export a list named checks');
  const all = namespace.checks.map(asCheck);
  return scope === 'all' ? all : all.filter((check) => check.visible);
}

interface Ending {
  readonly passed: boolean;
  readonly message: string;
  readonly fault: { status: FaultStatus; message: string } | null;
}

/** Memory that was written where it may not be explains more than the wrong value that came of it. */
function damageOf(api: CheckApi): Ending | null {
  try {
    api.inspect();
    return null;
  } catch (error) {
    if (!(error instanceof ProgramFault)) throw error;
    return { passed: false, message: error.message, fault: { status: error.status, message: error.message } };
  }
}

function endingOf(error: unknown, api: CheckApi, program: Program): Ending {
  const shortage = program.heapShortage();
  if (shortage !== null && (error instanceof ProgramFault || error instanceof CheckFailure)) {
    const message = `${shortage} ${error.message}`;
    return { passed: false, message, fault: { status: 'memory-limit-exceeded', message } };
  }
  if (error instanceof ProgramFault)
    return { passed: false, message: error.message, fault: { status: error.status, message: error.message } };
  if (error instanceof CheckFailure) return damageOf(api) ?? { passed: false, message: error.message, fault: null };
  if (error instanceof CallMismatch) return { passed: false, message: error.message, fault: null };
  // After a call the reason can be what the candidate's function returned; before any call it is the check itself.
  if (api.called)
    return {
      passed: false,
      message: `The check could not go on with what the function returned (${sentenceOf(error)}).`,
      fault: null,
    };
  const message = checksFailed(failureOf(error).line, sentenceOf(error));
  return { passed: false, message, fault: { status: 'internal-error', message } };
}

function runOne(check: AuthorCheck, api: CheckApi, program: Program, parametersText: string): Ending {
  try {
    const returned = check.run(authorView(api), JSON.parse(parametersText));
    if (returned instanceof Promise) throw new TypeError('run must not be asynchronous');
    api.inspect();
    return { passed: true, message: '', fault: null };
  } catch (error) {
    return endingOf(error, api, program);
  }
}

/** A hidden check tells its lesson and nothing of its inputs. */
function messageOf(check: AuthorCheck, ending: Ending, notes: string): string {
  if (!check.visible) return ending.passed ? '' : check.lesson;
  return [ending.message, notes]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, mostSentence);
}

function runCheck(check: AuthorCheck, current: ChecksRun): CheckOutcome {
  const program = new Program(engine, current.module, current.layout, current.unitLimit);
  const api = new CheckApi(program, createRandom(`${current.seed}:${check.id}`));
  const ending = runOne(check, api, program, current.parametersText);
  const { id, visible, title, lesson, points } = check;
  const metrics = ending.fault?.status === 'internal-error' ? noMetrics : program.metrics();
  return {
    id,
    visible,
    title,
    lesson,
    points,
    passed: ending.passed,
    message: messageOf(check, ending, api.noted()),
    fault: ending.fault,
    metrics,
  };
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

/** Runs the checks of an author's module on a program; `report` is told which check begins. */
function runChecks(
  namespace: { checks?: unknown },
  moduleBytes: ArrayBuffer,
  job: Omit<ChecksRun, 'module'> & { readonly scope: 'visible' | 'all' },
  report: { applyIgnored(receiver: undefined, args: number[]): void },
): CheckOutcome[] {
  const checks = readChecks(namespace, job.scope);
  const run: ChecksRun = { ...job, module: new engine.Module(moduleBytes) };
  return checks.map((check, index) => {
    report.applyIgnored(undefined, [index + 1, checks.length]);
    return runCheck(check, run);
  });
}

/** Calls one function of an author's module with JSON arguments; returns JSON text. */
function evaluate(
  namespace: Record<string, unknown>,
  name: string,
  argumentsText: string,
  seedText: string | null,
): string {
  const called = namespace[name];
  if (!isFunction(called)) throw new TypeError(`there is no exported function named ${name}`);
  const args = JSON.parse(argumentsText) as unknown[];
  const value: unknown = called(...(seedText === null ? [] : [Object.freeze(createRandom(seedText))]), ...args);
  if (value instanceof Promise) throw new TypeError(`${name} must not be asynchronous`);
  const text = JSON.stringify({ value });
  if (text.length > mostResultText) throw new RangeError(`${name} returned more than ${mostResultText} characters`);
  return text;
}

lockDown(globalThis);

export { runChecks, evaluate };
