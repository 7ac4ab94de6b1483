// bu-skip-link: the first stop of the Tab key; jumps over the navigation.
import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'bu-skip-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a href="#main" (click)="jump($event)">Skip to the content</a>`,
  styles: `
    :host {
      display: contents;
    }
    a {
      position: fixed;
      z-index: 1300;
      inset: var(--bu-space-2) auto auto var(--bu-space-2);
      padding: var(--bu-space-2) var(--bu-space-4);
      border-radius: var(--bu-radius-md);
      background: var(--bu-primary);
      color: var(--bu-on-primary);
    }
    a:not(:focus-visible) {
      clip-path: inset(50%);
      block-size: 1px;
      inline-size: 1px;
      overflow: hidden;
      padding: 0;
      white-space: nowrap;
    }
  `,
})
export class SkipLink {
  // A plain fragment link would resolve against the base address, not this page's.
  protected jump(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
