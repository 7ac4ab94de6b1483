// bu-scorecard-report: a submitted scorecard, to read.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Scorecard } from '../api/models';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';

@Component({
  selector: 'bu-scorecard-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StatusChip, Time],
  template: `
    @let shown = scorecard();
    <p class="head">
      @if (shown.recommendation) {
        <bu-status-chip kind="recommendation" [state]="shown.recommendation" />
      }
      <span class="bu-muted">submitted <bu-time [datetime]="shown.submittedAt" [still]="true" /></span>
    </p>
    <dl>
      @for (rating of shown.ratings; track rating.tag) {
        <div>
          <dt>
            <span class="bu-figure rating"
              ><span class="bu-hidden">{{ rating.rating === null ? 'Not assessed' : 'Rating' }} </span
              >{{ rating.rating ?? '–' }}</span
            >
            {{ rating.tag }} {{ titles()[rating.tag] }}
          </dt>
          <dd [textContent]="rating.note || (rating.rating === null ? 'Not assessed.' : 'No note.')"></dd>
        </div>
      }
    </dl>
    @if (shown.summary) {
      <p class="summary" [textContent]="shown.summary"></p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--bu-space-3);
      font-size: var(--bu-text-sm);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-3);
      align-items: center;
    }
    dl {
      display: grid;
      gap: var(--bu-space-2);
    }
    dt {
      font-weight: var(--bu-weight-medium);
    }
    .rating {
      display: inline-block;
      min-inline-size: 1.5ch;
      font-size: var(--bu-text-md);
    }
    dd {
      margin: 0 0 0 2.5ch;
      color: var(--bu-ink-muted);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .summary {
      white-space: pre-wrap;
      padding-block-start: var(--bu-space-3);
      border-block-start: var(--bu-hairline);
    }
  `,
})
export class ScorecardReport {
  readonly scorecard = input.required<Scorecard>();
  /** Titles of the criteria by tag. */
  readonly titles = input<Readonly<Partial<Record<string, string>>>>({});
}
