// bu-budget-gauge: what a program uses of one budget. Two marks: full marks up to the first, none from the second.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Budget, BudgetResult } from '../../api/models';
import { exactPointsText, worthText } from '../../ui/figures';
import { budgetReading, metricName } from './budget-scale';

@Component({
  selector: 'bu-budget-gauge',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let shown = reading();
    <p class="words">
      <span>{{ name() }}</span>
      <span class="bu-figure used" [attr.data-zone]="shown.zone">{{ shown.used }}</span>
    </p>
    <div class="bar" role="img" [attr.aria-label]="name() + ': ' + shown.text">
      <div class="fill" [attr.data-zone]="shown.zone" [style.inline-size.%]="shown.fill"></div>
      <i [style.inset-inline-start.%]="shown.fullMark"></i>
      <i class="limit" [style.inset-inline-start.%]="shown.limitMark"></i>
    </div>
    <p class="rule" aria-hidden="true">
      <span>{{ shown.rule }}</span>
      <span class="points">{{ points() }}</span>
    </p>
  `,
  styleUrl: './budget-gauge.scss',
})
export class BudgetGauge {
  readonly budget = input.required<Budget>();
  /** Of the last run; undefined before it. */
  readonly result = input<BudgetResult>();
  protected readonly name = computed(() => metricName(this.budget().metric));
  protected readonly reading = computed(() => budgetReading(this.budget(), this.result()?.used));
  protected readonly points = computed(() => {
    const result = this.result();
    const { points } = this.budget();
    return result ? `${exactPointsText(result.points)}/${exactPointsText(points)}` : worthText(points);
  });
}
