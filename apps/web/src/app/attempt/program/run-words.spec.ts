// Runs in words.
import type { Run, Verdict } from '../../api/models';
import { runProgress, runSummary } from './run-words';

const run = (change: Partial<Run>): Run => ({
  id: 'r',
  position: 1,
  state: 'queued',
  check: null,
  of: null,
  ahead: null,
  sha256: 'abc',
  requestedAt: '2026-11-23T14:03:22.000Z',
  finishedAt: null,
  verdict: null,
  ...change,
});
const verdict = (change: Partial<Verdict>): Verdict => ({
  status: 'accepted',
  points: 0,
  maxPoints: 0,
  checks: [],
  metrics: null,
  budgets: [],
  compilerOutput: '',
  toolchain: '',
  digest: '',
  ...change,
});

describe('runProgress', () => {
  it('follows the run and knows a share only when it can', () => {
    expect(runProgress(undefined, true)?.text).toBe('Asking for a run');
    expect(runProgress(run({ sha256: '' }), false)).toEqual({ text: 'Waiting for a free compiler', share: null });
    expect([0, 1, 7, null].map((ahead) => runProgress(run({ ahead }), false)?.text)).toEqual([
      'Next in the queue',
      '1 run of others before yours',
      '7 runs of others before yours',
      'Waits for your run of another task',
    ]);
    expect(runProgress(run({ state: 'checking', check: 3, of: 5 }), false)).toEqual({
      text: 'Check 3 of 5',
      share: 0.5,
    });
    expect(runProgress(run({ state: 'done' }), false)).toBeUndefined();
  });
});

describe('runSummary', () => {
  it('counts the checks that passed', () => {
    const check = { id: 'a', title: '', visible: true, points: 0, maxPoints: 1, message: '', lesson: null };
    const checks = [
      { ...check, passed: true },
      { ...check, id: 'b', passed: false },
    ];
    expect(runSummary(run({ state: 'done', verdict: verdict({ status: 'partial', checks }) }))).toBe(
      'Run finished: 1 of 2 visible checks passed. Partial.',
    );
  });

  it('never blames the candidate for our faults', () => {
    for (const broken of [
      run({ state: 'failed' }),
      run({ state: 'done', verdict: verdict({ status: 'internal-error' }) }),
    ]) {
      expect(runSummary(broken)).toContain('on our side');
    }
  });
});
