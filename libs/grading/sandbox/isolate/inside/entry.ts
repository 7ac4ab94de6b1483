// What the runner calls inside an isolate: run the checks of an author's module, or call one of its functions.
import { createRandom } from '../../../domain/random';
import { type CheckOutcome } from '../../sandbox';
import { lockDown } from './lockdown';
import { NotPlain } from './plain-data';
import { plainJson } from './plain-json';
import { ListFault } from './read-checks';
import { type ChecksRun, runAll } from './run-checks';

const engine = WebAssembly;
/** Characters of JSON that an author's function may return. */
const mostResultText = 4_000_000;

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

/** The list of checks is none to grade by. */
interface Refused {
  readonly refused: { readonly reason: string; readonly line: number };
}

/** Runs the checks of an author's module on a program; `report` is told which check begins. */
function runChecks(
  namespace: { checks?: unknown },
  plain: ArrayBuffer,
  guarded: ArrayBuffer,
  job: ChecksRun,
  report: { applyIgnored(receiver: undefined, args: number[]): void },
): CheckOutcome[] | Refused {
  try {
    return runAll(engine, namespace, { plain, guarded }, job, (check, of) =>
      report.applyIgnored(undefined, [check, of]),
    );
  } catch (error) {
    if (error instanceof ListFault) return { refused: { reason: error.message, line: error.line } };
    throw error;
  }
}

/** Calls one function of an author's module with JSON arguments; returns JSON text: `value`, or what is wrong with it and where. */
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
  const text = resultText(value);
  if (text.length > mostResultText) throw new RangeError(`${name} returned more than ${mostResultText} characters`);
  return text;
}

function resultText(value: unknown): string {
  try {
    return JSON.stringify({ value: plainJson(value) });
  } catch (error) {
    if (error instanceof NotPlain) return JSON.stringify({ unfit: { path: error.path, what: error.what } });
    throw error;
  }
}

lockDown(globalThis);

export { runChecks, evaluate };
