// A chart, its table and its words tell the same figures.
import type { Figure } from '../api/models';
import { chartOptions, chartSummary, figureTable } from './chart-figure';

const colours = { ink: '#111', line: '#ddd', series: ['#123'] };
const figure: Figure = {
  id: 'latency',
  type: 'line',
  title: 'Latency by batch',
  description: 'INT8 stays below FP32.',
  x: { label: 'Batch' },
  y: { label: 'Latency', unit: 'ms' },
  series: [
    {
      name: 'FP32',
      points: [
        [4, 88],
        [1, 31],
      ],
    },
    {
      name: 'INT8',
      points: [
        [1, 12],
        [2, 14],
      ],
    },
  ],
};

describe('figureTable', () => {
  it('orders numbers, joins the series and leaves gaps empty, never zero', () => {
    expect(figureTable(figure)).toEqual({
      columns: ['FP32 (ms)', 'INT8 (ms)'],
      rows: [
        { x: '1', values: [31, 12] },
        { x: '2', values: [null, 14] },
        { x: '4', values: [88, null] },
      ],
    });
  });

  it('keeps the order of named points', () => {
    const named: Figure = {
      ...figure,
      type: 'bar',
      series: [
        {
          name: 'INT8',
          points: [
            ['Jetson', 3],
            ['Coral', 5],
          ],
        },
      ],
    };
    expect(figureTable(named).rows.map((row) => row.x)).toEqual(['Jetson', 'Coral']);
  });
});

describe('chartOptions', () => {
  it('places numeric points by their value, and tells series apart by more than colour', () => {
    const options = chartOptions(figure, colours);
    expect(options.options?.scales?.['x']).toMatchObject({ type: 'linear' });
    const [first, second] = options.data.datasets as unknown as {
      data: unknown;
      pointStyle: string;
      borderDash: number[];
    }[];
    expect(first?.data).toEqual([
      { x: 4, y: 88 },
      { x: 1, y: 31 },
    ]);
    expect(first?.pointStyle).not.toBe(second?.pointStyle);
    expect(first?.borderDash).not.toEqual(second?.borderDash);
  });

  it('starts bars at zero and names their points', () => {
    const bars = chartOptions({ ...figure, type: 'bar' }, colours);
    expect(bars.options?.scales?.['y']).toMatchObject({ beginAtZero: true });
    expect(bars.data.labels).toEqual(['1', '2', '4']);
    expect(bars.data.datasets[0]?.data).toEqual([31, null, 88]);
  });
});

describe('chartSummary', () => {
  it('says what the chart says', () => expect(chartSummary(figure)).toContain('INT8 stays below FP32.'));
});
