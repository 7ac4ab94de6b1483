// Draws one layer: offsets, multiplier, shift, activation range, and which of the runtime's two roundings it uses. Both
// roundings need the same few lines; the difference is where a candidate who remembers only one of them is caught.
// Multipliers are short binary fractions, so that scaled values fall exactly on ties, of both signs. They are drawn
// until the usual mistakes with ties, and float, give another result for some accumulator.

const roundings = [
  {
    rounding: 'double',
    roundingMacro: 'FC_DOUBLE_ROUNDING',
    roundingText: [
      '1. `high` = accumulator · M0 / 2³¹, rounded to nearest, ties away from zero for positive products and ' +
        'towards zero for negative ones: add 2³⁰ to a product that is not negative, 1 − 2³⁰ to a negative one, ' +
        'then divide by 2³¹ and drop the fraction (towards zero).',
      '2. `scaled` = `high` / 2^FC_SHIFT, rounded to nearest, ties **away from zero**.',
    ].join('\n'),
  },
  {
    rounding: 'single',
    roundingMacro: 'FC_SINGLE_ROUNDING',
    roundingText: [
      '1. `product` = accumulator · M0, exact, in 64 bits.',
      '2. `scaled` = `product` / 2^(31 + FC_SHIFT), rounded to nearest in **one** step, ' +
        'ties **towards plus infinity**: add 2^(30 + FC_SHIFT), then shift right arithmetically.',
    ].join('\n'),
  },
];

// Ways to round to nearest.
const up = (x) => Math.floor(x + 0.5);
const down = (x) => Math.ceil(x - 0.5);
const away = (x) => (x < 0 ? down(x) : up(x));
const even = (x) => (up(x) !== down(x) && up(x) % 2 !== 0 ? down(x) : up(x));

const double = (first, second) => (x, shift) => second(first(x * 2 ** shift) / 2 ** shift);
const single = (only) => (x) => only(x);
const right = { double: double(up, away), single: single(up) };
const mistaken = {
  double: [
    ...[away, down, even].map((first) => double(first, away)),
    ...[up, down, even].map((second) => double(up, second)),
  ],
  single: [single(away), single(down), single(even)],
};

// The accumulators whose scaled value, between these two, lies next to a place where some rounding changes its result.
function besideTies(fraction, shift, [lo, hi]) {
  const step = 2 ** (7 + shift);
  const modulo = (value) => ((value % step) + step) % step;
  let inverse = fraction;
  for (let bits = 3; bits < 7 + shift; bits *= 2) inverse = modulo(inverse * modulo(2 - inverse * fraction));
  const found = [];
  for (const place of [-64, 0, 64]) {
    for (const nudge of [-1, 0, 1]) {
      const first = modulo((step / 2 + place + nudge) * inverse) - step * Math.ceil(-lo / fraction + 1);
      for (let a = first; a * fraction < hi * step; a += step) if (a * fraction > lo * step) found.push(a);
    }
  }
  return found;
}

// Whether accumulators of this layer tell the right rounding from each of the others, and exact arithmetic from float.
function isTelling(rounding, fraction, shift, ends) {
  const accumulators = besideTies(fraction, shift, ends);
  const step = 2 ** (7 + shift);
  const wanted = accumulators.map((a) => right[rounding]((a * fraction) / step, shift));
  const differs = (results) => results.filter((result, i) => result !== wanted[i]).length > 0;
  const others = [right[rounding === 'double' ? 'single' : 'double'], ...mistaken[rounding]];
  return (
    others.every((rounded) => differs(accumulators.map((a) => rounded((a * fraction) / step, shift)))) &&
    differs(accumulators.map((a) => right[rounding](Math.fround(a * fraction) / step, shift)))
  );
}

export function variant(random) {
  const chosen = random.pick(roundings);
  const inputs = random.integer(48, 96);
  const outputs = random.integer(6, 12);
  const zeroOut = random.pick([-1, 1]) * random.integer(5, 40);
  const isClipped = random.pick([true, false]);
  const reach = random.integer(72, 87);
  const [activationMin, activationMax] = isClipped ? [zeroOut - reach, zeroOut + reach] : [-128, 127];
  let shift;
  let fraction;
  do {
    shift = random.integer(12, 13);
    fraction = 2 * random.integer(33, 63) + 1;
  } while (!isTelling(chosen.rounding, fraction, shift, [activationMin - zeroOut, activationMax - zeroOut]));
  const multiplier = fraction * 2 ** 24;
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
      activationText: isClipped ? 'clipped to −1 … 1 (RELU_N1_TO_1)' : 'none, so the whole of int8',
      inputs,
      outputs,
      instructionsFull: outputs * (200 + 19 * inputs),
      instructionsLimit: outputs * (300 + 34 * inputs),
    },
  };
}
