// bu-status-chip: a state in words with a mark whose shape, not only colour, tells its tone.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { statusWord, type StatusKind, type Tone } from './status-words';

@Component({
  selector: 'bu-status-chip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<i aria-hidden="true"></i><span>{{ word().label }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      padding: 0.0625rem 0.5rem 0.0625rem 0.4375rem;
      border: 1px solid var(--line);
      border-radius: var(--bu-radius-sm);
      background: var(--tint);
      color: var(--tone);
      font-size: var(--bu-text-xs);
      font-weight: var(--bu-weight-medium);
      line-height: 1.45;
      white-space: nowrap;
    }
    i {
      inline-size: 0.4375rem;
      block-size: 0.4375rem;
      flex: none;
      background: currentcolor;
      border-radius: 50%;
    }
    :host([data-tone='hold']) i {
      background: linear-gradient(90deg, currentcolor 50%, transparent 50%);
      box-shadow: inset 0 0 0 1.5px currentcolor;
    }
    :host([data-tone='stop']) i {
      border-radius: 1px;
    }
    :host([data-tone='info']) i {
      background: none;
      box-shadow: inset 0 0 0 1.75px currentcolor;
    }
    :host([data-tone='rest']) i {
      border-radius: 1px;
      block-size: 2px;
    }
  `,
  host: {
    '[attr.data-tone]': 'word().tone',
    '[style.--tone]': '"var(--bu-" + word().tone + ")"',
    '[style.--tint]': '"var(--bu-" + word().tone + "-tint)"',
    '[style.--line]': '"var(--bu-" + word().tone + "-line)"',
  },
})
export class StatusChip {
  /** What has the state; with `label` and `tone` given it may be left out. */
  readonly kind = input<StatusKind>('application');
  readonly state = input('');
  readonly label = input('');
  readonly tone = input<Tone>();
  protected readonly word = computed(() => {
    const known = statusWord(this.kind(), this.state());
    return { label: this.label() || known.label, tone: this.tone() ?? known.tone };
  });
}
