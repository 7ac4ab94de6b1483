// bu-verdict-report: a verdict for the people who decide: points, budgets as gauges, checks, and what makes it repeatable.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Verdict } from '../api/models';
import { CopyButton } from '../ui/copy-button';
import { CountPipe, PointsPipe } from '../ui/figure-pipes';
import { Gauge } from '../ui/gauge';
import { Icon } from '../ui/icon';
import { metricWords } from '../ui/metric-words';
import { StatusChip } from '../ui/status-chip';

@Component({
  selector: 'bu-verdict-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyButton, CountPipe, Gauge, Icon, PointsPipe, StatusChip],
  templateUrl: './verdict-report.html',
  styleUrl: './verdict-report.scss',
})
export class VerdictReport {
  readonly verdict = input.required<Verdict>();

  protected readonly budgets = computed(() =>
    this.verdict().budgets.map((budget) => ({ ...budget, ...metricWords(budget.metric) })),
  );
  protected readonly allHidden = computed(() => this.verdict().checks.every((check) => !check.visible));
  protected readonly passed = computed(() => this.verdict().checks.filter((check) => check.passed).length);
}
