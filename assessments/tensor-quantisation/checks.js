// The key, by the closed forms of the cited sources. reference.yaml gets to the same values by search and exact integers.

const roundAwayFromZero = (x) => Math.sign(x) * Math.round(Math.abs(x));
const clampInt8 = (q) => Math.min(127, Math.max(-128, q));

// gemmlowp: high half of the doubled product, rounded to nearest.
function roundingDoublingHighMul(a, b) {
  const product = BigInt(a) * BigInt(b);
  const nudge = product >= 0n ? 1n << 30n : 1n - (1n << 30n);
  return (product + nudge) / (1n << 31n);
}

// gemmlowp: division by a power of two, rounded to nearest, ties away from zero.
function roundingDivideByPowerOfTwo(x, exponent) {
  const mask = (1n << BigInt(exponent)) - 1n;
  const threshold = (mask >> 1n) + (x < 0n ? 1n : 0n);
  return (x >> BigInt(exponent)) + ((x & mask) > threshold ? 1n : 0n);
}

export function answerKey(p) {
  const scale = (p.rangeMax - p.rangeMin) / 255;
  const zeroReal = -128 - p.rangeMin / scale;
  const steps = p.value / p.scaleB;

  const ratio = (p.scaleIn * p.scaleWeights) / p.scaleOut;
  const shift = Math.floor(Math.log2(ratio)) + 1;
  const multiplier = Math.round((ratio / 2 ** shift) * 2 ** 31);

  const high = roundingDoublingHighMul(p.accumulator, p.multiplierD);
  const output = clampInt8(Number(roundingDivideByPowerOfTwo(high, p.rightShift)) + p.zeroD);

  const magnitudes = p.weights.reduce((sum, w) => sum + Math.abs(w), 0);
  const bound = (p.scaleE / 2) * magnitudes;

  const exactly = { absolute: 0 };
  return {
    scale: {
      value: scale,
      unit: '',
      tolerance: { relative: 0.0005 },
      slips: [
        { value: (p.rangeMax - p.rangeMin) / 256, credit: 0.5, cause: 'There are 256 levels but 255 steps between them.' },
        { value: (p.rangeMax - p.rangeMin) / 254, credit: 0.5, cause: 'The narrow range belongs to weights; activations use -128 to 127.' },
      ],
    },
    zeroPoint: {
      value: clampInt8(roundAwayFromZero(zeroReal)),
      unit: '',
      tolerance: exactly,
      slips: [
        { value: clampInt8(roundAwayFromZero(zeroReal)) + 128, credit: 0.5, cause: 'This is the zero point of an unsigned tensor.' },
        { value: Math.trunc(zeroReal), credit: 0.5, cause: 'The zero point is rounded to nearest, not truncated.' },
      ],
    },
    quantisedValue: {
      value: clampInt8(roundAwayFromZero(steps) + p.zeroB),
      unit: '',
      tolerance: exactly,
      slips: [{ value: Math.trunc(steps) + p.zeroB, credit: 0.5, cause: 'The quotient is rounded to nearest, not truncated.' }],
    },
    multiplier: {
      value: multiplier,
      unit: '',
      tolerance: { relative: 0.000001 },
      slips: [
        { value: ratio * 2 ** 31, credit: 0.25, cause: 'The multiplier is not normalised, so leading bits of precision are lost.' },
        { value: multiplier / 2, credit: 0.25, cause: 'The mantissa is normalised to 0.25 to 0.5; the runtime keeps 0.5 to 1.' },
      ],
    },
    shift: {
      value: shift,
      unit: '',
      tolerance: exactly,
      slips: [{ value: -shift, credit: 0.5, cause: 'The amount is right, the sign is not: negative shifts right in this convention.' }],
    },
    output: {
      value: output,
      unit: '',
      tolerance: exactly,
      slips: [{ value: output - 1, credit: 0.25, cause: 'A bare arithmetic shift rounds towards minus infinity.' }],
    },
    errorBound: {
      value: bound,
      unit: '',
      tolerance: { relative: 0.0005 },
      slips: [{ value: bound * 2, credit: 0.5, cause: 'Rounding to nearest errs by half a step at most, not by a whole step.' }],
    },
  };
}
