// What waits longest beyond its patience stands first.
import { byUrgency } from './waiting-words';

const now = new Date('2026-11-23T12:00:00Z');

describe('byUrgency', () => {
  it('puts the overdue first, then the oldest', () => {
    const sorted = byUrgency(
      [
        { kind: 'review-application', since: '2026-11-21T12:00:00Z' },
        { kind: 'write-scorecard', since: '2026-11-22T10:00:00Z' },
        { kind: 'decide', since: '2026-11-22T12:00:00Z' },
      ],
      now,
    );
    expect(sorted.map((item) => [item.kind, item.overdue])).toEqual([
      ['write-scorecard', true],
      ['review-application', false],
      ['decide', false],
    ]);
  });

  it('is not overdue at exactly its patience', () => {
    expect(byUrgency([{ kind: 'write-scorecard', since: '2026-11-22T12:00:00Z' }], now)[0]?.overdue).toBe(false);
  });
});
