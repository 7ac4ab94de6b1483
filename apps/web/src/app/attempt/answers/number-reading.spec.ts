// Advice about typed numbers.
import { readNumber, significantDigitsOf } from './number-reading';

describe('readNumber', () => {
  it.each([
    ['1/128', 'Reads as 0.0078125.'],
    ['2^-7', 'Reads as 0.0078125.'],
    ['-2^2', 'Reads as -4.'],
    ['0x4B', 'Reads as 75.'],
    ['-0x10', 'Reads as -16.'],
  ])('says how %s reads', (typed, hint) => expect(readNumber(typed, null)).toEqual({ wrong: false, hint }));

  it('counts the digits still missing', () => {
    expect(readNumber('0.0078', 4)).toEqual({ wrong: false, hint: '2 of 4 significant digits so far.' });
    expect(readNumber('0.007812', 4)).toEqual({ wrong: false, hint: '' });
    expect(readNumber('7.812e-3', 4)).toEqual({ wrong: false, hint: '' });
    expect(readNumber('0', 4)).toEqual({ wrong: false, hint: '' });
  });

  it('refuses a decimal comma, words and a division by zero', () => {
    expect(readNumber('0,0078', 4)).toMatchObject({ wrong: true });
    expect(readNumber('about seven', null)).toMatchObject({ wrong: true });
    expect(readNumber('1/0', null)).toMatchObject({ wrong: true });
  });

  it('keeps silent about what only the server reads, and about nothing', () => {
    expect(readNumber('3 * 2^-7', null)).toBeNull();
    expect(readNumber('12.4 ms', null)).toBeNull();
    expect(readNumber('  ', null)).toBeNull();
  });

  it('takes a typographic minus for a minus', () => expect(readNumber('−5', null)).toEqual({ wrong: false, hint: '' }));
});

describe('significantDigitsOf', () => {
  it('drops leading zeros and keeps trailing ones', () => {
    expect(['0.00780', '120', '1.20e5', '-4.'].map(significantDigitsOf)).toEqual([3, 3, 3, 1]);
  });
});
