// bu-run-panel: a run as it goes and what came of it: visible checks, budgets, what the compiler said.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CandidateTaskView, Run } from '../../api/models';
import { Icon } from '../../ui/icon';
import { clockTimeText, ownZone } from '../../ui/time-words';
import { BudgetGauge } from './budget-gauge';
import { type CompilerMessage, placelessErrors } from './compiler-messages';
import { passedOf, runProgress } from './run-words';

@Component({
  selector: 'bu-run-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BudgetGauge, Icon],
  templateUrl: './run-panel.html',
  styleUrl: './run-panel.scss',
})
export class RunPanel {
  readonly task = input.required<CandidateTaskView>();
  readonly run = input<Run>();
  readonly requesting = input(false);
  /** The program is no longer what was run. */
  readonly changedSince = input(false);
  /** Compiler messages that belong to the candidate's own file. */
  readonly messages = input<readonly CompilerMessage[]>([]);
  /** A place in the program was asked for. */
  readonly place = output<{ readonly line: number; readonly column: number }>();

  protected readonly progress = computed(() => runProgress(this.run(), this.requesting()));
  protected readonly verdict = computed(() => (this.progress() ? null : (this.run()?.verdict ?? null)));
  protected readonly ourFault = computed(
    () => !this.progress() && (this.run()?.state === 'failed' || this.verdict()?.status === 'internal-error'),
  );
  protected readonly compiled = computed(() => this.verdict()?.status !== 'compile-error');
  /** The checks as they ran, or as they will. */
  protected readonly checks = computed(() => {
    const ran = new Map((this.verdict()?.checks ?? []).map((check) => [check.id, check]));
    return this.task().visibleChecks.map((check) => ({ ...check, result: ran.get(check.id) }));
  });
  protected readonly passed = computed(() => passedOf(this.verdict()?.checks ?? []));
  protected readonly gauges = computed(() =>
    this.task().budgets.map((budget) => ({
      budget,
      result: this.verdict()?.budgets.find((result) => result.metric === budget.metric),
    })),
  );
  protected readonly loose = computed(() => placelessErrors(this.verdict()?.compilerOutput ?? ''));
  protected readonly finishedAt = computed(() => {
    const at = this.run()?.finishedAt;
    return at ? clockTimeText(new Date(at), ownZone()) : '';
  });
}
