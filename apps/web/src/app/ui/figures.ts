// How figures are written: exact, with their unit, in the same way everywhere. Narrow no-break spaces hold number and unit together.

const gap = '\u00A0';
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 12345 → "12,345". */
export function countText(value: number): string {
  return whole.format(value);
}

const points = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const measured = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });

/** Points of a verdict, to one decimal and without an empty one: 49.67 → "49.7", 60 → "60". */
export function pointsText(value: number): string {
  return points.format(value);
}

const exactPoints = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** Points of a single check, field or budget, to the hundredths in which they are kept: 0.5 → "0.5", 1.375 → "1.38". */
export function exactPointsText(value: number): string {
  return exactPoints.format(value);
}

/** What a task or a part of it is worth: 1 → "1 point", 1.5 → "1.5 points". */
export function worthText(value: number): string {
  return `${exactPointsText(value)}${gap}${value === 1 ? 'point' : 'points'}`;
}

/** A measured figure, to four significant digits below 1,000: 0.0234375 → "0.02344", 3000 → "3,000". */
export function measuredText(value: number): string {
  return Math.abs(value) >= 1000 ? whole.format(value) : measured.format(value);
}

/** Amount in whole units of the currency: (105000, 'USD') → "USD 105,000". */
export function moneyText(amount: number, currency: string): string {
  return `${currency}${gap}${whole.format(amount)}`;
}

/** (105000, 175000, 'USD') → "USD 105,000–175,000". */
export function moneyRangeText(minimum: number, maximum: number, currency: string): string {
  return minimum === maximum
    ? moneyText(minimum, currency)
    : `${moneyText(minimum, currency)}–${whole.format(maximum)}`;
}

/** Bytes, in binary units as memory is sold: 900 → "900 B", 20480 → "20 KiB", 1500 → "1.5 KiB". */
export function bytesText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = Number.isInteger(value) || unit === 0 ? whole.format(value) : oneDigit.format(value);
  return `${digits}${gap}${units[unit]}`;
}

/** Seconds → "45 s", "12 min", "1 h 30 min", "3 days"; at most two parts, rounded down. */
export function durationText(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  if (total < 60) return `${total}${gap}s`;
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return `${minutes}${gap}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours}${gap}h ${minutes % 60}${gap}min` : `${hours}${gap}h`;
  const days = Math.floor(hours / 24);
  if (days < 3 && hours % 24) return `${days}${gap}${days === 1 ? 'day' : 'days'} ${hours % 24}${gap}h`;
  return `${days}${gap}${days === 1 ? 'day' : 'days'}`;
}

/** Seconds left as a clock: 3661 → "1:01:01", 59 → "0:59". */
export function clockText(seconds: number): string {
  const total = Math.max(0, Math.ceil(seconds));
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
