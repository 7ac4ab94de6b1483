// Options are shuffled per candidate unless their order means something.
import { arrangeOptions } from './arrange-options';
import { createRandom } from './random';
import type { FilledField } from './variant';

const field: FilledField = {
  name: 'cause',
  label: '',
  type: 'choice',
  unit: '',
  points: 1,
  significantDigits: null,
  options: ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, label: value })),
  keepOrder: false,
};

it('gives candidates different orders and one candidate always the same', () => {
  const orders = new Set(
    Array.from({ length: 20 }, (_, seed) =>
      arrangeOptions([field], createRandom(`${seed}`))[0]
        .options.map((o) => o.value)
        .join(''),
    ),
  );
  expect(orders.size).toBeGreaterThan(10);
  expect(arrangeOptions([field], createRandom('1'))).toEqual(arrangeOptions([field], createRandom('1')));
});

it('leaves a natural order alone', () => {
  const natural = { ...field, keepOrder: true };
  expect(arrangeOptions([natural], createRandom('1'))).toEqual([natural]);
});
