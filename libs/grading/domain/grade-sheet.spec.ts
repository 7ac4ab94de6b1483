// Errors carried forward: paid once, only where the key says so, and never for a trivial value.
import { gradeSheet } from './grade-sheet';
import type { AnswerKey, CarriedError, FilledField, KeyEntry } from './variant';

const field = (name: string, unit = ''): FilledField => ({
  ...{ name, label: `The ${name}`, type: 'number', unit, points: 4 },
  ...{ significantDigits: null, options: [], keepOrder: false },
});
const entry = (value: number, carried?: Partial<CarriedError>, unit = ''): KeyEntry => ({
  ...{ value, unit, tolerance: { relative: 0.01 }, slips: [] },
  ...(carried ? { carried: { from: 'scale', factor: 1, power: 1, offset: 0, credit: 1, ...carried } } : {}),
});

const sheet = [field('scale'), field('error')];
const points = (key: AnswerKey, answers: Record<string, string>, fields = sheet) =>
  gradeSheet(fields, key, answers).map((result) => result.points);

it.each<[string, Partial<CarriedError>, number, string, string, number]>([
  ['a proportion', { factor: 50 }, 100, '3', '150', 4],
  ['a reciprocal', { factor: 6, power: -1 }, 3, '3', '2', 4],
  ['a sum', { offset: 10 }, 12, '3', '13', 4],
  ['part of the points', { factor: 50, credit: 0.5 }, 100, '3', '150', 2],
  ['not what does not follow', { factor: 50 }, 100, '3', '160', 0],
  ['the right answer in full, whatever came before', { factor: 50 }, 100, '3', '100', 4],
  ['from half of the right value', { factor: 50 }, 100, '1', '50', 4],
  ['from twice the right value', { factor: 50 }, 100, '4', '200', 4],
  ['nothing from less than half', { factor: 50 }, 100, '0.99', '49.5', 0],
  ['nothing from more than twice', { factor: 50 }, 100, '4.01', '200.5', 0],
  ['nothing from the other sign', { factor: 50 }, 100, '-2', '-100', 0],
  ['nothing from zero', { factor: 50 }, 100, '0', '0', 0],
  ['nothing from next to nothing, where the offset alone is left', { offset: 98 }, 100, '1e-9', '98', 0],
  ['nothing from what cannot be read', { factor: 50 }, 100, 'three', '150', 0],
  ['nothing from what was left out', { factor: 50 }, 100, '', '150', 0],
])('%s', (_, carried, right, scale, error, expected) => {
  expect(points({ scale: entry(2), error: entry(right, carried) }, { scale, error })).toEqual([0, expected]);
});

it('carries nothing where the key does not say so', () => {
  expect(points({ scale: entry(2), error: entry(100) }, { scale: '3', error: '150' })).toEqual([0, 0]);
});

it('carries through a chain, and in the units of the fields', () => {
  const fields = [field('scale', 'ms'), field('error'), field('bound')];
  const key = {
    scale: entry(2, undefined, 'ms'),
    error: entry(100, { factor: 50 }),
    bound: entry(1000, { from: 'error', factor: 10 }),
  };
  expect(points(key, { scale: '0.003 s', error: '150', bound: '1500' }, fields)).toEqual([0, 4, 4]);
  expect(points(key, { scale: '2 ms', error: '150', bound: '1500' }, fields)).toEqual([4, 0, 4]);
});

it('carries nothing from a key of zero, to which nothing is near', () => {
  const key = { scale: { ...entry(0), tolerance: { absolute: 0.5 } }, error: entry(100, { offset: 97 }) };
  expect(points(key, { scale: '3', error: '100' })).toEqual([0, 4]);
  expect(points(key, { scale: '1', error: '98' })).toEqual([0, 0]);
});

it.each([0.25, 1])(
  'tells a slip as that slip where %d of the points would be carried, and never names the key',
  (credit) => {
    const slipping = {
      ...entry(100, { factor: 50, credit }),
      slips: [{ value: 150, credit: 0.5, cause: 'A cause.' }],
    };
    const [, result] = gradeSheet(sheet, { scale: entry(2), error: slipping }, { scale: '3', error: '150' });
    expect(result).toMatchObject({ points: 2, lesson: 'A cause.' });
    const [, carried] = gradeSheet(
      sheet,
      { scale: entry(2), error: entry(100, { factor: 50 }) },
      { scale: '3', error: '150' },
    );
    expect(carried).toMatchObject({ passed: true, message: expect.stringContaining('“The scale”') as string });
    expect(carried.message).not.toMatch(/\b(2|100)\b/);
  },
);
