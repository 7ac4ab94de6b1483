// The checks: rows are packed nibble by nibble between random neighbours and compared with sums over the unpacked weights. All values
// stay below 2^53, so that plain numbers are exact.

const list = (t, count, lo, hi) => Array.from({ length: count }, () => t.random.integer(lo, hi));
const weightsOf = (t, count) => list(t, count, -8, 7);
const inputOf = (t, count) => list(t, count, -128, 127);
const groupsOf = (p, count) => Math.ceil(count / p.group);

// Multiples of 2^shift, each other than the one before: nothing is left to round, so that only the check on rounding depends on it.
function multipliersOf(t, p, count) {
  const multipliers = [];
  while (multipliers.length < groupsOf(p, count)) {
    const multiplier = t.random.integer(1, 32767 >> p.shift) << p.shift;
    if (multiplier !== multipliers.at(-1)) multipliers.push(multiplier);
  }
  return multipliers;
}

// Bytes of weights in tensor order. An odd last weight shares its byte with a neighbour of any value.
function pack(t, p, weights) {
  const nibbles = weights.length % 2 ? [...weights, t.random.integer(-8, 7)] : weights;
  return Array.from({ length: nibbles.length / 2 }, (_, i) => {
    const [even, odd] = [nibbles[2 * i] & 15, nibbles[2 * i + 1] & 15];
    return p.order === 'low' ? even | (odd << 4) : odd | (even << 4);
  });
}

const rounded = (p, value) => Math.floor((value + 2 ** (p.shift - 1)) / 2 ** p.shift);

function dot(p, { weights, input, multipliers }) {
  const products = multipliers.map((multiplier, g) => {
    const sum = weights.slice(g * p.group, (g + 1) * p.group).reduce((total, w, i) => total + w * input[g * p.group + i], 0);
    return multiplier * sum;
  });
  if (p.rounding === 'group') return products.reduce((total, product) => total + rounded(p, product), 0);
  return rounded(p, products.reduce((total, product) => total + product, 0));
}

// Runs a row that starts at weight `first` of its tensor, with strangers before and after it.
function runDot(t, p, row, first = 0) {
  const tensor = [...weightsOf(t, first), ...row.weights, ...weightsOf(t, 3)];
  const packed = t.buffer(pack(t, p, tensor));
  const multipliers = t.buffer(Uint16Array.from([...row.multipliers, 54321]));
  const input = t.buffer(Int8Array.from([...row.input, 99, -99]));
  return t.call('int4_dot', packed.address, first, multipliers.address, input.address, row.weights.length);
}

const rowOf = (t, p, count) => ({ weights: weightsOf(t, count), input: inputOf(t, count), multipliers: multipliersOf(t, p, count) });

function compare(t, p, row, first, what) {
  t.equal(runDot(t, p, row, first), dot(p, row), what);
}

export const checks = [
  {
    id: 'weights',
    visible: true,
    title: 'int4_weight reads all sixteen values in both halves of a byte',
    lesson: 'A nibble is a signed number of four bits: bring its sign bit to the top before you shift it back.',
    points: 2,
    run(t, p) {
      const values = Array.from({ length: 16 }, (_, i) => i - 8);
      const tensor = [...values, 5, ...values];
      const packed = t.buffer(pack(t, p, tensor));
      const text = Array.from(packed.bytes(), (b) => b.toString(16).padStart(2, '0')).join(' ');
      tensor.forEach((value, i) => t.equal(t.call('int4_weight', packed.address, i), value, `int4_weight(${i}) of the bytes ${text}`));
    },
  },
  {
    id: 'one-group',
    visible: true,
    title: 'A row of one group',
    lesson: 'The sum of a group is an exact int32; it is multiplied and rounded after that.',
    points: 2,
    run(t, p) {
      const [weights, input] = [[7, -8, -3, -1, 4, 6], [100, -128, -7, 127, 90, t.random.integer(0, 127)]];
      const sum = weights.reduce((total, w, i) => total + w * input[i], 0);
      let multiplier;
      do {
        multiplier = t.random.integer(9000, 32000);
      } while (Math.abs(((sum * multiplier) / 2 ** p.shift) % 1 - 0.75) > 0.15);
      const product = `sum ${sum}, ${sum} * ${multiplier} / ${2 ** p.shift} = ${((sum * multiplier) / 2 ** p.shift).toFixed(3)}`;
      compare(t, p, { weights, input, multipliers: [multiplier] }, 0, `int4_dot of weights ${weights}, input ${input} (${product})`);
    },
  },
  {
    id: 'groups',
    visible: true,
    title: 'A row of three groups, the last one short',
    lesson: 'Groups are counted from the start of the row, and a short last group has a multiplier like any other.',
    points: 2,
    run(t, p) {
      const row = rowOf(t, p, 2 * p.group + 10);
      compare(t, p, row, 0, `int4_dot of ${row.weights.length} weights in groups of ${p.group} with the multipliers ${row.multipliers}`);
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
        for (let i = 0; i < 3; i++) compare(t, p, rowOf(t, p, count), 0, `int4_dot of ${count} weights`);
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
      const rows = Array.from({ length: p.rows }, () => ({ ...rowOf(t, p, p.columns), input }));
      const packed = t.buffer(pack(t, p, rows.flatMap((row) => row.weights)));
      const activations = t.buffer(Int8Array.from(input));
      rows.forEach((row, r) => {
        const multipliers = t.buffer(Uint16Array.from(row.multipliers));
        const got = t.call('int4_dot', packed.address, r * p.columns, multipliers.address, activations.address, p.columns);
        t.equal(got, dot(p, row), `int4_dot of row ${r} of ${p.rows}, ${p.columns} weights each, first weight ${r * p.columns}`);
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
          compare(t, p, rowOf(t, p, count), first, `int4_dot of ${count} weights that start at weight ${first}`);
        }
      }
    },
  },
  {
    id: 'rounding',
    visible: false,
    title: 'Ties, negative values and the place of the rounding',
    lesson: 'Division drops the fraction towards zero, a bare shift towards minus infinity, and rounding each group is not rounding the row.',
    points: 2,
    run(t, p) {
      for (const weight of [-3, -1, 1, 3]) {
        for (const x of [-127, -5, -1, 1, 7, 125]) {
          for (const multiplier of [2 ** (p.shift - 1) - 1, 2 ** (p.shift - 1), 2 ** (p.shift - 1) + 1]) {
            compare(t, p, { weights: [weight, 0], input: [x, 1], multipliers: [multiplier] }, 0, `${weight} * ${x} * ${multiplier}`);
          }
        }
      }
      const other = { ...p, rounding: p.rounding === 'row' ? 'group' : 'row' };
      for (let telling = 0, drawn = 0; telling < 6 && drawn < 400; drawn++) {
        const row = { ...rowOf(t, p, 4 * p.group), multipliers: Array(4).fill(t.random.integer(300, 32767)) };
        if (dot(p, row) === dot(other, row)) continue;
        telling += 1;
        compare(t, p, row, 0, 'a row on which the two roundings differ');
      }
    },
  },
  {
    id: 'wide',
    visible: false,
    title: 'The largest sums and multipliers',
    lesson: 'A group sum needs 18 bits and a multiplier 16 without a sign: their product belongs in 64 bits.',
    points: 1.5,
    run(t, p) {
      for (const [weight, x] of [[-8, -128], [-8, 127], [7, -128], [7, 127]]) {
        for (const count of [p.group, 4 * p.group - 2]) {
          const row = { weights: Array(count).fill(weight), input: Array(count).fill(x), multipliers: Array(groupsOf(p, count)).fill(65536 - 2 ** p.shift) };
          compare(t, p, row, 0, `int4_dot of ${count} times ${weight} * ${x}`);
        }
      }
    },
  },
  {
    id: 'sizes',
    visible: false,
    title: 'Empty rows and rows around the size of a group',
    lesson: 'A count of zero reads nothing, and a row that fills its group exactly has no group after it.',
    points: 1,
    run(t, p) {
      const nowhere = 0xffffff00;
      t.equal(t.call('int4_dot', nowhere, 0, nowhere, nowhere, 0), 0, 'int4_dot of an empty row');
      t.equal(t.call('int4_dot', nowhere, 5, nowhere, nowhere, 0), 0, 'int4_dot of an empty row that starts at weight 5');
      for (const count of [2, p.group - 2, p.group, p.group + 2, 2 * p.group - 2, 2 * p.group, 3 * p.group]) {
        const even = { ...rowOf(t, p, count), multipliers: Array(groupsOf(p, count)).fill(3 << p.shift) };
        compare(t, p, even, 0, `int4_dot of ${count} weights`);
      }
    },
  },
];
