// What the live view says of one attempt at one moment of the server's clock. Pure.
import type { LiveAttempt } from '../../api/models';
import { durationText } from '../../ui/figures';
import { relativeText } from '../../ui/time-words';
import type { Tone } from '../../ui/status-words';

type Clock = Pick<LiveAttempt, 'stand' | 'deadlineAt' | 'timeLeftSeconds' | 'breakEndsAt'>;

/** While a page is open it is heard of every 20 s; this much later it counts as gone. */
const silenceMs = 50_000;

/** Where the clock is by now: a break ends by itself between two readings. */
export function standNow({ stand, breakEndsAt }: Clock, now: number): LiveAttempt['stand'] {
  return stand === 'on-break' && breakEndsAt && Date.parse(breakEndsAt) <= now ? 'running' : stand;
}

/** Seconds that the candidate still has to work. */
export function secondsLeft(clock: Clock, now: number): number {
  return standNow(clock, now) === 'running'
    ? Math.max(0, (Date.parse(clock.deadlineAt) - now) / 1000)
    : clock.timeLeftSeconds;
}

/** The chip and what stands under it. */
export function standWords(attempt: Pick<LiveAttempt, 'pause'> & Clock, now: number): string {
  const stand = standNow(attempt, now);
  if (stand === 'paused' && attempt.pause) {
    const since = durationText((now - Date.parse(attempt.pause.since)) / 1000);
    return `by ${attempt.pause.by} for ${since}: ${attempt.pause.reason}`;
  }
  if (stand === 'on-break' && attempt.breakEndsAt)
    return `ends by itself in ${durationText((Date.parse(attempt.breakEndsAt) - now) / 1000)}`;
  return '';
}

export function connection(seenAt: string | null, now: number): { readonly label: string; readonly tone: Tone } {
  if (!seenAt) return { label: 'Not seen yet', tone: 'hold' };
  const seen = Date.parse(seenAt);
  if (now - seen < silenceMs) return { label: 'Connected', tone: 'go' };
  return { label: `Last seen ${relativeText(new Date(seen), new Date(now))}`, tone: 'hold' };
}

/** "90 + 45 + 10 min": the assessment's own, granted, added. */
export function minutesText({
  minutes,
  extensionMinutes,
  addedMinutes,
}: Pick<LiveAttempt, 'minutes' | 'extensionMinutes' | 'addedMinutes'>): string {
  return `${[minutes, extensionMinutes, addedMinutes].filter((part, index) => index === 0 || part > 0).join(' + ')}\u00A0min`;
}

interface Told {
  readonly id: string;
  readonly candidateName: string;
  readonly stand: LiveAttempt['stand'];
}

const newStand: Partial<Record<LiveAttempt['stand'], string>> = {
  paused: 'is paused',
  'on-break': 'is on a break',
  running: 'goes on',
  'time-up': 'has no time left',
};

/** What a screen reader is told when the list changed: who came, who is done, whose clock stands or goes on. */
export function changesText(before: readonly Told[], after: readonly Told[]): string {
  const known = new Map(before.map((item) => [item.id, item]));
  const here = new Set(after.map(({ id }) => id));
  const news = after.flatMap(({ id, candidateName, stand }) => {
    const old = known.get(id);
    if (!old) return [`${candidateName} started.`];
    return old.stand === stand || !newStand[stand] ? [] : [`${candidateName} ${newStand[stand]}.`];
  });
  const gone = before.filter(({ id }) => !here.has(id)).map(({ candidateName }) => `${candidateName} is done.`);
  return [...news, ...gone].join(' ');
}
