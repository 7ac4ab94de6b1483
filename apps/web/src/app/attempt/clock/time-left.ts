// bu-time-left: the time left on the server's clock, always in sight; spoken at 30, 10, 5 and 1 minutes.
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { Announcer } from '../../ui/announcer';
import { clockText, durationText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import type { ServerClock } from '../../ui/server-clock';
import { Ticker } from '../../ui/ticker';
import { clockTimeText, ownZone } from '../../ui/time-words';
import { passedMark, timeTone } from './time-marks';

@Component({
  selector: 'bu-time-left',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <bu-icon name="clock" />
    <span class="bu-figure digits" role="timer" [attr.aria-label]="'Time left ' + words()">{{ digits() }}</span>
    <span class="until">until {{ endsAt() }}</span>
  `,
  styleUrl: './time-left.scss',
  host: { '[attr.data-tone]': 'tone()' },
})
export class TimeLeft {
  /** When it ends by the server's clock (ISO 8601). */
  readonly until = input.required<string>();
  readonly clock = input.required<ServerClock>();
  /** Once, when the time is over. */
  readonly over = output();

  private readonly ticker = inject(Ticker);
  private readonly announcer = inject(Announcer);
  private readonly left = computed(() => {
    this.ticker.fast();
    return Math.max(0, (new Date(this.until()).getTime() - this.clock().now()) / 1000);
  });
  protected readonly digits = computed(() => clockText(this.left()));
  protected readonly words = computed(() => durationText(this.left()));
  protected readonly tone = computed(() => timeTone(this.left()));
  protected readonly endsAt = computed(() => clockTimeText(new Date(this.until()), ownZone()));

  constructor() {
    let before: number | undefined;
    effect(() => {
      const left = this.left();
      const previous = before ?? left + 1;
      before = left;
      if (left === 0 && previous > 0) return this.over.emit();
      const mark = passedMark(previous, left);
      if (mark) this.announcer.say(`${durationText(mark)} left.`);
    });
  }
}
