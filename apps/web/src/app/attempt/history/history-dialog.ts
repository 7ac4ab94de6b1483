// bu-history-dialog: every saved version and every run of one task; each compared with the text of now, each can be taken up again.
import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, type Injector, computed, inject, signal } from '@angular/core';
import type { Answer } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { clockWithSeconds } from '../../ui/clock-words';
import { ProblemPanel } from '../../ui/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { statusWord } from '../../ui/status-words';
import { TextDiff } from '../../ui/text-diff';
import { answerLines, sameAnswer } from '../answers/answer-state';
import type { TaskWork } from '../task-work';
import { type Moment, momentsOf } from './moments';

/** Opens the history of a task. */
export function openHistory(injector: Injector, work: TaskWork): void {
  injector.get(Dialog).open(HistoryDialog, {
    data: work,
    autoFocus: 'dialog',
    ariaLabelledBy: 'bu-history-title',
    backdropClass: 'bu-scrim',
    width: 'min(72rem, calc(100vw - 2rem))',
    height: 'min(46rem, calc(100dvh - 2rem))',
  });
}

@Component({
  selector: 'bu-history-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProblemPanel, Skeleton, TextDiff],
  templateUrl: './history-dialog.html',
  styleUrl: './history-dialog.scss',
})
export class HistoryDialog {
  protected readonly work = inject<TaskWork>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef>(DialogRef);
  private readonly announcer = inject(Announcer);

  private readonly versions = signal<Parameters<typeof momentsOf>[0]>([]);
  private readonly runs = signal<Parameters<typeof momentsOf>[1]>([]);
  protected readonly earlier = signal<number | null>(null);
  protected readonly loaded = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly moments = computed(() => momentsOf(this.versions(), this.runs()));
  protected readonly chosen = signal<Moment | undefined>(undefined);
  /** The text of the chosen moment, once it is here. */
  private readonly found = signal<{ readonly id: string; readonly answer: Answer } | undefined>(undefined);
  protected readonly answer = computed(() => {
    const found = this.found();
    return found?.id === this.chosen()?.id ? found?.answer : undefined;
  });
  protected readonly now = computed(() => answerLines(this.work.saver.answer(), this.work.view));
  protected readonly then = computed(() => {
    const answer = this.answer();
    return answer ? answerLines(answer, this.work.view) : undefined;
  });
  protected readonly isSame = computed(() => {
    const answer = this.answer();
    return answer !== undefined && sameAnswer(answer, this.work.saver.answer());
  });
  protected readonly time = clockWithSeconds;

  constructor() {
    // What is typed is in the list, too.
    void this.work.saver.flush().then(() => this.load());
  }

  protected async load(before?: number): Promise<void> {
    this.problem.set(undefined);
    try {
      const page = await this.work.history(before);
      this.versions.update((known) => [...known, ...page.versions]);
      if (before === undefined) this.runs.set(page.runs);
      this.earlier.set(page.earlier);
      this.loaded.set(true);
    } catch (error) {
      this.problem.set(error);
    }
  }

  protected async choose(moment: Moment): Promise<void> {
    this.chosen.set(moment);
    this.problem.set(undefined);
    try {
      const { answer } = await (moment.kind === 'run'
        ? this.work.answerOfRun(moment.run.id)
        : this.work.answerOfVersion(moment.version.revision));
      this.found.set({ id: moment.id, answer });
    } catch (error) {
      if (this.chosen()?.id === moment.id) this.problem.set(error);
    }
  }

  protected again(): void {
    const moment = this.chosen();
    void (moment ? this.choose(moment) : this.load());
  }

  /** Becomes the newest version; what it replaces stays in the history. */
  protected restore(): void {
    const answer = this.answer();
    const moment = this.chosen();
    if (!answer || !moment) return;
    this.work.saver.edit(answer);
    void this.work.saver.flush();
    this.announcer.toast(`Restored the text of ${this.time(moment.at)}. The one before it is in the history.`);
    this.dialog.close();
  }

  protected close(): void {
    this.dialog.close();
  }

  /** What is said of a moment beside its time. */
  protected words(moment: Moment): string {
    if (moment.kind === 'version') {
      const { revision, conflicting, characters } = moment.version;
      return `Version ${revision}, ${characters} characters${conflicting ? ', kept beside' : ''}`;
    }
    const { state, status, passed, of, points, maxPoints } = moment.run;
    if (state === 'failed' || status === 'internal-error') return 'Run, failed on our side';
    if (!status) return 'Run, not finished';
    const label = statusWord('verdict', status).label;
    return of > 0
      ? `Run, ${passed} of ${of} passed, ${round(points)}/${round(maxPoints)} points, ${label}`
      : `Run, ${label}`;
  }
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
