// The checks: the stream against the definition, which is computed here frame by frame on the whole recording, bit for
// bit.

const top = 4294967295;

function windowAt(p, n) {
  const folded = Math.min(n, p.period - n);
  return folded <= p.period / 4 ? p.quarter[folded] : p.sum - p.quarter[p.period / 2 - folded];
}

// All integers here stay below 2^53, so numbers are exact.
const turned = (p, s) => Math.floor((p.coefficient * s + 8192) / 16384);

// The sum of squares of one frame by definition, with these weights, before the shift.
function wholeEnergyOf(p, samples, weights) {
  let [a, b] = [0, 0];
  for (let n = 0; n < p.frame; n++) {
    const y = Math.floor((samples[n] * weights[n] + 16384) / 32768);
    [a, b] = [y + turned(p, a) - b, a];
  }
  return a * a + b * b - turned(p, a) * b;
}

const energyOf = (p, samples, weights) => Math.min(top, Math.floor(wholeEnergyOf(p, samples, weights) / 2 ** p.shift));

const weightsOf = (p) => Array.from({ length: p.frame }, (_, n) => windowAt(p, n));

// The weights that the program itself gives, so that a slip in the window is paid for once; the right ones where these
// are no such window.
function ownWeights(t, p) {
  const right = weightsOf(p);
  const own = right.map((_, n) => Number(t.call('front_window', n)) | 0);
  return own.every((weight, n) => Math.abs(weight - right[n]) <= 400) ? own : right;
}

const frameCount = (p, samples) => (samples < p.frame ? 0 : 1 + Math.floor((samples - p.frame) / p.hop));
const frameOf = (p, samples, m) => samples.slice(m * p.hop, m * p.hop + p.frame);
const energiesOf = (p, samples, weights) =>
  Array.from({ length: frameCount(p, samples.length) }, (_, m) => energyOf(p, frameOf(p, samples, m), weights));

const noise = (t, count, reach) => Array.from({ length: count }, () => t.random.integer(-reach, reach));

// A tone at the front end's own frequency or a little off it, over some noise.
function tone(t, p, count, amplitude) {
  const phase = t.random.real(0, 6);
  const step = (2 * Math.PI * (p.frequency + t.random.real(-15, 15))) / 16000;
  const hiss = Math.ceil(amplitude / 20);
  return noise(t, count, hiss).map((x, n) => Math.round((amplitude - hiss) * Math.sin(step * n + phase)) + x);
}

// A square wave at the front end's frequency, as loud as samples can be.
function square(t, p, count, high = 32767, low = -32768) {
  const [step, phase] = [(2 * Math.PI * p.frequency) / 16000, t.random.real(0, 6)];
  return Array.from({ length: count }, (_, n) => (Math.sin(step * n + phase) < 0 ? low : high));
}

// Quiet and loud stretches in turn, so that neighbouring frames differ and some of them saturate.
function changing(t, p, count) {
  const samples = [];
  while (samples.length < count) {
    const length = t.random.integer(5, p.frame);
    const make = t.random.pick([
      () => noise(t, length, 32767),
      () => tone(t, p, length, t.random.integer(20, 30000)),
      () => square(t, p, length),
      () => Array(length).fill(t.random.pick([0, 32767, -32768])),
      () => noise(t, length, 3),
    ]);
    samples.push(...make());
  }
  return samples.slice(0, count);
}

// The smallest number whose product with `factor` ends in one half when it is divided by `divisor`; not a whole number
// when there is none. Its odd multiples do the same.
const halfOf = (divisor, factor) => divisor / 2 / (factor & -factor);

// Samples whose products with the window end in exactly one half wherever such a sample is not too loud.
function windowTies(t, weights) {
  return weights.map((weight) => {
    const half = weight === 0 ? 0.5 : halfOf(32768, weight);
    if (half < 1 || half > 4096) return t.random.integer(-9, 9);
    const odd = 2 * t.random.integer(0, Math.floor(2048 / half)) + 1;
    return t.random.pick([-1, 1]) * half * odd;
  });
}

// Samples that lead the filter, now and then, to values whose products with the coefficient end in exactly one half.
function filterTies(t, p, weights) {
  const half = halfOf(16384, p.coefficient);
  let [a, b] = [0, 0];
  return weights.map((weight, n) => {
    const next = turned(p, a) - b;
    let sample = t.random.integer(-3, 3);
    if (n % 5 === 0 && weight > 20000) {
      const target = half * (2 * Math.round((next / half - 1) / 2) + t.random.pick([-1, 1, 3]));
      const wanted = Math.round(((target - next) * 32768) / weight);
      if (Math.abs(wanted) < 32767) sample = wanted;
    }
    [a, b] = [Math.floor((sample * weight + 16384) / 32768) + next, a];
    return sample;
  });
}

const asBytes = (block) => new Uint8Array(Int16Array.from(block).buffer);

// Pushes one block and gives the energies; room is made for those that are due, and nothing else may be touched.
function push(t, block, due) {
  const input = t.constant(asBytes(block));
  const output = t.buffer(Uint8Array.from({ length: 4 * due }, () => t.random.integer(0, 255)));
  const stored = Number(t.call('front_push', input.address, block.length, output.address)) >>> 0;
  return { stored, values: Array.from(output.int32(), (e) => e >>> 0) };
}

// The energy of one frame, pushed alone into a fresh program.
function alone(t, frame) {
  t.reset();
  const { stored, values } = push(t, frame, 1);
  t.equal(stored, 1, `energies stored of exactly ${frame.length} samples in a fresh program`);
  return values[0];
}

const isNear = (got, expected) => Math.abs(got - expected) <= 0.1 * expected + 8;

// What the program says to each frame alone; the checks of the stream compare with it, so that a slip in the arithmetic
// is paid for elsewhere.
function expectedOf(t, p, samples) {
  const weights = weightsOf(p);
  return Array.from({ length: frameCount(p, samples.length) }, (_, m) => {
    const own = alone(t, frameOf(p, samples, m));
    const right = energyOf(p, frameOf(p, samples, m), weights);
    t.ok(isNear(own, right), `the energy of frame ${m} alone, ${own}, is about ${right}`);
    return own;
  });
}

// Pushes the samples in blocks of these sizes, over and over, and compares the energies of each call; `between` comes
// before each of them.
function stream(t, p, samples, sizes, expected, between = () => undefined) {
  let at = 0;
  for (let i = 0; at < samples.length; i++) {
    const count = Math.min(sizes[i % sizes.length], samples.length - at);
    const from = frameCount(p, at);
    const due = frameCount(p, at + count) - from;
    between();
    const { stored, values } = push(t, samples.slice(at, at + count), due);
    const call = `samples ${at} to ${at + count - 1} of blocks of ${sizes.slice(0, 6).join(', ')}`;
    t.equal(stored, due, `energies stored (${call})`);
    t.deepEqual(values, expected.slice(from, from + due), `energies of the frames from ${from} on (${call})`);
    at += count;
  }
}

// The loudness of a tone from which on its energy does not fit in 32 bits.
function limitOf(p, samplesAt, weights) {
  let [fits, does] = [1, 32767];
  while (does - fits > 1) {
    const middle = Math.floor((fits + does) / 2);
    if (wholeEnergyOf(p, samplesAt(middle), weights) / 2 ** p.shift < 2 ** 32) fits = middle;
    else does = middle;
  }
  return fits;
}

export const checks = [
  {
    id: 'window',
    visible: true,
    title: 'The whole window from a quarter of it',
    lesson:
      'Periodic and symmetric windows differ by one sample, and a weight of exactly 1 does not fit in a signed Q15.',
    points: 2,
    run(t, p) {
      for (let n = 0; n < p.frame; n++)
        t.equal(Number(t.call('front_window', n)), windowAt(p, n), `front_window(${n})`);
      // In any order, and whatever the stream does meanwhile.
      for (let i = 0; i < 60; i++) {
        const n = t.random.integer(0, p.frame - 1);
        t.equal(Number(t.call('front_window', n)), windowAt(p, n), `front_window(${n}) in a stream`);
        push(t, noise(t, 3, 100), 0);
      }
    },
  },
  {
    id: 'first-frame',
    visible: true,
    title: 'The energy of one frame, bit for bit',
    lesson: 'Rounding is a part of the definition: half a step in every product is a tone at 0 Hz.',
    points: 2.5,
    run(t, p) {
      const weights = ownWeights(t, p);
      for (const most of [20, 60, 110, 140, 160, 180, 190, 200]) {
        const amplitude = t.random.integer(most - 9, most);
        const samples = tone(t, p, p.frame, amplitude);
        t.equal(
          alone(t, samples),
          energyOf(p, samples, weights),
          `the energy of a frame with a tone of amplitude ${amplitude}`,
        );
      }
      const samples = noise(t, p.frame, 200);
      t.equal(alone(t, samples), energyOf(p, samples, weights), 'the energy of a frame of noise');
      for (let i = 0; i < 4; i++) {
        const halves = i < 2 ? windowTies(t, weights) : filterTies(t, p, weights);
        const what = `the energy of a frame with products that end in exactly one half`;
        t.equal(alone(t, halves), energyOf(p, halves, weights), what);
      }
    },
  },
  {
    id: 'overlap',
    visible: true,
    title: 'Frames overlap, and each is complete with its last sample',
    lesson: 'Several frames are open at once; a sample belongs to all of them, with a different weight in each.',
    points: 1.5,
    run(t, p) {
      const samples = tone(t, p, p.frame + 5 * p.hop, t.random.integer(40, 80));
      const expected = expectedOf(t, p, samples);
      t.reset();
      stream(t, p, samples, [Math.floor(p.hop / 2)], expected);
    },
  },
  {
    id: 'reset',
    visible: true,
    title: 'A reset forgets samples, filters and the place in the frame',
    lesson: 'After a gap in the stream the old half of a frame is no longer a part of it.',
    points: 1,
    run(t, p) {
      const samples = tone(t, p, p.frame + p.hop, t.random.integer(40, 80));
      const expected = expectedOf(t, p, samples);
      t.reset();
      t.call('front_reset');
      for (const before of [
        0,
        1,
        p.hop,
        p.hop + 5,
        p.frame - 1,
        p.frame,
        p.frame + 1,
        p.frame + p.hop,
        p.frame + 7 * p.hop + t.random.integer(1, p.hop),
      ]) {
        push(t, noise(t, before, 20000), frameCount(p, before));
        for (let i = t.random.integer(1, 2); i > 0; i--) t.call('front_reset');
        const { stored, values } = push(t, samples, 2);
        t.equal(stored, 2, `energies stored of two frames after ${before} samples and a reset`);
        t.deepEqual(values, expected, `the energies of two frames after ${before} samples and a reset`);
        t.call('front_reset');
      }
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Steady streaming stays within the instruction budget',
    lesson: 'Work in runs to the next end of a frame: what is decided for every sample is paid for every sample.',
    points: 1,
    run(t, p) {
      const samples = tone(t, p, p.samples, t.random.integer(40, 190));
      const expected = energiesOf(p, samples, ownWeights(t, p));
      stream(t, p, samples, [p.block], expected);
    },
  },
  {
    id: 'any-cut',
    visible: false,
    title: 'Results do not depend on how the input is cut',
    lesson: 'A block may complete no frame or many, and end anywhere inside one: the rest of it belongs to the next.',
    points: 3,
    run(t, p) {
      const samples = tone(t, p, p.frame + 9 * p.hop + 3, t.random.integer(40, 190));
      const expected = expectedOf(t, p, samples);
      const odd = Array.from({ length: 40 }, () =>
        t.random.pick([0, 1, 2, 17, 64, p.block, p.hop - 1, p.hop + 1, p.frame]),
      );
      const drawn = Array.from({ length: 30 }, () => t.random.integer(0, 2 * p.hop));
      for (const sizes of [
        [samples.length],
        [1, 0],
        [p.hop],
        [p.block],
        [p.frame],
        [p.frame - 1],
        [3 * p.hop - 1],
        [2 * p.hop + 1, 0, 13],
        odd,
        drawn,
      ]) {
        t.reset();
        stream(t, p, samples, sizes, expected, () => t.call('front_window', t.random.integer(0, p.frame - 1)));
      }
    },
  },
  {
    id: 'full-scale',
    visible: false,
    title: 'Loud input',
    lesson:
      'A resonator amplifies: its state outgrows 16 bits at once, and its product with the coefficient outgrows 32.',
    points: 2,
    run(t, p) {
      const weights = ownWeights(t, p);
      const drawn = t.random.integer(300, 32767);
      const frames = [
        tone(t, p, p.frame, 3000),
        tone(t, p, p.frame, 11000),
        noise(t, p.frame, 32767),
        tone(t, p, p.frame, drawn),
        Array(p.frame).fill(-32768),
        Array(p.frame).fill(32767),
        noise(t, p.frame, 1),
        Array(p.frame).fill(0),
      ];
      for (const samples of frames)
        t.equal(
          alone(t, samples),
          energyOf(p, samples, weights),
          `the energy of a frame of ${samples.slice(0, 4).join(', ')} …`,
        );
      const samples = changing(t, p, p.frame + 12 * p.hop);
      const expected = energiesOf(p, samples, weights);
      for (const sizes of [[p.block], [p.hop + 1, 1, 0, 2 * p.hop]]) {
        t.reset();
        stream(t, p, samples, sizes, expected);
      }
    },
  },
  {
    id: 'saturates',
    visible: false,
    title: 'Energies stop at the largest result',
    lesson: 'An energy that wraps turns the loudest alarm into silence.',
    points: 1,
    run(t, p) {
      const weights = ownWeights(t, p);
      for (let i = 0; i < 3; i++) {
        const samples = square(t, p, p.frame);
        t.equal(energyOf(p, samples, weightsOf(p)), top, 'the key to a square wave at full scale');
        t.equal(alone(t, samples), top, 'the energy of a square wave at full scale');
      }
      // The last energies that fit, and the first that do not.
      const phase = t.random.real(0, 6);
      const at = (amplitude) =>
        Array.from({ length: p.frame }, (_, n) =>
          Math.round(amplitude * Math.sin((2 * Math.PI * p.frequency * n) / 16000 + phase)),
        );
      const limit = limitOf(p, at, weights);
      for (const amplitude of [
        Math.floor(limit * 0.6),
        Math.floor(limit * 0.75),
        limit - 9,
        limit - 1,
        limit,
        limit + 1,
        limit + 2,
        limit + 40,
      ]) {
        const samples = at(Math.min(32767, amplitude));
        t.equal(alone(t, samples), energyOf(p, samples, weights), `the energy of a tone of amplitude ${amplitude}`);
      }
    },
  },
  {
    id: 'long-block',
    visible: false,
    title: 'More than 65,535 samples, in one call and in many',
    lesson: 'A recording is pushed at once when the threshold is checked: counts are 32 bits wide.',
    points: 1,
    run(t, p) {
      const samples = tone(t, p, 66000 + t.random.integer(0, 999), t.random.integer(120, 190));
      const expected = energiesOf(p, samples, ownWeights(t, p));
      t.reset();
      stream(t, p, samples, [65536 + t.random.integer(0, 300), 17], expected);
      // A block of each size, in any order.
      const sizes = Array.from({ length: 360 }, (_, i) => i + 1);
      t.reset();
      stream(t, p, samples, t.random.shuffle(sizes), expected);
    },
  },
];
