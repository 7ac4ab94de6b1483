// bu-rating-scale: 0–4 with a written anchor for each, as native radio buttons (arrow keys work). Bind with [(value)].
import { ChangeDetectionStrategy, Component, booleanAttribute, input, model } from '@angular/core';

/** A rating; null means not rated, which is never the same as 0. */
export type Rating = 0 | 1 | 2 | 3 | 4;

/** What a rating with its reason still lacks, in words; empty when nothing does. */
export function missingOfRating(rating: number | null, reason: string): string {
  if (rating === null) return 'Choose a rating first.';
  return reason.trim() ? '' : 'Write a reason first.';
}

const ratings: readonly Rating[] = [0, 1, 2, 3, 4];
let count = 0;

@Component({
  selector: 'bu-rating-scale',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset [disabled]="disabled()" [attr.aria-describedby]="hint() ? name + '-hint' : null">
      <legend [class.bu-hidden]="legendHidden()">{{ legend() }}</legend>
      @if (hint()) {
        <p class="hint" [id]="name + '-hint'">{{ hint() }}</p>
      }
      @for (rating of ratings; track rating) {
        <label [class.chosen]="value() === rating">
          <input
            type="radio"
            [name]="name"
            [value]="rating"
            [checked]="value() === rating"
            (change)="value.set(rating)"
          />
          <span class="bu-figure digit">{{ rating }}</span>
          <span class="anchor">{{ anchors()[rating] }}</span>
          @if (suggested() === rating) {
            <span class="suggested">suggested</span>
          }
        </label>
      }
    </fieldset>
  `,
  styleUrl: './rating-scale.scss',
})
export class RatingScale {
  readonly legend = input.required<string>();
  readonly legendHidden = input(false, { transform: booleanAttribute });
  readonly hint = input('');
  /** What each rating means, from 0 to 4. */
  readonly anchors = input.required<readonly string[]>();
  /** The rating that the evidence suggests; a person still chooses. */
  readonly suggested = input<number | null>(null);
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly value = model<number | null>(null);

  protected readonly ratings = ratings;
  protected readonly name = `bu-rating-${++count}`;
}
