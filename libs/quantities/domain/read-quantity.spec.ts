// How numbers are read: every form an engineer types, and a clear refusal of what could mean two things.
import fc from 'fast-check';
import { accepted } from '../../../test/quantities/accepted';
import { refused } from '../../../test/quantities/refused';
import { readQuantity } from './read-quantity';

/** The value is what a person would work out, to the last digits that a product of decimals may lose. */
function near(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-14 * Math.abs(expected);
}

describe('readQuantity', () => {
  it.each(accepted)('reads %j in %j as %j', (text, unit, expected, words) => {
    const reading = readQuantity(text, unit);
    expect(reading.message).toBe(words);
    expect(reading.ok && near(reading.value, expected)).toBe(true);
  });

  it.each(refused)('refuses %.80j in %j and says why', (text, unit, words) => {
    expect(readQuantity(text, unit)).toEqual({ ok: false, message: words });
  });

  it('has a table that is large enough and says nothing twice', () => {
    expect(accepted.length).toBeGreaterThanOrEqual(200);
    expect(refused.length).toBeGreaterThanOrEqual(100);
    const rows = [...accepted, ...refused].map(([text, unit]) => JSON.stringify([text, unit]));
    expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
  });

  it('answers in linear time on hostile text', () => {
    const started = process.hrtime.bigint();
    for (const piece of [
      '(',
      '-',
      '2^',
      '1e',
      ' ',
      '1 000',
      ',',
      '1,',
      '⁻',
      'x',
      '0x',
      '1x',
      ' per ',
      '/s',
      '%',
      '\u202e',
      '９',
      's^-1',
    ])
      for (const length of [80, 799, 1_000_000]) {
        readQuantity(piece.repeat(Math.ceil(length / piece.length)).slice(0, length), 'ms');
        readQuantity(`5${piece.repeat(Math.ceil(length / piece.length)).slice(1, length)}`, 'tokens/s');
      }
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(500);
  });
});

const raised = (digits: string) => digits.replace(/[-0-9]/g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]));

/** The ways in which people write a number that is `mantissa · 10^exponent`. */
const writers: readonly ((mantissa: string, exponent: number) => string)[] = [
  (mantissa, exponent) => `${mantissa}e${exponent}`,
  (mantissa, exponent) => `${mantissa}E${exponent < 0 ? '' : '+'}${exponent}`,
  (mantissa, exponent) => `${mantissa} x 10^${exponent}`,
  (mantissa, exponent) => `${mantissa}X10^(${exponent})`,
  (mantissa, exponent) => `${mantissa} × 10${raised(String(exponent))}`,
  (mantissa, exponent) => `${mantissa}·10${raised(String(exponent))}`,
  (mantissa, exponent) => `${mantissa} * 10**${exponent}`,
  (mantissa, exponent) => `${mantissa} * 10^${exponent}`.replace(/-/g, '−'),
  (mantissa, exponent) => (exponent < 0 ? `${mantissa}/1e${-exponent}` : `${mantissa}/1e-${exponent}`),
  (mantissa, exponent) => String(Number(`${mantissa}e${exponent}`)),
];

/** The field's unit, the factor from what is typed, and its spellings. */
const spelt: readonly (readonly [unit: string, factor: number, spellings: readonly string[]])[] = [
  ['', 1, ['', 'times', 'frames', 'devices']],
  ['ms', 1, ['', 'ms', 'msec', 'millisecond', 'milliseconds']],
  ['ms', 1000, ['s', 'sec', 'secs', 'second', 'seconds']],
  ['d', 1, ['d', 'day', 'days']],
  ['d', 7, ['week', 'weeks']],
  ['kB', 1, ['kB', 'KB', 'kilobytes', 'KBytes', 'kbyte']],
  ['B', 1024, ['KiB', 'kibibyte', 'kibibytes']],
  ['bit/weight', 1, ['bit/weight', 'bits/weight', 'bits per weight', 'bit per weight', 'bits / weight', 'bpw']],
  ['tokens/s', 1, ['tokens/s', 'token/s', 'tokens per second', 'tok/s', 't/s', 'tokens/sec', '/s', 'tokens · s⁻¹']],
  ['fps', 1, ['fps', 'FPS', 'frames/s', 'frames per second', 'inferences/s', '1/s', 'Hz', 's⁻¹', 's^-1']],
  ['OP/B', 1, ['OP/B', 'ops/byte', 'operations per byte', 'OP / B']],
  ['%', 1, ['%', 'percent', 'per cent', 'pct', 'percentage points', 'points', 'pp', '%-points']],
  ['mJ', 3600, ['mWh', 'milliwatt-hours', 'milliwatt hour']],
  ['mW', 1, ['mW', 'milliwatt', 'milliwatts']],
  ['°C', 1, ['°C', '° C', 'C', '℃', 'degrees Celsius']],
  ['dB', 1, ['dB', 'db', 'decibel', 'decibels']],
];

const cases = spelt.flatMap(([unit, factor, spellings]) => spellings.map((typed) => ({ unit, factor, typed })));

it('gives back the value that was written, whatever the spelling', () => {
  const written = fc.record({
    digits: fc.integer({ min: -999_999, max: 999_999 }),
    places: fc.integer({ min: 0, max: 5 }),
    exponent: fc.integer({ min: -12, max: 12 }),
    writer: fc.constantFrom(...writers),
    unit: fc.constantFrom(...cases),
    gap: fc.constantFrom(' ', '\u00a0', ''),
    around: fc.constantFrom('', ' ', '\t', '\u00a0'),
  });
  fc.assert(
    fc.property(written, ({ digits, places, exponent, writer, unit, gap, around }) => {
      const mantissa = (digits / 10 ** places).toFixed(places);
      const apart = unit.typed === '1/s' ? ' ' : gap;
      const text = around + writer(mantissa, exponent) + (unit.typed === '' ? '' : apart + unit.typed) + around;
      const reading = readQuantity(text, unit.unit);
      const expected = Number(`${mantissa}e${exponent}`) * unit.factor;
      if (!reading.ok) throw new Error(`${text}: ${reading.message}`);
      expect(Math.abs(reading.value - expected)).toBeLessThanOrEqual(1e-13 * Math.abs(expected));
    }),
    { numRuns: 5000 },
  );
});

it('answers every text, with a sentence', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'0159.eExX^*/()+-−× ⁻⁷%,_msBKbitpr') }),
      ),
      fc.constantFrom('', 'ms', '%', 'kB', 'tokens/s', 'furlongs'),
      (text, unit) => {
        const reading = readQuantity(text, unit);
        expect(reading.message).toMatch(/^\S[^]*\.$/u);
        if (reading.ok) expect(Number.isFinite(reading.value)).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});
