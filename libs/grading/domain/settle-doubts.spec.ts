// A check that stopped after the program had run: the reference says whose fault it is.
import type { CheckOutcome } from '../sandbox/sandbox';
import { settleDoubts } from './settle-doubts';

const outcome = (id: string, changes: Partial<CheckOutcome> = {}): CheckOutcome => ({
  ...{ id, visible: true, title: '', lesson: '', points: 1, passed: true, message: '', fault: null, inputs: '' },
  metrics: { stackPeakBytes: 0, heapPeakBytes: 0, instructions: 1, callDepthPeak: 1 },
  detail: null,
  ...changes,
});
const stopped = outcome('a', {
  passed: false,
  message: 'The check could not go on.',
  detail: { reason: 'TypeError: no x', line: 7 },
});

it('leaves it with the program where the reference passes', () => {
  const others = [outcome('b', { passed: false, message: 'b' }), outcome('c')];
  expect(settleDoubts([stopped, ...others], [outcome('a'), outcome('b')])).toEqual([stopped, ...others]);
});

it.each([
  ['stops too', [stopped]],
  ['fails', [outcome('a', { passed: false })]],
  ['passes another check alone', [outcome('b')]],
  ['did not run', []],
])('is the author’s where the reference %s', (_what, reference) => {
  const message = 'checks.js:7: the check itself failed: TypeError: no x';
  expect(settleDoubts([stopped, outcome('b')], reference)).toMatchObject([
    { id: 'a', passed: false, fault: { status: 'internal-error', message } },
    { id: 'b', passed: true, fault: null },
  ]);
});
