// What the live view says of an attempt.
import { changesText, connection, minutesText, secondsLeft, standNow, standWords } from './live-words';

const now = Date.parse('2026-11-25T10:00:00.000Z');
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
const running = {
  stand: 'running' as const,
  deadlineAt: at(600),
  timeLeftSeconds: 700,
  breakEndsAt: null,
  pause: null,
};
const onBreak = { ...running, stand: 'on-break' as const, breakEndsAt: at(120), timeLeftSeconds: 480 };

describe('the time left', () => {
  it('runs with the server’s clock, and never below nothing', () => {
    expect(secondsLeft(running, now)).toBe(600);
    expect(secondsLeft(running, now + 700_000)).toBe(0);
  });

  it('stands while paused and on a break, and goes on when the break has ended by itself', () => {
    expect(secondsLeft({ ...running, stand: 'paused' }, now + 90_000)).toBe(700);
    expect(secondsLeft(onBreak, now + 119_000)).toBe(480);
    expect(standNow(onBreak, now + 120_000)).toBe('running');
    expect(secondsLeft(onBreak, now + 130_000)).toBe(470);
  });
});

describe('the words', () => {
  it('say who paused and why, and when a break ends', () => {
    const pause = { since: at(-300), by: 'Tomas Berg', reason: 'Fire alarm' };
    expect(standWords({ ...running, stand: 'paused', pause }, now)).toBe('by Tomas Berg for 5\u00A0min: Fire alarm');
    expect(standWords(onBreak, now)).toBe('ends by itself in 2\u00A0min');
    expect(standWords(running, now)).toBe('');
  });

  it('tell a connection from a silence', () => {
    expect(connection(at(-20), now)).toEqual({ label: 'Connected', tone: 'go' });
    expect(connection(at(-300), now)).toEqual({ label: 'Last seen 5 minutes ago', tone: 'hold' });
    expect(connection(null, now).label).toBe('Not seen yet');
  });

  it('add up minutes without hiding where they come from', () => {
    expect(minutesText({ minutes: 90, extensionMinutes: 45, addedMinutes: 0 })).toBe('90 + 45\u00A0min');
    expect(minutesText({ minutes: 90, extensionMinutes: 0, addedMinutes: 0 })).toBe('90\u00A0min');
  });

  it('tell a listener what changed, and nothing when nothing did', () => {
    const asha = { id: '1', candidateName: 'Asha', stand: 'running' as const };
    const ben = { id: '2', candidateName: 'Ben', stand: 'running' as const };
    expect(changesText([asha], [asha])).toBe('');
    expect(changesText([asha], [{ ...asha, stand: 'paused' }, ben])).toBe('Asha is paused. Ben started.');
    expect(changesText([asha, ben], [asha])).toBe('Ben is done.');
  });
});
