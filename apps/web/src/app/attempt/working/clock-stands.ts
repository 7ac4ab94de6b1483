// bu-clock-stands: the calm screen while the clock stands: paused by staff, or on a break. The task is out of sight meanwhile.
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { CandidateAttemptView } from '../../api/models';
import { clockText, durationText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { ProblemPanel } from '../../ui/problem-panel';
import { Ticker } from '../../ui/ticker';
import { clockTimeText, ownZone } from '../../ui/time-words';
import { AttemptSession } from '../attempt-session';

@Component({
  selector: 'bu-clock-stands',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, ProblemPanel],
  template: `
    <section role="status" aria-labelledby="stands">
      <bu-icon name="pause" />
      @if (view().clock.pause; as pause) {
        <h1 id="stands">Paused by {{ pause.by }}</h1>
        <p>Your time has stood still since {{ at(pause.since) }}. You have {{ left() }} left.</p>
        <p class="bu-muted">
          Nothing is lost: what you typed is kept, and nothing is handed in meanwhile. This page goes on by itself;
          there is nothing to reload. Questions:
          <a [href]="'mailto:' + view().contact.email">{{ view().contact.name }}, {{ view().contact.email }}</a>
        </p>
      } @else {
        <h1 id="stands">You are on a break</h1>
        <p>
          Your time stands still. You have {{ left() }} left for the tasks.
          @if (until(); as end) {
            The break ends by itself at {{ end }}.
          }
        </p>
        <p class="rest">
          <span class="bu-figure" aria-hidden="true">{{ rest() }}</span>
          <span class="bu-muted" aria-hidden="true">left of the break</span>
        </p>
      }
    </section>
    @if (!view().clock.pause) {
      @if (problem(); as error) {
        <bu-problem [error]="error" (retry)="end()" />
      }
      <div>
        <button type="button" class="bu-button primary" [disabled]="busy()" (click)="end()">
          {{ busy() ? 'Ending…' : 'End the break and go on' }}
        </button>
        <p class="bu-muted small">What is left of the break is not taken from your time.</p>
      </div>
    }
  `,
  styleUrl: './clock-stands.scss',
})
export class ClockStands {
  readonly view = input.required<CandidateAttemptView>();

  private readonly session = inject(AttemptSession);
  private readonly ticker = inject(Ticker);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly left = computed(() => durationText(this.view().clock.timeLeftSeconds ?? 0));
  protected readonly until = computed(() => {
    const end = this.view().clock.breakEndsAt;
    return end ? this.at(end) : '';
  });
  protected readonly rest = computed(() => {
    this.ticker.fast();
    const end = this.view().clock.breakEndsAt;
    return clockText(end ? (Date.parse(end) - this.session.clock.now()) / 1000 : 0);
  });

  protected async end(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.session.endBreak();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected at(instant: string): string {
    return clockTimeText(new Date(instant), ownZone());
  }
}
