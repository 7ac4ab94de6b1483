// A verdict that is stored either fits together or is none: whatever a row holds, what comes out can be shown.
import { createRandom } from '@bringup/grading';
import { outcomeTask } from './domain/outcome-task';
import { verdictDifference } from './domain/regrade';
import { readVerdict } from './stored-verdict';
import { bentVerdict, soundVerdict } from './testing-verdicts';

it('reads a sound verdict as it is', () => {
  expect(readVerdict(soundVerdict)).toEqual(soundVerdict);
  expect(readVerdict(JSON.parse(JSON.stringify(soundVerdict)))).toEqual(soundVerdict);
});

it('fills what an older verdict does not have, and what was erased', () => {
  const { status, points, maxPoints } = soundVerdict;
  expect(readVerdict({ status, points, maxPoints })).toEqual({
    ...{ status, points, maxPoints, checks: [], metrics: null, budgets: [] },
    ...{ compilerOutput: '', toolchain: '', digest: '' },
  });
});

it.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'accepted'],
  ['a list', []],
  ['no points', { ...soundVerdict, points: null }],
  ['points of NaN', { ...soundVerdict, points: NaN }],
  ['points as a text', { ...soundVerdict, points: 'NaN' }],
  ['endless points', { ...soundVerdict, maxPoints: Infinity }],
  ['points below zero', { ...soundVerdict, points: -5 }],
  ['more points than there are', { ...soundVerdict, points: 15, maxPoints: 10 }],
  ['an unknown status', { ...soundVerdict, status: 'passed' }],
  ['a fault of ours', { ...soundVerdict, status: 'internal-error' }],
  ['checks that are no list', { ...soundVerdict, checks: {} }],
  ['a check without points', { ...soundVerdict, checks: [{ ...soundVerdict.checks[0], points: null }] }],
  ['an unknown budget', { ...soundVerdict, budgets: [{ ...soundVerdict.budgets[0], metric: 'cycles' }] }],
  ['metrics in parts', { ...soundVerdict, metrics: { ...soundVerdict.metrics, codeBytes: 0.5 } }],
])('has nothing to show for %s', (_what, stored) => {
  expect(readVerdict(stored)).toBeNull();
});

it('makes of 3,000 bent verdicts what can be shown, or nothing', () => {
  const random = createRandom('stored verdicts');
  let shown = 0;
  for (let i = 0; i < 3000; i++) {
    const verdict = readVerdict(bentVerdict(random));
    if (!verdict) continue;
    shown += 1;
    expect(verdict.points).toBeLessThanOrEqual(verdict.maxPoints + 1e-6);
    const share = outcomeTask({ title: '', kind: 'c', criteria: [], weight: 1, verdict }).share;
    expect(share >= 0 && share <= 1 + 1e-6).toBe(true);
    expect(verdictDifference(verdict, verdict).changed).toBe(false);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
  }
  expect(shown).toBeGreaterThan(200);
  expect(shown).toBeLessThan(2400);
});
