// Measured figures in the wordings of résumés, and numbers that are none.
import { findFigures, readNumber } from './figures';
import { statementsOf } from './statements';

function figures(text: string): Array<[string, number, string]> {
  return statementsOf(text)
    .flatMap((one) => findFigures('d', one))
    .map(({ kind, value, unit }) => [kind, value, unit]);
}

it.each([
  ['58 ms a frame at INT8', ['latency', 58, 'ms']],
  ['p99 latency of 1,234 ms', ['latency', 1234, 'ms']],
  ['12,5 ms per window', ['latency', 12.5, 'ms']],
  ['interrupt latency of 4 µs', ['latency', 0.004, 'ms']],
  ['inference in 1.2 s', ['latency', 1200, 'ms']],
  ['15 FPS on a Coral', ['frame-rate', 15, 'fps']],
  ['30 frames per second', ['frame-rate', 30, 'fps']],
  ['94.2 % top-1 accuracy', ['accuracy', 94.2, '%']],
  ['accuracy of 91%', ['accuracy', 91, '%']],
  ['within 0.4 mAP of FP32', ['accuracy', 0.4, 'mAP']],
  ['F1 score of 0.91', ['accuracy', 0.91, 'F1']],
  ['in a 3 W budget', ['power', 3000, 'mW']],
  ['0.7 mW in sleep', ['power', 0.7, 'mW']],
  ['0.9 mJ per inference', ['energy', 0.9, 'mJ']],
  ['96 KB of RAM', ['memory', 96, 'KiB']],
  ['a peak arena of 1.5 MB', ['memory', 1536, 'KiB']],
  ['a model of 0.5 MB', ['model-size', 512, 'KiB']],
  ['4x smaller', ['compression', 4, '×']],
  ['compressed the network 3.8×', ['compression', 3.8, '×']],
  ['2.5x faster', ['speed-up', 2.5, '×']],
  ['it by improving throughput by 2.3x', ['speed-up', 2.3, '×']],
  ['reduced peak RAM by 40%', ['memory', 40, '%']],
  ['cut inference latency by 35 %', ['latency', 35, '%']],
  ['a fleet of about 12,000 units', ['fleet-size', 12000, 'units']],
  ['shipped on 200k devices', ['fleet-size', 200000, 'units']],
  ['1.2 million units in the field', ['fleet-size', 1200000, 'units']],
  ['deployed on 600 analysers', ['fleet-size', 600, 'units']],
] as const)('reads "%s"', (text, expected) => {
  expect(figures(`We measured ${text}.`)).toEqual([expected]);
});

it('reads both ends of "from … to …", with the unit written once or twice', () => {
  const both = [
    ['latency', 41, 'ms'],
    ['latency', 12, 'ms'],
  ];
  expect(figures('Cut latency from 41 to 12 ms.')).toEqual(both);
  expect(figures('Cut latency from 41 ms to 12 ms.')).toEqual(both);
  expect(figures('Raised accuracy from 88.1% to 92.4%.')).toEqual([
    ['accuracy', 88.1, '%'],
    ['accuracy', 92.4, '%'],
  ]);
});

it('tells a change from a level', () => {
  const changes = (text: string): boolean[] =>
    statementsOf(text)
      .flatMap((one) => findFigures('d', one))
      .map(({ change }) => change);
  expect(changes('Lost 0.6 mAP.')).toEqual([true]);
  expect(changes('It reaches 34.2 mAP.')).toEqual([false]);
  expect(changes('Saved 40% of the RAM, 40% less memory.')).toContain(true);
});

it.each([
  'Sampled every 10 ms.',
  'A 40 ms window.',
  'Trained on 300 GB of images.',
  'Mixed precision 8-bit.',
  'Managed 12 people in 3 countries.',
  'Room W 12, floor 3.',
  'Used C++17 and Python 3.11 since 2019.',
  'You will bring models to 30 FPS.',
  'Raised 1,200 euros.',
])('finds none in "%s"', (text) => {
  expect(figures(text)).toEqual([]);
});

it.each([
  ['1,234.5', 1234.5],
  ['58,3', 58.3],
  ['12 000', 12000],
  ['12k', 12000],
  ['1.2 million', 1.2e6],
  ['.5', 0.5],
  ['1.2.3', undefined],
  ['x', undefined],
])('reads the number %s', (written, value) => {
  expect(readNumber(written)).toBe(value);
});
