// bu-interview-page: everything for one interview on one page: kit, documents, submissions, and the scorecard beside them.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getInterview } from '../api/fn/interviews/get-interview';
import { PointsPipe } from '../ui/figure-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';
import { ScorecardEditor } from './scorecard-editor';
import { ScorecardReport } from './scorecard-report';

@Component({
  selector: 'bu-interview-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Icon,
    PointsPipe,
    PageHeader,
    ProblemPanel,
    RouterLink,
    ScorecardEditor,
    ScorecardReport,
    SectionCard,
    Skeleton,
    StatusChip,
    Time,
  ],
  templateUrl: './interview-page.html',
  styleUrl: './interview-page.scss',
})
export class InterviewPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly interview = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.invoke(getInterview, { id: params }),
  });
  protected readonly submitted = computed(
    () => this.interview.hasValue() && this.interview.value().myScorecard?.state === 'submitted',
  );
  /** On narrow screens the scorecard stands below the whole kit. */
  protected goTo(card: HTMLElement): void {
    card.focus({ preventScroll: true });
    card.scrollIntoView();
  }

  protected readonly focus = computed(() =>
    (this.interview.hasValue() ? this.interview.value().kit.focus : [])
      .map((tag) => `${tag} ${(this.titles()[tag] ?? '').toLowerCase()}`.trim())
      .join(', '),
  );
  protected readonly titles = computed<Partial<Record<string, string>>>(() =>
    Object.fromEntries(
      (this.interview.hasValue() ? this.interview.value().criteria : []).map((criterion) => [
        criterion.tag,
        criterion.title,
      ]),
    ),
  );
}
