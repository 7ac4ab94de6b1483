// Draws one layer: offsets, multiplier, shift, activation range, and which of the runtime's two roundings it uses. Both roundings
// need the same few lines; the difference is where a candidate who remembers only one of them is caught.

const roundings = [
  {
    rounding: 'double',
    roundingMacro: 'FC_DOUBLE_ROUNDING',
    roundingText: [
      '1. `high` = accumulator · M0 / 2³¹, rounded to nearest, ties away from zero for positive products and towards zero for negative ones: add 2³⁰ to a product that is not negative, 1 − 2³⁰ to a negative one, then divide by 2³¹ and drop the fraction (towards zero).',
      '2. `scaled` = `high` / 2^FC_SHIFT, rounded to nearest, ties **away from zero**.',
    ].join('\n'),
  },
  {
    rounding: 'single',
    roundingMacro: 'FC_SINGLE_ROUNDING',
    roundingText: [
      '1. `product` = accumulator · M0, exact, in 64 bits.',
      '2. `scaled` = `product` / 2^(31 + FC_SHIFT), rounded to nearest in **one** step, ties **towards plus infinity**: add 2^(30 + FC_SHIFT), then shift right arithmetically.',
    ].join('\n'),
  },
];

function nearest(numerator, bits, awayFromZero) {
  const half = 1n << (bits - 1n);
  if (!awayFromZero || numerator >= 0n) return (numerator + half) >> bits;
  return -((half - numerator) >> bits);
}

// How many accumulators near a tie, well inside the activation range, tell the two roundings apart.
function tellingAccumulators(multiplier, shift, lo, hi) {
  let telling = 0;
  for (let step = lo + 2; step < hi - 2; step++) {
    const tie = Math.round(((step + 0.5) * 2 ** (31 + shift)) / multiplier);
    for (let accumulator = tie - 2; accumulator <= tie + 2; accumulator++) {
      const product = BigInt(accumulator) * BigInt(multiplier);
      const twice = nearest(nearest(product, 31n, false), BigInt(shift), true);
      if (twice !== nearest(product, BigInt(31 + shift), false)) telling += 1;
    }
  }
  return telling;
}

export function variant(random) {
  const chosen = random.pick(roundings);
  const inputs = random.integer(48, 96);
  const outputs = random.integer(6, 12);
  const zeroOut = random.pick([-1, 1]) * random.integer(5, 40);
  const isRelu = random.pick([true, false]);
  const activationMin = isRelu ? zeroOut : -128;
  const activationMax = isRelu ? Math.min(127, zeroOut + random.integer(60, 110)) : 127;
  let shift;
  let multiplier;
  do {
    shift = random.integer(6, 9);
    multiplier = random.integer(1090000000, 2140000000);
  } while (tellingAccumulators(multiplier, shift, activationMin - zeroOut, activationMax - zeroOut) < 4);
  return {
    parameters: {
      ...chosen,
      inputOffset: random.integer(3, 128),
      outputOffset: zeroOut,
      multiplier,
      multiplierHex: `0x${multiplier.toString(16).toUpperCase()}`,
      shift,
      activationMin,
      activationMax,
      activationText: isRelu ? 'a clipped ReLU' : 'none, so the whole of int8',
      inputs,
      outputs,
      instructionsFull: outputs * (200 + 19 * inputs),
      instructionsLimit: outputs * (300 + 34 * inputs),
    },
  };
}
