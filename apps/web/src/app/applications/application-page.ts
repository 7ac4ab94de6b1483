// bu-application-page: one application; evidence, assessment, interviews and history as views with an address each.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getApplication } from '../api/fn/applications/get-application';
import { moveApplication } from '../api/fn/applications/move-application';
import { applicationEvents } from '../api/fn/events/application-events';
import type { ApplicationView } from '../api/models';
import { AssessmentPanel } from '../assessments/assessment-panel';
import { InterviewPanel } from '../interviews/interview-panel';
import { Announcer } from '../ui/announcer';
import { apiPath } from '../ui/api-path';
import { Confirm } from '../ui/confirm';
import { Icon } from '../ui/icon';
import { openChanges } from '../ui/live-changes';
import { PageHeader } from '../ui/page-header';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StageRail } from '../ui/stage-rail';
import { StatusChip } from '../ui/status-chip';
import { sentence, statusWord } from '../ui/status-words';
import { Time } from '../ui/time';
import { EvidenceReview } from './evidence-review';

const views = [
  { view: 'evidence', label: 'Evidence' },
  { view: 'assessment', label: 'Assessment' },
  { view: 'interviews', label: 'Interviews' },
  { view: 'history', label: 'History' },
] as const;

const stages = ['applied', 'review', 'assessment', 'interview', 'decision', 'offer'] as const;

@Component({
  selector: 'bu-application-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AssessmentPanel,
    EvidenceReview,
    Icon,
    InterviewPanel,
    PageHeader,
    ProblemPanel,
    RouterLink,
    SectionCard,
    Skeleton,
    StageRail,
    StatusChip,
    Time,
  ],
  templateUrl: './application-page.html',
  styleUrl: './application-page.scss',
})
export class ApplicationPage {
  readonly id = input.required<string>();
  /** Query parameter: which part of the page is shown. */
  readonly view = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);

  protected readonly views = views;
  protected readonly rail = stages.map((code) => ({ code }));
  protected readonly sentence = sentence;
  protected readonly shownView = computed(() => views.find((item) => item.view === this.view())?.view ?? 'evidence');
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** Counts the changes heard from the server, so that parts with data of their own load again. */
  protected readonly changes = signal(0);
  protected readonly application = resource({
    params: () => ({ id: this.id(), changes: this.changes() }),
    loader: ({ params }) => this.api.invoke(getApplication, { id: params.id }),
  });
  /** Survives a reload, so that a change heard from the server does not empty the page. */
  protected readonly shown = signal<ApplicationView | undefined>(undefined);

  constructor() {
    effect((onCleanup) =>
      onCleanup(openChanges(apiPath(applicationEvents.PATH, { id: this.id() }), () => this.refresh())),
    );
    effect(() => {
      if (this.application.hasValue()) this.shown.set(this.application.value());
    });
  }

  protected refresh(): void {
    untracked(() => this.changes.update((count) => count + 1));
  }

  protected async move(stage: ApplicationView['stage']): Promise<void> {
    const label = statusWord('stage', stage).label;
    const answer = await this.confirm.ask({
      title: `Move to ${label.toLowerCase()}?`,
      sentence: 'The candidate sees the new stage on their status page.',
      action: `Move to ${label.toLowerCase()}`,
      reason: { label: 'Note for the team', required: false },
    });
    if (!answer) return;
    this.problem.set(undefined);
    try {
      await this.api.invoke(moveApplication, {
        id: this.id(),
        body: { stage, ...(answer.reason ? { reason: answer.reason } : {}) },
      });
      this.announcer.toast(`Moved to ${label.toLowerCase()}`);
      this.refresh();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }

  protected stageLabel(stage: string): string {
    return statusWord('stage', stage).label.toLowerCase();
  }
}
