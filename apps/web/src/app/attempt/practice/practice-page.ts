// bu-practice-page: tasks to try before the start, in the very editor and fields of the assessment. No clock, no answer, no reader.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Api } from '../../api/api';
import { getPractice } from '../../api/fn/candidate/get-practice';
import { FigureChart } from '../../ui/figure-chart';
import { Icon } from '../../ui/icon';
import { MarkdownView } from '../../ui/markdown-view';
import { ProblemPanel } from '../../ui/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { AnswerSheet } from '../answers/answer-sheet';
import { kindWords } from '../kind-words';
import { AttemptEvents } from '../live/attempt-events';
import { ProgramTask } from '../program/program-task';
import { PracticeWork } from './practice-work';

@Component({
  selector: 'bu-practice-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerSheet, FigureChart, Icon, MarkdownView, ProblemPanel, ProgramTask, RouterLink, Skeleton],
  templateUrl: './practice-page.html',
  styleUrls: ['../tasks/task-page.scss', './practice-page.scss'],
})
export class PracticePage {
  /** The secret part of the invitation's link. */
  readonly token = input.required<string>();

  private readonly api = inject(Api);
  protected readonly works = signal<readonly PracticeWork[]>([]);
  protected readonly loaded = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly chosen = signal(0);
  /** One at a time, in a list so that another task gets fresh fields and a fresh editor. */
  protected readonly shown = computed(() => this.works().slice(this.chosen(), this.chosen() + 1));
  protected readonly kind = kindWords;
  private events: AttemptEvents | undefined;

  constructor() {
    inject(Title).setTitle('Practice · Bringup');
    inject(DestroyRef).onDestroy(() => this.close());
    effect(() => {
      this.token();
      untracked(() => void this.load());
    });
  }

  protected async load(): Promise<void> {
    this.close();
    this.problem.set(undefined);
    this.loaded.set(false);
    const token = this.token();
    try {
      const { tasks } = await this.api.invoke(getPractice, { token });
      if (token !== this.token()) return;
      const live = (): boolean => this.events?.live() ?? false;
      this.works.set(tasks.map((task) => new PracticeWork(task, this.api, token, live)));
      this.events = new AttemptEvents(this.api.rootUrl, token, () => {
        for (const work of this.works()) void work.run.look();
      });
      this.loaded.set(true);
    } catch (error) {
      this.problem.set(error);
    }
  }

  private close(): void {
    this.events?.close();
    for (const work of this.works()) work.close();
    this.works.set([]);
  }
}
