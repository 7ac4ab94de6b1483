// bu-criterion-review: one criterion: what counts, the evidence, the suggestion with its reasons, and a person's rating.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Api } from '../api/api';
import { confirmRating } from '../api/fn/applications/confirm-rating';
import type { ApplicationView, CriterionRating, Evidence } from '../api/models';
import { Announcer } from '../ui/announcer';
import { EvidenceQuote } from '../ui/evidence-quote';
import { Field, InputControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { RatingScale } from '../ui/rating-scale';
import { SectionCard } from '../ui/section-card';
import { Time } from '../ui/time';

const quotesAtFirst = 3;

@Component({
  selector: 'bu-criterion-review',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EvidenceQuote, Field, Icon, InputControl, ProblemPanel, RatingScale, SectionCard, Time],
  templateUrl: './criterion-review.html',
  styleUrl: './criterion-review.scss',
})
export class CriterionReview {
  readonly applicationId = input.required<string>();
  readonly criterion = input.required<CriterionRating>();
  readonly documents = input.required<ApplicationView['documents']>();
  readonly mayRate = input.required<boolean>();
  /** A quote that should be shown in its document. */
  readonly shown = output<Evidence>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);

  protected readonly all = signal(false);
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly anchors = computed(() => this.criterion().anchors.map((anchor) => anchor.text));
  protected readonly quotes = computed(() =>
    this.all() ? this.criterion().evidence : this.criterion().evidence.slice(0, quotesAtFirst),
  );
  protected readonly hidden = computed(() => this.criterion().evidence.length - this.quotes().length);
  protected readonly value = linkedSignal<number | null>(
    () => this.criterion().confirmed?.rating ?? this.criterion().suggestedRating,
  );
  protected readonly reason = linkedSignal(() => this.criterion().confirmed?.reason ?? '');
  protected readonly open = computed(() => this.mayRate() && (this.editing() || this.criterion().confirmed === null));
  protected readonly differs = computed(
    () => this.criterion().suggestedRating !== null && this.value() !== this.criterion().suggestedRating,
  );

  protected sourceOf(evidence: Evidence): string {
    const kind = this.documents().find((document) => document.id === evidence.document)?.kind;
    return kind === 'cover-letter' ? 'Cover letter' : 'Résumé';
  }

  protected async save(): Promise<void> {
    const rating = this.value();
    const reason = this.reason().trim();
    if (rating === null || reason === '' || this.busy()) {
      this.announcer.say(rating === null ? 'Choose a rating first.' : 'Write a reason first.', 'assertive');
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.invoke(confirmRating, {
        id: this.applicationId(),
        tag: this.criterion().tag,
        body: { rating, reason },
      });
      this.editing.set(false);
      this.announcer.toast(`${this.criterion().tag} confirmed`);
      this.changed.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
