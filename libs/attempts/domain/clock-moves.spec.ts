// Moves of an attempt's clock, and random lives of attempts against a model that only adds up what was worked and what is owed.
import { DomainError } from '@bringup/platform';
import fc from 'fast-check';
import {
  type ClockTimes,
  clockStand,
  deadlineOnStart,
  graceMs,
  settleMs,
  takesAnswers,
  timeLeftMs,
} from './attempt-clock';
import { deadlineToAwait, dutyAtDeadline, endBreak, extend, pause, resume, startBreak } from './clock-moves';

const at = (ms: number) => new Date(Date.UTC(2026, 10, 25, 9) + ms);
const minute = 60_000;
const running: ClockTimes = {
  startedAt: at(0),
  deadlineAt: at(60 * minute),
  submittedAt: null,
  pausedAt: null,
  breakEndsAt: null,
};
const noBreaks = { breaks: 0, breakMinutes: 0, breaksTaken: 0 };
const twoBreaks = { breaks: 2, breakMinutes: 10, breaksTaken: 0 };
const refusedAs = (code: string) => expect.objectContaining({ code }) as Error;

describe('a pause', () => {
  it('moves the deadline by its length when it ends', () => {
    const paused = { ...running, ...pause(running, at(20 * minute)) };
    expect(resume(paused, at(50 * minute))).toEqual({
      pausedAt: null,
      deadlineAt: at(90 * minute),
      breakEndsAt: null,
    });
  });

  it('in a break keeps the rest of the break', () => {
    const onBreak = { ...running, ...startBreak(running, twoBreaks, at(20 * minute)) };
    const paused = { ...onBreak, ...pause(onBreak, at(24 * minute)) };
    const resumed = { ...paused, ...resume(paused, at(124 * minute)) };
    expect(clockStand(resumed, at(129 * minute))).toBe('on-break');
    expect(timeLeftMs(resumed, at(130 * minute))).toBe(40 * minute);
  });

  it('is refused twice, before the start and after the end', () => {
    const paused = { ...running, ...pause(running, at(1)) };
    expect(() => pause(paused, at(2))).toThrow(refusedAs('attempt-paused'));
    expect(() => resume(running, at(2))).toThrow(refusedAs('attempt-not-paused'));
    expect(() => pause({ ...running, startedAt: null, deadlineAt: null }, at(2))).toThrow(
      refusedAs('attempt-not-started'),
    );
    expect(() => pause(running, at(60 * minute))).toThrow(refusedAs('attempt-over'));
    expect(() => pause({ ...running, submittedAt: at(1) }, at(2))).toThrow(refusedAs('attempt-over'));
  });
});

describe('an extension', () => {
  it('counts from the deadline, and from now when that has passed', () => {
    expect(extend(running, 10, at(30 * minute)).deadlineAt).toEqual(at(70 * minute));
    expect(extend(running, 10, at(61 * minute)).deadlineAt).toEqual(at(71 * minute));
  });

  it('of a paused attempt waits for the pause to end', () => {
    const paused = { ...running, ...pause(running, at(30 * minute)) };
    const changes = extend(paused, 10, at(300 * minute));
    expect(changes.deadlineAt).toEqual(at(70 * minute));
    expect(deadlineToAwait(paused, changes)).toBeNull();
  });
});

describe('a break', () => {
  it('costs no time, and gives back none that was not used', () => {
    const onBreak = { ...running, ...startBreak(running, twoBreaks, at(20 * minute)) };
    expect(timeLeftMs(onBreak, at(25 * minute))).toBe(40 * minute);
    const back = { ...onBreak, ...endBreak(onBreak, at(25 * minute)) };
    expect(back.deadlineAt).toEqual(at(65 * minute));
    expect(endBreak(back, at(26 * minute))).toBeUndefined();
  });

  it('ends by itself', () => {
    const onBreak = { ...running, ...startBreak(running, twoBreaks, at(20 * minute)) };
    expect(takesAnswers(onBreak, at(30 * minute - 1))).toBe(false);
    expect(takesAnswers(onBreak, at(30 * minute))).toBe(true);
  });

  it('needs one that is left, and a clock that runs', () => {
    expect(() => startBreak(running, noBreaks, at(1))).toThrow(refusedAs('break-none-left'));
    expect(() => startBreak(running, { ...twoBreaks, breaksTaken: 2 }, at(1))).toThrow(refusedAs('break-none-left'));
    const paused = { ...running, ...pause(running, at(1)) };
    expect(() => startBreak(paused, twoBreaks, at(2))).toThrow(refusedAs('attempt-paused'));
    expect(() => endBreak(paused, at(2))).toThrow(refusedAs('attempt-paused'));
  });
});

type Act =
  | { readonly act: 'pass'; readonly ms: number }
  | { readonly act: 'extend'; readonly minutes: number }
  | {
      readonly act:
        'start' | 'pause' | 'resume' | 'break' | 'return' | 'answer' | 'disconnect' | 'connect' | 'submit' | 'worker';
    };

/** The attempt as the rules move it, and beside it a model that knows only minutes owed and minutes worked. */
class Life {
  private now = 0;
  private times: ClockTimes = { ...running, startedAt: null, deadlineAt: null };
  private breaks = twoBreaks;
  private awaited: number[] = [];
  private workerUp = true;
  private connected = true;
  private worked = 0;
  private owed: number;
  private breakLeft = 0;
  private isPaused = false;
  handedIn = 0;

  constructor(private readonly minutes: number) {
    this.owed = minutes * minute;
  }

  get started(): boolean {
    return this.times.startedAt !== null;
  }

  do(step: Act): void {
    if (step.act === 'pass') this.pass(step.ms);
    else if (step.act === 'worker') this.workerUp = !this.workerUp;
    else if (step.act === 'disconnect') this.connected = false;
    else if (step.act === 'connect') this.connected = true;
    else if (step.act === 'extend') this.extend(step.minutes);
    else this.act(step.act);
    this.check();
  }

  /** Nobody does anything more, the worker comes back, and all that can pass passes. */
  finish(): void {
    this.workerUp = true;
    if (this.isPaused) this.act('resume');
    for (let round = 0; round < 50 && this.handedIn === 0; round += 1) this.pass(60 * minute);
    this.check();
  }

  private check(): void {
    const now = at(this.now);
    const over = this.times.submittedAt !== null;
    const stands = this.isPaused || this.breakLeft > 0;
    expect(takesAnswers(this.times, now)).toBe(this.started && !over && !stands && this.worked <= this.owed + graceMs);
    if (this.started && !over) expect(timeLeftMs(this.times, now)).toBe(Math.max(0, this.owed - this.worked));
    expect(this.handedIn).toBe(over ? 1 : 0);
  }

  private pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = Math.min(...this.awaited);
      if (!this.workerUp || due > end) break;
      this.moveTo(Math.max(this.now, due));
      this.awaited = this.awaited.filter((row) => row !== due);
      this.deadlineComes();
    }
    this.moveTo(end);
  }

  private moveTo(instant: number): void {
    const passed = instant - this.now;
    this.now = instant;
    if (!this.started || this.isPaused || this.times.submittedAt !== null) return;
    const resting = Math.min(passed, this.breakLeft);
    this.breakLeft -= resting;
    this.worked += passed - resting;
  }

  private deadlineComes(): void {
    const duty = dutyAtDeadline(this.times, at(this.now));
    if (duty === 'nothing') return;
    if (duty !== 'hand-in') {
      this.awaited.push(duty.waitUntil.getTime() - at(0).getTime());
      return;
    }
    // Never in a pause or a break, never before the last deadline with its grace.
    expect(this.isPaused).toBe(false);
    expect(this.breakLeft).toBe(0);
    expect(this.worked).toBeGreaterThanOrEqual(this.owed + graceMs + settleMs);
    this.handIn();
  }

  private handIn(): void {
    this.handedIn += 1;
    this.times = { ...this.times, submittedAt: at(this.now) };
  }

  private change(changes: Partial<ClockTimes>): void {
    const due = deadlineToAwait(this.times, changes);
    if (due) this.awaited.push(due.getTime() - at(0).getTime());
    this.times = { ...this.times, ...changes };
  }

  private extend(minutes: number): void {
    this.attempt(() => {
      this.change(extend(this.times, minutes, at(this.now)));
      const late = !this.isPaused && this.breakLeft === 0 && this.worked > this.owed;
      this.owed = (late ? this.worked : this.owed) + minutes * minute;
    });
  }

  private act(act: Exclude<Act['act'], 'pass' | 'extend' | 'worker' | 'disconnect' | 'connect'>): void {
    const now = at(this.now);
    if (!this.connected && ['start', 'break', 'return', 'answer', 'submit'].includes(act)) return;
    if (act === 'start' && !this.started)
      this.change({
        startedAt: now,
        deadlineAt: deadlineOnStart({ opensAt: at(0), closesAt: at(1e12) }, this.minutes, now),
      });
    if (act === 'submit' && takesAnswers(this.times, now)) this.handIn();
    if (act === 'pause')
      this.attempt(() => {
        this.change(pause(this.times, now));
        this.isPaused = true;
      });
    if (act === 'resume')
      this.attempt(() => {
        this.change(resume(this.times, now));
        this.isPaused = false;
      });
    if (act === 'break')
      this.attempt(() => {
        const { breaksTaken, ...times } = startBreak(this.times, this.breaks, now);
        this.breaks = { ...this.breaks, breaksTaken };
        this.change(times);
        this.breakLeft = this.breaks.breakMinutes * minute;
      });
    if (act === 'return')
      this.attempt(() => {
        this.change(endBreak(this.times, now) ?? {});
        this.breakLeft = 0;
      });
  }

  /** A move that the rules refuse changes nothing. */
  private attempt(move: () => void): void {
    try {
      move();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

const plain = fc.constantFrom<Act>(
  ...(
    ['start', 'pause', 'resume', 'break', 'return', 'answer', 'disconnect', 'connect', 'submit', 'worker'] as const
  ).map((act) => ({ act })),
);
const pass = fc
  .oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 40 * minute }), fc.constant(minute))
  .map((ms): Act => ({ act: 'pass', ms }));
const more = fc.integer({ min: 1, max: 30 }).map((minutes): Act => ({ act: 'extend', minutes }));
const lives = fc.array(
  fc.oneof({ arbitrary: pass, weight: 4 }, { arbitrary: plain, weight: 4 }, { arbitrary: more, weight: 1 }),
  { maxLength: 60 },
);

describe('over random lives of attempts', () => {
  it('no owed time is lost, no answer is taken while the clock stands, and it is handed in once, after its last deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), lives, (minutes, acts) => {
        const life = new Life(minutes);
        for (const act of acts) life.do(act);
        life.finish();
        expect(life.handedIn).toBe(life.started ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('is not fooled by chance: such lives do hold pauses, breaks, extensions and late workers', () => {
    const life = new Life(30);
    const story: Act[] = [
      { act: 'start' },
      { act: 'pass', ms: 10 * minute },
      { act: 'break' },
      { act: 'pass', ms: 4 * minute },
      { act: 'pause' },
      { act: 'pass', ms: 500 * minute },
      { act: 'extend', minutes: 5 },
      { act: 'resume' },
      { act: 'pass', ms: 6 * minute + 25 * minute },
      { act: 'pass', ms: graceMs + settleMs - 1 },
    ];
    for (const act of story) life.do(act);
    expect(life.handedIn).toBe(0);
    life.do({ act: 'pass', ms: 1 });
    expect(life.handedIn).toBe(1);
  });
});
