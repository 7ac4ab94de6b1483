// bu-problem: says what failed and what to do; offers another try when that can help.
import { ChangeDetectionStrategy, Component, booleanAttribute, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from './icon';
import { toProblem } from './problem';

@Component({
  selector: 'bu-problem',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink],
  template: `
    @let shown = problem();
    <bu-icon [name]="shown.kind === 'forbidden' || shown.kind === 'sign-in' ? 'lock' : 'warning'" />
    <div>
      <p class="title">{{ shown.title }}</p>
      <p class="detail">{{ shown.detail }}</p>
      @if (shown.fields.length) {
        <ul>
          @for (field of shown.fields; track $index) {
            <li>{{ field.message }}</li>
          }
        </ul>
      }
      @if (offersRetry() || shown.kind === 'sign-in') {
        <p class="action">
          @if (shown.kind === 'sign-in') {
            <a class="bu-button small" routerLink="/sign-in" [queryParams]="{ to: router.url }">Sign in</a>
          } @else {
            <button type="button" class="bu-button small" (click)="retry.emit()">
              <bu-icon name="retry" />Try again
            </button>
          }
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--bu-space-3);
      padding: var(--bu-space-3) var(--bu-space-4);
      border: 1px solid var(--bu-stop-line);
      border-radius: var(--bu-radius-md);
      background: var(--bu-stop-tint);
      color: var(--bu-ink);
    }
    :host > bu-icon {
      color: var(--bu-stop);
      margin-block-start: 0.1rem;
    }
    .title {
      font-weight: var(--bu-weight-medium);
    }
    .detail,
    li {
      font-size: var(--bu-text-sm);
    }
    ul {
      padding-inline-start: var(--bu-space-4);
      margin-block-start: var(--bu-space-1);
    }
    .action {
      margin-block-start: var(--bu-space-3);
    }
  `,
  host: { role: 'alert' },
})
export class ProblemPanel {
  /** Anything thrown by a request, or a Problem already made of it. */
  readonly error = input.required<unknown>();
  /** Offer another try also where it is not sure to help (such as a conflict). */
  readonly retryAlways = input(false, { transform: booleanAttribute });
  readonly retry = output();
  protected readonly router = inject(Router);
  protected readonly problem = computed(() => {
    const error = this.error();
    return isProblem(error) ? error : toProblem(error);
  });
  protected readonly offersRetry = computed(() => this.retryAlways() || this.problem().retriable);
}

function isProblem(value: unknown): value is ReturnType<typeof toProblem> {
  return typeof value === 'object' && value !== null && 'kind' in value && 'fields' in value && 'retriable' in value;
}
