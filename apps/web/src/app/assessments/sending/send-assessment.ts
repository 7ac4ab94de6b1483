// bu-send-assessment: choose tasks, see the time they cost a person, set the window, send.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../api/api';
import { inviteCandidate } from '../../api/fn/attempts/invite-candidate';
import { listReadyMade } from '../../api/fn/tasks/list-ready-made';
import { listTasks } from '../../api/fn/tasks/list-tasks';
import type { TaskRow } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { Field, InputControl } from '../../ui/field';
import { DurationPipe, WorthPipe } from '../../ui/figure-pipes';
import { Icon } from '../../ui/icon';
import { toProblem, type Problem } from '../../ui/problem';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { sentence } from '../../ui/status-words';
import { clockTimeText, dateText, ownZone } from '../../ui/time-words';
import { coveredBy, type ReadyMadeSet } from './choice-of-tasks';
import { criterionWords, kindWords } from '../task-words';

const dayMs = 86_400_000;
const defaultDays = 7;
const mostDays = 60;
const retakeCode = 'retake-reason-required';

@Component({
  selector: 'bu-send-assessment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DurationPipe, Field, Icon, InputControl, ProblemPanel, RouterLink, SectionCard, Skeleton, WorthPipe],
  templateUrl: './send-assessment.html',
  styleUrl: './send-assessment.scss',
})
export class SendAssessment {
  readonly applicationId = input.required<string>();
  readonly sent = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly sentence = sentence;
  protected readonly kinds = kindWords;
  protected readonly zone = ownZone();
  protected readonly tasks = resource({ loader: () => this.api.invoke(listTasks) });
  /** Sets are a convenience: without them the tasks can still be chosen one by one. */
  protected readonly sets = resource({ loader: () => this.api.invoke(listReadyMade) });
  /** Slugs in the order in which the candidate will see them. */
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly days = signal(defaultDays);
  protected readonly note = signal('');
  /** Set once the server said that a task comes too early. */
  protected readonly retake = signal<Problem | undefined>(undefined);
  protected readonly retakeReason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly picked = computed(() => {
    const all = this.tasks.hasValue() ? this.tasks.value().items : [];
    return this.chosen().flatMap((slug) => all.filter((task) => task.slug === slug));
  });
  protected readonly minutes = computed(() => this.picked().reduce((sum, task) => sum + task.minutes, 0));
  protected readonly points = computed(() => this.picked().reduce((sum, task) => sum + task.points, 0));
  protected readonly covered = computed(() => coveredBy(this.picked()));
  /** The criteria of the role that the choice leaves out, in words. */
  protected readonly leftOut = computed(() => this.covered().leftOut.map((tag) => `${tag} ${criterionWords[tag]}`));
  protected readonly order = computed(() => new Map(this.chosen().map((slug, index) => [slug, index + 1])));
  /** The set whose tasks are chosen, exactly and in its order. */
  protected readonly setChosen = computed(() => {
    const sets = this.sets.hasValue() ? this.sets.value().items : [];
    return sets.find((set) => set.tasks.join() === this.chosen().join())?.slug;
  });

  protected readonly closes = computed(() => {
    const at = this.closesAt();
    return `${dateText(at, this.zone)}, ${clockTimeText(at, this.zone)}`;
  });

  protected choose(task: TaskRow, wanted: boolean): void {
    this.retake.set(undefined);
    this.chosen.update((all) => (wanted ? [...all, task.slug] : all.filter((slug) => slug !== task.slug)));
  }

  protected chooseSet(set: ReadyMadeSet): void {
    this.chosen.set(set.tasks);
  }

  protected minutesOf(set: ReadyMadeSet): number {
    const all = this.tasks.hasValue() ? this.tasks.value().items : [];
    return all.filter((task) => set.tasks.includes(task.slug)).reduce((sum, task) => sum + task.minutes, 0);
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    if (this.chosen().length === 0) {
      this.announcer.say('Choose at least one task.', 'assertive');
      this.host.nativeElement.querySelector<HTMLElement>('input[type=checkbox]')?.focus();
      return;
    }
    if (this.retake() && !this.retakeReason().trim()) {
      this.announcer.say('Say why the task is sent again.', 'assertive');
      this.host.nativeElement.querySelector<HTMLElement>('.retake textarea')?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    const closesAt = this.closesAt().toISOString();
    const note = this.note().trim();
    const retakeReason = this.retake() ? this.retakeReason().trim() : '';
    try {
      await this.api.invoke(inviteCandidate, {
        id: this.applicationId(),
        body: {
          tasks: [...this.chosen()],
          closesAt,
          ...(note ? { note } : {}),
          ...(retakeReason ? { retakeReason } : {}),
        },
      });
      this.announcer.toast('Invitation sent');
      this.sent.emit();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === retakeCode) this.askWhy(problem);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** The candidate has had one of these tasks not long ago: it may be sent again, with a reason. */
  private askWhy(problem: Problem): void {
    this.retake.set(problem);
    this.announcer.say(problem.detail, 'assertive');
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('.retake textarea')?.focus(), {
      injector: this.injector,
    });
  }

  private closesAt(): Date {
    const days = Math.min(mostDays, Math.max(1, Math.round(this.days())));
    return new Date(Date.now() + days * dayMs);
  }
}
