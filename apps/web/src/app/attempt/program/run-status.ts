// bu-run-status: beside the Run button, how far the run is and then what came of it, so that nobody has to scroll to know.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Run } from '../../api/models';
import { StatusChip } from '../../ui/status-chip';
import { passedOf, runProgress } from './run-words';

@Component({
  selector: 'bu-run-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StatusChip],
  template: `
    @if (progress(); as now) {
      <span>{{ now.text }}</span>
      <progress [value]="now.share" [attr.aria-label]="now.text" max="1"></progress>
    } @else if (ourFault()) {
      <bu-status-chip kind="verdict" state="internal-error" label="Failed on our side" />
    } @else if (verdict(); as verdict) {
      @if (passed(); as passed) {
        <span>{{ passed.passed }} of {{ passed.of }} passed</span>
      }
      <bu-status-chip kind="verdict" [state]="verdict.status" />
    }
  `,
  styleUrl: './run-status.scss',
})
export class RunStatus {
  readonly run = input<Run>();
  readonly requesting = input(false);

  protected readonly progress = computed(() => runProgress(this.run(), this.requesting()));
  protected readonly verdict = computed(() => this.run()?.verdict);
  protected readonly ourFault = computed(
    () => this.run()?.state === 'failed' || this.verdict()?.status === 'internal-error',
  );
  protected readonly passed = computed(() => {
    const checks = this.verdict()?.checks ?? [];
    return checks.length ? passedOf(checks) : undefined;
  });
}
