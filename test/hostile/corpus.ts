// The hostile corpora, and how one case is graded: by a small task that adds numbers up.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CheckOutcome,
  type CompileJob,
  type EvaluateResult,
  type Sandbox,
} from '../../libs/grading/sandbox/sandbox';
import { longAnswers } from './long-answers';

const header = '#include <stdint.h>\nint answer(const int8_t *data, int count);\n';
/** A right answer to the same task. */
export const good =
  '#include "answer.h"\nint answer(const int8_t *data, int count) {\n  int sum = 0;\n  for (int i = 0; i < count; i++) sum += data[i];\n  return sum;\n}\n';

/** Adds numbers up: one visible check with a known input, one hidden with random ones. */
const checksSource = `
const sum = (list) => list.reduce((a, b) => a + b, 0);
function check(t, values) {
  const data = t.buffer(Int8Array.from(values));
  t.equal(t.call('answer', data.address, values.length), sum(values), 'the sum of ' + values.length + ' numbers');
}
export const checks = [
  { id: 'known', visible: true, title: 'Adds three numbers', lesson: 'Add them.', points: 1, run: (t) => check(t, [1, 2, 3]) },
  { id: 'random', visible: false, title: 'Adds any numbers', lesson: 'Add them all.', points: 1,
    run: (t) => { for (let n = 4; n < 20; n++) check(t, Array.from({ length: n }, () => t.random.integer(7, 90))); } },
];`;

const job = (source: string): CompileJob => ({
  file: 'answer.c',
  source,
  headers: [{ name: 'answer.h', text: header }],
  flags: ['-O2'],
  exports: ['answer'],
  stackBytes: 1024,
  heapBytes: 256,
});

function statusOf(checks: readonly CheckOutcome[]): string {
  const fault = checks.find((check) => check.fault !== null)?.fault;
  if (fault) return fault.status;
  if (checks.every((check) => check.passed)) return 'accepted';
  return checks.some((check) => check.passed) ? 'partial' : 'wrong-answer';
}

export interface Graded {
  readonly status: string;
  readonly text: string;
}

export async function grade(sandbox: Sandbox, source: string): Promise<Graded> {
  const compiled = await sandbox.compile(job(source));
  if (compiled.status !== 'ok')
    return {
      status: compiled.status,
      text: compiled.status === 'compile-error' ? compiled.compilerOutput : compiled.reason,
    };
  const ran = await sandbox.runChecks({
    program: compiled.program,
    checksSource,
    parameters: {},
    seed: 7,
    scope: 'all',
    instructionLimit: 1_000_000,
  });
  if (ran.status !== 'ok') return { status: ran.status, text: ran.reason };
  return { status: statusOf(ran.checks), text: ran.checks.map((check) => check.message).join('\n') };
}

export interface HostileCase {
  readonly name: string;
  /** What it must end in. */
  readonly verdict: string;
  readonly source: string;
}

function readCase(folder: string, name: string): HostileCase {
  const source = readFileSync(join(__dirname, folder, name), 'utf8');
  const verdict = /^\/\/ verdict: ([a-z-]+)/.exec(source)?.[1];
  if (!verdict) throw new Error(`${name} does not name its verdict on its first line.`);
  return { name, verdict, source };
}

const longCases = Object.entries(longAnswers).map(([name, [verdict, text]]): HostileCase => ({
  name,
  verdict,
  source: `#include "answer.h"\n${text}\n${good}`,
}));

/** All cases of a folder beside this file, whose first lines name their verdicts, and for C the ones that are written by a program. */
export function corpus(folder: 'c' | 'javascript'): HostileCase[] {
  const read = readdirSync(join(__dirname, folder)).map((name) => readCase(folder, name));
  return [...read, ...(folder === 'c' ? longCases : [])].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Calls what a case of the folder `javascript` attacks with. */
export function attack(sandbox: Sandbox, source: string): Promise<EvaluateResult> {
  return sandbox.evaluate({ source, call: 'attack', args: [{ size: 3 }], seedText: 'hostile' });
}
