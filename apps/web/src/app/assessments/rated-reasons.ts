// bu-rated-reasons: what a candidate wrote to one question, and the rating that a person gave for it, if any.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RatedJustification } from '../api/models';
import { Time } from '../ui/time';

@Component({
  selector: 'bu-rated-reasons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Time],
  template: `
    <p class="question">{{ justification().label }}</p>
    @if (words().trim()) {
      <blockquote [textContent]="words()"></blockquote>
    } @else {
      <p class="note">Nothing was written.</p>
    }
    @if (justification().rating; as rated) {
      <div class="rated">
        <p>
          <span class="bu-figure">{{ rated.rating }}</span><span class="of"> of 4</span> {{ anchor() }}
        </p>
        <p class="reason" [textContent]="rated.reason"></p>
        <p class="note">
          Rated by {{ rated.ratedBy.name }}, <bu-time [datetime]="rated.ratedAt" [still]="true" />; no part of the
          points <ng-content />
        </p>
      </div>
    } @else {
      <p class="note">
        {{
          justification().hidden
            ? 'Rated by a colleague. It opens when your own scorecard is in.'
            : 'Not rated yet. That is not a 0.'
        }}
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--bu-space-2);
      max-inline-size: var(--bu-measure);
    }
    .question {
      font-size: var(--bu-text-sm);
      color: var(--bu-ink-muted);
    }
    blockquote {
      margin: 0;
      padding-inline-start: var(--bu-space-3);
      border-inline-start: 2px solid var(--bu-copper);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .rated {
      padding: var(--bu-space-3) var(--bu-space-4);
      border-radius: var(--bu-radius-md);
      background: var(--bu-sunken);
      .bu-figure {
        font-size: var(--bu-text-xl);
      }
    }
    .of,
    .note {
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-subtle);
    }
    .of {
      margin-inline-end: var(--bu-space-1);
    }
    .reason {
      margin-block: var(--bu-space-1);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class RatedReasons {
  readonly justification = input.required<RatedJustification>();
  readonly words = input.required<string>();
  protected readonly anchor = computed(() => {
    const { rating, anchors } = this.justification();
    return rating ? (anchors[rating.rating] ?? '') : '';
  });
}
