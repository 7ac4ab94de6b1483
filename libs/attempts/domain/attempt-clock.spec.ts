// The clock of an attempt, also over random lives of attempts.
import fc from 'fast-check';
import {
  assertTakesAnswers,
  assertWindow,
  type ClockTimes,
  clockStand,
  deadlineOnStart,
  graceMs,
  handInAt,
  lastArrival,
  settleMs,
  takesAnswers,
  timeLeftMs,
} from './attempt-clock';

const at = (milliseconds: number) => new Date(Date.UTC(2026, 10, 23, 9) + milliseconds);
const minute = 60_000;
const window = { opensAt: at(0), closesAt: at(60 * minute) };
const running = (deadlineAt: Date): ClockTimes => ({
  startedAt: at(0),
  deadlineAt,
  submittedAt: null,
  pausedAt: null,
  breakEndsAt: null,
});

describe('the window', () => {
  it('must close in the future and after it opens', () => {
    expect(() => assertWindow(window, at(-1))).not.toThrow();
    expect(() => assertWindow(window, at(60 * minute))).toThrow('lies in the past');
    expect(() => assertWindow({ opensAt: at(2), closesAt: at(2) }, at(0))).toThrow('close before it opens');
  });

  it('lets an attempt start at its first and at its last instant, with all the minutes', () => {
    expect(deadlineOnStart(window, 45, at(0))).toEqual(at(45 * minute));
    expect(deadlineOnStart(window, 45, at(60 * minute))).toEqual(at(105 * minute));
  });

  it('refuses a start a millisecond outside', () => {
    expect(() => deadlineOnStart(window, 45, at(-1))).toThrow(
      expect.objectContaining({ code: 'window-not-open' }) as Error,
    );
    expect(() => deadlineOnStart(window, 45, at(60 * minute + 1))).toThrow(
      expect.objectContaining({ code: 'window-closed' }) as Error,
    );
  });
});

describe('answers', () => {
  const deadline = at(45 * minute);

  it('are taken until the grace for what is on its way has passed', () => {
    expect(takesAnswers(running(deadline), deadline)).toBe(true);
    expect(takesAnswers(running(deadline), at(45 * minute + graceMs))).toBe(true);
    expect(takesAnswers(running(deadline), at(45 * minute + graceMs + 1))).toBe(false);
  });

  it('are refused in words that fit', () => {
    const fresh = { ...running(deadline), startedAt: null, deadlineAt: null };
    expect(() => assertTakesAnswers(fresh, at(0))).toThrow(
      expect.objectContaining({ code: 'attempt-not-started' }) as Error,
    );
    expect(() => assertTakesAnswers(running(deadline), at(46 * minute))).toThrow('Time is up.');
    expect(() => assertTakesAnswers({ ...running(deadline), submittedAt: at(10) }, at(20))).toThrow(
      'was handed in already',
    );
    expect(() =>
      assertTakesAnswers({ ...running(deadline), submittedAt: handInAt(deadline) }, at(46 * minute)),
    ).toThrow('Time is up.');
  });
});

describe('a clock that stands', () => {
  const deadline = at(45 * minute);
  const paused = { ...running(deadline), pausedAt: at(30 * minute) };
  const onBreak = { ...running(deadline), breakEndsAt: at(30 * minute) };

  it('takes nothing and says why, kindly', () => {
    expect(() => assertTakesAnswers(paused, at(60 * minute))).toThrow(
      expect.objectContaining({ code: 'attempt-paused' }) as Error,
    );
    expect(() => assertTakesAnswers(onBreak, at(29 * minute))).toThrow(
      expect.objectContaining({ code: 'attempt-on-break' }) as Error,
    );
    expect(() => assertTakesAnswers(onBreak, at(30 * minute))).not.toThrow();
  });

  it('keeps the time that is left', () => {
    expect(timeLeftMs(paused, at(400 * minute))).toBe(15 * minute);
    expect(timeLeftMs(onBreak, at(20 * minute))).toBe(15 * minute);
    expect(timeLeftMs(onBreak, at(40 * minute))).toBe(5 * minute);
    expect(timeLeftMs(running(deadline), at(50 * minute))).toBe(0);
    expect(timeLeftMs({ ...running(deadline), deadlineAt: null }, at(0))).toBeNull();
  });

  it('stands paused also in a break, and never once it is handed in', () => {
    expect(clockStand({ ...onBreak, pausedAt: at(0) }, at(1))).toBe('paused');
    expect(clockStand({ ...onBreak, submittedAt: at(1) }, at(2))).toBe('handed-in');
    expect(clockStand(running(deadline), at(46 * minute))).toBe('time-up');
  });
});

describe('over random lives of attempts', () => {
  const life = fc.record({
    opens: fc.integer({ min: 0, max: 100_000_000 }),
    length: fc.integer({ min: 1, max: 100_000_000 }),
    minutes: fc.integer({ min: 1, max: 720 }),
    start: fc.integer({ min: -1000, max: 200_001_000 }),
    arrival: fc.integer({ min: -1000, max: 300_000_000 }),
  });
  const startOf = ({
    opens,
    length,
    minutes,
    start,
  }: {
    opens: number;
    length: number;
    minutes: number;
    start: number;
  }) => {
    try {
      return deadlineOnStart({ opensAt: at(opens), closesAt: at(opens + length) }, minutes, at(start));
    } catch {
      return undefined;
    }
  };

  it('a start is possible exactly in the window, and gives every minute', () => {
    fc.assert(
      fc.property(life, (l) => {
        const deadline = startOf(l);
        const inside = l.start >= l.opens && l.start <= l.opens + l.length;
        expect(deadline !== undefined).toBe(inside);
        if (deadline) {
          expect(deadline.getTime() - at(l.start).getTime()).toBe(l.minutes * minute);
          expect(deadline.getTime()).toBeLessThanOrEqual(at(l.opens + l.length).getTime() + l.minutes * minute);
        }
      }),
    );
  });

  it('nothing that may still be taken arrives after the attempt is handed in by itself', () => {
    fc.assert(
      fc.property(life, (l) => {
        const deadline = startOf(l);
        fc.pre(deadline !== undefined);
        const arrival = at(l.arrival);
        if (takesAnswers(running(deadline), arrival))
          expect(handInAt(deadline).getTime() - arrival.getTime()).toBeGreaterThanOrEqual(settleMs);
        expect(takesAnswers(running(deadline), arrival)).toBe(arrival <= lastArrival(deadline));
      }),
    );
  });

  it('once refused, an answer is refused for ever, and handing in ends it at once', () => {
    fc.assert(
      fc.property(life, fc.nat({ max: 1_000_000_000 }), (l, later) => {
        const deadline = startOf(l);
        fc.pre(deadline !== undefined);
        if (!takesAnswers(running(deadline), at(l.arrival))) {
          fc.pre(l.arrival + later >= l.arrival && at(l.arrival) > deadline);
          expect(takesAnswers(running(deadline), at(l.arrival + later))).toBe(false);
        }
        expect(takesAnswers({ ...running(deadline), submittedAt: at(l.start) }, at(l.arrival))).toBe(false);
      }),
    );
  });
});
