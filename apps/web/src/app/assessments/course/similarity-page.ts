// bu-similarity-page: two answers to one task side by side, with the parts that match marked and numbered.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Api } from '../../api/api';
import { getSimilarity } from '../../api/fn/attempts/get-similarity';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { dateText, ownZone } from '../../ui/time-words';
import { percentText, sourceParts } from './fair-play-words';

@Component({
  selector: 'bu-similarity-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeader, ProblemPanel, SectionCard, Skeleton],
  template: `
    @if (pair.error(); as error) {
      <bu-problem [error]="error" (retry)="pair.reload()" />
    } @else if (pair.hasValue()) {
      @let shown = pair.value();
      <bu-page-header
        [heading]="'Two answers: ' + shown.title"
        [crumbs]="[
          { label: 'Applications', link: '/applications' },
          { label: shown.first.candidateName, link: ['/applications', shown.first.applicationId] },
        ]"
        [lead]="
          percent(shown.similarity) +
          ' of the shorter program stands in the other too, after the starter and what does nothing are left out and names and numbers are set equal.'
        "
      />
      <p class="caution">
        Small tasks have few good solutions, and everybody read the same documentation. Compare what is marked with what
        you would have written; look at the odd decisions, not the common ones. Ask before you conclude.
      </p>
      <div class="sides">
        @for (side of sides(); track side.name) {
          <bu-section-card [heading]="side.name" [note]="'Handed in ' + side.day">
            <pre
              tabindex="0"
              role="region"
              [attr.aria-label]="'Program of ' + side.name"
            >@for (part of side.parts; track $index) {@if (part.number === null) {<span>{{ part.text }}</span>} @else {<mark [attr.data-part]="part.number"><span class="bu-hidden">Matching part {{ part.number }}: </span>{{ part.text }}</mark>}}</pre>
          </bu-section-card>
        }
      </div>
    } @else {
      <bu-skeleton [count]="8" label="Loading both answers" />
    }
  `,
  styleUrl: './similarity-page.scss',
})
export class SimilarityPage {
  /** The application from which one came here. */
  readonly id = input.required<string>();
  readonly submissionId = input.required<string>();
  readonly otherId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly percent = percentText;
  protected readonly pair = resource({
    params: () => ({ id: this.id(), submissionId: this.submissionId(), otherId: this.otherId() }),
    loader: ({ params }) => this.api.invoke(getSimilarity, params),
  });
  protected readonly sides = computed(() => {
    if (!this.pair.hasValue()) return [];
    const { first, second } = this.pair.value();
    return [first, second].map((side) => ({
      name: side.candidateName,
      day: dateText(new Date(side.submittedAt), ownZone()),
      parts: sourceParts(side),
    }));
  });
}
