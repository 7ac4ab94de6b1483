// The checks: rows are packed nibble by nibble between random neighbours, into memory that ends where the tensor ends,
// and compared with sums over the unpacked weights. All values stay below 2^53, so that plain numbers are exact.

const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const weightsOf = (t, count) => drawn(count, () => t.random.integer(-8, 7));
const inputOf = (t, count) => drawn(count, () => t.random.integer(-128, 127));
const groupsOf = (p, count) => Math.ceil(count / p.group);
const more = (t) => 255 + t.random.integer(1, 40);
const many = (t) => 65535 + t.random.integer(1, 40);

// Multiples of 2^shift, each other than the one before: nothing is left to round, so that a check depends on what it is
// about.
function evenMultipliersOf(t, p, count) {
  const multipliers = [];
  while (multipliers.length < groupsOf(p, count)) {
    const multiplier = t.random.integer(1, 65535 >> p.shift) << p.shift;
    if (multiplier !== multipliers.at(-1)) multipliers.push(multiplier);
  }
  return multipliers;
}

// Any multipliers: the ends of their range, odd multiples of half a step, which give ties, and others.
function anyMultipliersOf(t, p, count) {
  const half = 2 ** (p.shift - 1);
  const ties = () => half * (2 * t.random.integer(0, (65535 >> p.shift) - 1) + 1);
  return drawn(groupsOf(p, count), () => t.random.pick([ties(), ties(), t.random.integer(0, 65535), 0, 1, 65535]));
}

// Many values at the price of few: what was drawn repeats itself.
function repeated(values, count) {
  const list = new Int8Array(count);
  for (let from = 0; from < count; from += values.length) list.set(values.slice(0, count - from), from);
  return list;
}

function joined(...lists) {
  const values = new Int8Array(lists.reduce((length, list) => length + list.length, 0));
  let from = 0;
  for (const list of lists) {
    values.set(list, from);
    from += list.length;
  }
  return values;
}

// Bytes of weights in tensor order. An odd last weight shares its byte with a neighbour of any value.
function pack(t, p, weights) {
  const nibbles = weights.length % 2 ? joined(weights, weightsOf(t, 1)) : weights;
  const [even, odd] = p.order === 'low' ? [0, 4] : [4, 0];
  const bytes = new Uint8Array(nibbles.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = ((nibbles[2 * i] & 15) << even) | ((nibbles[2 * i + 1] & 15) << odd);
  return bytes;
}

const rounded = (p, value) => Math.floor((value + 2 ** (p.shift - 1)) / 2 ** p.shift);

function dot(p, { weights, input, multipliers }) {
  const products = multipliers.map((multiplier, g) => {
    let sum = 0;
    for (let i = g * p.group; i < Math.min(weights.length, (g + 1) * p.group); i++) sum += weights[i] * input[i];
    return multiplier * sum;
  });
  if (p.rounding === 'group') return products.reduce((total, product) => total + rounded(p, product), 0);
  return rounded(
    p,
    products.reduce((total, product) => total + product, 0),
  );
}

// Puts bytes behind up to three that belong to others, at the end of memory that must not change.
function placed(t, bytes) {
  const before = inputOf(t, t.random.integer(0, 3));
  return t.constant(joined(before, bytes)).address + before.length;
}

// Runs a row that starts at weight `first` of its tensor, with strangers before it, and `behind` of them behind it.
function runDot(t, p, row, first, behind) {
  const strangers = repeated(weightsOf(t, Math.min(first, 241)), first);
  const tensor = joined(strangers, row.weights, weightsOf(t, behind));
  const multipliers = t.constant(Uint16Array.from(row.multipliers)).address;
  return t.call(
    'int4_dot',
    placed(t, pack(t, p, tensor)),
    first,
    multipliers,
    placed(t, row.input),
    row.weights.length,
  );
}

const rowOf = (t, p, count, multipliersOf = anyMultipliersOf) => ({
  weights: weightsOf(t, count),
  input: inputOf(t, count),
  multipliers: multipliersOf(t, p, count),
});
const evenRowOf = (t, p, count) => rowOf(t, p, count, evenMultipliersOf);

// A row of any length. The periods are prime, so that a step of 256 or 65,536 leads to other values.
const longRowOf = (t, p, count) => ({
  weights: repeated(weightsOf(t, 251), count),
  input: repeated(inputOf(t, 239), count),
  multipliers: evenMultipliersOf(t, p, count),
});

function compare(t, p, row, first, what, behind = t.random.pick([0, 0, 3])) {
  t.equal(runDot(t, p, row, first, behind), dot(p, row), what);
}

export const checks = [
  {
    id: 'weights',
    visible: true,
    title: 'int4_weight reads all sixteen values in both halves of a byte',
    lesson: 'A nibble is a signed number of four bits: bring its sign bit to the top before you shift it back.',
    points: 1.5,
    run(t, p) {
      const values = drawn(16, (i) => i - 8);
      const tensor = [
        ...t.random.shuffle(values),
        t.random.integer(-8, 7),
        ...t.random.shuffle(values),
        ...t.random.shuffle(values),
      ];
      const bytes = pack(t, p, tensor);
      const packed = placed(t, bytes);
      const text = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(' ');
      tensor.forEach((value, i) =>
        t.equal(t.call('int4_weight', packed, i), value, `int4_weight(${i}) of the bytes ${text}`),
      );
    },
  },
  {
    id: 'one-group',
    visible: true,
    title: 'A row of one group',
    lesson: 'The sum of a group is an exact int32; it is multiplied and rounded after that.',
    points: 2,
    run(t, p) {
      let [row, sum] = [null, 0];
      const fraction = () => ((((sum * row.multipliers[0]) / 2 ** p.shift) % 1) + 1) % 1;
      do {
        row = {
          weights: t.random.shuffle([7, -8, -3, -1, 4, 6]),
          input: inputOf(t, 6),
          multipliers: [t.random.integer(9000, 65535)],
        };
        sum = row.weights.reduce((total, w, i) => total + w * row.input[i], 0);
      } while (sum === 0 || fraction() < 0.55 || fraction() > 0.95);
      const [multiplier] = row.multipliers;
      const scaled = ((sum * multiplier) / 2 ** p.shift).toFixed(3);
      const product = `sum ${sum}, ${sum} * ${multiplier} / ${2 ** p.shift} = ${scaled}`;
      compare(t, p, row, 0, `int4_dot of weights ${row.weights}, input ${row.input} (${product})`);
    },
  },
  {
    id: 'groups',
    visible: true,
    title: 'A row of three groups, the last one short',
    lesson: 'Groups are counted from the start of the row, and a short last group has a multiplier like any other.',
    points: 2,
    run(t, p) {
      const row = evenRowOf(t, p, 2 * p.group + 2 * t.random.integer(2, 7));
      compare(
        t,
        p,
        row,
        0,
        `int4_dot of ${row.weights.length} weights in groups of ${p.group} with the multipliers ${row.multipliers}`,
      );
    },
  },
  {
    id: 'odd-length',
    visible: true,
    title: 'Rows of odd length',
    lesson: 'The other half of the last byte belongs to the next row.',
    points: 1.5,
    run(t, p) {
      for (const count of [1, 3, 5, 17, p.group - 1]) {
        for (let i = 0; i < 3; i++) compare(t, p, evenRowOf(t, p, count), 0, `int4_dot of ${count} weights`);
      }
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'A matrix of the usual size',
    lesson: 'Load each byte once, use both halves, and keep whatever belongs to a group out of the inner loop.',
    points: 1,
    run(t, p) {
      const input = inputOf(t, p.columns);
      const rows = drawn(p.rows, () => ({ ...rowOf(t, p, p.columns), input }));
      const packed = placed(
        t,
        pack(
          t,
          p,
          rows.flatMap((row) => row.weights),
        ),
      );
      const activations = placed(t, input);
      rows.forEach((row, r) => {
        const multipliers = t.constant(Uint16Array.from(row.multipliers)).address;
        const got = t.call('int4_dot', packed, r * p.columns, multipliers, activations, p.columns);
        t.equal(
          got,
          dot(p, row),
          `int4_dot of row ${r} of ${p.rows}, ${p.columns} weights each, first weight ${r * p.columns}`,
        );
      });
    },
  },
  {
    id: 'odd-start',
    visible: false,
    title: 'Rows that begin in the middle of a byte',
    lesson: 'Densely packed rows of odd length share a byte: every group of the second row straddles one.',
    points: 2,
    run(t, p) {
      for (const first of [1, 3, p.group - 1, p.group + 1, 3 * p.columns]) {
        for (const count of [1, 2, p.group, p.group + 2, 2 * p.group + 5]) {
          compare(t, p, evenRowOf(t, p, count), first, `int4_dot of ${count} weights that start at weight ${first}`);
        }
      }
    },
  },
  {
    id: 'rounding',
    visible: false,
    title: 'Ties, negative values and the place of the rounding',
    lesson:
      'Division drops the fraction towards zero, a bare shift towards minus infinity; round where the contract says.',
    points: 1.5,
    run(t, p) {
      const half = 2 ** (p.shift - 1);
      for (const weight of [-3, -1, 1, 3]) {
        for (const x of [-127, -1, 1, 125, 2 * t.random.integer(-60, 60) + 1]) {
          for (const multiplier of [half - 1, half, half + 1]) {
            compare(
              t,
              p,
              { weights: [weight, 0], input: [x, 1], multipliers: [multiplier] },
              0,
              `${weight} * ${x} * ${multiplier}`,
            );
          }
        }
      }
      const other = { ...p, rounding: p.rounding === 'row' ? 'group' : 'row' };
      for (let telling = 0, tried = 0; telling < 12 && tried < 400; tried++) {
        const row = rowOf(t, p, t.random.integer(2, 5) * p.group);
        if (dot(p, row) === dot(other, row)) continue;
        telling += 1;
        compare(t, p, row, 0, 'a row on which the two roundings differ');
      }
    },
  },
  {
    id: 'wide',
    visible: false,
    title: 'The largest sums, multipliers and results',
    lesson: 'A group sum needs 18 bits and a multiplier 16 without a sign: their product belongs in 64 bits.',
    points: 1.5,
    run(t, p) {
      for (const [weight, x] of [
        [-8, -128],
        [-8, 127],
        [7, -128],
        [7, 127],
      ]) {
        for (const count of [p.group, t.random.integer(2, 4) * p.group - 2]) {
          const groups = groupsOf(p, count);
          for (const multipliers of [
            Array(groups).fill(65536 - 2 ** p.shift),
            drawn(groups, () => 65535 - t.random.integer(0, 1)),
          ]) {
            const row = { weights: Array(count).fill(weight), input: Array(count).fill(x), multipliers };
            compare(t, p, row, 0, `int4_dot of ${count} times ${weight} * ${x}`);
          }
        }
      }
      for (const x of [-128, 127]) {
        const groups = Math.floor((0.98 * 2 ** 31 * 2 ** p.shift) / (8 * 128 * p.group * 65535));
        const count = groups * p.group;
        const multipliers = drawn(groups, () => 65535 - t.random.integer(0, 9));
        const row = { weights: Array(count).fill(-8), input: Array(count).fill(x), multipliers };
        compare(t, p, row, 0, `int4_dot of ${count} times -8 * ${x}, which nearly fills an int32`);
      }
    },
  },
  {
    id: 'sizes',
    visible: false,
    title: 'Empty rows and rows around the size of a group',
    lesson: 'A count of zero reads nothing, and a row that fills its group exactly has no group after it.',
    points: 0.5,
    run(t, p) {
      for (const count of [
        2,
        p.group - 2,
        p.group,
        p.group + 1,
        p.group + 2,
        2 * p.group - 2,
        2 * p.group,
        2 * p.group + 1,
        3 * p.group,
      ]) {
        const row = { ...rowOf(t, p, count), multipliers: Array(groupsOf(p, count)).fill(3 << p.shift) };
        // The last weight counts, also where it is a group of its own.
        row.weights[count - 1] = t.random.pick([-8, -1, 7]);
        row.input[count - 1] = t.random.pick([-128, -1, 127]);
        compare(t, p, row, 0, `int4_dot of ${count} weights`, 0);
      }
      const nowhere = 0xffffff00;
      t.equal(t.call('int4_dot', nowhere, 0, nowhere, nowhere, 0), 0, 'int4_dot of an empty row');
      t.equal(
        t.call('int4_dot', nowhere, 5, nowhere, nowhere, 0),
        0,
        'int4_dot of an empty row that starts at weight 5',
      );
    },
  },
  {
    id: 'mixed',
    visible: false,
    title: 'Starts, lengths, multipliers and values of every kind, one after the other',
    lesson: 'What holds for each property alone has to hold for all of them together, call after call.',
    points: 1,
    run(t, p) {
      const value = () => t.random.pick([-128, 127, t.random.integer(-128, 127)]);
      for (let i = 0; i < 80; i++) {
        const [first, count] = [t.random.integer(0, 2 * p.group), t.random.integer(1, 3 * p.group + 1)];
        const row = { ...rowOf(t, p, count), input: drawn(count, value) };
        compare(t, p, row, first, `int4_dot of ${count} weights that start at weight ${first}`);
      }
    },
  },
  {
    id: 'large',
    visible: false,
    title: 'Tensors and rows of more than 255 and more than 65,535 weights',
    lesson: 'Indices and counts are uint32_t: 8 or 16 bits do not reach the end of a tensor.',
    points: 0.5,
    run(t, p) {
      for (const length of [more(t), many(t), 2 * many(t)]) {
        const tensor = repeated(weightsOf(t, 251), length);
        const packed = placed(t, pack(t, p, tensor));
        for (const index of [
          length - 1,
          length - 2,
          length - 3,
          t.random.integer(Math.floor(length / 2), length - 1),
        ]) {
          t.equal(t.call('int4_weight', packed, index), tensor[index], `int4_weight(${index})`);
        }
      }
      const starts = [
        [more(t), 9],
        [many(t), p.group + 1],
        [2 * many(t), p.group + 1],
        [2 * many(t) + 1, 2],
      ];
      for (const [first, count] of [...starts, [0, more(t)], [0, many(t)], [1, many(t)], [many(t), many(t)]]) {
        compare(t, p, longRowOf(t, p, count), first, `int4_dot of ${count} weights that start at weight ${first}`, 0);
      }
    },
  },
];
