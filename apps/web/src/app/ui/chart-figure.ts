// A task's figure as Chart.js options, as a table and in words. Pure.
import type { ChartConfiguration } from 'chart.js';
import type { Figure } from '../api/models';
import type { ChartColours } from './chart-colours';

/** The figure as rows: one for each x value, a column for each series; null where a series has no such point. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly x: string; readonly values: readonly (number | null)[] }[];
}

const dashes: readonly number[][] = [[], [6, 4], [2, 3], [8, 3, 2, 3], [1, 4], [12, 4]];
const points = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'star'] as const;

/** "Latency (ms)". */
export function axisTitle(axis: Figure['x']): string {
  return axis.unit ? `${axis.label} (${axis.unit})` : axis.label;
}

/** Rows in the order in which the x values first appear; in ascending order when all of them are numbers. */
export function figureTable(figure: Figure): FigureTable {
  const found = new Map<number | string, (number | null)[]>();
  figure.series.forEach((series, column) => {
    for (const [x, y] of series.points) {
      const row = found.get(x) ?? figure.series.map(() => null);
      row[column] = y;
      found.set(x, row);
    }
  });
  const entries = [...found.entries()];
  if (isNumeric(figure)) entries.sort(([a], [b]) => Number(a) - Number(b));
  return {
    columns: figure.series.map((series) => (figure.y.unit ? `${series.name} (${figure.y.unit})` : series.name)),
    rows: entries.map(([x, values]) => ({ x: String(x), values })),
  };
}

/** Series differ by dash and point as well as by colour, so that no one has to tell colours apart. */
export function chartOptions(figure: Figure, colours: ChartColours): ChartConfiguration {
  const text = { family: "'Inter Variable', system-ui, sans-serif", size: 12 };
  const digits = { family: "'JetBrains Mono Variable', monospace", size: 11 };
  const linear = isNumeric(figure) && figure.type !== 'bar';
  const axis = (title: string, grid: boolean): object => ({
    title: { display: title !== '', text: title, color: colours.ink, font: text },
    ticks: { color: colours.ink, font: digits },
    grid: { display: grid, color: colours.line },
    border: { color: colours.line },
  });
  return {
    type: figure.type,
    data: {
      labels: linear ? undefined : figureTable(figure).rows.map((row) => row.x),
      datasets: figure.series.map((series, index) => ({
        label: series.name,
        data: linear ? series.points.map(([x, y]) => ({ x: Number(x), y })) : (columnOf(figure, index) as number[]),
        borderColor: colours.series[index % colours.series.length],
        backgroundColor: colours.series[index % colours.series.length],
        borderWidth: figure.type === 'bar' ? 0 : 2,
        borderDash: dashes[index % dashes.length],
        pointStyle: points[index % points.length],
        pointRadius: 3.5,
        maxBarThickness: 40,
        borderRadius: 2,
      })),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: figure.type === 'scatter' ? 'nearest' : 'index', intersect: false },
      plugins: {
        legend: {
          display: figure.series.length > 1,
          position: 'bottom',
          labels: { color: colours.ink, font: text, usePointStyle: true, boxHeight: 7 },
        },
      },
      scales: {
        x: { ...axis(axisTitle(figure.x), false), type: linear ? 'linear' : 'category' },
        y: { ...axis(axisTitle(figure.y), true), type: 'linear', beginAtZero: figure.type === 'bar' },
      },
    },
  };
}

/** What a person who cannot see the chart is told first; the figures themselves are in the table. */
export function chartSummary(figure: Figure): string {
  const kind = { line: 'Line chart', bar: 'Bar chart', scatter: 'Scatter chart' }[figure.type];
  return `${kind}: ${figure.title}. ${figure.description} Press T for the figures.`;
}

function columnOf(figure: Figure, index: number): (number | null)[] {
  return figureTable(figure).rows.map((row) => row.values[index] ?? null);
}

function isNumeric(figure: Figure): boolean {
  return figure.series.every((series) => series.points.every(([x]) => typeof x === 'number'));
}
