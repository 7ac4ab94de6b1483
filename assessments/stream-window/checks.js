// The checks: the stream against the definition, which is computed here frame by frame on the whole recording.

const top = 4294967295;

function windowAt(p, n) {
  const folded = Math.min(n, p.period - n);
  return folded <= p.period / 4 ? p.quarter[folded] : p.sum - p.quarter[p.period / 2 - folded];
}

// All integers here stay below 2^53, so numbers are exact.
const turned = (p, s) => Math.floor((p.coefficient * s + 8192) / 16384);

// The energy of one frame by definition, with these weights.
function energyOf(p, samples, weights) {
  let [a, b] = [0, 0];
  for (let n = 0; n < p.frame; n++) {
    const y = Math.floor((samples[n] * weights[n] + 16384) / 32768);
    [a, b] = [y + turned(p, a) - b, a];
  }
  return Math.min(top, Math.floor((a * a + b * b - turned(p, a) * b) / 2 ** p.shift));
}

const weightsOf = (p) => Array.from({ length: p.frame }, (_, n) => windowAt(p, n));
const sum = (values) => values.reduce((total, x) => total + x, 0);
const isNear = (got, expected, share) => Math.abs(got - expected) <= share * expected + 8;

// The weights that the program itself gives, so that a slip in the window is paid for once; the right ones where these are no window.
function ownWeights(t, p) {
  const own = Array.from({ length: p.frame }, (_, n) => Number(t.call('front_window', n)) | 0);
  return isNear(sum(own), sum(weightsOf(p)), 0.02) ? own : weightsOf(p);
}

const frameCount = (p, samples) => (samples < p.frame ? 0 : 1 + Math.floor((samples - p.frame) / p.hop));
const frameOf = (p, samples, m) => samples.slice(m * p.hop, m * p.hop + p.frame);

const noise = (t, count, reach) => Array.from({ length: count }, () => t.random.integer(-reach, reach));

// A tone at the front end's own frequency or a little off it, over some noise.
function tone(t, p, count, amplitude) {
  const phase = t.random.real(0, 6);
  const step = (2 * Math.PI * (p.frequency + t.random.real(-15, 15))) / 16000;
  const hiss = Math.ceil(amplitude / 20);
  return noise(t, count, hiss).map((x, n) => Math.round((amplitude - hiss) * Math.sin(step * n + phase)) + x);
}

// Pushes one block and gives the energies; room is made for those that are due, and guards stand behind it.
function push(t, block, due) {
  const input = t.buffer(Int16Array.from(block));
  const output = t.zeroed(4 * due);
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

// What the program says to each frame alone; the streaming checks compare with it, so that a slip in the arithmetic is paid for once.
function expectedOf(t, p, samples) {
  return Array.from({ length: frameCount(p, samples.length) }, (_, m) => {
    const own = alone(t, frameOf(p, samples, m));
    const right = energyOf(p, frameOf(p, samples, m), weightsOf(p));
    t.ok(isNear(own, right, 0.1), `the energy of frame ${m} alone, ${own}, is about ${right}`);
    return own;
  });
}

// Pushes the samples in blocks of these sizes, over and over; `compare` gets the energies of each call and the number of its first frame.
function stream(t, p, samples, sizes, compare) {
  let at = 0;
  for (let i = 0; at < samples.length; i++) {
    const count = Math.min(sizes[i % sizes.length], samples.length - at);
    const from = frameCount(p, at);
    const due = frameCount(p, at + count) - from;
    const { stored, values } = push(t, samples.slice(at, at + count), due);
    const call = `samples ${at} to ${at + count - 1} of blocks of ${sizes.slice(0, 6).join(', ')}`;
    t.equal(stored, due, `energies stored (${call})`);
    compare(values, from, call);
    at += count;
  }
}

const same = (t, expected) => (values, from, call) => t.deepEqual(values, expected.slice(from, from + values.length), `energies of the frames from ${from} on (${call})`);
const near = (t, p, samples) => (values, from, call) =>
  values.forEach((got, i) => {
    const right = energyOf(p, frameOf(p, samples, from + i), weightsOf(p));
    t.ok(isNear(got, right, 0.1), `the energy of frame ${from + i}, ${got}, is about ${right} (${call})`);
  });

export const checks = [
  {
    id: 'window',
    visible: true,
    title: 'The whole window from a quarter of it',
    lesson: 'Periodic and symmetric windows differ by one sample, and a weight of exactly 1 does not fit in a signed Q15.',
    points: 2,
    run(t, p) {
      for (let n = 0; n < p.frame; n++) t.equal(Number(t.call('front_window', n)), windowAt(p, n), `front_window(${n})`);
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
      for (const amplitude of [20, 60, 110, 140, 160, 180, 190, 200]) {
        const samples = tone(t, p, p.frame, amplitude);
        t.equal(alone(t, samples), energyOf(p, samples, weights), `the energy of a frame with a tone of amplitude ${amplitude}`);
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
      const samples = tone(t, p, p.frame + 5 * p.hop, 60);
      const expected = expectedOf(t, p, samples);
      t.reset();
      stream(t, p, samples, [Math.floor(p.hop / 2)], same(t, expected));
    },
  },
  {
    id: 'reset',
    visible: true,
    title: 'A reset forgets samples, filters and the place in the frame',
    lesson: 'After a gap in the stream the old half of a frame is no longer a part of it.',
    points: 1,
    run(t, p) {
      const samples = tone(t, p, p.frame, 60);
      const [expected] = expectedOf(t, p, samples);
      for (const before of [1, p.hop + 5, p.frame - 1]) {
        push(t, noise(t, before, 500), 0);
        t.call('front_reset');
        const { stored, values } = push(t, samples, 1);
        t.equal(stored, 1, `energies stored of one frame after ${before} samples and a reset`);
        t.equal(values[0], expected, `the energy of the frame after ${before} samples and a reset`);
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
      const samples = tone(t, p, p.samples, 60);
      stream(t, p, samples, [p.block], near(t, p, samples));
    },
  },
  {
    id: 'any-cut',
    visible: false,
    title: 'Results do not depend on how the input is cut',
    lesson: 'A block may complete no frame or many, and end anywhere inside one: the rest of it belongs to the next.',
    points: 3,
    run(t, p) {
      const samples = tone(t, p, p.frame + 9 * p.hop + 3, 60);
      const expected = expectedOf(t, p, samples);
      const odd = Array.from({ length: 40 }, () => t.random.pick([0, 1, 2, 17, 64, p.hop - 1, p.hop + 1, p.frame]));
      for (const sizes of [[samples.length], [1, 0], [p.hop], [p.frame], [p.frame - 1], [3 * p.hop - 1], [2 * p.hop + 1, 0, 13], odd]) {
        t.reset();
        stream(t, p, samples, sizes, same(t, expected));
      }
    },
  },
  {
    id: 'full-scale',
    visible: false,
    title: 'Loud input',
    lesson: 'A resonator amplifies: its state outgrows 16 bits at once, and its product with the coefficient outgrows 32.',
    points: 2,
    run(t, p) {
      for (const samples of [tone(t, p, p.frame, 3000), tone(t, p, p.frame, 11000), noise(t, p.frame, 32767)]) {
        const right = energyOf(p, samples, weightsOf(p));
        const got = alone(t, samples);
        t.ok(isNear(got, right, 0.1), `the energy of a frame of ${samples.slice(0, 4).join(', ')} …, ${got}, is about ${right}`);
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
      const step = (2 * Math.PI * p.frequency) / 16000;
      for (const phase of [0.1, 1.3, 2.5]) {
        const square = Array.from({ length: p.frame }, (_, n) => (Math.sin(step * n + phase) < 0 ? -32768 : 32767));
        t.equal(energyOf(p, square, weightsOf(p)), top, 'the key to a square wave at full scale');
        t.equal(alone(t, square), top, 'the energy of a square wave at full scale');
      }
    },
  },
  {
    id: 'long-block',
    visible: false,
    title: 'More than 65,535 samples in one call',
    lesson: 'A recording is pushed at once when the threshold is checked: counts are 32 bits wide.',
    points: 1,
    run(t, p) {
      const samples = tone(t, p, 66000 + t.random.integer(0, 999), 60);
      stream(t, p, samples, [samples.length], near(t, p, samples));
    },
  },
];
