// bu-link-trouble: the link leads to no assessment. Says why as far as it is known, and what to do.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../ui/icon';
import { toProblem } from '../ui/problem';

@Component({
  selector: 'bu-link-trouble',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @let shown = words();
    <section>
      <bu-icon [name]="shown.retriable ? 'retry' : 'link'" />
      <h1>{{ shown.heading }}</h1>
      <p>{{ shown.text }}</p>
      @if (shown.retriable) {
        <button type="button" class="bu-button primary" (click)="retry.emit()">Try again</button>
      } @else {
        <p class="bu-muted">
          Open the link from the invitation once more, whole and on one line. If it still does not work, answer the
          invitation mail: a person will send you a new one. Nothing you saved is lost.
        </p>
      }
    </section>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      padding: var(--bu-space-12) var(--bu-space-4);
    }
    section {
      display: grid;
      gap: var(--bu-space-4);
      justify-items: start;
      max-inline-size: 34rem;
      font-size: var(--bu-text-lg);
    }
    bu-icon {
      --bu-icon-size: 2rem;
      color: var(--bu-ink-subtle);
    }
  `,
})
export class LinkTrouble {
  /** What the request threw; without it the address had no link in it. */
  readonly error = input<unknown>();
  readonly retry = output();

  protected readonly words = computed(() => {
    const error = this.error();
    if (error === undefined) {
      return { heading: 'The link is incomplete', text: 'The address holds no invitation.', retriable: false };
    }
    const problem = toProblem(error);
    if (problem.retriable) return { heading: problem.title, text: problem.detail, retriable: true };
    if (problem.code.includes('expired'))
      return { heading: 'This link has expired', text: problem.detail, retriable: false };
    return { heading: 'This link does not open an assessment', text: problem.detail, retriable: false };
  });
}
