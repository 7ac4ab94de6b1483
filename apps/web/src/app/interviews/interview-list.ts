// bu-interview-list: my interviews, what is due first.
import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { listInterviews } from '../api/fn/interviews/list-interviews';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { InterviewTable } from './interview-table';

@Component({
  selector: 'bu-interview-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, InterviewTable, PageHeader, ProblemPanel, RouterLink, SectionCard, Skeleton],
  template: `
    <bu-page-header
      heading="Interviews"
      lead="Yours, with a kit each. Write your scorecard while it is fresh; nobody sees it before you submit."
    />
    @if (mine.error(); as error) {
      <bu-problem [error]="error" (retry)="mine.reload()" />
    } @else if (mine.hasValue()) {
      <div class="parts">
        @if (due().length) {
          <bu-section-card heading="Scorecards to write" flush
            ><bu-interview-table label="Scorecards to write" [rows]="due()"
          /></bu-section-card>
        }
        @if (ahead().length) {
          <bu-section-card heading="Coming up" flush
            ><bu-interview-table label="Coming up" [rows]="ahead()"
          /></bu-section-card>
        }
        @if (past().length) {
          <bu-section-card heading="Done" flush><bu-interview-table label="Done" [rows]="past()" /></bu-section-card>
        }
        @if (!mine.value().items.length) {
          <bu-section-card>
            <bu-empty-state
              icon="interview"
              heading="No interviews yet"
              text="Once you are on a panel, your interviews and their kits appear here."
            >
              <a class="bu-button" routerLink="/">Home</a>
            </bu-empty-state>
          </bu-section-card>
        }
      </div>
    } @else {
      <bu-skeleton shape="table" [count]="4" label="Loading your interviews" />
    }
  `,
  styles: `
    .parts {
      display: grid;
      gap: var(--bu-space-5);
    }
  `,
})
export class InterviewList {
  private readonly api = inject(Api);
  protected readonly mine = resource({ loader: () => this.api.invoke(listInterviews, { mine: 'true' }) });
  private readonly all = computed(() => (this.mine.hasValue() ? this.mine.value().items : []));
  protected readonly due = computed(() => this.all().filter((row) => row.state === 'awaiting-scorecard'));
  protected readonly ahead = computed(() => this.all().filter((row) => row.state === 'scheduled'));
  protected readonly past = computed(() =>
    this.all().filter((row) => row.state === 'complete' || row.state === 'cancelled'),
  );
}
