// The checks: tensors in guarded memory against a convolution that is written down tap by tap. Most use one channel, and most look at inner
// outputs or at border outputs alone, so that one mistake does not cost several; for the same reason all but the check on rounding allow one
// step. Numbers stay below 2^53, so that they are exact.

const int8 = (t, count, lo = -128, hi = 127) => Array.from({ length: count }, () => t.random.integer(lo, hi));

function requantised(p, sum, multiplier, shift) {
  const scaled = Math.floor((sum * multiplier + 2 ** (30 + shift)) / 2 ** (31 + shift));
  return Math.min(p.activationMax, Math.max(p.activationMin, scaled + p.outputZero));
}

const isInside = (layer, y, x) => y > 0 && x > 0 && y < layer.height - 1 && x < layer.width - 1;

// Sums of one channel over all outputs, in order; bias left out.
function sumsOf(p, { height, width, channels, input, weights }, c) {
  return Array.from({ length: height * width }, (_, at) => {
    const [y, x] = [Math.floor(at / width), at % width];
    return weights[c].reduce((sum, weight, tap) => {
      const [row, column] = [y + Math.floor(tap / 3) - 1, x + (tap % 3) - 1];
      if (row < 0 || column < 0 || row >= height || column >= width) return sum;
      return sum + (input[(row * width + column) * channels + c] - p.inputZero) * weight;
    }, 0);
  });
}

// A layer with weights[c][tap]. Each channel is scaled and shifted so that its outputs use the activation range and stay inside.
function layerOf(t, p, height, width, channels, { hasBias = true, ...changes } = {}) {
  const layer = { height, width, channels, input: int8(t, height * width * channels), bias: hasBias ? [] : null, multipliers: [], shifts: [] };
  layer.weights = Array.from({ length: channels }, () => int8(t, 9, -127, 127));
  const [low, high] = [p.activationMin - p.outputZero, p.activationMax - p.outputZero];
  layer.weights.forEach((_, c) => {
    const sums = sumsOf(p, layer, c);
    const [least, most] = [Math.min(...sums), Math.max(...sums)];
    const reach = hasBias ? Math.max(2000, most - least) / (high - low) : Math.max(2000, most, -least) / high;
    const scale = (c % 2 ? 0.5 : 0.85) / reach;
    const shift = Math.max(0, Math.ceil(-Math.log2(scale)) - 1);
    layer.shifts.push(shift);
    layer.multipliers.push(Math.floor(scale * 2 ** (31 + shift)));
    layer.bias?.push(Math.round((low + high) / 2 / scale - (least + most) / 2));
  });
  return { ...layer, ...changes };
}

function expected(p, layer) {
  const { channels, bias, multipliers, shifts } = layer;
  const output = [];
  for (let c = 0; c < channels; c++) {
    sumsOf(p, layer, c).forEach((sum, at) => {
      output[at * channels + c] = requantised(p, sum + (bias ? bias[c] : 0), multipliers[c], shifts[c]);
    });
  }
  return output;
}

function stored(p, { weights, channels }) {
  if (p.weightOrder === 'channels') return weights.flat();
  return Array.from({ length: 9 * channels }, (_, i) => weights[i % channels][Math.floor(i / channels)]);
}

// Runs a layer with exactly the scratch that the contract gives, filled with the zero point unless the check says otherwise. Around the
// tensor lies memory that is nobody's padding; it must not change.
function run(t, p, layer, scratch = Array(2 * layer.width).fill(p.inputZero)) {
  const around = Array(layer.width * layer.channels + 3).fill(p.inputZero < 0 ? 127 : -128);
  const memory = t.buffer(Int8Array.from([...around, ...layer.input, ...around]));
  const words = (values) => t.buffer(Int32Array.from(values)).address;
  const bytes = (values) => t.buffer(Int8Array.from(values)).address;
  const [weights, shifts, lines] = [bytes(stored(p, layer)), bytes(layer.shifts), bytes(scratch)];
  const [bias, multipliers] = [layer.bias ? words(layer.bias) : 0, words(layer.multipliers)];
  const { height, width, channels } = layer;
  t.call('depthwise_in_place', memory.address + around.length, weights, bias, multipliers, shifts, lines, height, width, channels);
  const after = Array.from(memory.int8());
  t.deepEqual([...after.slice(0, around.length), ...after.slice(-around.length)], [...around, ...around], 'memory before and after the tensor');
  return after.slice(around.length, -around.length);
}

// Compares the outputs at the places that `counts` picks, and names the first that is more than `slack` steps off.
function compare(t, p, layer, counts = () => true, slack = 1) {
  const [got, wanted] = [run(t, p, layer), expected(p, layer)];
  const { height, width, channels } = layer;
  wanted.forEach((value, i) => {
    const [y, x, c] = [Math.floor(i / channels / width), Math.floor(i / channels) % width, i % channels];
    if (!counts(layer, y, x) || Math.abs(got[i] - value) <= slack) return;
    t.equal(got[i], value, `output at row ${y}, column ${x}, channel ${c} of a tensor of ${height} x ${width} x ${channels}`);
  });
}

export const checks = [
  {
    id: 'inside',
    visible: true,
    title: 'One channel, outputs away from the border',
    lesson: 'The row above and the pixel to the left are overwritten when you need them: keep them as they were.',
    points: 3,
    run(t, p) {
      for (const [height, width] of [[3, 3], [5, 6], [6, 4]]) compare(t, p, layerOf(t, p, height, width, 1), isInside);
    },
  },
  {
    id: 'borders',
    visible: true,
    title: 'One channel, outputs at the border',
    lesson: 'A real zero is the zero point, so a tap outside adds nothing; the neighbour in memory is no neighbour in the image.',
    points: 2,
    run(t, p) {
      for (const [height, width] of [[3, 3], [4, 5], [6, 4]]) compare(t, p, layerOf(t, p, height, width, 1), (...place) => !isInside(...place));
    },
  },
  {
    id: 'channels',
    visible: true,
    title: 'Several channels with their own weights, multipliers and shifts',
    lesson: 'Channels lie next to each other in memory and have nothing to do with each other: the scratch needs no more than one at a time.',
    points: 2.5,
    run(t, p) {
      for (const channels of [2, 3, 5]) compare(t, p, layerOf(t, p, 4, 5, channels), isInside);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'A tensor of the usual size',
    lesson: 'Two of the three columns of a window were there one step before.',
    points: 1,
    run(t, p) {
      compare(t, p, layerOf(t, p, p.height, p.width, p.channels), isInside);
    },
  },
  {
    id: 'thin',
    visible: false,
    title: 'Tensors of one or two rows or columns',
    lesson: 'At the end of a network an image is a few pixels: first and last row may be the same.',
    points: 2,
    run(t, p) {
      for (const [height, width] of [[1, 1], [1, 2], [2, 1], [1, 7], [6, 1], [2, 2], [2, 5], [5, 2]]) compare(t, p, layerOf(t, p, height, width, 1));
    },
  },
  {
    id: 'saturates',
    visible: false,
    title: 'Outputs beyond the activation range',
    lesson: 'Clamp after the output zero point is added, and before the value becomes an int8.',
    points: 1,
    run(t, p) {
      for (const weight of [127, -127]) {
        for (const x of [127, -128]) {
          const changes = { input: Array(9).fill(x), weights: [Array(9).fill(weight)], bias: [t.random.integer(-500, 500)], multipliers: [2 ** 30], shifts: [6] };
          compare(t, p, layerOf(t, p, 3, 3, 1, changes), isInside);
        }
      }
    },
  },
  {
    id: 'rounding',
    visible: false,
    title: 'Sums on both sides of a tie',
    lesson: 'One rounding in 64 bits, ties towards plus infinity: neither a bare shift nor two roundings in a row.',
    points: 1.5,
    run(t, p) {
      const weights = [[0, 0, 0, 0, 1, 0, 0, 0, 0]];
      const input = Array(9).fill(p.inputZero);
      for (let steps = p.activationMin - p.outputZero + 2; steps < p.activationMax - p.outputZero - 2; steps += 3) {
        for (const multiplier of [2 ** 30, 1500000001]) {
          const tie = Math.round(((steps + 0.5) * 2 ** 39) / multiplier);
          for (const bias of [tie - 1, tie, tie + 1]) {
            const layer = layerOf(t, p, 3, 3, 1, { input, weights, bias: [bias], multipliers: [multiplier], shifts: [8] });
            compare(t, p, layer, isInside, 0);
          }
        }
      }
    },
  },
  {
    id: 'no-bias',
    visible: false,
    title: 'A null bias means zeros',
    lesson: 'Converters drop a bias that is zero everywhere.',
    points: 0.5,
    run(t, p) {
      for (let i = 0; i < 4; i++) compare(t, p, layerOf(t, p, 4, 5, 1, { hasBias: false }), isInside);
    },
  },
  {
    id: 'dirty-scratch',
    visible: false,
    title: 'The same output whatever the scratch held before',
    lesson: 'An arena hands out memory with the last layer in it: write a line before you read it.',
    points: 1,
    run(t, p) {
      for (let i = 0; i < 4; i++) {
        const layer = layerOf(t, p, 4, 6, 1);
        t.deepEqual(run(t, p, layer, int8(t, 12)), run(t, p, layer, int8(t, 12)), 'two runs that differ in the scratch alone');
      }
    },
  },
  {
    id: 'empty',
    visible: false,
    title: 'Tensors without rows, columns or channels',
    lesson: 'A line of no pixels has no first pixel.',
    points: 0.5,
    run(t) {
      for (const [height, width, channels] of [[0, 4, 2], [3, 0, 2], [3, 4, 0], [0, 0, 0]]) {
        const [tensor, scratch, spare] = [t.buffer([1, 2, 3, 4, 5, 6, 7, 8]), t.zeroed(2 * width), t.zeroed(64)];
        const constants = [spare.address, spare.address, spare.address, spare.address];
        t.call('depthwise_in_place', tensor.address, ...constants, scratch.address, height, width, channels);
        t.deepEqual(Array.from(tensor.bytes()), [1, 2, 3, 4, 5, 6, 7, 8], `memory where a tensor of ${height} x ${width} x ${channels} begins`);
      }
    },
  },
];
