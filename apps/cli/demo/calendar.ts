// Days of the demo: working days before and after the moment of filling, so that the story is always fresh.

const hourMs = 3_600_000;

/** `count` working days from today (negative lies ahead), at an hour of UTC. */
export function workday(now: Date, daysAgo: number, hour: number, minute = 0): Date {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour, minute));
  const step = daysAgo > 0 ? -1 : 1;
  for (let left = Math.abs(daysAgo); left > 0;) {
    day.setUTCDate(day.getUTCDate() + step);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
  }
  return day;
}

export function later(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * hourMs);
}
