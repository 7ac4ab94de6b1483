// Figures are written exactly and alike.
import {
  bytesText,
  clockText,
  durationText,
  exactPointsText,
  measuredText,
  moneyRangeText,
  moneyText,
  pointsText,
  worthText,
} from './figures';

const plain = (text: string): string => text.replace(/\u00A0/g, ' ');

describe('figures', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [1500, '1.5 KiB'],
    [20480, '20 KiB'],
    [3 * 1024 * 1024, '3 MiB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(plain(bytesText(bytes))).toBe(text));

  it.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [5400, '1 h 30 min'],
    [7200, '2 h'],
    [86400, '1 day'],
    [90000, '1 day 1 h'],
    [86400 * 5 + 3600, '5 days'],
    [-5, '0 s'],
  ])('writes %d seconds as %s', (seconds, text) => expect(plain(durationText(seconds))).toBe(text));

  it('writes a clock that reaches zero only at the end', () => {
    expect(clockText(0.2)).toBe('0:01');
    expect(clockText(0)).toBe('0:00');
    expect(clockText(3661)).toBe('1:01:01');
    expect(clockText(600)).toBe('10:00');
  });

  it.each([
    [60, '60'],
    [49.67, '49.7'],
    [1.5, '1.5'],
    [0, '0'],
  ])('writes %d points as %s', (value, text) => expect(pointsText(value)).toBe(text));

  it.each([
    [1, '1 point'],
    [0.5, '0.5 points'],
    [1.5, '1.5 points'],
    [0, '0 points'],
    [20, '20 points'],
  ])('says what %d is worth as %s', (value, text) => expect(plain(worthText(value))).toBe(text));

  it('writes the points of a part to the hundredths in which they are kept', () => {
    expect(exactPointsText(1.375)).toBe('1.38');
    expect(exactPointsText(0.5)).toBe('0.5');
  });

  it.each([
    [0.0234375, '0.02344'],
    [43.333333333333336, '43.33'],
    [0.5, '0.5'],
    [3000, '3,000'],
    [200000, '200,000'],
  ])('writes the measured %d as %s', (value, text) => expect(measuredText(value)).toBe(text));

  it('writes money with its currency first, and a range once', () => {
    expect(plain(moneyText(105000, 'USD'))).toBe('USD 105,000');
    expect(plain(moneyRangeText(105000, 175000, 'USD'))).toBe('USD 105,000–175,000');
    expect(plain(moneyRangeText(90000, 90000, 'EUR'))).toBe('EUR 90,000');
  });
});
