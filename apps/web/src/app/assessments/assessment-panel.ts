// bu-assessment-panel: what was sent to one candidate and what came back; sending one is done here too.
import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { Api } from '../api/api';
import { getAttemptTimes } from '../api/fn/attempt-time/get-attempt-times';
import { getAssessments } from '../api/fn/attempts/get-assessments';
import { retryGrading } from '../api/fn/attempts/retry-grading';
import type { Answer, ApplicationAssessmentsView, AttemptTime } from '../api/models';
import { Session } from '../shell/session';
import { Announcer } from '../ui/announcer';
import { EmptyState } from '../ui/empty-state';
import { DurationPipe, PointsPipe } from '../ui/figure-pipes';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';
import { dateText, ownZone } from '../ui/time-words';
import { AttemptTimePanel } from './time/attempt-time-panel';
import { FairPlay } from './course/fair-play';
import { JustificationRating } from './justification-rating';
import { SendAssessment } from './sending/send-assessment';
import { TaskPlayback } from './course/task-playback';
import { kindWords } from './task-words';
import { VerdictReport } from './verdict-report';

type SentAssessment = ApplicationAssessmentsView['items'][number];

@Component({
  selector: 'bu-assessment-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AttemptTimePanel,
    DurationPipe,
    EmptyState,
    FairPlay,
    JustificationRating,
    PointsPipe,
    ProblemPanel,
    SectionCard,
    SendAssessment,
    Skeleton,
    StatusChip,
    TaskPlayback,
    Time,
    VerdictReport,
  ],
  templateUrl: './assessment-panel.html',
  styleUrl: './assessment-panel.scss',
})
export class AssessmentPanel {
  readonly applicationId = input.required<string>();
  readonly candidateName = input.required<string>();
  readonly mayInvite = input.required<boolean>();
  /** May rate the written answers. */
  readonly mayRate = input.required<boolean>();
  /** Goes up when the server said that something changed. */
  readonly changes = input(0);
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly kinds = kindWords;
  protected readonly sending = signal(false);
  protected readonly found = resource({
    params: () => ({ id: this.applicationId(), changes: this.changes() }),
    loader: ({ params }) => this.api.invoke(getAssessments, { id: params.id }),
  });
  /** Asked for by recruiters alone; who takes part in the decision is refused, and sees nothing in its place. */
  protected readonly times = resource({
    params: () =>
      this.session.may('attempt:time') ? { id: this.applicationId(), changes: this.changes() } : undefined,
    loader: async ({ params }) => {
      try {
        return (await this.api.invoke(getAttemptTimes, { id: params.id })).items;
      } catch (error) {
        if (toProblem(error).kind === 'forbidden') return [];
        throw error;
      }
    },
  });
  private timesBefore: readonly AttemptTime[] = [];
  private before: readonly SentAssessment[] | undefined;
  protected readonly items = computed(() => {
    if (this.found.hasValue()) this.before = this.found.value().items;
    return this.before;
  });

  /** Grading stopped on a fault of ours: starts it again; the verdict then arrives by itself. */
  protected async gradeAgain(): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.api.invoke(retryGrading, { id: this.applicationId() });
      this.announcer.toast('Grading started again');
      this.changed.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }

  protected sent(): void {
    this.sending.set(false);
    this.changed.emit();
  }

  /** The time of one of them; undefined for those who do not look after it. */
  protected timeOf(assessment: SentAssessment): AttemptTime | undefined {
    if (this.times.hasValue()) this.timesBefore = this.times.value() ?? [];
    return this.timesBefore.find(({ invitationId }) => invitationId === assessment.id);
  }

  protected dayOf(at: string): string {
    return dateText(new Date(at), ownZone());
  }

  protected writtenIn(answer: Answer): string {
    return answer.kind === 'interpretation' ? answer.justification : '';
  }

  protected sourceOf(answer: Answer | null): string {
    if (!answer) return '';
    if (answer.kind === 'c') return answer.source;
    const fields = Object.entries(answer.fields).map(([name, value]) => `${name} = ${value}`);
    return answer.kind === 'interpretation' && answer.justification
      ? [...fields, '', answer.justification].join('\n')
      : fields.join('\n');
  }
}
