// What becomes of mutants, with a grader whose checks are a few words long.
import type { Verdict } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import { gradeMutants, type MutantGrader } from './grade-mutants';
import { mutateSource } from './mutate-source';
import { mutateTask, sampleOf } from './mutate-task';
import { mutationReport, mutationText } from './mutation-report';

const reference = 'int f(int a) { return a < 3; }';
const task = { slug: 'small', files: { 'reference.c': reference }, equivalentMutants: [] } as unknown as Task;

function verdict(isFull: boolean, isCheck = true): Verdict {
  return {
    status: isFull ? 'accepted' : 'partial',
    points: isFull ? 10 : 8,
    maxPoints: 10,
    checks: [{ id: 'edge', passed: isFull || !isCheck }],
    budgets: [{ metric: 'codeBytes', points: isFull || isCheck ? 2 : 0, maxPoints: 2 }],
  } as unknown as Verdict;
}

/** `a <= 3` is noticed on seed 2, `a != 3` never; a 4 does not compile, `0;` costs a budget, and the rest is the same program. */
class FakeGrader implements MutantGrader {
  readonly graded: [string, number][] = [];
  programKey(_: Task, seed: number, source: string): Promise<string | null> {
    if (source.includes('4')) return Promise.resolve(null);
    const isOther = ['<=', '!=', 'return 0'].some((word) => source.includes(word));
    return Promise.resolve(isOther ? source : `reference ${seed}`);
  }
  grade({ answer, seed }: Parameters<MutantGrader['grade']>[0]): Promise<Verdict> {
    const source = answer.kind === 'c' ? answer.source : '';
    this.graded.push([source, seed]);
    if (source.includes('return 0')) return Promise.resolve(verdict(false, false));
    return Promise.resolve(verdict(!(source.includes('<=') && seed === 2)));
  }
}

it('stops at the first seed that takes points, and grades nothing that is the same program', async () => {
  const grader = new FakeGrader();
  const graded = await gradeMutants(task, mutateSource(reference), grader, 3);
  const fateOf = (after: string) => graded.find(({ mutant }) => mutant.after.includes(after))?.outcome;
  expect(fateOf('a <= 3')).toEqual({ fate: 'killed', by: ['edge'], seed: 2 });
  expect(fateOf('return 0;')).toEqual({ fate: 'killed', by: ['budget:codeBytes'], seed: 1 });
  expect(fateOf('a != 3')).toEqual({ fate: 'survived' });
  expect(fateOf('a < 4')).toEqual({ fate: 'not-compiled' });
  expect(fateOf('a < 2')).toEqual({ fate: 'same-program' });
  expect(grader.graded.filter(([source]) => source.includes('<=')).map(([, seed]) => seed)).toEqual([1, 2]);
  expect(new Set(grader.graded.map(([source]) => source)).size).toBe(3);
});

it('says which mutant could not be graded, and why', async () => {
  const broken = new FakeGrader();
  broken.grade = () =>
    Promise.resolve({ status: 'internal-error', compilerOutput: 'checks.js:3: no such call' } as unknown as Verdict);
  const report = await mutateTask(task, broken, { seeds: 2, sample: null, sampleSeed: 1 });
  expect(report).toMatchObject({ made: 0, killed: 0, survivors: [] });
  expect(report.faults).toContainEqual(
    expect.stringMatching(
      /^small\/checks\.js: seed 1, comparison:f:\w+ \(int f\(int a\) \{ return a <= 3; \}\): checks\.js:3: no such call$/,
    ),
  );
});

it('lists survivors, and does not list the recorded ones', async () => {
  const report = await mutateTask(task, new FakeGrader(), { seeds: 2, sample: null, sampleSeed: 1 });
  expect(report).toMatchObject({ slug: 'small', seedsTried: 2, made: 3, killed: 2, recordedAsEquivalent: 0 });
  expect(report.killedBy).toEqual({ edge: 1, 'budget:codeBytes': 1 });
  const [survivor] = report.survivors;
  expect(survivor).toMatchObject({ line: 1, after: 'int f(int a) { return a != 3; }' });
  expect(mutationText(report)).toContain(`1 unexplained; `);
  expect(mutationText(report)).toContain(`${survivor.id} (line 1)\n    - int f(int a) { return a < 3; }`);
  const recorded = { ...task, equivalentMutants: [{ id: survivor.id, reason: 'a is never above 3' }] };
  const explained = await mutateTask(recorded, new FakeGrader(), { seeds: 2, sample: null, sampleSeed: 1 });
  expect(explained).toMatchObject({ made: 3, killed: 2, recordedAsEquivalent: 1, survivors: [], faults: [] });
});

it('finds entries of the record that name no mutant, or one that needs no reason', async () => {
  const all = mutateSource(reference);
  const graded = await gradeMutants(task, all, new FakeGrader(), 2);
  const idOf = (after: string) => all.find((mutant) => mutant.after.includes(after))?.id ?? '';
  const record = ['operand:f:00000000', idOf('a <= 3'), idOf('a < 2'), idOf('a < 4')].map((id) => ({
    id,
    reason: 'x',
  }));
  expect(mutationReport('small', 2, all, graded, record).faults).toEqual([
    'small/mutants.yaml: there is no mutant operand:f:00000000: remove it',
    expect.stringMatching(/^small\/mutants\.yaml: comparison:f:\w+ is killed by a check: remove it$/),
    expect.stringMatching(/constant:f:\w+ does not compile: remove it$/),
    expect.stringMatching(/constant:f:\w+ is the very program of the reference, which needs no reason: remove it$/),
  ]);
});

it('draws the same sample for the same seed, in the order of the source', () => {
  const all = mutateSource(reference);
  const drawn = sampleOf(all, 3, 'small 1');
  expect(drawn).toHaveLength(3);
  expect(sampleOf(all, 3, 'small 1')).toEqual(drawn);
  expect(drawn.map((mutant) => all.indexOf(mutant))).toEqual(
    drawn.map((mutant) => all.indexOf(mutant)).sort((a, b) => a - b),
  );
  expect(sampleOf(all, 1000, 'small 1')).toEqual(all);
});
