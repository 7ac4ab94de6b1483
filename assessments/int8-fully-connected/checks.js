// The checks: the layer against exact integer arithmetic, at the places where real kernels go wrong. Biases put most sums right before and
// right behind the place where the output steps, so that a sum which is off by one shows.

const abs = (x) => (x < 0n ? -x : x);
const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const int8 = (t, count, lo = -128, hi = 127) => drawn(count, () => t.random.integer(lo, hi));
const more = (t) => 255 + t.random.integer(1, 9);
const many = (t) => 65535 + t.random.integer(1, 9);

// Nearest integer of numerator / 2^bits; ties go away from zero or towards plus infinity.
function nearest(numerator, bits, ties) {
  const half = 1n << (bits - 1n);
  if (ties === 'up') return (numerator + half) >> bits;
  const magnitude = (abs(numerator) + half) >> bits;
  return numerator < 0n ? -magnitude : magnitude;
}

// gemmlowp's first step: positive ties go up and negative ties go up as well, written here as floor and remainder.
function doublingHighMul(accumulator, multiplier) {
  return nearest(BigInt(accumulator) * BigInt(multiplier), 31n, 'up');
}

function requantised(p, accumulator) {
  const scaled =
    p.rounding === 'double'
      ? nearest(doublingHighMul(accumulator, p.multiplier), BigInt(p.shift), 'away')
      : nearest(BigInt(accumulator) * BigInt(p.multiplier), BigInt(31 + p.shift), 'up');
  const value = Number(scaled) + p.outputOffset;
  return Math.min(p.activationMax, Math.max(p.activationMin, value));
}

const otherRounding = (p) => ({ ...p, rounding: p.rounding === 'double' ? 'single' : 'double' });

// Sums without a bias.
function dotsOf(p, { input, weights, outputs }) {
  return drawn(outputs, (o) => {
    let sum = 0;
    for (let i = 0; i < input.length; i++) sum += (input[i] + p.inputOffset) * weights[o * input.length + i];
    return sum;
  });
}

// An accumulator that comes nearest to a scaled value of exactly n and a half steps.
function nearTie(p, steps) {
  return Math.round(((steps + 0.5) * 2 ** (31 + p.shift)) / p.multiplier);
}

// The first accumulator of an output, or the last one of the output before, somewhere in the activation range.
function edgeOf(t, p) {
  const tie = nearTie(p, t.random.integer(p.activationMin, p.activationMax - 1) - p.outputOffset);
  let edge = tie - 3;
  while (requantised(p, edge) === requantised(p, tie - 3)) edge += 1;
  return edge - t.random.integer(0, 1);
}

// A layer of random values, or of those that are given, with biases that put the sums at edges.
function layerOf(t, p, inputs, outputs, given = {}) {
  const layer = { input: int8(t, inputs), weights: int8(t, inputs * outputs), outputs, ...given };
  return { bias: dotsOf(p, layer).map((dot) => edgeOf(t, p) - dot), ...layer };
}

// Puts values behind up to three bytes that belong to others, at the end of memory that must not change.
function placed(t, values) {
  const before = int8(t, t.random.integer(0, 3));
  return t.constant(Int8Array.from([...before, ...values])).address + before.length;
}

function compare(t, p, layer, what) {
  const { input, weights, bias, outputs } = layer;
  const before = int8(t, t.random.integer(0, 3));
  const output = t.buffer(Int8Array.from([...before, ...int8(t, outputs)]));
  const biasAddress = bias === null ? 0 : t.constant(Int32Array.from(bias)).address;
  t.call('fully_connected', placed(t, input), placed(t, weights), biasAddress, output.address + before.length, input.length, outputs);
  const got = output.int8();
  const wanted = dotsOf(p, layer).map((dot, o) => requantised(p, dot + (bias === null ? 0 : bias[o])));
  t.deepEqual(got.slice(before.length), wanted, what);
  t.deepEqual(got.slice(0, before.length), before, 'memory before the output');
}

function compareScaled(t, p, accumulators) {
  for (const accumulator of accumulators) t.equal(t.call('requantise', accumulator), requantised(p, accumulator), `requantise(${accumulator})`);
}

export const checks = [
  {
    id: 'requantise-known',
    visible: true,
    title: 'requantise agrees with exact arithmetic inside the range',
    lesson: 'The product of an int32 and a Q31 multiplier needs 63 bits.',
    points: 1.5,
    run(t, p) {
      const [low, high] = [nearTie(p, p.activationMin - p.outputOffset), nearTie(p, p.activationMax - 1 - p.outputOffset)];
      const accumulators = drawn(24, () => t.random.integer(low, high));
      compareScaled(t, p, accumulators.filter((a) => requantised(p, a) === requantised(otherRounding(p), a)));
    },
  },
  {
    id: 'clamps',
    visible: true,
    title: 'Results saturate at the activation range',
    lesson: 'The activation is fused: clamp after the offset is added, and before the value becomes an int8.',
    points: 1.5,
    run(t, p) {
      const magnitudes = [300000, 30000000, ...drawn(12, () => Math.floor(2 ** t.random.real(18.2, 31)))];
      compareScaled(t, p, magnitudes.flatMap((magnitude) => [magnitude, -magnitude]));
    },
  },
  {
    id: 'small-layer',
    visible: true,
    title: 'A layer of two outputs and three inputs',
    lesson: 'The offset belongs to the input, and weights are stored one row for each output.',
    points: 2,
    run(t, p) {
      const given = { input: t.random.shuffle([90, -70, t.random.integer(10, 60)]), weights: t.random.shuffle([100, 50, -60, -120, 80, 30]) };
      const layer = layerOf(t, p, 3, 2, given);
      compare(t, p, layer, `output for input ${layer.input}, weights ${layer.weights}, bias ${layer.bias}`);
    },
  },
  {
    id: 'no-bias',
    visible: true,
    title: 'A null bias means no bias',
    lesson: 'Converters drop a bias that is zero everywhere.',
    points: 0.5,
    run(t, p) {
      const isClamped = (dot) => [p.activationMin, p.activationMax].includes(requantised(p, dot));
      let layer;
      do {
        layer = { input: int8(t, 5), weights: int8(t, 10), bias: null, outputs: 2 };
      } while (dotsOf(p, layer).some(isClamped));
      compare(t, p, layer, `output without a bias for input ${layer.input}, weights ${layer.weights}`);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'A layer of the usual size stays within the instruction budget',
    lesson: 'What does not change in the inner loop does not belong in it.',
    points: 1,
    run(t, p) {
      compare(t, p, layerOf(t, p, p.inputs, p.outputs), `output of ${p.outputs} by ${p.inputs}`);
    },
  },
  {
    id: 'rounds-negative',
    visible: false,
    title: 'Values on both sides of a tie round as the runtime does',
    lesson: 'A bare arithmetic shift rounds towards minus infinity, and each rounding has its own rule for ties.',
    points: 1.5,
    run(t, p) {
      const [low, high] = [p.activationMin - p.outputOffset - 2, p.activationMax - p.outputOffset + 1];
      const steps = [...drawn(40, () => t.random.integer(low, high)), low, low + 1, low + 2, -1, 0, high - 2, high - 1, high];
      compareScaled(t, p, steps.flatMap((step) => [-1, 0, 1].map((nudge) => nearTie(p, step) + nudge)));
    },
  },
  {
    id: 'rounding-kind',
    visible: false,
    title: 'Accumulators that single and double rounding treat differently',
    lesson: 'Rounding twice is not rounding once: the runtime and the kernel must agree on which.',
    points: 1.5,
    run(t, p) {
      const ties = drawn(256, (i) => i - 128 - p.outputOffset).flatMap((step) => [-2, -1, 0, 1, 2].map((nudge) => nearTie(p, step) + nudge));
      const differing = ties.filter((a) => requantised(p, a) !== requantised(otherRounding(p), a));
      compareScaled(t, p, [...t.random.shuffle(differing), ...drawn(9, () => edgeOf(t, p))]);
      t.note(`${differing.length} accumulators differ`);
    },
  },
  {
    id: 'extremes',
    visible: false,
    title: 'The ends of int32 do not overflow',
    lesson: 'Signed overflow is undefined: widen first, multiply then.',
    points: 1,
    run(t, p) {
      const anywhere = drawn(60, () => t.random.pick([-1, 1]) * Math.floor(2 ** t.random.real(0, 31)));
      compareScaled(t, p, [2147483647, -2147483648, 2147483646, -2147483647, 0, 1, -1, t.random.integer(2 ** 30, 2 ** 31 - 1), ...anywhere]);
    },
  },
  {
    id: 'saturated-inputs',
    visible: false,
    title: 'Inputs and weights at the ends of int8',
    lesson: 'An input plus its offset reaches 255 and is no int8 any more, and a weight may be -128.',
    points: 1,
    run(t, p) {
      for (const x of [127, -128]) {
        for (const w of [127, -127, -128]) {
          for (const inputs of [1, t.random.integer(2, 9), 64]) {
            const given = { input: Array(inputs).fill(x), weights: Array(2 * inputs).fill(w) };
            compare(t, p, layerOf(t, p, inputs, 2, given), `inputs ${x}, weights ${w}`);
          }
        }
      }
    },
  },
  {
    id: 'odd-sizes',
    visible: false,
    title: 'Lengths that are no multiple of four, from addresses that are not aligned',
    lesson: 'A kernel that handles four at a time has a tail, and int8 data starts anywhere.',
    points: 1,
    run(t, p) {
      for (const [inputs, outputs] of [[1, 1], [2, 3], [7, 2], [13, 5], [31, 1], ...drawn(16, (i) => [i + 1, t.random.integer(1, 6)])]) {
        compare(t, p, layerOf(t, p, inputs, outputs), `output of ${outputs} by ${inputs}`);
      }
    },
  },
  {
    id: 'empty-layer',
    visible: false,
    title: 'No inputs and no outputs',
    lesson: 'A pruned layer may keep nothing but its bias.',
    points: 0.5,
    run(t, p) {
      compare(t, p, layerOf(t, p, 0, 2), 'output of a layer without inputs');
      compare(t, p, { input: [], weights: [], bias: null, outputs: 3 }, 'output of a layer without inputs and without a bias');
      for (const bias of [[], null]) compare(t, p, { input: int8(t, 5), weights: [], bias, outputs: 0 }, 'output of a layer without outputs');
    },
  },
  {
    id: 'long-sums',
    visible: false,
    title: 'Sums that grow beyond 24 bits on the way',
    lesson: 'An int32 accumulator is exact to the last bit; a float is not.',
    points: 0.5,
    run(t, p) {
      for (const sign of [1, -1]) {
        const inputs = t.random.integer(4000, 4100);
        const weights = int8(t, 6 * inputs, 60, 127).map((w) => sign * w);
        compare(t, p, layerOf(t, p, inputs, 6, { input: int8(t, inputs, 20, 127), weights }), `output of 6 by ${inputs}`);
      }
    },
  },
  {
    id: 'mixed',
    visible: false,
    title: 'Sizes, biases and values of every kind, one after the other',
    lesson: 'What holds for each property alone has to hold for all of them together, call after call.',
    points: 1,
    run(t, p) {
      const value = () => t.random.pick([-128, 127, t.random.integer(-128, 127), t.random.integer(-9, 9)]);
      for (let i = 0; i < 60; i++) {
        const [inputs, outputs] = [t.random.integer(1, 40), t.random.integer(1, 9)];
        const layer = layerOf(t, p, inputs, outputs, { input: drawn(inputs, value), weights: drawn(inputs * outputs, value) });
        const anyBias = drawn(outputs, () => t.random.integer(-(2 ** t.random.integer(8, 30)), 2 ** 30));
        compare(t, p, { ...layer, bias: t.random.pick([layer.bias, layer.bias, anyBias, null]) }, `output of ${outputs} by ${inputs}`);
      }
    },
  },
  {
    id: 'large',
    visible: false,
    title: 'More than 255 and more than 65,535 inputs, outputs and weights',
    lesson: 'Sizes are uint32_t: a counter of 8 or 16 bits never reaches the end of a long row.',
    points: 0.5,
    run(t, p) {
      for (const [inputs, outputs] of [[more(t), 2], [2, more(t)], [more(t), more(t)], [many(t), 2], [1, many(t)]]) {
        compare(t, p, layerOf(t, p, inputs, outputs), `output of ${outputs} by ${inputs}`);
      }
    },
  },
];
