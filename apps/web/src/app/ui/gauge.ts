// bu-gauge: a figure against its budget. The solid mark is the budget (full points), the second one the limit (no points).
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { gaugeReading, type GaugeUnit } from './gauge-scale';

@Component({
  selector: 'bu-gauge',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let shown = reading();
    <div class="words">
      <span class="label">{{ label() }}</span>
      @if (shown) {
        <span class="bu-figure value" [class]="shown.state">
          {{ shown.value }}<span class="of"> / {{ shown.budget }}</span>
        </span>
      } @else {
        <span class="bu-subtle">not measured</span>
      }
    </div>
    @if (shown) {
      <div
        class="bar"
        role="meter"
        aria-valuemin="0"
        [attr.aria-valuemax]="top()"
        [attr.aria-valuenow]="value()"
        [attr.aria-valuetext]="shown.text"
        [attr.aria-label]="label()"
        [title]="shown.text"
      >
        <div class="fill" [class]="shown.state" [style.inline-size.%]="shown.fill"></div>
        <div class="mark" [style.inset-inline-start.%]="shown.fullMark"></div>
        @if (shown.fullMark < shown.limitMark) {
          <div class="mark limit" [style.inset-inline-start.%]="shown.limitMark"></div>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    .words {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--bu-space-3);
      justify-content: space-between;
      align-items: baseline;
      font-size: var(--bu-text-sm);
    }
    .value {
      font-weight: var(--bu-weight-medium);
    }
    .value.between {
      color: var(--bu-hold);
    }
    .value.over {
      color: var(--bu-stop);
    }
    .of {
      color: var(--bu-ink-subtle);
      font-weight: var(--bu-weight-normal);
    }
    .bar {
      position: relative;
      block-size: 0.5rem;
      margin-block: 5px 3px;
      border-radius: 2px;
      background: var(--bu-rest-tint);
      box-shadow: inset 0 0 0 1px var(--bu-line);
    }
    .fill {
      block-size: 100%;
      min-inline-size: 2px;
      border-radius: 2px;
      background: var(--bu-go);
      transition: inline-size var(--bu-motion-calm) var(--bu-ease);
    }
    .fill.between {
      background: var(--bu-hold);
    }
    .fill.over {
      background: repeating-linear-gradient(
        -45deg,
        var(--bu-stop) 0 4px,
        color-mix(in srgb, var(--bu-stop) 70%, var(--bu-surface)) 4px 7px
      );
    }
    .mark {
      position: absolute;
      inset-block: -3px;
      inline-size: 2px;
      margin-inline-start: -1px;
      background: var(--bu-ink);
      box-shadow: 0 0 0 1px var(--bu-surface);
    }
    .mark.limit {
      background: var(--bu-stop);
    }
    @media (forced-colors: active) {
      .fill {
        background: Highlight;
      }
      .mark {
        background: CanvasText;
      }
    }
  `,
})
export class Gauge {
  readonly label = input.required<string>();
  readonly value = input.required<number | null | undefined>();
  /** Up to here all the points. */
  readonly full = input.required<number>();
  /** Past here none; the same as `full` unless given. */
  readonly limit = input<number>();
  readonly unit = input<GaugeUnit>('B');
  protected readonly top = computed(() => Math.max(this.full(), this.limit() ?? 0));
  protected readonly reading = computed(() => {
    const value = this.value();
    return typeof value === 'number' ? gaugeReading(value, this.full(), this.top(), this.unit()) : undefined;
  });
}
