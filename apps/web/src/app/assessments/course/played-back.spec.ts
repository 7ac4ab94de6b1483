// Versions rebuilt from steps.
import type { PlaybackRun } from '../../api/models';
import { pauseBefore, rebuilt, runsAfter, shareOf } from './played-back';

const step = (revision: number, atMs: number, from: number, to: number, insert: string) => ({
  ...{ revision, atMs, baseRevision: revision - 1, conflicting: false, handedIn: false },
  step: { from, to, insert },
});
const steps = [step(1, 60_000, 0, 0, 'int x;'), step(2, 360_000, 4, 5, 'width'), step(3, 370_000, 0, 10, '')];
const run = (id: string, atMs: number): PlaybackRun => ({
  ...{ id, atMs, state: 'done', status: 'accepted', passed: 0, of: 0, points: 0, maxPoints: 0, sha256: '' },
});

it('rebuilds each text from the one before it', () => {
  expect(rebuilt('', steps).map(({ text }) => text)).toEqual(['int x;', 'int width;', '']);
});

it('puts each run behind the version that stood when it was asked for', () => {
  const versions = rebuilt('', steps);
  const runs = [run('early', 0), run('first', 60_000), run('late', 3_600_000)];
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
  expect([shareOf(360_000, 720_000), shareOf(720_000, 720_000), shareOf(0, 0)]).toEqual([0.5, 1, 0]);
});
