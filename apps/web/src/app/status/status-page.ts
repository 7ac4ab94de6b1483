// bu-status-page: where an application stands, what comes next and by when; documents, assessment, interviews, withdrawal.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getStatus } from '../api/fn/jobs/get-status';
import { withdraw } from '../api/fn/jobs/withdraw';
import { Announcer } from '../ui/announcer';
import { Confirm } from '../ui/confirm';
import { CopyButton } from '../ui/copy-button';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { toProblem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { Skeleton } from '../ui/skeleton';
import { StageRail } from '../ui/stage-rail';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';
import { absoluteText, dateText, ownZone } from '../ui/time-words';
import { InterviewCard } from './interview-card';
import { LinkMissing } from './link-missing';
import { assessmentWords } from './assessment-words';

@Component({
  selector: 'bu-status-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CopyButton,
    Icon,
    InterviewCard,
    LinkMissing,
    PageHeader,
    ProblemPanel,
    RouterLink,
    Skeleton,
    StageRail,
    StatusChip,
    Time,
  ],
  templateUrl: './status-page.html',
  styleUrl: './status-page.scss',
})
export class StatusPage {
  /** The secret part of the link in the confirmation mail. */
  readonly token = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  protected readonly status = resource({
    params: () => this.token(),
    loader: ({ params }) => this.api.invoke(getStatus, { token: params }),
  });
  protected readonly trouble = computed(() => {
    const error = this.status.error();
    return error === undefined ? undefined : toProblem(error);
  });
  protected readonly withdrawing = signal(false);
  protected readonly withdrawProblem = signal<unknown>(undefined);
  protected readonly rail = computed(() => {
    const steps = this.status.hasValue() ? this.status.value().steps : [];
    return {
      stages: steps.map((step, index) => ({
        code: String(index),
        label: step.label,
        ...(step.at && { note: dateText(new Date(step.at), ownZone()) }),
      })),
      current: String(Math.max(0, currentStep(steps))),
      complete: steps.length > 0 && steps.every((step) => step.state === 'done'),
    };
  });
  protected readonly assessment = assessmentWords;
  /** An instant in this person's zone, named. */
  protected readonly moment = (at: string): string => absoluteText(new Date(at), ownZone());

  protected async withdraw(): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'Withdraw your application?',
      sentence:
        'It ends here: planned interviews are called off and the people involved are told. You can apply again later.',
      action: 'Withdraw',
      danger: true,
    });
    if (!answer) return;
    this.withdrawing.set(true);
    this.withdrawProblem.set(undefined);
    try {
      await this.api.invoke(withdraw, { token: this.token() });
      this.announcer.toast('Your application is withdrawn.');
      this.status.reload();
    } catch (error) {
      this.withdrawProblem.set(error);
    } finally {
      this.withdrawing.set(false);
    }
  }
}

/** The current step; when none is, the last that is done. */
function currentStep(steps: readonly { readonly state: string }[]): number {
  const current = steps.findIndex((step) => step.state === 'current');
  return current >= 0 ? current : steps.reduce((last, step, index) => (step.state === 'done' ? index : last), 0);
}
