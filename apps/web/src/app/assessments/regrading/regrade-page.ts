// bu-regrade-page: one re-grading: how far it is, what would change for whom, and the decision of a person.
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
import { Api } from '../../api/api';
import { decideRegrade } from '../../api/fn/regrades/decide-regrade';
import { getRegrade } from '../../api/fn/regrades/get-regrade';
import { regradeEvents } from '../../api/fn/regrades/regrade-events';
import type { RegradeView } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { apiPath } from '../../ui/api-path';
import { Confirm } from '../../ui/confirm';
import { PointsPipe } from '../../ui/figure-pipes';
import { openChanges } from '../../ui/live-changes';
import { PageHeader } from '../../ui/page-header';
import { toProblem, type Problem } from '../../ui/problem';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import { TableFrame } from '../../ui/table-frame';
import { Time } from '../../ui/time';
import { differenceSentence, resultText } from './regrade-words';

@Component({
  selector: 'bu-regrade-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeader, PointsPipe, ProblemPanel, RouterLink, SectionCard, Skeleton, StatusChip, TableFrame, Time],
  templateUrl: './regrade-page.html',
  styleUrl: './regrade.scss',
})
export class RegradePage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly changes = signal(0);
  protected readonly found = resource({
    params: () => ({ id: this.id(), changes: this.changes() }),
    loader: ({ params }) => this.api.invoke(getRegrade, { id: params.id }),
  });
  /** Survives a reload, so that progress does not empty the page. */
  protected readonly shown = signal<RegradeView | undefined>(undefined);
  protected readonly open = computed(() => ['running', 'ready'].includes(this.shown()?.state ?? ''));
  protected readonly sentence = computed(() => differenceSentence(this.shown()?.items ?? []));
  protected readonly result = resultText;

  constructor() {
    effect((onCleanup) =>
      onCleanup(openChanges(apiPath(regradeEvents.PATH, { id: this.id() }), () => untracked(() => this.refresh()))),
    );
    effect(() => {
      if (this.found.hasValue()) this.shown.set(this.found.value());
    });
  }

  protected refresh(): void {
    this.changes.update((count) => count + 1);
  }

  protected async decide(adopt: boolean): Promise<void> {
    const answer = await this.confirm.ask({
      title: adopt ? 'Adopt the new verdicts?' : 'Discard the new verdicts?',
      sentence: adopt
        ? `${this.sentence()} The new verdicts stand from now on; the old ones stay on record. Decisions that were made are not changed.`
        : 'The verdicts stay as they are. What was graded again stays on record.',
      action: adopt ? 'Adopt' : 'Discard',
      danger: !adopt,
    });
    if (!answer) return;
    this.problem.set(undefined);
    try {
      await this.api.invoke(decideRegrade, { id: this.id(), body: { adopt } });
      this.announcer.toast(adopt ? 'New verdicts adopted' : 'New verdicts discarded');
      this.refresh();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
