// bu-evidence-review: criteria with their evidence on one side, the documents with the same quotes marked on the other.
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ApplicationView, Evidence } from '../api/models';
import { SectionCard } from '../ui/section-card';
import { CriterionReview } from './criterion-review';
import { DocumentText } from './document-text';
import { FoundFigures } from './found-figures';

@Component({
  selector: 'bu-evidence-review',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CriterionReview, DocumentText, FoundFigures, SectionCard],
  template: `
    <div class="layout">
      <div class="criteria">
        <bu-section-card
          heading="Score"
          note="Suggestions come from what the documents say; only what a person confirms counts."
        >
          <dl class="score">
            <div>
              <dt>Confirmed</dt>
              <dd class="bu-figure">{{ figure(application().score.confirmed) }}<span class="of"> of 4</span></dd>
            </div>
            <div>
              <dt>Suggested</dt>
              <dd class="bu-figure">{{ figure(application().score.suggested) }}<span class="of"> of 4</span></dd>
            </div>
            <div>
              <dt>Confirmed, by weight</dt>
              <dd class="bu-figure">{{ coverage() }}&nbsp;%</dd>
            </div>
          </dl>
          @if (application().erased; as words) {
            <p class="erased">Documents and quotes: {{ words }} The ratings stay.</p>
          }
        </bu-section-card>
        @for (criterion of application().ratings; track criterion.tag) {
          <bu-criterion-review
            [applicationId]="application().id"
            [criterion]="criterion"
            [documents]="application().documents"
            [erased]="application().erased"
            [mayRate]="application().mayRate"
            (shown)="chosen.set($event)"
            (changed)="changed.emit()"
          />
        }
      </div>
      @if (!application().erased) {
        <div class="documents" role="region" aria-label="Documents" tabindex="0">
          @for (document of application().documents; track document.id) {
            <bu-document-text [document]="document" [evidence]="evidenceIn(document.id)" [chosen]="chosen()" />
          }
          <bu-found-figures [application]="application()" />
        </div>
      }
    </div>
  `,
  styles: `
    .layout {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--bu-space-5);
      align-items: start;
    }
    .layout:not(:has(.documents)) {
      grid-template-columns: minmax(0, 44rem);
    }
    .erased {
      margin-block-start: var(--bu-space-4);
      color: var(--bu-ink-muted);
    }
    .criteria,
    .documents {
      display: grid;
      gap: var(--bu-space-5);
      min-inline-size: 0;
    }
    @media (min-width: 64.01rem) {
      .documents {
        position: sticky;
        inset-block-start: 4.25rem;
        max-block-size: calc(100dvh - 5.25rem);
        overflow-y: auto;
        scrollbar-width: thin;
        border-radius: var(--bu-radius-lg);
      }
    }
    .score {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-3) var(--bu-space-8);
    }
    dt {
      color: var(--bu-ink-subtle);
      font-size: var(--bu-text-xs);
    }
    dd {
      margin: 0;
      font-size: var(--bu-text-2xl);
    }
    .of {
      color: var(--bu-ink-subtle);
      font-size: var(--bu-text-sm);
    }
    @media (max-width: 64rem) {
      .layout {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class EvidenceReview {
  readonly application = input.required<ApplicationView>();
  readonly changed = output();

  /** The quote that was asked for last; its document scrolls to it. */
  protected readonly chosen = signal<Evidence | undefined>(undefined);
  protected readonly coverage = computed(() => Math.round(this.application().score.coverage * 100));
  private readonly all = computed(() => this.application().ratings.flatMap((criterion) => criterion.evidence));

  protected evidenceIn(document: string): readonly Evidence[] {
    return this.all().filter((evidence) => evidence.document === document);
  }

  protected figure(score: number | null): string {
    return score === null ? '–' : score.toFixed(1);
  }
}
