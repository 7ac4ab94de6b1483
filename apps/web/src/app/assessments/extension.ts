// The minutes that a grant adds, as the server will count them. Pure.

/** Minutes × multiplier (in hundredths), then plus the extra minutes, rounded up; less the minutes themselves. */
export function extensionMinutes(minutes: number, multiplier: number, extraMinutes: number): number {
  return Math.max(0, Math.ceil((minutes * Math.round(multiplier * 100)) / 100 + extraMinutes) - minutes);
}
