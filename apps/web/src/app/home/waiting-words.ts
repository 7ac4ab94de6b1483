// What each kind of waiting work asks of a person, and how long is too long for it.
import type { WaitingItem } from '../api/models';
import type { IconName } from '../ui/icon-paths';

/** The button's words, the icon, and the hours after which the wait is marked as overdue. */
export interface WaitingWords {
  readonly action: string;
  readonly icon: IconName;
  readonly patienceHours: number;
}

const words: Readonly<Record<WaitingItem['kind'], WaitingWords>> = {
  'approve-requisition': { action: 'Approve', icon: 'requisition', patienceHours: 48 },
  'publish-requisition': { action: 'Publish', icon: 'send', patienceHours: 72 },
  'review-application': { action: 'Review', icon: 'application', patienceHours: 72 },
  'answer-accommodation': { action: 'Answer', icon: 'clock', patienceHours: 24 },
  'send-assessment': { action: 'Send assessment', icon: 'task', patienceHours: 72 },
  'schedule-interviews': { action: 'Schedule', icon: 'calendar', patienceHours: 72 },
  'write-scorecard': { action: 'Write scorecard', icon: 'edit', patienceHours: 24 },
  decide: { action: 'Decide', icon: 'decision', patienceHours: 48 },
};

export function waitingWords(kind: WaitingItem['kind']): WaitingWords {
  return words[kind];
}

/** Oldest first; what has waited longer than its patience is overdue. */
export function byUrgency<T extends Pick<WaitingItem, 'kind' | 'since'>>(
  items: readonly T[],
  now: Date,
): (T & { overdue: boolean })[] {
  return items
    .map((item) => {
      const hours = (now.getTime() - new Date(item.since).getTime()) / 3_600_000;
      return { ...item, overdue: hours > words[item.kind].patienceHours };
    })
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.since.localeCompare(b.since));
}
