// bu-figure-chart: a chart with its figures one key away (T, or the button). Chart.js is loaded when first shown.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Chart } from 'chart.js';
import type { Figure } from '../api/models';
import { chartColours } from './chart-colours';
import { axisTitle, chartOptions, chartSummary, figureTable } from './chart-figure';
import { Icon } from './icon';
import { TableFrame } from './table-frame';
import { ThemeChoice } from './theme-choice';

@Component({
  selector: 'bu-figure-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TableFrame],
  templateUrl: './figure-chart.html',
  styleUrl: './figure-chart.scss',
  host: { '(keydown.t)': 'toggle($event)' },
})
export class FigureChart {
  readonly figure = input.required<Figure>();

  protected readonly asTable = signal(false);
  protected readonly summary = computed(() => chartSummary(this.figure()));
  protected readonly table = computed(() => figureTable(this.figure()));
  protected readonly xTitle = computed(() => axisTitle(this.figure().x));
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly theme = inject(ThemeChoice);
  private chart: Chart | undefined;

  constructor() {
    effect(() => {
      const canvas = this.canvas()?.nativeElement;
      const figure = this.figure();
      this.theme.effective();
      untracked(() => {
        this.clear();
        if (canvas) void this.draw(canvas, figure);
      });
    });
    inject(DestroyRef).onDestroy(() => this.clear());
  }

  protected toggle(event?: Event): void {
    if (event?.target instanceof HTMLInputElement) return;
    this.asTable.update((shown) => !shown);
  }

  private async draw(canvas: HTMLCanvasElement, figure: Figure): Promise<void> {
    const { Chart } = await import('./chart-engine');
    // Meanwhile the table may have been asked for, or another figure have come.
    if (!canvas.isConnected || this.canvas()?.nativeElement !== canvas || this.figure() !== figure) return;
    this.clear();
    this.chart = new Chart(canvas, chartOptions(figure, chartColours(this.host.nativeElement)));
  }

  private clear(): void {
    this.chart?.destroy();
    this.chart = undefined;
  }
}
