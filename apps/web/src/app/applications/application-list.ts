// bu-application-list: every application that this person may see, newest stage change first.
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { listApplications } from '../api/fn/applications/list-applications';
import type { ApplicationPage, ApplicationRow } from '../api/models';
import { EmptyState } from '../ui/empty-state';
import { FilterBar } from '../ui/filter-bar';
import { Pager } from '../ui/pager';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { statusWord } from '../ui/status-words';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';

const stages = [
  'applied',
  'review',
  'assessment',
  'interview',
  'decision',
  'offer',
  'hired',
] as const satisfies readonly ApplicationRow['stage'][];
const pageSize = 50;

@Component({
  selector: 'bu-application-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    FilterBar,
    PageHeader,
    Pager,
    ProblemPanel,
    RouterLink,
    SectionCard,
    Skeleton,
    StatusChip,
    TableFrame,
    Time,
  ],
  templateUrl: './application-list.html',
  styleUrl: './application-list.scss',
})
export class ApplicationList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  protected readonly stages = stages.map((stage) => ({ value: stage, label: statusWord('stage', stage).label }));
  /** Query parameters: the filters have an address, so that they can be linked to and survive going back. */
  readonly stage = input<ApplicationRow['stage'] | undefined>();
  readonly search = input('', { transform: (value: string | undefined) => value ?? '' });
  /** `all` shows those that have ended too. */
  readonly show = input<string>();
  readonly from = input(0, { transform: (value: string | undefined) => Math.max(0, Math.trunc(Number(value)) || 0) });
  protected readonly onlyActive = computed(() => this.show() !== 'all');

  protected readonly page = resource({
    params: () => ({ stage: this.stage(), search: this.search(), active: this.onlyActive(), offset: this.from() }),
    loader: ({ params }) =>
      this.api.invoke(listApplications, {
        limit: pageSize,
        offset: params.offset,
        ...(params.stage ? { stage: params.stage } : {}),
        ...(params.active ? { status: 'active' as const } : {}),
        ...(params.search ? { search: params.search } : {}),
      }),
  });
  /** The last page that arrived stays while the next is on its way. */
  protected readonly shown = linkedSignal<ApplicationPage | undefined, ApplicationPage | undefined>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (page, before) => page ?? before?.value,
  });
  protected readonly pageSize = pageSize;

  /** Changes the address; a new filter starts at the first page again. */
  protected narrow(filters: {
    stage?: string | null;
    search?: string | null;
    show?: string | null;
    from?: number;
  }): void {
    void this.router.navigate([], {
      queryParams: { from: null, ...filters },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected scoreOf(row: ApplicationRow): string {
    const score = row.confirmedScore ?? row.suggestedScore;
    return score === null ? '–' : score.toFixed(1);
  }
}
