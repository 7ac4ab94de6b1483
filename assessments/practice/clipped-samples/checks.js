// Visible checks that explain themselves, and two hidden ones so that the page can say how many there are.

function count(t, samples) {
  const block = t.constant(new Uint8Array(Int16Array.from(samples).buffer));
  return t.call('count_clipped', block.address, samples.length) >>> 0;
}

const isClipped = (p, sample) => sample < p.lowest || sample > p.highest;
const expected = (p, samples) => samples.filter((sample) => isClipped(p, sample)).length;

const inside = (t, p) => t.random.integer(p.lowest, p.highest);
const below = (t, p) => t.random.integer(-32768, p.lowest - 1);
const above = (t, p) => t.random.integer(p.highest + 1, 32767);
const many = (length, draw) => Array.from({ length }, draw);

// Values at which a comparison turns, and what a magnitude or a narrow type makes of them.
function corners({ lowest, highest }) {
  const limits = [lowest - 1, lowest, lowest + 1, highest - 1, highest, highest + 1];
  const mirrored = [-highest - 1, -highest, -lowest, -lowest + 1];
  return [-32768, 0, 32767, ...limits, ...mirrored];
}

export const checks = [
  {
    id: 'inside',
    visible: true,
    title: 'Samples between the limits are not counted',
    lesson: 'Silence is not clipped.',
    points: 1,
    run(t, p) {
      const samples = many(5, () => inside(t, p));
      const what = `clipped of ${samples.join(', ')}`;
      t.equal(count(t, [...samples, below(t, p)]), 1, `${what} and one sample below the limits`);
      t.equal(count(t, samples), 0, what);
    },
  },
  {
    id: 'counts',
    visible: true,
    title: 'Samples outside are counted, on both sides',
    lesson: 'A signal clips at the top and at the bottom.',
    points: 2,
    run(t, p) {
      const draws = [below, below, above, above, above, inside, inside];
      const samples = t.random.shuffle(draws.map((draw) => draw(t, p)));
      t.equal(count(t, samples), 5, `clipped of ${samples.join(', ')}`);
      for (const side of [below, above]) {
        const few = [side(t, p), side(t, p), inside(t, p)];
        t.equal(count(t, few), 2, `clipped of ${few.join(', ')}`);
      }
    },
  },
  {
    id: 'limits',
    visible: true,
    title: 'A sample at a limit is not clipped',
    lesson: 'Below and above do not include the limit itself.',
    points: 1,
    run(t, p) {
      const samples = t.random.shuffle([p.lowest, p.highest, p.lowest - 1, p.highest + 1, inside(t, p)]);
      t.equal(count(t, samples), 2, `clipped of ${samples.join(', ')}`);
      for (const sample of t.random.shuffle(samples)) {
        t.equal(count(t, [sample]), expected(p, [sample]), `clipped of ${sample} alone`);
      }
    },
  },
  {
    id: 'long-block',
    visible: false,
    title: 'Long blocks are counted to their end',
    lesson: 'A counter must hold as many as there are samples.',
    points: 1,
    run(t, p) {
      for (const length of [255, 256, 257, 1200, 65535, 65536, 65537 + t.random.integer(0, 900)]) {
        const pattern = many(13, () => t.random.pick([below, above])(t, p));
        const samples = many(length, (_, i) => pattern[i % 13]);
        t.equal(count(t, samples), length, `clipped of ${length} samples of which all are`);
      }
    },
  },
  {
    id: 'any-block',
    visible: false,
    title: 'Blocks of any values and lengths agree with a model',
    lesson: 'The ends of the range of an int16_t are samples too.',
    points: 1,
    run(t, p) {
      t.equal(count(t, [above(t, p)]), 1, 'clipped of one sample that is');
      t.equal(count(t, []), 0, 'clipped of no samples');
      for (const sample of corners(p)) {
        t.equal(count(t, [sample, sample]), expected(p, [sample, sample]), `clipped of ${sample} twice`);
      }
      for (let round = 0; round < 40; round++) {
        const draws = [() => t.random.integer(-32768, 32767), () => inside(t, p), () => t.random.pick(corners(p))];
        const draw = () => t.random.pick(draws)();
        const samples = many(round < 20 ? round : t.random.integer(20, 700), draw);
        t.equal(count(t, samples), expected(p, samples), `clipped of a block of ${samples.length} random samples`);
      }
    },
  },
];
