// What the runner calls inside an isolate: run the checks of an author's module, or call one of its functions.
import { createRandom } from '../../../domain/random';
import { type CheckOutcome } from '../../sandbox';
import { lockDown } from './lockdown';
import { type ChecksRun, runAll } from './run-checks';

const engine = WebAssembly;
/** Characters of JSON that an author's function may return. */
const mostResultText = 4_000_000;

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

/** Runs the checks of an author's module on a program; `report` is told which check begins. */
function runChecks(
  namespace: { checks?: unknown },
  plain: ArrayBuffer,
  guarded: ArrayBuffer,
  job: ChecksRun,
  report: { applyIgnored(receiver: undefined, args: number[]): void },
): CheckOutcome[] {
  return runAll(engine, namespace, { plain, guarded }, job, (check, of) => report.applyIgnored(undefined, [check, of]));
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
