// Versions rebuilt from steps.
import type { RunEntry } from '../api/models';
import { pauseBefore, rebuilt, runsAfter, shareOf } from './played-back';

const step = (revision: number, savedAt: string, from: number, to: number, insert: string) => ({
  ...{ revision, savedAt, baseRevision: revision - 1, conflicting: false, handedIn: false },
  step: { from, to, insert },
});
const steps = [
  step(1, '2026-11-25T10:00:00.000Z', 0, 0, 'int x;'),
  step(2, '2026-11-25T10:05:00.000Z', 4, 5, 'width'),
  step(3, '2026-11-25T10:05:10.000Z', 0, 10, ''),
];
const run = (id: string, requestedAt: string): RunEntry => ({
  ...{ id, requestedAt, state: 'done', status: 'accepted', passed: 0, of: 0, points: 0, maxPoints: 0, sha256: '' },
});

it('rebuilds each text from the one before it', () => {
  expect(rebuilt('', steps).map(({ text }) => text)).toEqual(['int x;', 'int width;', '']);
});

it('puts each run behind the version that stood when it was asked for', () => {
  const versions = rebuilt('', steps);
  const runs = [
    run('early', '2026-11-25T09:59:00.000Z'),
    run('first', '2026-11-25T10:00:00.000Z'),
    run('late', '2026-11-25T11:00:00.000Z'),
  ];
  expect([-1, 0, 1, 2].map((index) => runsAfter(versions, index, runs).map(({ id }) => id))).toEqual([
    ['early'],
    ['first'],
    [],
    ['late'],
  ]);
});

it('tells long pauses, and places versions on the line of the attempt', () => {
  const versions = rebuilt('', steps);
  expect([0, 1, 2].map((index) => pauseBefore(versions, index))).toEqual([undefined, 300_000, undefined]);
  expect(shareOf('2026-11-25T10:05:00.000Z', '2026-11-25T10:00:00.000Z', '2026-11-25T10:10:00.000Z')).toBe(0.5);
});
