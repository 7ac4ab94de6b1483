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
import { Api } from '../api/api';
import { inviteCandidate } from '../api/fn/attempts/invite-candidate';
import { listTasks } from '../api/fn/tasks/list-tasks';
import type { TaskRow } from '../api/models';
import { Announcer } from '../ui/announcer';
import { Field, InputControl } from '../ui/field';
import { DurationPipe } from '../ui/figure-pipes';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { sentence } from '../ui/status-words';
import { clockTimeText, dateText, ownZone } from '../ui/time-words';
import { kindWords } from './task-words';

const dayMs = 86_400_000;
const defaultDays = 7;
const mostDays = 60;
const retakeCode = 'retake-reason-required';

@Component({
  selector: 'bu-send-assessment',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DurationPipe, Field, InputControl, ProblemPanel, RouterLink, SectionCard, Skeleton],
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
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly days = signal(defaultDays);
  protected readonly note = signal('');
  /** Set once the server said that a task comes too early. */
  protected readonly retake = signal<Problem | undefined>(undefined);
  protected readonly retakeReason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly picked = computed(() =>
    this.tasks.hasValue() ? this.tasks.value().items.filter((task) => this.chosen().includes(task.slug)) : [],
  );
  protected readonly minutes = computed(() => this.picked().reduce((sum, task) => sum + task.minutes, 0));
  protected readonly criteria = computed(() =>
    [...new Set(this.picked().flatMap((task) => task.criteria))].sort().join(', '),
  );
  protected readonly duties = computed(() =>
    [...new Set(this.picked().flatMap((task) => task.duties))].sort().join(', '),
  );

  protected readonly closes = computed(() => {
    const at = this.closesAt();
    return `${dateText(at, this.zone)}, ${clockTimeText(at, this.zone)}`;
  });

  protected choose(task: TaskRow, wanted: boolean): void {
    this.retake.set(undefined);
    this.chosen.update((all) => (wanted ? [...all, task.slug] : all.filter((slug) => slug !== task.slug)));
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
