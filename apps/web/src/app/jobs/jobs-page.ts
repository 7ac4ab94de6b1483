// bu-jobs-page: the open jobs.
import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { listJobs } from '../api/fn/jobs/list-jobs';
import { EmptyState } from '../ui/empty-state';
import { MoneyPipe } from '../ui/figure-pipes';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { Skeleton } from '../ui/skeleton';
import { Time } from '../ui/time';
import { levelWords, workplaceWords } from './job-words';

@Component({
  selector: 'bu-jobs-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, MoneyPipe, PageHeader, ProblemPanel, RouterLink, Skeleton, Time],
  template: `
    @if (jobs.hasValue()) {
      @let open = jobs.value();
      <bu-page-header
        [heading]="'Jobs at ' + open.company"
        lead="Models on small hardware. We hire on evidence: what you have built, and what you show us on real tasks."
      />
      @if (open.items.length) {
        <ul>
          @for (job of open.items; track job.slug) {
            <li>
              <div>
                <h2>
                  <a [routerLink]="['/jobs', job.slug]">{{ job.title }}</a>
                </h2>
                <p>{{ level(job.level) }} · {{ job.location }} · {{ workplace(job.workplace) }}</p>
              </div>
              <div class="right">
                <p class="bu-figure">{{ job.pay.min | buMoney: job.pay.currency : job.pay.max }}</p>
                <p class="bu-muted">a year · published <bu-time [datetime]="job.publishedAt" still /></p>
              </div>
            </li>
          }
        </ul>
      } @else {
        <bu-empty-state
          icon="search"
          heading="No open jobs at present"
          text="New ones appear on this page. There is no mailing list, and no form that asks for your data in advance."
        />
      }
    } @else if (jobs.error()) {
      <bu-problem [error]="jobs.error()" (retry)="jobs.reload()" />
    } @else {
      <bu-page-header heading="Jobs" />
      <bu-skeleton shape="list" [count]="4" label="Loading the jobs" />
    }
  `,
  styleUrl: './jobs-page.scss',
})
export class JobsPage {
  private readonly api = inject(Api);
  protected readonly jobs = resource({ loader: () => this.api.invoke(listJobs) });
  protected readonly level = levelWords;
  protected readonly workplace = workplaceWords;
}
