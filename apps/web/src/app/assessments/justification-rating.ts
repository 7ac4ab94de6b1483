// bu-justification-rating: the written answer of one task, what its ratings mean, and a person's rating. It earns no points.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { Api } from '../api/api';
import { rateJustification } from '../api/fn/attempts/rate-justification';
import type { RatedJustification } from '../api/models';
import { Announcer } from '../ui/announcer';
import { Field, InputControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { missingOfRating, RatingScale } from '../ui/rating-scale';
import { RatedReasons } from './rated-reasons';

@Component({
  selector: 'bu-justification-rating',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, Icon, InputControl, ProblemPanel, RatedReasons, RatingScale],
  template: `
    <bu-rated-reasons [justification]="justification()" [words]="words()">
      @if (mayRate() && justification().rating && !editing()) {
        <button type="button" class="bu-button small quiet" (click)="editing.set(true)">
          Rate again<span class="bu-hidden">: {{ taskTitle() }}</span>
        </button>
      }
    </bu-rated-reasons>
    @if (open()) {
      <form (submit)="$event.preventDefault(); save()" novalidate>
        <bu-rating-scale
          [legend]="'Your rating of the written answer'"
          hint="By the task’s own anchors. It stands beside the points and never changes them."
          [anchors]="justification().anchors"
          [(value)]="value"
        />
        <bu-field label="Reason" hint="One sentence that the panel can check." noMark>
          <textarea
            buInput
            rows="2"
            maxlength="2000"
            required
            #box
            [value]="reason()"
            (input)="reason.set(box.value)"
          ></textarea>
        </bu-field>
        @if (problem(); as fault) {
          <bu-problem [error]="fault" (retry)="save()" />
        }
        @if (tried() && missing(); as text) {
          <p class="missing"><bu-icon name="info" />{{ text }}</p>
        }
        <div class="bu-actions">
          <button type="submit" class="bu-button" [attr.aria-disabled]="busy() || missing() !== ''">
            <bu-icon name="check" />{{ busy() ? 'Saving' : 'Save the rating' }}
          </button>
          @if (editing()) {
            <button type="button" class="bu-button quiet" (click)="leave()">Keep as it is</button>
          }
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--bu-space-3);
    }
    form {
      display: grid;
      gap: var(--bu-space-3);
    }
    .missing {
      display: flex;
      gap: var(--bu-space-2);
      align-items: center;
      color: var(--bu-hold);
      font-size: var(--bu-text-sm);
    }
  `,
})
export class JustificationRating {
  readonly applicationId = input.required<string>();
  readonly invitationId = input.required<string>();
  readonly position = input.required<number>();
  readonly taskTitle = input.required<string>();
  /** What the candidate wrote. */
  readonly words = input.required<string>();
  readonly justification = input.required<RatedJustification>();
  readonly mayRate = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly open = computed(
    () => this.mayRate() && (this.editing() || (this.justification().rating === null && !this.justification().hidden)),
  );
  /** Only another rating replaces what is being written; a reload of the page's data does not. */
  private readonly ratedAt = computed(() => this.justification().rating?.ratedAt ?? '');
  protected readonly value = linkedSignal<string, number | null>({
    source: this.ratedAt,
    computation: () => untracked(() => this.justification().rating?.rating ?? null),
  });
  protected readonly reason = linkedSignal<string, string>({
    source: this.ratedAt,
    computation: () => untracked(() => this.justification().rating?.reason ?? ''),
  });
  protected readonly missing = computed(() => missingOfRating(this.value(), this.reason()));

  /** Puts back what was saved before. */
  protected leave(): void {
    const { rating } = this.justification();
    this.value.set(rating?.rating ?? null);
    this.reason.set(rating?.reason ?? '');
    this.editing.set(false);
  }

  protected async save(): Promise<void> {
    const rating = this.value();
    const reason = this.reason().trim();
    if (this.busy()) return;
    if (rating === null || reason === '') {
      this.tried.set(true);
      this.announcer.say(this.missing(), 'assertive');
      this.host.nativeElement.querySelector<HTMLElement>(rating === null ? 'form input' : 'form textarea')?.focus();
      return;
    }
    this.tried.set(false);
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { invitationId: this.invitationId(), position: this.position(), rating, reason };
      await this.api.invoke(rateJustification, { id: this.applicationId(), body });
      this.editing.set(false);
      this.announcer.toast('Rating saved');
      this.changed.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
