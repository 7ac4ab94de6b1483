// What a candidate is told about their time. Pure.
import type { CandidateAttemptView } from '../../api/models';
import { durationText } from '../../ui/figures';

type Minutes = Pick<CandidateAttemptView, 'minutes' | 'extensionMinutes' | 'addedMinutes'>;

/** "90 minutes + 45 minutes granted"; without a grant just the duration. */
export function allowanceText({ minutes, extensionMinutes, addedMinutes }: Minutes): string {
  const more = [
    ...(extensionMinutes > 0 ? [`${minutesText(extensionMinutes)} granted`] : []),
    ...(addedMinutes > 0 ? [`${minutesText(addedMinutes)} added`] : []),
  ];
  return more.length > 0 ? [minutesText(minutes), ...more].join(' + ') : durationText(minutes * 60);
}

/** All that somebody has, in one figure. */
export function wholeTimeText({ minutes, extensionMinutes, addedMinutes }: Minutes): string {
  return durationText((minutes + extensionMinutes + addedMinutes) * 60);
}

/** "2 breaks of 10 min left", "1 break of 10 min left"; empty when there is none. */
export function breaksText({ allowed, taken, minutes }: CandidateAttemptView['clock']['breaks']): string {
  const left = allowed - taken;
  if (left <= 0) return '';
  return `${left === 1 ? '1 break' : `${left} breaks`} of ${durationText(minutes * 60)} left`;
}

/** What changed between two deadlines that a person wants to hear of; empty for nothing. */
export function deadlineNews(before: Minutes, after: Minutes): string {
  const more = after.extensionMinutes + after.addedMinutes - before.extensionMinutes - before.addedMinutes;
  return more > 0 ? `You were given ${minutesText(more)} more.` : '';
}

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
