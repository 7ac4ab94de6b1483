// bu-requisition-list: every requisition that this person may see, by state and by words.
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { listRequisitions } from '../api/fn/requisitions/list-requisitions';
import type { RequisitionPage, RequisitionRow } from '../api/models';
import { Session } from '../shell/session';
import { EmptyState } from '../ui/empty-state';
import { FilterBar } from '../ui/filter-bar';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { statusWord } from '../ui/status-words';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';
import { deviceClassWords, levelWords } from './requisition-words';

const statuses = [
  'draft',
  'pending-approval',
  'approved',
  'open',
  'on-hold',
  'filled',
  'closed',
  'cancelled',
] as const satisfies readonly RequisitionRow['status'][];

const pageSize = 50;

@Component({
  selector: 'bu-requisition-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    FilterBar,
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
  templateUrl: './requisition-list.html',
  styleUrl: './requisition-list.scss',
})
export class RequisitionList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly levels = levelWords;
  protected readonly devices = deviceClassWords;
  protected readonly filters = statuses.map((status) => ({
    value: status,
    label: statusWord('requisition', status).label,
  }));
  /** Query parameters: the filters have an address, so that they can be linked to and survive going back. */
  readonly status = input<RequisitionRow['status'] | undefined>();
  readonly search = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly mayOpen = computed(() => this.session.may('requisition:write'));

  protected readonly page = resource({
    params: () => ({ status: this.status(), search: this.search() }),
    loader: ({ params }) =>
      this.api.invoke(listRequisitions, {
        limit: pageSize,
        ...(params.status ? { status: params.status } : {}),
        ...(params.search ? { search: params.search } : {}),
      }),
  });
  /** The last page that arrived: shown while the next one is on its way, so that the table does not jump. */
  protected readonly shown = linkedSignal<RequisitionPage | undefined, RequisitionPage | undefined>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (page, before) => page ?? before?.value,
  });
  protected readonly filtered = computed(() => this.status() !== undefined || this.search() !== '');

  protected show(filters: { status?: string | null; search?: string | null }): void {
    void this.router.navigate([], { queryParams: filters, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
