// The checks: the layer against exact integer arithmetic, at the places where real kernels go wrong.

const abs = (x) => (x < 0n ? -x : x);

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

function layerOutput(p, input, weights, bias, outputs) {
  return Array.from({ length: outputs }, (_, o) => {
    let sum = bias ? bias[o] : 0;
    input.forEach((x, i) => {
      sum += (x + p.inputOffset) * weights[o * input.length + i];
    });
    return requantised(p, sum);
  });
}

const int8 = (t, count, lo = -128, hi = 127) => Array.from({ length: count }, () => t.random.integer(lo, hi));

// Puts a layer into guarded memory, runs it and gives what it wrote.
function runLayer(t, input, weights, bias, outputs, offset = 0) {
  const place = (values, Type) => {
    const bytes = new Uint8Array(Type.from(values).buffer);
    const memory = t.zeroed(bytes.length + offset + 4);
    const padded = new Uint8Array(bytes.length + offset + 4);
    padded.set(bytes, Type === Int32Array ? 0 : offset);
    memory.set(padded);
    return memory.address + (Type === Int32Array ? 0 : offset);
  };
  const output = t.zeroed(Math.max(1, outputs));
  const biasAddress = bias === null ? 0 : place(bias, Int32Array);
  t.call('fully_connected', place(input, Int8Array), place(weights, Int8Array), biasAddress, output.address, input.length, outputs);
  return Array.from(output.int8()).slice(0, outputs);
}

// An accumulator whose scaled value lies about the middle of the activation range.
function middle(p) {
  const target = (p.activationMin + p.activationMax) / 2 - p.outputOffset;
  return Math.round(target * 2 ** (31 + p.shift) / p.multiplier);
}

// Biases that bring each output well inside the activation range, so that a fault in the sum cannot hide behind the clamp.
function centredBias(t, p, input, weights, outputs) {
  const reach = Math.floor(((p.activationMax - p.activationMin) / 3) * 2 ** p.shift);
  return Array.from({ length: outputs }, (_, o) => {
    const dot = input.reduce((sum, x, i) => sum + (x + p.inputOffset) * weights[o * input.length + i], 0);
    return middle(p) - dot + t.random.integer(-reach, reach);
  });
}

// An accumulator that comes nearest to a scaled value of exactly n and a half steps.
function nearTie(p, steps) {
  return Math.round(((steps + 0.5) * 2 ** (31 + p.shift)) / p.multiplier);
}

export const checks = [
  {
    id: 'requantise-known',
    visible: true,
    title: 'requantise agrees with exact arithmetic inside the range',
    lesson: 'The product of an int32 and a Q31 multiplier needs 63 bits.',
    points: 2,
    run(t, p) {
      const centre = middle(p);
      const spread = Math.abs(Math.round((20 * 2 ** (31 + p.shift)) / p.multiplier));
      for (const accumulator of [centre, centre + 1, centre - spread, centre + spread, centre + Math.round(spread / 3)]) {
        t.equal(t.call('requantise', accumulator), requantised(p, accumulator), `requantise(${accumulator})`);
      }
    },
  },
  {
    id: 'clamps',
    visible: true,
    title: 'Results saturate at the activation range',
    lesson: 'The activation is fused: clamp after the offset is added, and before the value becomes an int8.',
    points: 1.5,
    run(t, p) {
      for (const accumulator of [900000, -900000, 30000000, -30000000]) {
        t.equal(t.call('requantise', accumulator), requantised(p, accumulator), `requantise(${accumulator})`);
      }
    },
  },
  {
    id: 'small-layer',
    visible: true,
    title: 'A layer of two outputs and three inputs',
    lesson: 'The offset belongs to the input, and weights are stored one row for each output.',
    points: 2,
    run(t, p) {
      const input = [90, -70, 40];
      const weights = [100, 50, -60, -120, 80, 30];
      const bias = centredBias(t, p, input, weights, 2);
      const what = `output for input ${input}, weights ${weights}, bias ${bias}`;
      t.deepEqual(runLayer(t, input, weights, bias, 2), layerOutput(p, input, weights, bias, 2), what);
    },
  },
  {
    id: 'no-bias',
    visible: true,
    title: 'A null bias means no bias',
    lesson: 'Converters drop a bias that is zero everywhere.',
    points: 1,
    run(t, p) {
      let input;
      let weights;
      let expected;
      do {
        input = int8(t, 5);
        weights = int8(t, 10, -127, 127);
        expected = layerOutput(p, input, weights, null, 2);
      } while (expected.some((y) => y === p.activationMin || y === p.activationMax));
      t.deepEqual(runLayer(t, input, weights, null, 2), expected, `output without a bias for input ${input}, weights ${weights}`);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'A layer of the usual size stays within the instruction budget',
    lesson: 'What does not change in the inner loop does not belong in it.',
    points: 1,
    run(t, p) {
      const input = int8(t, p.inputs);
      const weights = int8(t, p.inputs * p.outputs, -127, 127);
      const bias = centredBias(t, p, input, weights, p.outputs);
      t.deepEqual(runLayer(t, input, weights, bias, p.outputs), layerOutput(p, input, weights, bias, p.outputs), `output of ${p.outputs} by ${p.inputs}`);
    },
  },
  {
    id: 'rounds-negative',
    visible: false,
    title: 'Values on both sides of a tie round as the runtime does',
    lesson: 'A bare arithmetic shift rounds towards minus infinity, and each rounding has its own rule for ties.',
    points: 2,
    run(t, p) {
      for (let step = -60; step <= 60; step += 3) {
        for (const nudge of [-1, 0, 1]) {
          const accumulator = nearTie(p, step) + nudge;
          t.equal(t.call('requantise', accumulator), requantised(p, accumulator), `requantise(${accumulator})`);
        }
      }
    },
  },
  {
    id: 'rounding-kind',
    visible: false,
    title: 'Accumulators that single and double rounding treat differently',
    lesson: 'Rounding twice is not rounding once: the runtime and the kernel must agree on which.',
    points: 2,
    run(t, p) {
      const other = { ...p, rounding: p.rounding === 'double' ? 'single' : 'double' };
      let differing = 0;
      for (let step = -110; step <= 110; step++) {
        const tie = nearTie(p, step);
        for (let accumulator = tie - 2; accumulator <= tie + 2; accumulator++) {
          if (requantised(p, accumulator) === requantised(other, accumulator)) continue;
          differing += 1;
          t.equal(t.call('requantise', accumulator), requantised(p, accumulator), `requantise(${accumulator})`);
        }
      }
      t.note(`${differing} accumulators differ`);
    },
  },
  {
    id: 'extremes',
    visible: false,
    title: 'The ends of int32 do not overflow',
    lesson: 'Signed overflow is undefined: widen first, multiply then.',
    points: 1,
    run(t, p) {
      for (const accumulator of [2147483647, -2147483648, 2147483646, -2147483647, 0, 1, -1]) {
        t.equal(t.call('requantise', accumulator), requantised(p, accumulator), `requantise(${accumulator})`);
      }
    },
  },
  {
    id: 'saturated-inputs',
    visible: false,
    title: 'Inputs and weights at the ends of int8',
    lesson: 'An input plus its offset reaches 255 and is no int8 any more.',
    points: 1,
    run(t, p) {
      for (const x of [127, -128]) {
        for (const w of [127, -127]) {
          const input = Array(8).fill(x);
          const weights = Array(16).fill(w);
          const bias = centredBias(t, p, input, weights, 2);
          t.deepEqual(runLayer(t, input, weights, bias, 2), layerOutput(p, input, weights, bias, 2), `inputs ${x}, weights ${w}`);
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
      for (const [inputs, outputs, offset] of [[1, 1, 1], [2, 3, 3], [7, 2, 1], [13, 5, 2], [31, 1, 3]]) {
        const input = int8(t, inputs);
        const weights = int8(t, inputs * outputs, -127, 127);
        const bias = centredBias(t, p, input, weights, outputs);
        t.deepEqual(runLayer(t, input, weights, bias, outputs, offset), layerOutput(p, input, weights, bias, outputs), `output of ${outputs} by ${inputs}`);
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
      const bias = [middle(p), middle(p) + 4096];
      t.deepEqual(runLayer(t, [], [], bias, 2), layerOutput(p, [], [], bias, 2), 'output of a layer without inputs');
      const output = t.buffer([55]);
      t.call('fully_connected', output.address, output.address, 0, output.address, 0, 0);
      t.deepEqual(Array.from(output.bytes()), [55], 'memory behind a layer without outputs');
    },
  },
];
