// bu-application-list: every application that this person may see, newest stage change first.
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { listApplications } from '../api/fn/applications/list-applications';
import type { ApplicationPage, ApplicationRow } from '../api/models';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
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
    Icon,
    PageHeader,
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

  protected readonly stages = stages.map((stage) => ({ stage, label: statusWord('stage', stage).label }));
  protected readonly stage = signal<ApplicationRow['stage'] | undefined>(undefined);
  protected readonly onlyActive = signal(true);
  protected readonly search = signal('');
  protected readonly offset = signal(0);

  protected readonly page = resource({
    params: () => ({ stage: this.stage(), search: this.search(), active: this.onlyActive(), offset: this.offset() }),
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
  protected readonly last = computed(() => Math.min(this.offset() + pageSize, this.shown()?.total ?? 0));
  protected readonly pageSize = pageSize;

  protected narrow(change: () => void): void {
    change();
    this.offset.set(0);
  }

  protected scoreOf(row: ApplicationRow): string {
    const score = row.confirmedScore ?? row.suggestedScore;
    return score === null ? '–' : score.toFixed(1);
  }
}
