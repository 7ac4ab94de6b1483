// bu-task-page: one task. What is asked on the left, the answer on the right; on small screens one after the other.
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  signal,
  untracked,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { FigureChart } from '../../ui/figure-chart';
import { worthText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { MarkdownView } from '../../ui/markdown-view';
import { ProblemPanel } from '../../ui/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { AnswerSheet } from '../answers/answer-sheet';
import { AttemptSession } from '../attempt-session';
import { DraftNewsNote } from '../drafts/draft-news';
import { VersionConflict } from '../drafts/version-conflict';
import { openHistory } from '../history/history-dialog';
import { kindWords } from '../kind-words';
import { ProgramTask } from '../program/program-task';
import type { TaskWork } from '../task-work';

@Component({
  selector: 'bu-task-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AnswerSheet,
    DraftNewsNote,
    FigureChart,
    Icon,
    MarkdownView,
    ProblemPanel,
    ProgramTask,
    RouterLink,
    Skeleton,
    VersionConflict,
  ],
  templateUrl: './task-page.html',
  styleUrl: './task-page.scss',
})
export class TaskPage {
  readonly position = input.required({ transform: numberAttribute });

  private readonly injector = inject(Injector);
  protected readonly session = inject(AttemptSession);
  /** None while it loads, then one; a list so that another task gets a fresh view. */
  protected readonly works = signal<readonly TaskWork[]>([]);
  protected readonly problem = signal<unknown>(undefined);
  /** Known before the task itself is here, so that the heading stands at once. */
  protected readonly outline = computed(() =>
    this.session.view()?.tasks.find((task) => task.position === this.position()),
  );
  protected readonly facts = computed(() => {
    const task = this.outline();
    return task ? [kindWords(task.kind), worthText(task.points), `about ${task.minutes} min`].join(' · ') : '';
  });
  protected readonly next = computed(() => {
    const tasks = this.session.view()?.tasks ?? [];
    return tasks[tasks.findIndex((task) => task.position === this.position()) + 1];
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const position = this.position();
      untracked(() => void this.load(position));
    });
    // What could not be opened while the clock stood is opened when it goes on.
    effect(() => {
      if (this.session.running() && untracked(this.problem)) void untracked(() => this.load(this.position()));
    });
    effect(() => title.setTitle(`Task ${this.position()}: ${this.outline()?.title ?? ''} · Bringup`));
  }

  protected showHistory(work: TaskWork): void {
    openHistory(this.injector, work);
  }

  protected async load(position: number): Promise<void> {
    this.problem.set(undefined);
    this.works.set([]);
    void this.session.flush();
    this.session.visit(position);
    try {
      const work = await this.session.task(position);
      if (position === this.position()) this.works.set([work]);
    } catch (error) {
      if (position === this.position()) this.problem.set(error);
    }
  }
}
