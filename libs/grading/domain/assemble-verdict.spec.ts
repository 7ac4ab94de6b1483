// Verdicts: totals, statuses, budgets that pay only for code that works, and digests that do not move.
import { createHash } from 'node:crypto';
import type { CheckOutcome } from '../sandbox/sandbox';
import {
  compileErrorVerdict,
  fieldsVerdict,
  internalErrorVerdict,
  programVerdict,
  type ProgramRun,
} from './assemble-verdict';
import { canonicalJson } from './canonical-json';
import type { FilledField } from './variant';
import { withDigest } from './verdict-digest';

const subject = { slug: 'ring', seed: 7, taskVersion: 1, scope: 'all', toolchain: 'clang x' } as const;
const metrics = { stackPeakBytes: 16, heapPeakBytes: 0, instructions: 100, callDepthPeak: 2 };
const outcome = (id: string, changes: Partial<CheckOutcome> = {}): CheckOutcome => ({
  id,
  visible: false,
  title: id,
  lesson: '',
  points: 4,
  passed: true,
  message: '',
  fault: null,
  metrics,
  inputs: '',
  detail: null,
  ...changes,
});
const run = (outcomes: CheckOutcome[], changes: Partial<ProgramRun> = {}): ProgramRun => ({
  codeBytes: 500,
  staticRamBytes: 8,
  compilerOutput: '',
  outcomes,
  budgets: [{ metric: 'codeBytes', full: 400, limit: 600, points: 2, check: null }],
  ...changes,
});

describe('programVerdict', () => {
  it('adds checks and budgets', () => {
    const verdict = programVerdict(
      subject,
      run([outcome('a'), outcome('b', { metrics: { ...metrics, stackPeakBytes: 64 } })]),
    );
    expect(verdict).toMatchObject({ status: 'partial', points: 9, maxPoints: 10 });
    expect(verdict.metrics).toEqual({
      codeBytes: 500,
      staticRamBytes: 8,
      stackPeakBytes: 64,
      heapPeakBytes: 0,
      instructions: 200,
      callDepthPeak: 2,
    });
    expect(verdict.budgets).toEqual([
      { metric: 'codeBytes', used: 500, full: 400, limit: 600, points: 1, maxPoints: 2 },
    ]);
  });

  it('is accepted when everything passed within every budget', () => {
    expect(programVerdict(subject, run([outcome('a')], { codeBytes: 400 })).status).toBe('accepted');
  });

  it('pays no budget for small code that does nothing', () => {
    const verdict = programVerdict(
      subject,
      run([outcome('a', { passed: false }), outcome('b', { passed: false })], { codeBytes: 10 }),
    );
    expect(verdict).toMatchObject({ status: 'wrong-answer', points: 0 });
  });

  it('scales budgets by the share of check points earned', () => {
    const verdict = programVerdict(subject, run([outcome('a'), outcome('b', { passed: false })], { codeBytes: 400 }));
    expect(verdict.budgets[0].points).toBe(1);
    expect(verdict).toMatchObject({ status: 'partial', points: 5 });
  });

  it('measures a budget in the check that it names, and only when that check passed', () => {
    const budgets = [{ metric: 'instructions', full: 100, limit: 150, points: 2, check: 'b' }] as const;
    const slow = outcome('a', { metrics: { ...metrics, instructions: 9000 } });
    expect(programVerdict(subject, run([slow, outcome('b')], { budgets })).budgets).toMatchObject([
      { used: 100, points: 2 },
    ]);
    expect(programVerdict(subject, run([slow, outcome('b', { passed: false })], { budgets })).budgets).toMatchObject([
      { used: 100, points: 0 },
    ]);
    expect(programVerdict(subject, run([slow], { budgets })).budgets).toEqual([]);
  });

  it('is named after the first fault', () => {
    const fault = (status: 'runtime-error' | 'memory-limit-exceeded') => ({
      passed: false,
      fault: { status, message: 'm' },
    });
    const verdict = programVerdict(
      subject,
      run([outcome('a'), outcome('b', fault('memory-limit-exceeded')), outcome('c', fault('runtime-error'))]),
    );
    expect(verdict).toMatchObject({ status: 'memory-limit-exceeded', points: 4.33 });
  });

  it('shows budgets to a candidate who tries the visible checks and does not count them', () => {
    const verdict = programVerdict({ ...subject, scope: 'visible' }, run([outcome('a', { visible: true })]));
    expect(verdict).toMatchObject({ status: 'accepted', points: 4, maxPoints: 4, budgets: [{ points: 1 }] });
  });

  it('turns a fault of ours into an internal error without a result', () => {
    const verdict = programVerdict(
      subject,
      run([outcome('a', { fault: { status: 'internal-error', message: 'runner died' } })]),
    );
    expect(verdict).toMatchObject({ status: 'internal-error', points: 0, maxPoints: 6, checks: [] });
  });
});

describe('fieldsVerdict', () => {
  const field: FilledField = {
    name: 'x',
    label: 'X',
    type: 'number',
    unit: '',
    points: 3,
    significantDigits: null,
    options: [],
    keepOrder: true,
  };
  const sheet = {
    fields: [field, { ...field, name: 'y' }],
    answerKey: {
      x: { value: 5, unit: '', tolerance: null, slips: [] },
      y: { value: 6, unit: '', tolerance: null, slips: [] },
    },
  };

  it.each([
    [{ x: '5', y: '6' }, 'accepted', 6],
    [{ x: '5' }, 'partial', 3],
    [{ x: '1', y: '2' }, 'wrong-answer', 0],
  ])('%p is %s with %d points', (answers, status, points) => {
    expect(fieldsVerdict(subject, sheet, answers)).toMatchObject({ status, points, maxPoints: 6 });
  });

  it('with scope visible says how each field was read and nothing about the key', () => {
    const right = fieldsVerdict({ ...subject, scope: 'visible' }, sheet, { x: '5', y: '0,6' });
    const wrong = fieldsVerdict({ ...subject, scope: 'visible' }, sheet, { x: '4', y: '0,6' });
    expect(right.checks).toMatchObject([{ passed: true, message: 'Read as 5.' }, { passed: false }]);
    expect(right.checks[0].passed).toBe(wrong.checks[0].passed);
    expect(right).toMatchObject({ points: 0, maxPoints: 0 });
  });
});

describe('failures', () => {
  it('keep what could have been earned', () => {
    expect(compileErrorVerdict(subject, 20, 'ring.c:1: error')).toMatchObject({
      status: 'compile-error',
      points: 0,
      maxPoints: 20,
    });
    expect(internalErrorVerdict(subject, 20, 'pool')).toMatchObject({
      status: 'internal-error',
      points: 0,
      maxPoints: 20,
    });
  });
});

describe('digest', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const verdict = compileErrorVerdict(subject, 20, '');
  const submission = { answer: { kind: 'c', source: 'int x;' }, taskDigest: 'd' } as const;
  const digest = withDigest(verdict, submission, sha256).digest;

  it('does not depend on the order of keys', () => {
    const { status, ...rest } = verdict;
    expect(withDigest({ ...rest, status }, submission, sha256).digest).toBe(digest);
  });

  it.each([
    ['answer', verdict, { ...submission, answer: { kind: 'c', source: 'int y;' } as const }],
    ['task', verdict, { ...submission, taskDigest: 'e' }],
    ['seed', { ...verdict, seed: 8 }, submission],
    ['toolchain', { ...verdict, toolchain: 'clang y' }, submission],
    ['result', { ...verdict, points: 1 }, submission],
  ])('changes with the %s', (_what, changed, given) => {
    expect(withDigest(changed, given, sha256).digest).not.toBe(digest);
  });

  it('is taken over canonical JSON', () => {
    expect(canonicalJson({ b: [1, 'x', null, true], a: { d: 1e21, c: undefined } })).toBe(
      '{"a":{"d":1e+21},"b":[1,"x",null,true]}',
    );
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(/finite/);
    expect(() => canonicalJson(1n)).toThrow(/bigint/);
  });
});
