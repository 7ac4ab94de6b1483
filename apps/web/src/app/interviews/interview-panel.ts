// bu-interview-panel: the interviews of one application against the plan's kits; scheduling is done here.
import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { cancelInterview } from '../api/fn/interviews/cancel-interview';
import { getInterviewPlan } from '../api/fn/interviews/get-interview-plan';
import { listInterviews } from '../api/fn/interviews/list-interviews';
import type { InterviewRow, InterviewsView } from '../api/models';
import { Announcer } from '../ui/announcer';
import { Confirm } from '../ui/confirm';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ProblemPanel } from '../ui/problem-panel';
import { toProblem, type Problem } from '../ui/problem';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';
import { ScheduleInterview } from './schedule-interview';

@Component({
  selector: 'bu-interview-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, Icon, ProblemPanel, RouterLink, ScheduleInterview, SectionCard, Skeleton, StatusChip, Time],
  templateUrl: './interview-panel.html',
  styleUrl: './interview-panel.scss',
})
export class InterviewPanel {
  readonly applicationId = input.required<string>();
  readonly requisitionId = input.required<string>();
  readonly maySchedule = input.required<boolean>();
  readonly changes = input(0);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  protected readonly scheduling = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly plan = resource({
    params: () => this.requisitionId(),
    loader: ({ params }) => this.api.invoke(getInterviewPlan, { id: params }),
  });
  protected readonly interviews = resource({
    params: () => ({ application: this.applicationId(), changes: this.changes() }),
    loader: ({ params }) => this.api.invoke(listInterviews, { application: params.application }),
  });
  private before: InterviewsView['items'] | undefined;
  protected readonly rows = computed(() => {
    if (this.interviews.hasValue()) this.before = this.interviews.value().items;
    return this.before;
  });
  protected readonly uncovered = computed(() =>
    (this.plan.hasValue() ? this.plan.value().coverage : []).filter((line) => line.kits.length === 0 && !line.assessed),
  );

  protected scheduled(): void {
    this.scheduling.set(false);
    this.changed.emit();
  }

  protected async cancel(row: InterviewRow): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'Cancel this interview?',
      sentence: `${row.candidateName} and ${row.interviewer.name} get a mail with the cancellation.`,
      action: 'Cancel interview',
      danger: true,
      reason: { label: 'Reason', required: true, minimum: 3 },
    });
    if (!answer) return;
    try {
      await this.api.invoke(cancelInterview, { id: row.id, body: { reason: answer.reason } });
      this.announcer.toast('Interview cancelled');
      this.changed.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
