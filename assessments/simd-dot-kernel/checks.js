// The checks: the kernel against plain sums, where vectors end, where 16 bits end, where rows end and where the memory
// ends.

const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const more = (t) => 257 + t.random.integer(1, 9);
const many = (t) => 65535 + t.random.integer(1, 9);

// Any number of values of int8: a linear congruential generator (Numerical Recipes) takes over from a drawn number.
function bulk(t, count) {
  const values = new Int8Array(count);
  let state = t.random.integer(0, 2 ** 31 - 1);
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    values[i] = state >> 24;
  }
  return values;
}

const inputs = (t, p, count) => Int16Array.from(bulk(t, count), (x) => (p.isSigned ? x : x & 255));
// Weights that are small enough for two products to fit 16 bits, so that a check depends on what it is about.
const smallWeights = (t, count) => bulk(t, count).map((w) => w >> 1);

// The rows of a matrix, one behind the other.
const matrix = (lists) => Int8Array.from(lists.flatMap((list) => Array.from(list)));
const rowOf = (weights, length, r) => weights.subarray(r * length, (r + 1) * length);

// A matrix-vector product in memory: rows at their stride with bytes of no meaning before and between them, and nothing
// behind the last element of the input and of the last row. The sums start from numbers of any size.
function product(t, { input, weights, rows, gap = 0, start = null, ...offsets }) {
  const { inputOffset = t.random.integer(0, 15), weightOffset = t.random.integer(0, 15) } = offsets;
  const length = input.length;
  const stride = length + gap;
  const x = bulk(t, inputOffset + length);
  x.set(input, inputOffset);
  const w = bulk(t, weightOffset + Math.max(0, rows * stride - gap));
  for (let r = 0; r < rows; r++) w.set(rowOf(weights, length, r), weightOffset + r * stride);
  const [inputAt, weightsAt] = [t.constant(x).address + inputOffset, t.constant(w).address + weightOffset];
  const before = Int32Array.from(start ?? bulk(t, rows), (value, r) => (start ? value : value * 4194301 + r));
  const sums = t.buffer(before);
  return {
    run: () => t.call('dot_rows', inputAt, weightsAt, stride, length, rows, sums.address),
    sums: () => sums.int32(),
    expected: (times = 1) => {
      const wanted = Int32Array.from(before);
      for (let r = 0; r < rows; r++) {
        let sum = 0;
        for (let i = 0; i < length; i++) sum += input[i] * weights[r * length + i];
        wanted[r] += times * sum;
      }
      return wanted;
    },
  };
}

function compare(t, setup, what) {
  const made = product(t, setup);
  made.run();
  t.deepEqual(made.sums(), made.expected(), what);
}

// So many rows of small weights.
function setupOf(t, p, length, rows) {
  return { input: inputs(t, p, length), weights: smallWeights(t, rows * length), rows };
}

// As many values as asked for: the lowest, the highest and those between, a third of each.
function extremes(t, lo, hi, count) {
  const between = bulk(t, count);
  return Int16Array.from(bulk(t, count), (kind, i) =>
    kind < -43 ? lo : kind > 42 ? hi : lo < 0 ? between[i] : between[i] & 255,
  );
}

export const checks = [
  {
    id: 'small',
    visible: true,
    title: 'Two rows of five elements',
    lesson: 'Before it is quick it is a dot product: one sum for each row.',
    points: 2,
    run(t, p) {
      const input = t.random.shuffle([3, p.isSigned ? -7 : 249, 100, t.random.integer(1, 40), 50]);
      const lists = [t.random.shuffle([1, 2, -3, 4, 5]), t.random.shuffle([-128, 127, 0, -1, t.random.integer(2, 20)])];
      const setup = { input, weights: matrix(lists), rows: 2, start: [0, 0] };
      compare(t, setup, `sums for input ${input}, rows ${lists.join(' and ')}`);
    },
  },
  {
    id: 'four-rows',
    visible: true,
    title: 'Four rows of sixteen elements',
    lesson: 'The input is the same for all rows: load and widen it once.',
    points: 2,
    run(t, p) {
      const setup = { ...setupOf(t, p, 16, 4), start: [0, 0, 0, 0] };
      const rows = drawn(4, (r) => rowOf(setup.weights, 16, r));
      compare(t, setup, `sums for input ${setup.input}, rows ${rows.join(' and ')}`);
    },
  },
  {
    id: 'adds-to-sums',
    visible: true,
    title: 'A second call adds to the sums of the first',
    lesson: 'The caller tiles long rows; a kernel that overwrites loses all tiles but the last.',
    points: 1,
    run(t, p) {
      const start = drawn(4, () => 10000 * t.random.integer(-64, 63) + 1);
      const made = product(t, { ...setupOf(t, p, 32, 4), start });
      made.run();
      made.run();
      const what = `sums of four rows of 32 elements after two calls, starting from ${start}`;
      t.deepEqual(made.sums(), made.expected(2), what);
    },
  },
  {
    id: 'stride',
    visible: true,
    title: 'Rows that lie apart',
    lesson: 'A tile is a part of a larger matrix: its rows do not follow each other.',
    points: 1,
    run(t, p) {
      for (const gap of [1, 3, 16, p.stride - p.length]) {
        const setup = { ...setupOf(t, p, 32, 4), gap, start: [0, 0, 0, 0] };
        compare(t, setup, `sums of four rows of 32 elements, ${32 + gap} bytes apart`);
      }
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'The usual size',
    lesson: 'Count what one instruction serves: sixteen bytes loaded, eight products, four rows for one input.',
    points: 1,
    run(t, p) {
      const weights = bulk(t, p.rows * p.length);
      const setup = { input: inputs(t, p, p.length), weights, rows: p.rows, gap: p.stride - p.length };
      compare(t, setup, `sums of ${p.rows} rows of ${p.length} elements`);
    },
  },
  {
    id: 'pair-overflow',
    visible: false,
    title: 'Pairs of products that 16 bits do not hold',
    lesson: 'Two times -128 times -128 is 32768: widen to 32 bits before the first addition, and never saturate.',
    points: 2,
    run(t, p) {
      const worst = p.isSigned ? p.low : p.high;
      for (const length of [8, 16, 32, 48, 64, 2 * t.random.integer(1, 40)]) {
        for (const sign of [-128, 127]) {
          const extreme = Array(length).fill(sign);
          const other = extreme.map((w, i) => (i % 2 ? w : -1 - w));
          const late = extreme.map((w, i) => (i % 16 < 8 ? 0 : w));
          const setup = { weights: matrix([extreme, other, late, bulk(t, length)]), rows: 4 };
          const what = `sums of ${length} inputs of ${worst} with weights of ${sign} and others`;
          compare(t, { ...setup, input: Array(length).fill(worst) }, what);
        }
      }
    },
  },
  {
    id: 'long-rows',
    visible: false,
    title: 'Rows of thousands of elements',
    lesson: 'A lane of 16 bits is full after one or two products; a lane of 32 bits lasts for any layer.',
    points: 1.5,
    run(t, p) {
      const mild = [
        [101, 99],
        [101, -99],
        [p.isSigned ? -101 : 99, -99],
        [1, 127],
      ];
      for (const [x, w] of [...mild, [p.low, -128], [p.high, -128], [p.high, 127]]) {
        const length = 4000 + t.random.integer(0, 120);
        const even = new Int8Array(length).fill(w);
        const weights = new Int8Array(4 * length);
        [even, even, bulk(t, length), even].forEach((row, r) => weights.set(row, r * length));
        weights[length + 5] ^= 1;
        const setup = { input: new Int16Array(length).fill(x), weights, rows: 4 };
        compare(t, setup, `sums of ${length} inputs of ${x} with weights of ${w}, and with random ones`);
      }
    },
  },
  {
    id: 'every-length',
    visible: false,
    title: 'Every length from 0 to 49',
    lesson: 'A tail is read element by element or masked; the bytes behind it belong to others.',
    points: 1.5,
    run(t, p) {
      for (let length = 0; length < 50; length++) {
        const count = t.random.integer(1, 5);
        compare(t, setupOf(t, p, length, count), `sums of ${count} rows of ${length} elements`);
      }
    },
  },
  {
    id: 'every-row-count',
    visible: false,
    title: 'Every number of rows from 0 to 11',
    lesson: 'The last group may have one row, and sums that do not exist must not be written.',
    points: 1,
    run(t, p) {
      for (const length of [32, t.random.integer(1, 15)]) {
        for (let count = 0; count < 12; count++) {
          const setup = { ...setupOf(t, p, length, count), gap: t.random.integer(0, 2) };
          compare(t, setup, `sums of ${count} rows of ${length} elements`);
        }
      }
    },
  },
  {
    id: 'any-address',
    visible: false,
    title: 'Inputs and weights at every address',
    lesson: 'int8 data has no alignment: a vector load takes any address, a mask on the address loses bytes.',
    points: 0.5,
    run(t, p) {
      for (let inputOffset = 0; inputOffset < 16; inputOffset++) {
        const weightOffset = t.random.integer(0, 15);
        const what = `sums with the input ${inputOffset} and the weights ${weightOffset} bytes beyond a multiple of 16`;
        compare(t, { ...setupOf(t, p, 32, 4), inputOffset, weightOffset }, what);
      }
    },
  },
  {
    id: 'mixed',
    visible: false,
    title: 'Lengths, row counts, strides and values of every kind, one after the other',
    lesson: 'What holds for each property alone has to hold for all of them together, call after call.',
    points: 1,
    run(t, p) {
      for (let i = 0; i < 80; i++) {
        const [length, rows] = [t.random.integer(0, 70), t.random.integer(1, 10)];
        const weights = Int8Array.from(extremes(t, -128, 127, rows * length));
        const setup = { input: extremes(t, p.low, p.high, length), weights, rows, gap: t.random.pick([0, 1, 5, 40]) };
        compare(t, setup, `sums of ${rows} rows of ${length} elements, ${length + setup.gap} bytes apart`);
      }
    },
  },
  {
    id: 'large',
    visible: false,
    title: 'More than 255 and more than 65,535 elements, rows and bytes between rows, and sums at the ends of int32',
    lesson: 'Sizes are uint32_t: a counter of 8 or 16 bits never reaches the end of a long row.',
    points: 0.5,
    run(t, p) {
      const over255 = [
        [more(t), 3, 1],
        [3, more(t), 1],
        [more(t), more(t), 0],
      ];
      const over65535 = [
        [5, 5, many(t)],
        [many(t), 3, 0],
        [1, many(t), 0],
      ];
      for (const [length, rows, gap] of [...over255, ...over65535]) {
        const setup = { input: inputs(t, p, length), weights: bulk(t, rows * length), rows, gap };
        compare(t, setup, `sums of ${rows} rows of ${length} elements, ${length + gap} bytes apart`);
      }
      for (const sign of [1, -1]) {
        const start = drawn(5, () => sign * (2 ** 31 - 1 - 100 * 40 - t.random.integer(0, 9)));
        const setup = { input: Array(40).fill(100), weights: new Int8Array(200).fill(sign), rows: 5, start };
        compare(t, setup, `sums that start from ${start}`);
      }
    },
  },
];
