// The list of checks is input that nobody believes: what is no plain list of sound checks is refused, with the line.
import { type AuthorCheck, type ChecksOfTask, ListFault, readChecks } from './read-checks';

const run = (): void => undefined;
const sound = { id: 'a', visible: true, title: 'A', lesson: 'L', points: 10, run };
const task: ChecksOfTask = { points: 10, budgetChecks: [] };
const source = "// checks\nconst more = 1;\nexport const checks = [\n  { id: 'a' },\n  { id: 'b' },\n];";

function refusal(exported: unknown, of: ChecksOfTask | null = task): string {
  try {
    readChecks(exported, source, 'all', of);
  } catch (error) {
    if (error instanceof ListFault) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

/** As in an author's module, where no type holds anybody back. */
const check = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({ ...sound, ...changes });
const without = (name: string): object => Object.fromEntries(Object.entries(sound).filter(([key]) => key !== name));
const withGetter = (name: string, get: () => unknown): object => Object.defineProperty(check(), name, { get });

it('reads sound checks, and those of a scope', () => {
  const list = [check({ points: 9.99 }), check({ id: 'b', visible: false, points: 0.01, guarded: false })];
  expect(readChecks(list, source, 'all', task)).toMatchObject([
    { id: 'a', points: 9.99, guarded: true, line: 4 },
    { id: 'b', points: 0.01, guarded: false, line: 5 },
  ]);
  expect(readChecks(list, source, 'visible', task)).toHaveLength(1);
  expect(refusal([check({ points: 0.1 }), check({ id: 'b', points: 0.2 })], { points: 0.3, budgetChecks: [] })).toBe(
    'accepted',
  );
});

it.each([NaN, Infinity, -Infinity, 0, -0, -5, 0.001, 10.005, 1e300, '10', null, undefined, 10n, {}, [10], true])(
  'refuses points of %p',
  (points) => {
    expect(refusal([check({ points })])).toMatch(/^4: checks\[0\] has points .*above zero, in hundredths/);
  },
);

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['an object that looks like a list', { 0: check(), length: 1 }],
  ['a function', () => [check()]],
  ['an iterator', [check()].values()],
  ['a set', new Set([check()])],
  ['typed numbers', new Uint8Array(3)],
])('refuses %s for the list', (_what, exported) => {
  expect(refusal(exported)).toBe('3: checks.js must export a list named checks');
});

class List extends Array<unknown> {}
class Check {
  readonly id = 'a';
}

it.each<[string, unknown, RegExp]>([
  ['no check at all', [], /^3: .* is empty/],
  ['a hole', [, check()], /^3: checks\[0\] is a hole/], // eslint-disable-line no-sparse-arrays
  ['a list of a class', List.from([check()]), /^3: checks is a list with a prototype of its own/],
  ['a list with a member', Object.assign([check()], { then: run }), /^3: checks is a list with members beside/],
  ['a getter for an item', Object.defineProperty([], 0, { get: () => check(), enumerable: true }), /is a getter/],
  ['nothing for a check', [undefined], /^3: checks\[0\] is no object/],
  ['a function for a check', [run], /^3: checks\[0\] is no object/],
  ['a check of a class', [new Check()], /^3: checks\[0\] is an object with a prototype of its own/],
  ['a check that inherits', [Object.create(check())], /prototype of its own/],
  ['a member then', [check({ then: run })], /^4: checks\[0\] has a member then/],
  ['a misspelt member', [check({ gaurded: false })], /^4: checks\[0\] has a member gaurded/],
  ['a member named by a symbol', [{ ...check(), [Symbol.toPrimitive]: run }], /named by a symbol/],
  ['two checks with one id', [check({ points: 5 }), check({ points: 5 })], /^4: two checks have the id a/],
  ['too many', Array.from({ length: 501 }, (_, i) => check({ id: `c${i}` })), /at most 500/],
  ['a guarded that is no truth value', [check({ guarded: 0 })], /^4: checks\[0\] has a guarded/],
  ['no visible', [check({ visible: 1 })], /^4: checks\[0\] has no visible/],
  ['no title', [without('title')], /^4: checks\[0\] has a title that is no text/],
  ['a lesson that is no text', [check({ lesson: {} })], /^4: .* lesson that is no text/],
  ['a title that no table holds', [check({ title: 'a\0b' })], /^4: .* title that holds the character NUL/],
  ['half a character', [check({ lesson: '\ud800' })], /^4: .* lesson that holds half of a surrogate pair/],
  ['no run', [without('run')], /^4: checks\[0\] has no function run/],
])('refuses %s', (_what, exported, message) => {
  expect(refusal(exported)).toMatch(message);
});

it.each(['', ' ', 'a b', 'a,b', '../a', '__proto__', '-a', 'a'.repeat(101), 'ä', 7, null])(
  'refuses the id %p',
  (id) => {
    expect(refusal([check({ id })])).toMatch(/checks\[0\] has no id of letters/);
  },
);

it.each([5, 15, 9.99, 10.01])('refuses %p points in all where the task has 10', (points) => {
  expect(refusal([check({ points })])).toBe(
    `3: the checks are worth ${points} points, and task.yaml leaves 10 for them beside its budgets: make both agree`,
  );
  expect(refusal([check({ points })], null)).toBe('accepted');
});

it('refuses a budget that is measured in no check', () => {
  expect(refusal([check()], { points: 10, budgetChecks: ['heavy'] })).toMatch(/^3: there is no check heavy/);
});

it('reads no property twice, and runs nothing of the author’s', () => {
  let reads = 0;
  for (const name of Object.keys(sound)) {
    const getter = withGetter(name, () => ((reads += 1), sound.points));
    expect(refusal([getter])).toMatch(/is a getter: return the value itself/);
  }
  expect(reads).toBe(0);
  const changing = check();
  const [read] = readChecks([changing], source, 'all', task) as [AuthorCheck];
  Object.assign(changing, { points: 15, id: 'other', visible: false, run: () => 'other' });
  expect(read).toMatchObject({ id: 'a', points: 10, visible: true });
  expect(read.run({}, {})).toBeUndefined();
});

it('finds the line of a check whose id is made up', () => {
  const made = (): void => undefined;
  const text = `const n = 1;\n\nconst list = [{ id: 'c' + n, run: ${made.toString()} }];\nexport const checks = list;`;
  expect(() => readChecks([check({ id: 'c1', points: 15, run: made })], text, 'all', task)).toThrow(
    expect.objectContaining({ line: 4 }) as Error,
  );
  expect(() => readChecks([check({ id: 'c1', points: NaN, run: made })], text, 'all', task)).toThrow(
    expect.objectContaining({ line: 3 }) as Error,
  );
});
