// Visible checks that explain themselves, and two hidden ones so that the page can say how many there are.

const bytesOf = (samples) => samples.flatMap((v) => [v & 255, (v >> 8) & 255]);

function count(t, samples) {
  const block = t.buffer(bytesOf(samples));
  return t.call('count_clipped', block.address, samples.length) >>> 0;
}

const expected = (p, samples) => samples.filter((v) => v < p.lowest || v > p.highest).length;

export const checks = [
  {
    id: 'inside',
    visible: true,
    title: 'Samples between the limits are not counted',
    lesson: 'Most of a signal is not clipped.',
    points: 1,
    run(t, p) {
      const inside = Array.from({ length: 4 }, () => t.random.integer(p.lowest + 1, p.highest - 1));
      const samples = t.random.shuffle([...inside, p.highest + 5]);
      t.equal(count(t, samples), 1, `clipped of ${samples.join(', ')}`);
    },
  },
  {
    id: 'counts',
    visible: true,
    title: 'Samples outside are counted, on both sides',
    lesson: 'A signal clips at the top and at the bottom.',
    points: 2,
    run(t, p) {
      const low = p.lowest - t.random.integer(10, 900);
      const high = p.highest + t.random.integer(10, 900);
      const samples = [low, 0, high, high, 0, low, high];
      t.equal(count(t, samples), 5, `clipped of ${samples.join(', ')}`);
      t.equal(count(t, [low, low, 0]), 2, `clipped of ${low}, ${low}, 0`);
    },
  },
  {
    id: 'limits',
    visible: true,
    title: 'A sample at a limit is not clipped',
    lesson: 'Below and above do not include the limit itself.',
    points: 1,
    run(t, p) {
      const samples = t.random.shuffle([p.lowest, p.highest, p.lowest - 1, p.highest + 1, 0, t.random.integer(-900, 900)]);
      t.equal(count(t, samples), 2, `clipped of ${samples.join(', ')}`);
    },
  },
  {
    id: 'long-block',
    visible: false,
    title: 'Long blocks are counted to their end',
    lesson: 'A counter must hold as many as there are samples.',
    points: 1,
    run(t, p) {
      const samples = Array.from({ length: 1200 }, () => t.random.pick([p.lowest - 1, p.highest + 1, p.lowest - 7]));
      t.equal(count(t, samples), 1200, 'clipped of a long block in which every sample is');
    },
  },
  {
    id: 'any-block',
    visible: false,
    title: 'Blocks of any values and lengths agree with a model',
    lesson: 'The ends of the range of an int16_t are samples too.',
    points: 1,
    run(t, p) {
      t.equal(count(t, []), 0, 'clipped of no samples');
      for (let round = 0; round < 20; round++) {
        const samples = Array.from({ length: t.random.integer(1, 40) }, () => t.random.integer(-32768, 32767));
        samples[t.random.integer(0, samples.length - 1)] = t.random.pick([-32768, 32767, -p.highest - 1, -p.lowest + 1]);
        t.equal(count(t, samples), expected(p, samples), 'clipped of a block of random samples');
      }
    },
  },
];
