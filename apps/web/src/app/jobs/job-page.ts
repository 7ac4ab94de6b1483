// bu-job-page: one job as its candidates read it: the work, the device, the pay, the steps, a person to ask.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getJob } from '../api/fn/jobs/get-job';
import { EmptyState } from '../ui/empty-state';
import { MoneyPipe } from '../ui/figure-pipes';
import { PageHeader } from '../ui/page-header';
import { toProblem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { Skeleton } from '../ui/skeleton';
import { Time } from '../ui/time';
import { levelWords, workplaceWords } from './job-words';
import { SpecSheet } from './spec-sheet';

@Component({
  selector: 'bu-job-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, MoneyPipe, PageHeader, ProblemPanel, RouterLink, Skeleton, SpecSheet, Time],
  templateUrl: './job-page.html',
  styleUrl: './job-page.scss',
})
export class JobPage {
  readonly slug = input.required<string>();
  private readonly api = inject(Api);
  protected readonly job = resource({
    params: () => this.slug(),
    loader: ({ params }) => this.api.invoke(getJob, { slug: params }),
  });
  protected readonly gone = computed(() => {
    const error = this.job.error();
    return error !== undefined && toProblem(error).kind === 'not-found';
  });
  protected readonly paragraphs = computed(() =>
    this.job.hasValue()
      ? this.job
          .value()
          .summary.split(/\n\s*\n/)
          .filter((text) => text.trim())
      : [],
  );
  protected readonly level = levelWords;
  protected readonly workplace = workplaceWords;
}
