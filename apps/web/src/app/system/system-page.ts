// bu-system-page: which workers are there, behind which walls programs run, what waits, and what failed.
import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, resource } from '@angular/core';
import { Api } from '../api/api';
import { getSystem } from '../api/fn/system/get-system';
import { EmptyState } from '../ui/empty-state';
import { bytesText, countText } from '../ui/figures';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { TableFrame } from '../ui/table-frame';
import { Time } from '../ui/time';
import { isNamespaced, wallsOf } from './sandbox-walls';

/** Workers report every ten seconds. */
const refreshMs = 10_000;

@Component({
  selector: 'bu-system-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, PageHeader, ProblemPanel, SectionCard, Skeleton, StatusChip, TableFrame, Time],
  templateUrl: './system-page.html',
  styleUrl: './system-page.scss',
})
export class SystemPage {
  private readonly api = inject(Api);
  protected readonly system = resource({ loader: () => this.api.invoke(getSystem) });
  protected readonly workers = computed(() =>
    (this.system.hasValue() ? this.system.value().workers : []).map((worker) => ({
      ...worker,
      walls: wallsOf(worker.sandboxLevel),
      namespaced: isNamespaced(worker.sandboxLevel),
      bytes: [...worker.compilers, ...worker.runners].reduce((sum, one) => sum + one.residentBytes, 0),
      jobs: countText([...worker.compilers, ...worker.runners].reduce((sum, one) => sum + one.jobs, 0)),
    })),
  );
  protected readonly count = countText;
  protected readonly size = bytesText;

  constructor() {
    const timer = setInterval(() => this.system.reload(), refreshMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
