// bu-attempt-outcome: how the assessment went on after the hand-in, and feedback once the decision stands, where it is given.
import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { Api } from '../../api/api';
import { getOutcome } from '../../api/fn/candidate/get-outcome';
import type { AssessmentOutcomeView } from '../../api/models';
import { Icon } from '../../ui/icon';
import { ProblemPanel } from '../../ui/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { ownZone } from '../../ui/time-words';
import { AttemptSession } from '../attempt-session';
import { bothZones } from '../before/time-window';
import { outcomeWords } from './outcome-words';

/** While it is being graded the page looks again this often; afterwards a reload is enough. */
const lookAgainMs = 10_000;

@Component({
  selector: 'bu-attempt-outcome',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, ProblemPanel, Skeleton],
  template: `
    @if (words(); as shown) {
      <p class="now" role="status">
        <bu-icon [name]="shown.done ? 'check' : 'clock'" [class.done]="shown.done" />
        <span
          ><strong>{{ shown.heading }}</strong> {{ shown.text }}</span
        >
      </p>
      @if (decidedAt(); as at) {
        <p class="bu-muted at">{{ at.own }} · {{ at.utc }}</p>
      }
      @for (criterion of outcome()?.criteria ?? []; track criterion.tag) {
        <section [attr.aria-labelledby]="'criterion-' + criterion.tag">
          <h3 [id]="'criterion-' + criterion.tag">{{ criterion.title }}</h3>
          <p>{{ criterion.words }}</p>
          <ul class="tasks">
            @for (task of criterion.tasks; track task.title) {
              <li>
                <strong>{{ task.title }}.</strong> {{ task.words }}
                @if (task.missed.length) {
                  <ul>
                    @for (text of task.missed; track text) {
                      <li>{{ text }}</li>
                    }
                  </ul>
                }
              </li>
            }
          </ul>
        </section>
      }
      @if (outcome()?.criteria?.length) {
        <p class="bu-muted at">
          This is drawn from the checks that graded your answers. What you wrote in your own words was read by people
          and is not part of it.
        </p>
      }
    } @else if (problem(); as error) {
      <bu-problem [error]="error" retryAlways (retry)="look()" />
    } @else {
      <bu-skeleton [count]="2" label="Looking how far it is" />
    }
  `,
  styleUrl: './attempt-outcome.scss',
})
export class AttemptOutcome {
  readonly contactName = input.required<string>();

  private readonly api = inject(Api);
  private readonly session = inject(AttemptSession);
  protected readonly outcome = signal<AssessmentOutcomeView | undefined>(undefined);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly words = computed(() => {
    const outcome = this.outcome();
    return outcome && outcomeWords(outcome, this.contactName());
  });
  protected readonly decidedAt = computed(() => {
    const at = this.outcome()?.decidedAt;
    return at ? bothZones(at, ownZone()) : undefined;
  });

  constructor() {
    void this.look();
    const timer = setInterval(() => {
      if (this.outcome()?.progress === 'grading' && document.visibilityState === 'visible') void this.look();
    }, lookAgainMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async look(): Promise<void> {
    try {
      this.outcome.set(await this.api.invoke(getOutcome, { token: this.session.token }));
      this.problem.set(undefined);
    } catch (error) {
      this.problem.set(error);
    }
  }
}
