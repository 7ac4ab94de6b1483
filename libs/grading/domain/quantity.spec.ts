// How numbers are read: every form an engineer types, and a clear refusal of what could mean two things.
import { readQuantity } from './quantity';

describe('readQuantity', () => {
  it.each([
    ['0.0078125', '', 0.0078125],
    ['1/128', '', 1 / 128],
    ['2^-7', '', 1 / 128],
    ['2**-7', '', 1 / 128],
    ['7.8125e-3', '', 1 / 128],
    [' +7.8125E-03 ', '', 1 / 128],
    ['3 * 2^-7', '', 3 / 128],
    ['3×2^-7', '', 3 / 128],
    ['(6.2 + 0)', '', null],
    ['(1/3)/127', '', 1 / 3 / 127],
    ['-2^2', '', -4],
    ['2^3^2', '', 512],
    ['−12', '', -12],
    ['.5', '', 0.5],
    ['5.', '', 5],
    ['0x40000000', '', 2 ** 30],
    ['0x4B', 'B', 75],
    ['1_073_741_824', '', 2 ** 30],
    ["1'073'741'824", '', 2 ** 30],
    ['12\u202f000', '', 12000],
    ['12 000 ms', 's', 12],
    ['12.5 ms', 'ms', 12.5],
    ['12.5ms', 's', 0.0125],
    ['0.0125', 'ms', 0.0125],
    ['250 μs', 'ms', 0.25],
    ['1/128 s', 's', 1 / 128],
    ['12 %', '', 0.12],
    ['12%', '%', 12],
    ['64 KiB', 'B', 65536],
    ['64 kB', 'B', 64000],
    ['28 FPS', 'fps', 28],
    ['28 frames/s', 'fps', 28],
    ['3.5 furlongs', 'furlongs', 3.5],
  ])('reads %p in %p', (text, unit, expected) => {
    const reading = readQuantity(text, unit);
    if (expected === null) expect(reading.ok).toBe(false);
    else if (!reading.ok) throw new Error(reading.message);
    else expect(reading.value).toBeCloseTo(expected, 12);
  });

  it.each([
    ['', '', 'No answer was given.'],
    ['0,5', '', 'Write decimals with a point, not a comma.'],
    ['1,234', '', '“1,234” can mean 1234 or 1.234: write the one you mean without a comma.'],
    ['1,234.5', '', 'Write 1234.5 without a thousands separator.'],
    ['1,234,567', '', 'Write 1234567 without thousands separators.'],
    ['about 5', '', '“about 5” is not a number: write it like 0.0078125, 1/128, 2^-7 or 7.8125e-3.'],
    ['1 + 2', '', 'Give the result as one number, not as a sum.'],
    ['5 6', '', '“6” is not expected there.'],
    ['5 /', '', '“5 /” is not a complete number.'],
    ['(5', '', '“(5” is not a complete number.'],
    ['1/0', '', 'The answer is not a finite number.'],
    ['0/0', '', 'The answer is not a finite number.'],
    ['9^9^9', '', 'The answer is not a finite number.'],
    ['Infinity', '', '“Infinity” is not a number: write it like 0.0078125, 1/128, 2^-7 or 7.8125e-3.'],
    ['12 ms', 'B', 'The unit “ms” does not convert to “B”.'],
    ['12 ms', '', 'The unit “ms” does not convert to a plain number.'],
    ['1'.repeat(81), '', 'The answer is longer than 80 characters: give one number.'],
  ])('refuses %p and says why', (text, unit, message) => {
    expect(readQuantity(text, unit)).toEqual({ ok: false, message });
  });

  it('answers in linear time on hostile text', () => {
    const started = process.hrtime.bigint();
    for (const text of ['('.repeat(80), '-'.repeat(80), '2^'.repeat(40), '1e'.repeat(40), ' '.repeat(100000)])
      readQuantity(text, '');
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(200);
  });
});
