// The minutes that a grant adds, as the server will count them, and a grant in a line. Pure.
import type { Accommodation } from '../../api/models';

type Grant = NonNullable<Accommodation['grant']>;

/** Minutes × multiplier (in hundredths), then plus the extra minutes, rounded up; less the minutes themselves. */
export function extensionMinutes(minutes: number, multiplier: number, extraMinutes: number): number {
  return Math.max(0, Math.ceil((minutes * Math.round(multiplier * 100)) / 100 + extraMinutes) - minutes);
}

/** "× 1.5 + 10 min; 2 breaks of 10 min; Large print" */
export function grantText({ multiplier, extraMinutes, breaks, breakMinutes, format }: Grant): string {
  const time = [
    ...(multiplier > 1 ? [`× ${multiplier}`] : []),
    ...(extraMinutes > 0 ? [`+ ${extraMinutes}\u00A0min`] : []),
  ];
  return [
    ...(time.length > 0 ? [time.join(' ')] : []),
    ...(breaks > 0 ? [`${breaks === 1 ? '1 break' : `${breaks} breaks`} of ${breakMinutes}\u00A0min`] : []),
    ...(format === null ? [] : [format]),
  ].join('; ');
}
