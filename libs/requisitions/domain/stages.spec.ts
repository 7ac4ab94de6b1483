// Moves between stages: every pair, by a person and by the product.
import { DomainError } from '@bringup/platform';
import { advances, assertMayMove, hasReached, moveNeedsReason, nextStages, type Stage, stages } from './stages';

const free: readonly Stage[] = ['applied', 'review', 'assessment', 'interview', 'decision'];
const pairs = stages.flatMap((from) => stages.map((to) => [from, to] as const));
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

it.each(pairs)('a person moves from %s to %s only where that is free', (from, to) => {
  const betweenFree = free.includes(from) && free.includes(to) && from !== to;
  const fromOffer = from === 'offer' && (to === 'decision' || to === 'hired');
  const wanted = betweenFree || fromOffer ? 'nothing thrown' : 'stage-not-allowed';
  expect(codeOf(() => assertMayMove({ stage: from, status: 'active' }, to, 'because'))).toBe(wanted);
  expect(nextStages({ stage: from, status: 'active' }).includes(to)).toBe(wanted === 'nothing thrown');
});

it('wants a reason for going back and for leaving out a stage', () => {
  expect(moveNeedsReason('applied', 'review')).toBe(false);
  expect(moveNeedsReason('offer', 'hired')).toBe(false);
  expect(moveNeedsReason('applied', 'assessment')).toBe(true);
  expect(moveNeedsReason('interview', 'review')).toBe(true);
  expect(codeOf(() => assertMayMove({ stage: 'interview', status: 'active' }, 'review', ''))).toBe(
    'stage-reason-missing',
  );
});

it.each(['rejected', 'withdrawn', 'hired'] as const)('moves nothing that is %s', (status) => {
  expect(nextStages({ stage: 'review', status })).toEqual([]);
  expect(codeOf(() => assertMayMove({ stage: 'review', status }, 'assessment', 'because'))).toBe('application-closed');
  expect(advances({ stage: 'review', status }, 'assessment')).toBe(false);
  expect(codeOf(() => advances({ stage: 'decision', status }, 'offer'))).toBe('application-closed');
});

it.each(pairs.filter(([, to]) => to !== 'hired'))('the product moves from %s to %s only forwards', (from, to) => {
  expect(advances({ stage: from, status: 'active' }, to as Exclude<Stage, 'hired'>)).toBe(
    stages.indexOf(to) > stages.indexOf(from),
  );
  expect(hasReached(from, to)).toBe(stages.indexOf(from) >= stages.indexOf(to));
});
