// bu-avatar: a person's initials. The name is said beside it, so the letters themselves are decoration.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { initials, hue } from './initials';

@Component({
  selector: 'bu-avatar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: ``,
  styles: `
    :host::before {
      content: attr(data-letters) / '';
    }
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      inline-size: var(--bu-avatar-size, 1.75rem);
      block-size: var(--bu-avatar-size, 1.75rem);
      border-radius: 50%;
      background: color-mix(in srgb, var(--series) 16%, var(--bu-raised));
      color: var(--bu-ink);
      font-size: calc(var(--bu-avatar-size, 1.75rem) * 0.38);
      font-weight: var(--bu-weight-strong);
      letter-spacing: 0.01em;
      user-select: none;
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[attr.data-letters]': 'letters()',
    '[style.--series]': '"var(--bu-series-" + series() + ")"',
  },
})
export class Avatar {
  readonly name = input.required<string>();
  protected readonly letters = computed(() => initials(this.name()));
  protected readonly series = computed(() => hue(this.name(), 6) + 1);
}
