// The checks: the layer against exact arithmetic, at the places where real kernels go wrong. Sums lie right before and
// right behind the place where the output steps, so that a sum which is off by one shows.

const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const int8 = (t, count, lo = -128, hi = 127) => drawn(count, () => t.random.integer(lo, hi));
const more = (t) => 257 + t.random.integer(1, 9);
const many = (t) => 65535 + t.random.integer(1, 9);

// Thousands of values of int8: a linear congruential generator (Numerical Recipes) takes over from a drawn number.
function bulk(t, count) {
  const values = new Int8Array(count);
  let state = t.random.integer(0, 2 ** 31 - 1);
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    values[i] = state >> 24;
  }
  return values;
}

// Ties go towards plus infinity, or away from zero.
const ties = { up: (x) => Math.floor(x + 0.5), away: (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5) };

// Doubles are exact here: the multiplier is a short binary fraction, so that its product with an int32 has fewer than
// 40 significant bits.
function requantised(p, accumulator) {
  const steps = 2 ** p.shift;
  const exact = (accumulator * p.multiplier) / 2 ** 31;
  const value = p.rounding === 'double' ? ties.away(ties.up(exact) / steps) : ties.up(exact / steps);
  return Math.min(p.activationMax, Math.max(p.activationMin, value + p.outputOffset));
}

const otherRounding = (p) => ({ ...p, rounding: p.rounding === 'double' ? 'single' : 'double' });
// The scaled values between which nothing is clamped.
const ends = (p) => [p.activationMin - p.outputOffset, p.activationMax - p.outputOffset];

// Sums without a bias.
function dotsOf(p, { input, weights, outputs }) {
  return drawn(outputs, (o) => {
    const row = o * input.length;
    let sum = 0;
    for (let i = 0; i < input.length; i++) sum += (input[i] + p.inputOffset) * weights[row + i];
    return sum;
  });
}

// An accumulator that comes nearest to a scaled value of exactly n and a half steps.
function nearTie(p, steps) {
  return Math.round(((steps + 0.5) * 2 ** (31 + p.shift)) / p.multiplier);
}

// All accumulators whose scaled value lies so many units above a tie. A unit is the smallest part of a step: the place
// of the multiplier's last bit. Rounding twice moves the place where the result steps by 64 units.
function besideTies(p, units) {
  const fraction = p.multiplier / 2 ** 24;
  const step = 2 ** (7 + p.shift);
  const modulo = (value) => ((value % step) + step) % step;
  // Newton's iteration for the inverse of an odd number: each round doubles the bits that are right.
  let inverse = fraction;
  for (let bits = 3; bits < 7 + p.shift; bits *= 2) inverse = modulo(inverse * modulo(2 - inverse * fraction));
  const [low, high] = ends(p).map((end) => Math.round((end * step) / fraction));
  const first = low + modulo(modulo(step / 2 + units) * inverse - low);
  return drawn(Math.max(0, Math.ceil((high - first) / step)), (i) => first + i * step);
}

// The last accumulator of an output, and the first one of the next; they lie 64 units off the tie at most.
function edgesOf(p, steps) {
  let last = nearTie(p, steps) - 3;
  while (requantised(p, last + 1) === requantised(p, last)) last += 1;
  return [last, last + 1];
}

const edgeOf = (t, p) => t.random.pick(edgesOf(p, t.random.integer(ends(p)[0], ends(p)[1] - 1)));

// A layer of random values, or of those that are given, with biases that put the sums at edges.
function layerOf(t, p, inputs, outputs, given = {}) {
  const layer = { input: bulk(t, inputs), weights: bulk(t, inputs * outputs), outputs, ...given };
  const edges = drawn(Math.min(outputs, 12), () => edgeOf(t, p));
  return { bias: dotsOf(p, layer).map((dot, o) => edges[o % edges.length] - dot), ...layer };
}

// A layer without a bias whose sums lie at edges all the same: few steps, so that few inputs reach them.
function unbiasedLayer(t, p) {
  const sums = t.random.shuffle(drawn(2, () => edgesOf(p, t.random.integer(-9, 8))).flat());
  const noise = t.random.integer(0, 5);
  const largest = 127 + p.inputOffset;
  const columns = Math.ceil((10.5 * 2 ** (31 + p.shift)) / p.multiplier / largest / 110) + noise;
  const places = t.random.shuffle(drawn(noise + columns + 2, (i) => i));
  // Behind inputs of any value come those that are the largest with the offset, and two that are one.
  const inputs = [...int8(t, noise), ...Array(columns).fill(127), 1 - p.inputOffset, 1 - p.inputOffset];
  const weights = sums.flatMap((sum) => {
    const row = int8(t, noise, -99, 99);
    const rest = sum - row.reduce((dot, weight, i) => dot + weight * (inputs[i] + p.inputOffset), 0);
    const whole = Math.round(rest / largest);
    const share = drawn(columns, (i) => Math.floor((whole * (i + 1)) / columns) - Math.floor((whole * i) / columns));
    const ones = rest - whole * largest;
    const all = [...row, ...share, Math.floor(ones / 2), Math.ceil(ones / 2)];
    return places.map((place) => all[place]);
  });
  return { input: places.map((place) => inputs[place]), weights, bias: null, outputs: sums.length };
}

// Puts values behind up to three others that belong to somebody else, at the end of memory that must not change.
function placed(t, List, values) {
  const before = t.random.integer(0, 3);
  const list = new List(before + values.length);
  list.set(int8(t, before));
  list.set(values, before);
  return t.constant(list).address + before * List.BYTES_PER_ELEMENT;
}

function compare(t, p, layer, what) {
  const { input, weights, bias, outputs } = layer;
  const before = int8(t, t.random.integer(0, 3));
  const output = t.buffer(Int8Array.from([...before, ...bulk(t, outputs)]));
  const biasAddress = bias === null ? 0 : placed(t, Int32Array, bias);
  const [inputAddress, weightsAddress] = [input, weights].map((values) => placed(t, Int8Array, values));
  const addresses = [inputAddress, weightsAddress, biasAddress, output.address + before.length];
  t.call('fully_connected', ...addresses, input.length, outputs);
  const got = output.int8();
  const wanted = dotsOf(p, layer).map((dot, o) => requantised(p, dot + (bias === null ? 0 : bias[o])));
  t.deepEqual(got.slice(before.length), wanted, what);
  t.deepEqual(got.slice(0, before.length), before, 'memory before the output');
}

function compareScaled(t, p, accumulators) {
  for (const a of accumulators) t.equal(t.call('requantise', a), requantised(p, a), `requantise(${a})`);
}

export const checks = [
  {
    id: 'requantise-known',
    visible: true,
    title: 'requantise agrees with exact arithmetic inside the range',
    lesson: 'The product of an int32 and a Q31 multiplier needs 63 bits.',
    points: 1.5,
    run(t, p) {
      const [low, high] = [nearTie(p, ends(p)[0]), nearTie(p, ends(p)[1] - 1)];
      const accumulators = drawn(24, () => t.random.integer(low, high));
      const isAlike = (a) => requantised(p, a) === requantised(otherRounding(p), a);
      compareScaled(t, p, accumulators.filter(isAlike));
    },
  },
  {
    id: 'clamps',
    visible: true,
    title: 'Results saturate at the activation range',
    lesson: 'The activation is fused: clamp after the offset is added, and before the value becomes an int8.',
    points: 1.5,
    run(t, p) {
      const magnitudes = drawn(16, () => Math.floor(2 ** t.random.real(21, 31)));
      compareScaled(
        t,
        p,
        magnitudes.flatMap((magnitude) => [magnitude, -magnitude]),
      );
      const [low, high] = ends(p);
      compareScaled(
        t,
        p,
        [low, low + 1, high - 2, high - 1].flatMap((step) => edgesOf(p, step)),
      );
      compareScaled(
        t,
        p,
        [low - 2, low - 1, high, high + 1].map((step) => nearTie(p, step)),
      );
    },
  },
  {
    id: 'small-layer',
    visible: true,
    title: 'A layer of two outputs and three inputs',
    lesson: 'The offset belongs to the input, and weights are stored one row for each output.',
    points: 2,
    run(t, p) {
      const input = t.random.shuffle([90, -70, t.random.integer(10, 60)]);
      const layer = layerOf(t, p, 3, 2, { input, weights: t.random.shuffle([100, 50, -60, -120, 80, 30]) });
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
      const layer = unbiasedLayer(t, p);
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
      const [low, high] = ends(p);
      const anywhere = drawn(40, () => t.random.integer(low - 2, high + 1));
      const steps = [...anywhere, low - 2, low - 1, low, -1, 0, high - 1, high, high + 1];
      compareScaled(
        t,
        p,
        steps.flatMap((step) => [-1, 0, 1].map((nudge) => nearTie(p, step) + nudge)),
      );
      const units = [-1, 0, 1, ...drawn(6, () => t.random.integer(-200, 200))];
      compareScaled(t, p, t.random.shuffle(units.flatMap((above) => besideTies(p, above))));
    },
  },
  {
    id: 'rounding-kind',
    visible: false,
    title: 'Accumulators that single and double rounding treat differently',
    lesson: 'Rounding twice is not rounding once: the runtime and the kernel must agree on which.',
    points: 1.5,
    run(t, p) {
      const units = [-64, 0, 64].flatMap((place) => [-1, 0, 1].map((nudge) => place + nudge));
      const beside = [...units, ...drawn(24, () => t.random.integer(-70, 70))].flatMap((above) => besideTies(p, above));
      const differing = beside.filter((a) => requantised(p, a) !== requantised(otherRounding(p), a));
      compareScaled(t, p, [...t.random.shuffle(beside), ...drawn(9, () => edgeOf(t, p))]);
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
      const most = 2 ** 31 - 1;
      compareScaled(t, p, [most, -most - 1, most - 1, -most, 0, 1, -1, t.random.integer(2 ** 30, most), ...anywhere]);
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
      for (const inputs of [31, ...drawn(16, (i) => i + 1)]) {
        const outputs = t.random.integer(1, 6);
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
      const neither = { input: [], weights: [], bias: null, outputs: 3 };
      compare(t, p, neither, 'output of a layer without inputs and without a bias');
      for (const bias of [[], null]) {
        compare(t, p, { input: int8(t, 5), weights: [], bias, outputs: 0 }, 'output of a layer without outputs');
      }
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
        const weights = bulk(t, 6 * inputs).map((w) => sign * (96 + (w & 31)));
        const given = { input: bulk(t, inputs).map((x) => 64 + (x & 63)), weights };
        compare(t, p, layerOf(t, p, inputs, 6, given), `output of 6 by ${inputs}`);
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
        const given = { input: drawn(inputs, value), weights: drawn(inputs * outputs, value) };
        const layer = layerOf(t, p, inputs, outputs, given);
        const anyBias = drawn(outputs, () => t.random.integer(-(2 ** t.random.integer(8, 30)), 2 ** 30));
        const chosen = t.random.pick([layer, layer, { ...layer, bias: anyBias }, unbiasedLayer(t, p)]);
        compare(t, p, chosen, `output of ${chosen.outputs} by ${chosen.input.length}`);
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
      for (const [inputs, outputs] of [
        [more(t), 2],
        [2, more(t)],
        [more(t), more(t)],
        [many(t), 2],
        [1, many(t)],
      ]) {
        compare(t, p, layerOf(t, p, inputs, outputs), `output of ${outputs} by ${inputs}`);
      }
    },
  },
];
