// What one should know before handing in, in short: what is unanswered, and what is not on the server as it stands here. Pure.
import type { SaveState } from '../drafts/draft-saver';

interface TaskStand {
  readonly position: number;
  readonly title: string;
  readonly answered: 'none' | 'some' | 'full';
  /** A number field holds something that is no number. */
  readonly isUnreadable: boolean;
  readonly save: SaveState['kind'];
}

export interface SummaryLine {
  readonly text: string;
  readonly tone: 'go' | 'hold' | 'stop';
  readonly tasks: readonly Pick<TaskStand, 'position' | 'title'>[];
}

export function submitSummary(tasks: readonly TaskStand[]): SummaryLine[] {
  const which = (fits: (task: TaskStand) => boolean) => tasks.filter(fits);
  const line = (text: string, tone: SummaryLine['tone'], about: readonly TaskStand[]): SummaryLine[] =>
    about.length > 0 ? [{ text, tone, tasks: about.map(({ position, title }) => ({ position, title })) }] : [];
  const conflicting = which(({ save }) => save === 'conflict');
  const unsaved = which(({ save }) => ['dirty', 'saving', 'retrying', 'refused'].includes(save));
  const empty = which(({ answered }) => answered === 'none');
  const partly = which(({ answered }) => answered === 'some');
  const unreadable = which(({ isUnreadable }) => isUnreadable);
  const open = [
    ...line('Not answered:', 'hold', empty),
    ...line('Answered in part:', 'hold', partly),
    ...line('With an answer that cannot be read as a number:', 'hold', unreadable),
  ];
  const unsafe = [
    ...line('Two versions, and one must be chosen:', 'stop', conflicting),
    ...line('Not saved yet:', 'stop', unsaved),
  ];
  return [
    ...unsafe,
    ...open,
    ...(open.length === 0 ? [plain('Every task is answered.')] : []),
    ...(unsafe.length === 0 ? [plain('Everything that you typed is saved.')] : []),
  ];
}

function plain(text: string): SummaryLine {
  return { text, tone: 'go', tasks: [] };
}
