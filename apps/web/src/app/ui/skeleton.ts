// bu-skeleton: grey shapes where content will be, in the content's own proportions; announced once as loading.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

@Component({
  selector: 'bu-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="bu-hidden">{{ label() }}</span>
    @for (row of rows(); track row) {
      <div class="row" aria-hidden="true">
        @if (shape() === 'table') {
          <i class="wide"></i><i></i><i></i><i class="short"></i>
        } @else if (shape() === 'list') {
          <i class="disc"></i><i [style.inline-size.%]="width(row)"></i>
        } @else {
          <i [style.inline-size.%]="width(row)"></i>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--bu-space-3);
      padding-block: var(--bu-space-2);
    }
    :host([data-shape='table']),
    :host([data-shape='list']) {
      padding: var(--bu-space-4);
      gap: var(--bu-space-4);
    }
    .row {
      display: flex;
      gap: var(--bu-space-6);
      align-items: center;
    }
    i {
      flex: 0 1 auto;
      block-size: 0.75rem;
      inline-size: 20%;
      border-radius: var(--bu-radius-sm);
      background: var(--bu-rest-tint);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    .wide {
      inline-size: 40%;
    }
    .short {
      inline-size: 10%;
    }
    .disc {
      inline-size: 1.75rem;
      block-size: 1.75rem;
      border-radius: 50%;
      flex: none;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      i {
        animation: none;
      }
    }
  `,
  host: { role: 'status', '[attr.data-shape]': 'shape()' },
})
export class Skeleton {
  readonly shape = input<'text' | 'table' | 'list'>('text');
  readonly count = input(4);
  readonly label = input('Loading');
  protected readonly rows = computed(() => Array.from({ length: this.count() }, (_, index) => index));

  protected width(row: number): number {
    return [92, 78, 85, 60][row % 4] ?? 80;
  }
}
