// bu-table-frame: lets a wide .bu-table scroll sideways, reachable by keyboard and named for a screen reader.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';

@Component({
  selector: 'bu-table-frame',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-content />`,
  styles: `
    :host {
      display: block;
      /* What is hidden inside is hidden here, and does not widen the page. */
      position: relative;
      overflow-x: auto;
      border-radius: inherit;
      scrollbar-width: thin;
    }
    :host(:focus-visible) {
      outline-offset: -2px;
    }
  `,
  host: { role: 'group', tabindex: '0', '[attr.aria-label]': 'label()' },
})
export class TableFrame {
  readonly label = input.required<string>();
}
