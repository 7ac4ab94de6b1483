// One field at a time: tolerances, choices, orders, slips, and messages that never name the key.
import { accepted } from '../../../test/quantities/accepted';
import { refused } from '../../../test/quantities/refused';
import { gradeField, orderShare, readField, toleranceOfDigits, withinTolerance } from './field-answer';
import type { FilledField, KeyEntry } from './variant';

const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value.toUpperCase() }));
const field = (changes: Partial<FilledField>): FilledField => ({
  name: 'x',
  label: 'The value',
  type: 'number',
  unit: '',
  points: 4,
  significantDigits: null,
  options: [],
  keepOrder: false,
  ...changes,
});
const key = (value: KeyEntry['value'], changes: Partial<KeyEntry> = {}): KeyEntry => ({
  value,
  unit: '',
  tolerance: null,
  slips: [],
  ...changes,
});

describe('tolerance', () => {
  it.each([
    [10.05, 10, { absolute: 0.05 }, true],
    [10.06, 10, { absolute: 0.05 }, false],
    [101, 100, { relative: 0.01 }, true],
    [101.1, 100, { relative: 0.01 }, false],
    [-99, -100, { relative: 0.01 }, true],
    [0.3, 0.1 + 0.2, { absolute: 0 }, true],
    [7, 7, null, true],
    [7.0001, 7, null, false],
  ])('%p against %p within %p: %p', (value, expected, tolerance, passes) => {
    expect(withinTolerance(value, expected, tolerance)).toBe(passes);
  });

  it.each([
    [0.0313725, 4, 0.000005],
    [31.37, 3, 0.05],
    [999, 1, 50],
    [0, 3, 0.005],
  ])('half a unit of the last digit of %p with %p digits is %p', (value, digits, absolute) => {
    expect(toleranceOfDigits(value, digits)).toEqual({ absolute: expect.closeTo(absolute, 12) as number });
  });
});

describe('numbers', () => {
  it('accepts another unit of the same dimension', () => {
    expect(
      gradeField(field({ unit: 'ms' }), key(12.5, { unit: 'ms', tolerance: { relative: 0.01 } }), '0.0125 s'),
    ).toMatchObject({ passed: true, points: 4 });
  });

  it('uses the digits asked for when the key has no tolerance', () => {
    const scale = field({ significantDigits: 4 });
    expect(gradeField(scale, key(0.0313725), '0.03137').passed).toBe(true);
    expect(gradeField(scale, key(0.0313725), '0.0314').passed).toBe(false);
  });

  it('pays part for a slip with a known cause and says the cause, not the key', () => {
    const slip = { value: 5, credit: 0.5, cause: 'This is the zero point of an unsigned tensor.' };
    const result = gradeField(field({}), key(-123, { slips: [slip] }), '5');
    expect(result).toMatchObject({ passed: false, points: 2, lesson: slip.cause });
    expect(JSON.stringify(result)).not.toContain('-123');
  });

  it('gives nothing for an unreadable answer and says how to write it', () => {
    expect(gradeField(field({}), key(0.5), '0,5')).toMatchObject({
      passed: false,
      points: 0,
      message: 'Write decimals with a point, not a comma.',
    });
    expect(gradeField(field({}), key(0.5), undefined)).toMatchObject({
      passed: false,
      points: 0,
      message: 'No answer was given.',
    });
  });
});

describe('spellings of numbers', () => {
  it.each(accepted)('pays for %j in %j', (text, unit, value, words) => {
    const number = field({ unit });
    expect(readField(number, text)).toMatchObject({ ok: true, message: words });
    const graded = gradeField(number, key(value, { unit, tolerance: { absolute: 0 } }), text);
    expect(graded).toMatchObject({ passed: true, points: 4, message: `${words} Right.` });
  });

  it.each(refused)('pays nothing for %.80j in %j and says why', (text, unit, words) => {
    expect(readField(field({ unit }), text)).toEqual({ ok: false, message: words });
    expect(gradeField(field({ unit }), key(5, { unit }), text)).toMatchObject({ points: 0, message: words });
  });
});

describe('choices and orders', () => {
  it('grades a choice by its value', () => {
    const choice = field({ type: 'choice', options });
    expect(gradeField(choice, key('b'), 'b')).toMatchObject({ passed: true, points: 4 });
    expect(gradeField(choice, key('b'), 'a')).toMatchObject({ passed: false, points: 0 });
    expect(readField(choice, 'B')).toEqual({ ok: false, message: 'The answer is not one of the options.' });
  });

  it.each([
    ['a,b,c,d', 4, true],
    ['b,a,c,d', 2.67, false],
    ['b,a,d,c', 1.33, false],
    ['d,c,b,a', 0, false],
  ])('pays the order %p %p points', (text, points, passed) => {
    expect(gradeField(field({ type: 'order', options }), key(['a', 'b', 'c', 'd']), text)).toMatchObject({
      passed,
      points,
    });
  });

  it.each(['a,b,c', 'a,b,c,c', 'a,b,c,d,d'])('refuses %p, which is no order of all options', (text) => {
    expect(readField(field({ type: 'order', options }), text)).toMatchObject({
      ok: false,
      message: 'Put each of the 4 options in order exactly once.',
    });
  });

  it('counts pairs as Kendall does', () => {
    expect(orderShare(['a', 'c', 'b'], ['a', 'b', 'c'])).toBeCloseTo(1 / 3, 12);
    expect(orderShare(['a'], ['a'])).toBe(1);
  });
});
