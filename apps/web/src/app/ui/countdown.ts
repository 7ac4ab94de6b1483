// bu-countdown: time left on the server's clock. Speaks at ten, five and one minute, and when it ends.
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { Announcer } from './announcer';
import { clockText, durationText } from './figures';
import { Icon } from './icon';
import { Ticker } from './ticker';

const speakAt = [600, 300, 60];

@Component({
  selector: 'bu-countdown',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <bu-icon name="clock" />
    <span class="bu-hidden">{{ label() }}:</span>
    <span class="bu-figure" role="timer" [attr.aria-label]="label() + ' ' + words()">{{ clock() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--bu-space-2);
      padding: 0.125rem var(--bu-space-2);
      border: 1px solid transparent;
      border-radius: var(--bu-radius-sm);
      font-size: var(--bu-text-lg);
      font-weight: var(--bu-weight-medium);
    }
    :host([data-tone='hold']) {
      color: var(--bu-hold);
      background: var(--bu-hold-tint);
      border-color: var(--bu-hold-line);
    }
    :host([data-tone='stop']) {
      color: var(--bu-stop);
      background: var(--bu-stop-tint);
      border-color: var(--bu-stop-line);
    }
  `,
  host: { '[attr.data-tone]': 'tone()' },
})
export class Countdown {
  /** When it ends, by the server's clock (ISO 8601). */
  readonly until = input.required<string>();
  /** What the server's clock said when the answer came; corrects a wrong clock here. */
  readonly serverNow = input<string>();
  readonly label = input('Time left');
  /** Once, when the time is over. */
  readonly over = output();

  private readonly ticker = inject(Ticker);
  private readonly announcer = inject(Announcer);
  private readonly skew = computed(() => {
    const server = this.serverNow();
    return server ? new Date(server).getTime() - untracked(() => Date.now()) : 0;
  });
  protected readonly left = computed(() =>
    Math.max(0, (new Date(this.until()).getTime() - this.ticker.fast().getTime() - this.skew()) / 1000),
  );
  protected readonly clock = computed(() => clockText(this.left()));
  protected readonly words = computed(() => durationText(this.left()));
  protected readonly tone = computed(() => (this.left() <= 60 ? 'stop' : this.left() <= 300 ? 'hold' : null));

  constructor() {
    let before: number | undefined;
    effect(() => {
      const left = this.left();
      const previous = before;
      before = left;
      if (previous === undefined) return;
      if (left === 0 && previous > 0) {
        this.announcer.say('The time is over.', 'assertive');
        this.over.emit();
        return;
      }
      const passed = speakAt.find((mark) => previous > mark && left <= mark);
      if (passed) this.announcer.say(`${durationText(passed)} left`, passed <= 60 ? 'assertive' : 'polite');
    });
  }
}
