// Verdicts for specs: a sound one, and ones that are bent in one place or more, as old or faulty rows are.
import type { Random } from '@bringup/grading';
import type { VerdictView } from './verdict-view';

export const soundVerdict: VerdictView = {
  ...{ status: 'partial', points: 6.5, maxPoints: 10 },
  checks: [
    ...[true, false].map((passed, i) => ({
      ...{ id: `check-${i}`, title: 'Keeps order', visible: passed, passed, points: passed ? 5 : 0, maxPoints: 5 },
      ...{ message: passed ? '' : 'expected 3, got 4.', lesson: passed ? null : 'First in, first out.' },
    })),
  ],
  metrics: {
    ...{ codeBytes: 120, staticRamBytes: 8, stackPeakBytes: 64, heapPeakBytes: 0, instructions: 9000 },
    callDepthPeak: 3,
  },
  budgets: [{ metric: 'codeBytes', used: 120, full: 100, limit: 200, points: 1.5, maxPoints: 3 }],
  ...{ compilerOutput: 'answer.c:1:1: warning', toolchain: 'clang 1', digest: 'ab'.repeat(32) },
};

const oddValues: readonly unknown[] = [
  ...[null, 0, -1, -0.5, 15, 0.1 + 0.2, 1e308, 2 ** 53, 'NaN', '10', '', 'x'.repeat(300_000), true, false],
  ...[[], {}, [null], [[]], { a: 1 }, ['accepted'], '😀', 'passed', 'internal-error'],
];

type Json = Record<string, unknown> | unknown[];

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Changes one place of `root`, anywhere in it: another value, none, or a member that nobody knows. */
function bend(root: Json, random: Random): void {
  let at = root;
  for (;;) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const inner: unknown = Reflect.get(at, key);
    if (isJson(inner) && random.integer(0, 3) > 0) {
      at = inner;
      continue;
    }
    const how = random.integer(0, 5);
    if (how === 0 && !Array.isArray(at)) Reflect.deleteProperty(at, key);
    else if (how === 1 && !Array.isArray(at)) Reflect.set(at, 'unknown', random.pick(oddValues));
    else Reflect.set(at, key, random.pick(oddValues));
    return;
  }
}

/** What could stand in a column of JSON in place of a verdict. */
export function bentVerdict(random: Random): unknown {
  const verdict = structuredClone(soundVerdict) as unknown as Json;
  for (let times = random.integer(1, 3); times > 0; times--) bend(verdict, random);
  return verdict;
}
