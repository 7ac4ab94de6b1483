// What somebody earns who reads nothing but the form: the best of all constants, orders and numbers off the prompt is found.
import type { FilledField, KeyEntry, Variant } from '@bringup/grading';
import { blindSheet } from './blind-sheet';

const field = (name: string, type: FilledField['type'], options: string[] = []): FilledField => ({
  ...{ name, type, label: name, unit: '', points: 2, significantDigits: null, keepOrder: false },
  options: options.map((value) => ({ value, label: value })),
});
const entry = (value: KeyEntry['value'], more: Partial<KeyEntry> = {}): KeyEntry => ({
  ...{ value, unit: '', tolerance: null, slips: [] },
  ...more,
});
const variants = (fields: FilledField[], keys: Record<string, KeyEntry>[], prompts: string[] = []) =>
  keys.map((answerKey, i): Pick<Variant, 'prompt' | 'fields' | 'answerKey'> => ({
    fields,
    answerKey,
    prompt: prompts[i] ?? '',
  }));

it('finds the option that is right most often', () => {
  const keys = ['a', 'b', 'b', 'c'].map((value) => ({ which: entry(value) }));
  expect(blindSheet(variants([field('which', 'choice', ['a', 'b', 'c'])], keys))).toEqual({
    share: 0.5,
    answers: [{ name: 'which', answer: 'always “b”', share: 0.5, points: 1 }],
  });
});

it('finds the number within the tolerance of the most keys, and slips', () => {
  const within = { tolerance: { relative: 0.1 } };
  const keys = [10, 10.5, 30, 50].map((value) => ({ n: entry(value, within) }));
  expect(blindSheet(variants([field('n', 'number')], keys)).share).toBe(0.5);
  const slip = { value: 7, credit: 0.5, cause: 'A slip.' };
  const slipping = [10, 20, 30, 40].map((value) => ({ n: entry(value, { slips: [slip] }) }));
  expect(blindSheet(variants([field('n', 'number')], slipping)).answers[0]).toMatchObject({
    answer: 'always 7',
    share: 0.5,
  });
});

it('finds an answer that stands in the prompt', () => {
  const keys = [12, 34, 56, 78].map((value) => ({ n: entry(value) }));
  const prompts = [12, 34, 56, 79].map((value, i) => `Of ${900 + i} frames ${value} were lost.`);
  expect(blindSheet(variants([field('n', 'number')], keys, prompts)).answers[0]).toMatchObject({
    answer: 'the 2nd number of the prompt',
    share: 0.75,
  });
});

it('reads numbers as the prompt prints them', () => {
  const keys = [186512, 1024.5].map((value) => ({ n: entry(value) }));
  const prompts = ['186 512 bytes', '1 024.5 bytes'];
  expect(blindSheet(variants([field('n', 'number')], keys, prompts)).share).toBe(1);
  const narrow = prompts.map((prompt) => prompt.replace(' ', '\u202f'));
  expect(blindSheet(variants([field('n', 'number')], keys, narrow)).share).toBe(1);
});

it('finds the order that is nearest to all', () => {
  const keys = [
    ['a', 'b', 'c'],
    ['a', 'c', 'b'],
    ['a', 'b', 'c'],
  ].map((value) => ({ order: entry(value) }));
  const [answer] = blindSheet(variants([field('order', 'order', ['a', 'b', 'c'])], keys)).answers;
  expect(answer.answer).toBe('always a, b, c');
  expect(answer.share).toBeCloseTo((1 + 1 / 3 + 1) / 3);
});

it('finds what carries from a guess, and pays nothing for one that is far off', () => {
  const fields = [field('source', 'number'), field('n', 'number')];
  const carried = { from: 'source', factor: 1, power: 1, offset: 1000, credit: 1 };
  const near = { tolerance: { absolute: 3 } };
  const keys = [10, 11, 12, 13].map((value) => ({
    source: entry(value),
    n: entry(2 * value + 5000, { ...near, carried }),
  }));
  expect(blindSheet(variants(fields, keys)).answers[1].share).toBe(0.75);
  const onlyCarried = [10, 12, 14, 16].map((value, i) => ({
    source: entry(value),
    n: entry(9000 + 100 * i, { carried, slips: [{ value: 1012, credit: 0, cause: 'Never paid.' }] }),
  }));
  expect(blindSheet(variants(fields, onlyCarried)).answers[1].share).toBe(0.25);
});

it('weighs fields by their points', () => {
  const fields = [field('a', 'choice', ['x']), { ...field('b', 'number'), points: 6 }];
  const keys = [1, 2, 3, 4].map((value) => ({ a: entry('x'), b: entry(value) }));
  expect(blindSheet(variants(fields, keys)).share).toBeCloseTo((2 + 6 * 0.25) / 8);
});
