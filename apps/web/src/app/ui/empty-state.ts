// bu-empty-state: says that there is nothing, why, and what to do. The action goes inside the tag.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

@Component({
  selector: 'bu-empty-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <bu-icon [name]="icon()" />
    <p class="title">{{ heading() }}</p>
    @if (text()) {
      <p class="text">{{ text() }}</p>
    }
    <div class="action"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--bu-space-1);
      padding: var(--bu-space-10) var(--bu-space-4);
      text-align: center;
    }
    bu-icon {
      --bu-icon-size: 1.5rem;
      color: var(--bu-ink-subtle);
      margin-block-end: var(--bu-space-2);
    }
    .title {
      font-weight: var(--bu-weight-medium);
    }
    .text {
      color: var(--bu-ink-muted);
      font-size: var(--bu-text-sm);
      max-inline-size: 44ch;
      text-wrap: balance;
    }
    .action {
      margin-block-start: var(--bu-space-3);
    }
    .action:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly icon = input<IconName>('pulse');
  readonly heading = input.required<string>();
  readonly text = input('');
}
