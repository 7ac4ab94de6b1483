// bu-pager: where we are in a long list, and the way on. Says nothing when everything fits on one page.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { countText } from './figures';
import { Icon } from './icon';

@Component({
  selector: 'bu-pager',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @if (total() > limit()) {
      <nav [attr.aria-label]="label()">
        <span class="bu-figure">{{ span() }}</span>
        <button
          type="button"
          class="bu-button small icon-only"
          aria-label="Previous page"
          [disabled]="offset() === 0"
          (click)="moved.emit(previous())"
        >
          <bu-icon name="arrow-left" />
        </button>
        <button
          type="button"
          class="bu-button small icon-only"
          aria-label="Next page"
          [disabled]="next() >= total()"
          (click)="moved.emit(next())"
        >
          <bu-icon name="arrow-right" />
        </button>
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--bu-space-2);
      align-items: center;
      justify-content: flex-end;
      padding: var(--bu-space-2) var(--bu-space-4);
      border-block-start: var(--bu-hairline);
    }
    span {
      margin-inline-end: var(--bu-space-2);
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-muted);
    }
  `,
})
export class Pager {
  readonly total = input.required<number>();
  readonly offset = input.required<number>();
  readonly limit = input(50);
  readonly label = input('Pages');
  /** The new offset. */
  readonly moved = output<number>();
  protected readonly previous = computed(() => Math.max(0, this.offset() - this.limit()));
  protected readonly next = computed(() => this.offset() + this.limit());
  protected readonly span = computed(
    () =>
      `${countText(this.offset() + 1)}–${countText(Math.min(this.next(), this.total()))} of ${countText(this.total())}`,
  );
}
