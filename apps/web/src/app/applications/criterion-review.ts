// bu-criterion-review: one criterion: what counts, the evidence, the suggestion with its reasons, and a person's rating.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { Api } from '../api/api';
import { confirmRating } from '../api/fn/applications/confirm-rating';
import type { ApplicationView, CriterionRating, Evidence } from '../api/models';
import { groupedQuotes } from './grouped-quotes';
import { Announcer } from '../ui/announcer';
import { EvidenceQuote } from '../ui/evidence-quote';
import { Field, InputControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { missingOfRating, RatingScale } from '../ui/rating-scale';
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
  /** A sentence once the documents are erased. */
  readonly erased = input.required<string | null>();
  /** A quote that should be shown in its document. */
  readonly shown = output<Evidence>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly all = signal(false);
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  /** Whether confirming was tried with something missing: from then on the page says what. */
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly anchors = computed(() => this.criterion().anchors.map((anchor) => anchor.text));
  private readonly grouped = computed(() => groupedQuotes(this.criterion().evidence));
  protected readonly quotes = computed(() => (this.all() ? this.grouped() : this.grouped().slice(0, quotesAtFirst)));
  protected readonly hidden = computed(() => this.grouped().length - this.quotes().length);
  /** Only another confirmation replaces what is being written; a reload of the page's data does not. */
  private readonly confirmedAs = computed(() => `${this.applicationId()} ${this.criterion().confirmed?.at ?? ''}`);
  protected readonly value = linkedSignal<string, number | null>({
    source: this.confirmedAs,
    computation: () => untracked(() => this.criterion().confirmed?.rating ?? this.criterion().suggestedRating),
  });
  protected readonly reason = linkedSignal<string, string>({
    source: this.confirmedAs,
    computation: () => untracked(() => this.criterion().confirmed?.reason ?? ''),
  });
  protected readonly open = computed(() => this.mayRate() && (this.editing() || this.criterion().confirmed === null));
  protected readonly differs = computed(
    () => this.criterion().suggestedRating !== null && this.value() !== this.criterion().suggestedRating,
  );

  protected readonly missing = computed(() => missingOfRating(this.value(), this.reason()));

  /** The form goes when its rating is confirmed; the keyboard goes on from what it became. */
  private sent = false;

  constructor() {
    effect(() => {
      if (!this.confirmedAs() || !this.sent) return;
      this.sent = false;
      const confirmed = (): HTMLElement | null => this.host.nativeElement.querySelector('.confirmed');
      afterNextRender(() => confirmed()?.focus({ preventScroll: true }), { injector: this.injector });
    });
  }

  /** Puts back what was confirmed before. */
  protected leave(): void {
    const { confirmed } = this.criterion();
    this.value.set(confirmed?.rating ?? null);
    this.reason.set(confirmed?.reason ?? '');
    this.editing.set(false);
  }

  protected sourceOf(evidence: Evidence): string {
    const kind = this.documents().find((document) => document.id === evidence.document)?.kind;
    return kind === 'cover-letter' ? 'Cover letter' : 'Résumé';
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
      await this.api.invoke(confirmRating, {
        id: this.applicationId(),
        tag: this.criterion().tag,
        body: { rating, reason },
      });
      this.sent = true;
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
