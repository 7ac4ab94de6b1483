// bu-icon: one stroked icon. Decorative by default; give `label` when it stands alone.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { iconPaths, type IconName } from './icon-paths';

@Component({
  selector: 'bu-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
    >
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      inline-size: var(--bu-icon-size, 1.125rem);
      block-size: var(--bu-icon-size, 1.125rem);
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
    }
  `,
  host: {
    '[attr.role]': "label() ? 'img' : null",
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': "label() ? null : 'true'",
  },
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly label = input('');
  protected readonly path = computed(() => iconPaths[this.name()]);
}
