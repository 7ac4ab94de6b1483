// The checks: tensors in memory that ends where they end, against a convolution that is written down tap by tap, bit
// for bit. Those that are about one property look at inner outputs or at border outputs alone, or at sums that leave
// nothing to round; the usual size, the thin and the mixed tensors look at everything. Numbers stay below 2^53, so that
// they are exact.

const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const int8 = (t, count, lo = -128, hi = 127) => drawn(count, () => t.random.integer(lo, hi));

// Multiplier and shift as two factors, so that a sum costs no powers.
function scalingOf(p, multiplier, shift) {
  const [half, whole] = [2 ** (30 + shift), 2 ** (31 + shift)];
  // Products beyond 2^53 are far outside of the activation range, where their last bits do not count.
  return (sum) =>
    Math.min(p.activationMax, Math.max(p.activationMin, Math.floor((sum * multiplier + half) / whole) + p.outputZero));
}

const isInside = (layer, y, x) => y > 0 && x > 0 && y < layer.height - 1 && x < layer.width - 1;
const isAtBorder = (layer, y, x) => !isInside(layer, y, x);

// The sum of one output; bias left out. weights[9 * c + tap].
function sumOf(p, { height, width, channels, input, weights }, y, x, c) {
  let sum = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      const tap = 3 * (row - y + 1) + column - x + 1;
      sum += (input[(row * width + column) * channels + c] - p.inputZero) * weights[9 * c + tap];
    }
  }
  return sum;
}

const sumsOf = (p, layer, c) =>
  drawn(layer.height * layer.width, (at) => sumOf(p, layer, Math.floor(at / layer.width), at % layer.width, c));

// A layer whose channels are scaled and shifted so that their outputs use the activation range and hardly leave it.
function layerOf(t, p, height, width, channels, { hasBias = true, ...changes } = {}) {
  const layer = { height, width, channels, bias: hasBias ? [] : null, multipliers: [], shifts: [] };
  layer.input = int8(t, height * width * channels);
  layer.weights = int8(t, 9 * channels);
  const [low, high] = [p.activationMin - p.outputZero, p.activationMax - p.outputZero];
  for (let c = 0; c < channels; c++) {
    const sums = sumsOf(p, layer, c);
    const [least, most] = [Math.min(...sums), Math.max(...sums)];
    const reach = hasBias ? Math.max(2000, most - least) / (high - low) : Math.max(2000, most, -least) / high;
    const scale = (c % 2 ? 0.5 : 0.85) / reach;
    const shift = Math.max(0, Math.ceil(-Math.log2(scale)) - 1);
    layer.shifts.push(shift);
    layer.multipliers.push(Math.floor(scale * 2 ** (31 + shift)));
    layer.bias?.push(Math.round((low + high) / 2 / scale - (least + most) / 2));
  }
  return { ...layer, ...changes };
}

function expected(p, layer) {
  const { height, width, channels, bias, multipliers, shifts } = layer;
  const output = new Int8Array(layer.input.length);
  for (let c = 0; c < channels; c++) {
    const scaled = scalingOf(p, multipliers[c], shifts[c]);
    const start = bias ? bias[c] : 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) output[(y * width + x) * channels + c] = scaled(start + sumOf(p, layer, y, x, c));
    }
  }
  return output;
}

// The weights in the order of the contract.
function stored(p, { weights, channels }) {
  if (p.weightOrder === 'channels') return weights;
  const byTap = new Int8Array(weights.length);
  for (let c = 0; c < channels; c++) {
    for (let tap = 0; tap < 9; tap++) byTap[tap * channels + c] = weights[9 * c + tap];
  }
  return byTap;
}

function joined(before, values) {
  const bytes = new Int8Array(before.length + values.length);
  bytes.set(before);
  bytes.set(values, before.length);
  return bytes;
}

// Runs a layer with exactly the scratch that the contract gives. Tensor, weights and shifts begin at any address and
// end where their memory ends; what lies before them belongs to others.
function run(t, p, layer, scratch = int8(t, 2 * layer.width)) {
  const { height, width, channels } = layer;
  const before = int8(t, t.random.integer(0, 3));
  const memory = t.buffer(joined(before, layer.input));
  const bytes = (values) => t.constant(joined(before, values)).address + before.length;
  const words = (values) => t.constant(Int32Array.from(values)).address;
  const [weights, shifts] = [bytes(stored(p, layer)), bytes(layer.shifts)];
  const [bias, multipliers] = [layer.bias ? words(layer.bias) : 0, words(layer.multipliers)];
  const lines = t.buffer(Int8Array.from(scratch));
  t.call(
    'depthwise_in_place',
    memory.address + before.length,
    weights,
    bias,
    multipliers,
    shifts,
    lines.address,
    height,
    width,
    channels,
  );
  const after = memory.int8();
  t.deepEqual(after.slice(0, before.length), before, 'memory before the tensor');
  return after.slice(before.length);
}

// Compares the outputs at the places that `counts` picks, and names the first that is wrong.
function compare(t, p, layer, counts = () => true) {
  const [got, wanted] = [run(t, p, layer), expected(p, layer)];
  const { height, width, channels } = layer;
  for (let i = 0; i < wanted.length; i++) {
    if (got[i] === wanted[i]) continue;
    const [y, x, c] = [Math.floor(i / channels / width), Math.floor(i / channels) % width, i % channels];
    if (!counts(layer, y, x)) continue;
    t.equal(
      got[i],
      wanted[i],
      `output at row ${y}, column ${x}, channel ${c} of a tensor of ${height} x ${width} x ${channels}`,
    );
  }
}

// A layer in which nothing is left to round: weights and biases are multiples of what the scale divides by.
function evenOf(t, p, height, width, channels) {
  const layer = {
    height,
    width,
    channels,
    weights: [],
    bias: [],
    shifts: drawn(channels, () => t.random.integer(0, 4)),
  };
  layer.input = int8(t, height * width * channels, p.inputZero - 6, p.inputZero + 6);
  for (const shift of layer.shifts) {
    const unit = 2 ** (shift + 1);
    const most = Math.min(4, 4 - Math.floor(unit / 32));
    layer.weights.push(...drawn(9, () => unit * t.random.integer(-most, most)));
    layer.bias.push(
      unit * (Math.round((p.activationMin + p.activationMax) / 2) - p.outputZero + t.random.integer(-9, 9)),
    );
  }
  return { ...layer, multipliers: Array(channels).fill(2 ** 30) };
}

const multipliersAtEnds = [2 ** 30, 2 ** 30 + 1, 2 ** 31 - 1];

// 3 x 3 pixels close to the zero point and as many channels as there are pairs of shift and multiplier. The bias of a
// channel puts its sums on a tie and next to it.
function tiesOf(t, p) {
  const channels = drawn(13, (shift) => shift).flatMap((shift) =>
    [...multipliersAtEnds, t.random.integer(2 ** 30, 2 ** 31 - 1)].map((m) => [shift, m]),
  );
  const [low, high] = [p.activationMin - p.outputZero, p.activationMax - p.outputZero];
  const layer = { height: 3, width: 3, channels: channels.length, bias: [], weights: [] };
  for (const [shift, multiplier] of channels) {
    const steps = t.random.pick([t.random.integer(low, high), t.random.integer(-3, 3), low - 1, low, high - 1, high]);
    layer.bias.push(Math.round(((steps + 0.5) * 2 ** (31 + shift)) / multiplier));
    layer.weights.push(
      ...drawn(9, (tap) => (tap === 4 ? t.random.pick([-1, 1]) : t.random.integer(-1, 1) * t.random.integer(0, 1))),
    );
  }
  layer.input = int8(t, 9 * channels.length, p.inputZero - 1, p.inputZero + 1);
  return {
    ...layer,
    shifts: channels.map(([shift]) => shift),
    multipliers: channels.map(([, multiplier]) => multiplier),
  };
}

// Nothing is kept inside of the activation range: every value of every type, and sums up to the ends that the header
// gives.
function wildOf(t, p, height, width, channels) {
  const ends = [-(2 ** 30), 2 ** 30];
  const value = () => t.random.pick([-128, 127, t.random.integer(-128, 127)]);
  return {
    height,
    width,
    channels,
    input: drawn(height * width * channels, value),
    weights: drawn(9 * channels, value),
    bias: drawn(channels, () =>
      t.random.pick([...ends, t.random.integer(...ends), t.random.integer(-(2 ** 20), 2 ** 20)]),
    ),
    multipliers: drawn(channels, () => t.random.pick([...multipliersAtEnds, t.random.integer(2 ** 30, 2 ** 31 - 1)])),
    shifts: drawn(channels, () => t.random.integer(0, 12)),
  };
}

// A large tensor at the price of a small one: what it holds repeats itself after a prime number of values.
function longOf(t, p, height, width, channels) {
  const repeated = (values, count, Type = Int32Array) => {
    const list = new Type(count);
    for (let i = 0, from = 0; i < count; i++, from = from + 1 === values.length ? 0 : from + 1) list[i] = values[from];
    return list;
  };
  const small = layerOf(t, p, 3, 3, 31);
  return {
    height,
    width,
    channels,
    input: repeated(int8(t, 251), height * width * channels, Int8Array),
    weights: repeated(int8(t, 241), 9 * channels, Int8Array),
    bias: repeated(small.bias, channels),
    multipliers: repeated(small.multipliers, channels),
    shifts: repeated(small.shifts, channels),
  };
}

const more = (t) => 255 + t.random.integer(1, 9);
const many = (t) => 65535 + t.random.integer(1, 9);

export const checks = [
  {
    id: 'inside',
    visible: true,
    title: 'One channel, outputs away from the border',
    lesson: 'The row above and the pixel to the left are overwritten when you need them: keep them as they were.',
    points: 2,
    run(t, p) {
      for (const [height, width] of [
        [3, 3],
        [5, 6],
        [6, 4],
      ])
        compare(t, p, evenOf(t, p, height, width, 1), isInside);
    },
  },
  {
    id: 'borders',
    visible: true,
    title: 'One channel, outputs at the border',
    lesson:
      'A real zero is the zero point, so a tap outside adds nothing; a neighbour in memory may be none in the image.',
    points: 2,
    run(t, p) {
      for (const [height, width] of [
        [3, 3],
        [4, 5],
        [6, 4],
      ])
        compare(t, p, evenOf(t, p, height, width, 1), isAtBorder);
    },
  },
  {
    id: 'channels',
    visible: true,
    title: 'Several channels with their own weights, multipliers and shifts',
    lesson:
      'Channels lie side by side in memory but do not depend on each other: the scratch holds one at a time.',
    points: 2,
    run(t, p) {
      for (const channels of [2, 3, 5]) compare(t, p, evenOf(t, p, 4, 5, channels));
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'A tensor of the usual size',
    lesson: 'Two of the three columns of a window were there one step before.',
    points: 1,
    run(t, p) {
      compare(t, p, layerOf(t, p, p.height, p.width, p.channels));
    },
  },
  {
    id: 'thin',
    visible: false,
    title: 'Tensors of one or two rows or columns',
    lesson: 'At the end of a network an image is a few pixels: first and last row may be the same.',
    points: 1.5,
    run(t, p) {
      for (const [height, width] of [
        [1, 1],
        [1, 2],
        [2, 1],
        [1, 7],
        [6, 1],
        [2, 2],
        [2, 5],
        [5, 2],
      ]) {
        for (const channels of [1, t.random.integer(2, 4)]) compare(t, p, layerOf(t, p, height, width, channels));
      }
    },
  },
  {
    id: 'saturates',
    visible: false,
    title: 'Outputs beyond the activation range',
    lesson: 'Clamp after the output zero point is added, and before the value becomes an int8.',
    points: 1,
    run(t, p) {
      for (let i = 0; i < 8; i++) compare(t, p, wildOf(t, p, 3, 4, 13), isInside);
    },
  },
  {
    id: 'rounding',
    visible: false,
    title: 'Sums on both sides of a tie, with every shift',
    lesson: 'One rounding in 64 bits, ties towards plus infinity: neither a bare shift nor two roundings in a row.',
    points: 1.5,
    run(t, p) {
      for (let i = 0; i < 8; i++) compare(t, p, tiesOf(t, p), isInside);
    },
  },
  {
    id: 'no-bias',
    visible: false,
    title: 'A null bias means zeros',
    lesson: 'Converters drop a bias that is zero everywhere.',
    points: 0.5,
    run(t, p) {
      for (const channels of [1, 1, 2, 5]) compare(t, p, layerOf(t, p, 4, 5, channels, { hasBias: false }), isInside);
    },
  },
  {
    id: 'dirty-scratch',
    visible: false,
    title: 'The same output whatever the scratch held before',
    lesson: 'An arena hands out memory with the last layer in it: write a line before you read it.',
    points: 0.5,
    run(t, p) {
      for (const channels of [1, 1, 3, 4]) {
        const layer = layerOf(t, p, 4, 6, channels);
        const [once, again] = [run(t, p, layer, int8(t, 12)), run(t, p, layer, int8(t, 12))];
        t.deepEqual(once, again, 'two runs that differ in the scratch alone');
        t.deepEqual(once, expected(p, layer), 'the output with a scratch of random content');
      }
    },
  },
  {
    id: 'mixed',
    visible: false,
    title: 'Sizes, channels, biases, shifts and values of every kind, one after the other',
    lesson: 'What holds for each property alone has to hold for all of them together, call after call.',
    points: 1,
    run(t, p) {
      for (let i = 0; i < 60; i++) {
        const [height, width, channels] = drawn(3, () => t.random.integer(1, 6));
        const layer = t.random.pick([wildOf, layerOf, layerOf, tiesOf])(t, p, height, width, channels);
        compare(t, p, t.random.integer(0, 3) ? layer : { ...layer, bias: null });
      }
      for (const size of [
        [3, more(t), 2],
        [more(t), 3, 2],
        [2, 3, more(t)],
      ])
        compare(t, p, longOf(t, p, ...size));
    },
  },
  {
    id: 'many-rows',
    visible: false,
    guarded: false,
    title: 'More than 65,535 rows',
    lesson: 'Sizes are uint32_t: a counter of 8 or 16 bits never reaches the end of a high tensor.',
    points: 0.5,
    run(t, p) {
      compare(t, p, longOf(t, p, many(t), 2, 1));
    },
  },
  {
    id: 'many-columns',
    visible: false,
    guarded: false,
    title: 'Rows of more than 65,535 pixels',
    lesson: 'Sizes are uint32_t: so is the distance from one row to the next.',
    points: 0.5,
    run(t, p) {
      compare(t, p, longOf(t, p, 2, many(t), 1));
    },
  },
  {
    id: 'many-channels',
    visible: false,
    guarded: false,
    title: 'More than 65,535 channels',
    lesson: 'Sizes are uint32_t: nine weights for each of many channels need more than 16 bits to count, too.',
    points: 0.5,
    run(t, p) {
      compare(t, p, longOf(t, p, 2, 1, many(t)));
    },
  },
  {
    id: 'empty',
    visible: false,
    title: 'Tensors without rows, columns or channels',
    lesson: 'A line of no pixels has no first pixel.',
    points: 0.5,
    run(t, p) {
      compare(t, p, layerOf(t, p, 3, 4, 2));
      for (const [height, width, channels] of [
        [0, 4, 2],
        [3, 0, 2],
        [3, 4, 0],
        [0, 0, 0],
      ]) {
        const memory = t.buffer(int8(t, 8));
        const before = memory.bytes();
        const constants = t.constant(int8(t, 16 * channels)).address;
        const scratch = t.buffer(int8(t, 2 * width)).address;
        t.call(
          'depthwise_in_place',
          memory.address,
          constants,
          0,
          constants,
          constants,
          scratch,
          height,
          width,
          channels,
        );
        t.deepEqual(memory.bytes(), before, `memory where a tensor of ${height} x ${width} x ${channels} begins`);
      }
    },
  },
];
