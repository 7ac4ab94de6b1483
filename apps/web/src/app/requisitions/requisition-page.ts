// bu-requisition-page: one requisition with its state, its pipeline, and what may be done with it now.
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { Api } from '../api/api';
import { getPipeline } from '../api/fn/requisitions/get-pipeline';
import { getRequisition } from '../api/fn/requisitions/get-requisition';
import { moveRequisition } from '../api/fn/requisitions/move-requisition';
import { Announcer } from '../ui/announcer';
import { Confirm } from '../ui/confirm';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { sentence } from '../ui/status-words';
import { Time } from '../ui/time';
import { Pipeline } from './pipeline';
import { RequisitionActions } from './requisition-actions';
import { RequisitionFacts } from './requisition-facts';
import { actionWords, levelWords, type RequisitionAction } from './requisition-words';

@Component({
  selector: 'bu-requisition-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Icon,
    PageHeader,
    Pipeline,
    ProblemPanel,
    RequisitionActions,
    RequisitionFacts,
    SectionCard,
    Skeleton,
    StatusChip,
    Time,
  ],
  templateUrl: './requisition-page.html',
  styleUrl: './requisition-page.scss',
})
export class RequisitionPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);

  protected readonly levels = levelWords;
  protected readonly sentence = sentence;
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly requisition = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.invoke(getRequisition, { id: params }),
  });
  protected readonly pipeline = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.invoke(getPipeline, { id: params }),
  });
  protected readonly hasPipeline = computed(
    () =>
      this.pipeline.hasValue() &&
      (this.pipeline.value().closed.length > 0 ||
        this.pipeline.value().stages.some((stage) => stage.applications.length > 0)),
  );
  /** Before the job page is up there is nobody to show: what was asked for is what an approver has to read. */
  protected readonly preparing = computed(
    () =>
      this.requisition.hasValue() &&
      ['draft', 'pending-approval', 'approved'].includes(this.requisition.value().status) &&
      !this.hasPipeline(),
  );
  private acted = false;

  constructor() {
    effect(() => {
      if (!this.requisition.hasValue() || !this.acted) return;
      this.acted = false;
      afterNextRender(keepFocus, { injector: this.injector });
    });
  }

  protected async act(action: RequisitionAction): Promise<void> {
    if (!this.requisition.hasValue() || this.busy()) return;
    const { version } = this.requisition.value();
    const reason = await this.reasonFor(action);
    if (reason === undefined) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.invoke(moveRequisition, {
        id: this.id(),
        body: { action, version, ...(reason ? { reason } : {}) },
      });
      this.acted = true;
      this.announcer.toast(actionWords[action].done);
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
      this.requisition.reload();
    }
  }

  /** '' when nothing needs to be said, undefined when the person stepped back. */
  private async reasonFor(action: RequisitionAction): Promise<string | undefined> {
    const { label, sentence: text, reasonLabel, danger } = actionWords[action];
    if (!text) return '';
    const answer = await this.confirm.ask({
      title: `${label}?`,
      sentence: text,
      action: label,
      danger: danger ?? false,
      ...(reasonLabel ? { reason: { label: reasonLabel, required: true, minimum: 3 } } : {}),
    });
    return answer?.reason;
  }
}

/** The button that was pressed may be gone with the new state; the keyboard then goes on from the page, not from its top. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
}
