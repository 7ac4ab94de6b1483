// Days on which people in offices work: promises to candidates are counted in them. Public holidays are not known here.

const dayMs = 24 * 3600 * 1000;

function isWeekend(day: Date): boolean {
  return day.getUTCDay() === 0 || day.getUTCDay() === 6;
}

/** The end (UTC) of the n-th working day after an instant. */
export function addWorkingDays(from: Date, count: number): Date {
  let day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate(), 23, 59, 59));
  for (let left = count; left > 0;) {
    day = new Date(day.getTime() + dayMs);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

/** "Friday 4 December" */
export function dayWords(instant: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' })
    .format(instant)
    .replace(',', '');
}
