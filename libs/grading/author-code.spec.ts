// What a task's code does wrong never becomes points: it is an internal error with file and line. Needs the compiled tree.
import { resolve } from 'node:path';
import { loadTaskBank, type Task } from '@bringup/task-bank';
import { type GradingEngine, startGradingEngine } from './engine';
import type { Verdict } from './domain/verdict';

let engine: GradingEngine;
let program: Task;
let sheet: Task;
beforeAll(async () => {
  const [started, bank] = await Promise.all([
    startGradingEngine({ compilers: 1, runners: 1, cacheFolder: null }),
    loadTaskBank(resolve(__dirname, '../../assessments')),
  ]);
  engine = started;
  const pool = bank.get('block-pool');
  program = {
    ...pool,
    points: 10,
    c: pool.c && { ...pool.c, headers: [], exports: ['go'], budgets: {} },
    files: { ...pool.files, 'reference.c': 'int go(int n, int t) { return n + t; }' },
  };
  sheet = bank.get('tensor-quantisation');
}, 60_000);
afterAll(() => engine.close());

let drawn = 0;
const fresh = (task: Task, files: Record<string, string>): Task => ({
  ...task,
  digest: `changed-${(drawn += 1)}`,
  files: { ...task.files, ...files },
});

const right = 'int go(int n, int t) { return n + t; }';
const wrong = 'int go(int n, int t) { return n - t; }';

async function graded(checks: string, source = right, scope: 'visible' | 'all' = 'all'): Promise<Verdict> {
  const task = fresh(program, { 'checks.js': checks });
  return engine.grade({ task, seed: 3, answer: { kind: 'c', source }, scope, priority: 'final' });
}

const checking = (body: string, head = 'run(t) {'): string => `export const checks = [
  { id: 'a', visible: true, title: 'A', lesson: 'L', points: 10, ${head}
    ${body}
  } },
];`;

/** Ends in no points, and says where. */
function expectTaskFault(verdict: Verdict, line: number, reason: RegExp): void {
  expect(verdict).toMatchObject({ status: 'internal-error', points: 0, checks: [] });
  expect(verdict.taskFault).toMatch(new RegExp(`^block-pool/checks\\.js:${line}: `));
  expect(verdict.taskFault).toMatch(reason);
}

it('accepts sound checks', async () => {
  expect(await graded(checking("t.equal(t.call('go', 1, 2), 3, 'go');"))).toMatchObject({
    status: 'accepted',
    points: 10,
  });
});

describe('a list that is none to grade by', () => {
  const one = (changes: string): string =>
    `const note = 1;\nexport const checks = [{ id: "a", visible: true, title: "A", lesson: "L", points: 10, run(t) { t.call('go', 1, 1); }, ${changes} }];`;

  it.each([
    ['points of NaN', one('points: NaN'), /points of NaN/],
    ['too many points', one('points: 15'), /worth 15 points, and task\.yaml leaves 10/],
    ['too few points', one('points: 9'), /worth 9 points/],
    ['points below zero', one('points: -5'), /points of -5/],
    ['endless points', one('points: Infinity'), /points of Infinity/],
    ['points as a text', one("points: '10'"), /points that are no number/],
    ['points that change', one('get points() { return 10; }'), /points is a getter/],
    ['a then', one('then: (done) => done()'), /a member then/],
    ['no check', '\nexport const checks = [];', /is empty/],
    ['no list', '\nexport const checks = { length: 0, map: () => [] };', /must export a list/],
    ['nothing', '\nexport const nothing = 1;', /must export a list/],
    ['a hole', '\nexport const checks = [, ];', /checks\[0\] is a hole/],
  ])('is refused: %s', async (_what, checks, reason) => {
    for (const scope of ['visible', 'all'] as const) {
      const verdict = await graded(checks, right, scope);
      expect(verdict.status).toBe('internal-error');
      expect(verdict.taskFault).toMatch(/^block-pool\/checks\.js:[12]: /);
      expect(verdict.taskFault).toMatch(reason);
    }
  });

  it('has no proxy to hide in', async () => {
    const verdict = await graded('const base = [];\nexport const checks = new Proxy(base, { get: () => [] });');
    expectTaskFault(verdict, 2, /Proxy is not defined/);
  });

  it('is not graded by a program that is wrong either', async () => {
    expect((await graded(one('points: NaN'), wrong)).status).toBe('internal-error');
  });
});

describe('what a check throws', () => {
  it.each([
    ['at once', "throw new Error('boom');"],
    ['after a call', "t.call('go', 1, 1); throw new Error('boom');"],
    ['only when the answer is wrong', "if (t.call('go', 1, 1) !== 2) throw new Error('boom');"],
    ['that is no error', "if (t.call('go', 1, 1) !== 2) throw 'boom';"],
    ['after a call: a value that is not there', "t.call('go', 1, 1); const boom = undefined; boom.x;"],
    ['after a call: a list of no length', "t.call('go', 1, 1); new Array(-1).boom;"],
    ['only when the answer is wrong: a name that does not exist', "if (t.call('go', 1, 1) !== 2) boom();"],
  ])('%s is the author’s, with the line', async (_what, body) => {
    const throws = body.startsWith('if') ? wrong : right;
    expectTaskFault(
      await graded(checking(body), throws),
      body.includes("throw 'boom'") ? 2 : 3,
      /boom|array length|of undefined/,
    );
  });

  it('is the author’s where reading it fails too', async () => {
    const verdict = await graded(checking("t.call('go', 1, 1); throw Object.create(null);"));
    expectTaskFault(verdict, 2, /threw something that has no text/);
  });

  const stopped = 'The check could not go on with what go returned: 0.';
  it.each([
    ['looks up what it returned', "const name = [, , 'two'][t.call('go', 1, 1)].length; t.equal(name, 3, 'name');"],
    ['counts to what it returned', "new Array(t.call('go', 1, 1) - 1); t.equal(1, 1, 'never wrong');"],
    ['reads text that it returned', "JSON.parse('x'.repeat(1 - t.call('go', 1, 1) / 2) + '1');"],
    ['allots what it returned', "t.zeroed(t.call('go', 1, 1) - 1);"],
  ])('costs the program its points when the check %s and the reference passes', async (_what, body) => {
    expect(await graded(checking(body))).toMatchObject({ status: 'accepted', points: 10 });
    for (const scope of ['visible', 'all'] as const) {
      const verdict = await graded(checking(body), wrong, scope);
      expect(verdict).toMatchObject({
        status: 'wrong-answer',
        points: 0,
        checks: [{ passed: false, message: stopped }],
      });
      expect(verdict.taskFault).toBeUndefined();
    }
  });

  it('is the author’s when the reference stops there too, whatever the program returned', async () => {
    const body = "const found = [{ x: 1 }][t.call('go', 1, 1)].x;\n    t.equal(found, 1, 'found');";
    expectTaskFault(await graded(checking(body)), 3, /TypeError: Cannot read properties of undefined/);
    const luckily = await graded(checking(body), wrong);
    expect(luckily.status).toBe('accepted');
  });

  it('is the author’s when the reference does not compile', async () => {
    const task = fresh(program, { 'checks.js': checking("[{}][t.call('go', 1, 1)].x.y;"), 'reference.c': 'int go(' });
    const answer = { kind: 'c', source: right } as const;
    expectTaskFault(await engine.grade({ task, seed: 3, answer, scope: 'all', priority: 'final' }), 3, /TypeError/);
  });
});

describe('what a check returns', () => {
  const passes = "t.equal(t.call('go', 1, 2), 3, 'go');";
  it.each([
    ['a promise', `async run(t) { ${passes} }`],
    ['a promise that is made by hand', `run(t) { ${passes} return Promise.resolve(); }`],
    ['an object with a then', `run(t) { ${passes} return { then(done) { done(); } }; }`],
    ['a generator', `*run(t) { ${passes} }`],
    ['false', `run(t) { return t.call('go', 1, 2) === 4; }`],
    ['null', `run(t) { ${passes} return null; }`],
    ['a text', `run(t) { ${passes} return 'passed'; }`],
    ['the result of a call', `run(t) { return t.call('go', 1, 2); }`],
  ])('is the author’s when it is %s', async (_what, run) => {
    const checks = `export const checks = [\n{ id: 'a', visible: true, title: 'A', lesson: 'L', points: 10, ${run} }];`;
    for (const source of [right, wrong]) {
      const verdict = await graded(checks, source);
      if (verdict.status === 'wrong-answer') expect(verdict.checks[0]?.message).toMatch(/expected 3/);
      else expectTaskFault(verdict, 2, /run returned .*: let it return nothing|itself failed: go: expected 3/);
    }
  });

  it('costs the program its points when it returns a value where the reference returns none', async () => {
    const task = fresh(program, {
      'checks.js': checking("return t.call('go', 1, 1);"),
      'reference.c': 'void go(int n, int t) {}',
    });
    const of = (source: string) =>
      engine.grade({ task, seed: 3, answer: { kind: 'c', source }, scope: 'all', priority: 'final' });
    expect(await of('void go(int n, int t) {}')).toMatchObject({ status: 'accepted' });
    expect(await of(right)).toMatchObject({ status: 'wrong-answer', points: 0 });
  });
});

describe('what variant.js and answerKey return', () => {
  const refusal = async (files: Record<string, string>): Promise<string> => {
    const task = fresh(sheet, files);
    const answer = { kind: 'numeric' as const, fields: {} };
    const verdict = await engine.grade({ task, seed: 3, answer, scope: 'all', priority: 'final' });
    expect(verdict).toMatchObject({ status: 'internal-error', points: 0, checks: [] });
    await expect(engine.variant(task, 3)).rejects.toThrow(verdict.taskFault);
    return verdict.taskFault ?? '';
  };
  const variant = (parameters: string): Promise<string> =>
    refusal({
      'variant.js': `const n = 0;\nexport function variant(random) {\n  return { parameters: {\n    a: ${parameters} } };\n}`,
    });

  it.each([
    ['NaN', /^tensor-quantisation\/variant\.js:4: parameters\.a is NaN: return a finite number$/],
    ['1 / n', /^tensor-quantisation\/variant\.js:4: parameters\.a is Infinity/],
    ['{ b: [1, undefined] }', /variant\.js:4: parameters\.a\.b\[1\] is undefined/],
    ['() => 1', /variant\.js:4: parameters\.a is a function/],
    ['[1, , 2]', /variant\.js:4: parameters\.a\[1\] is a hole/],
    ['new Map()', /variant\.js:4: parameters\.a is an object with a prototype/],
    ["'x'.repeat(5e6)", /variant\.js:2: variant failed: .*returned more than 4000000 characters/],
    ['(() => { const c = {}; c.c = c; return c; })()', /variant\.js:\d: parameters\.a\.c contains itself/],
    ['missing()', /variant\.js:4: variant failed: missing is not defined/],
  ])('is refused for a parameter of %s', async (parameters, message) => {
    expect(await variant(parameters)).toMatch(message);
  });

  it('is refused when there is no object, a promise, or no end', async () => {
    expect(await refusal({ 'variant.js': 'export function variant() {}' })).toMatch(/variant\.js:1: .*undefined/);
    expect(await refusal({ 'variant.js': 'export async function variant() { return { parameters: {} }; }' })).toMatch(
      /variant\.js:1: .*asynchronous/,
    );
  });

  it.each([
    ['NaN', /checks\.js:1: scale\.value is NaN/],
    ['Infinity', /checks\.js:1: scale\.value is Infinity/],
    ['null', /checks\.js:1: .*scale\.value/],
    ["'2'", /checks\.js:1: the key of scale is no number/],
  ])('is refused for a key of %s', async (value, message) => {
    const fields = (sheet.fields ?? []).map(({ name }) => name);
    const entries = fields.map((name) => `${name}: { value: ${name === 'scale' ? value : '1'} }`).join(', ');
    expect(await refusal({ 'checks.js': `export function answerKey() { return { ${entries} }; }` })).toMatch(message);
  });
});
