// The checks: the kernel against plain sums, where vectors end, where 16 bits end, where rows end and where the memory ends.

const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const inputs = (t, p, count) => drawn(count, () => t.random.integer(p.low, p.high));
// Weights that are small enough for two products to fit 16 bits, so that a check depends on what it is about, and weights of every size.
const smallWeights = (t, count) => drawn(count, () => t.random.integer(-64, 63));
const anyWeights = (t, count) => drawn(count, () => t.random.integer(-128, 127));
const noise = (t, count) => drawn(count, () => t.random.integer(0, 255));
const byte = (value) => value & 255;
const more = (t) => 255 + t.random.integer(1, 9);
const many = (t) => 65535 + t.random.integer(1, 9);

// A matrix-vector product in memory: rows at their stride with bytes of no meaning before and between them, and nothing behind the last
// element of the input and of the last row. The sums start from numbers of any size.
function product(t, { input, rows, gap = 0, inputOffset = t.random.integer(0, 15), weightOffset = t.random.integer(0, 15), start = null }) {
  const length = input.length;
  const stride = length + gap;
  const x = t.constant([...noise(t, inputOffset), ...input.map(byte)]);
  const bytes = Uint8Array.from(noise(t, weightOffset + Math.max(0, rows.length * stride - gap)));
  rows.forEach((row, r) => bytes.set(row.map(byte), weightOffset + r * stride));
  const w = t.constant(bytes);
  const before = start ?? rows.map(() => t.random.integer(-(2 ** 29), 2 ** 29));
  const sums = t.buffer(Int32Array.from(before));
  return {
    run: () => t.call('dot_rows', x.address + inputOffset, w.address + weightOffset, stride, length, rows.length, sums.address),
    sums: () => Array.from(sums.int32()),
    expected: (times = 1) => rows.map((row, r) => before[r] + times * row.reduce((sum, weight, i) => sum + weight * input[i], 0)),
  };
}

function compare(t, setup, what) {
  const made = product(t, setup);
  made.run();
  t.deepEqual(made.sums(), made.expected(), what);
}

const matrix = (t, rows, length, weightsOf = smallWeights) => drawn(rows, () => weightsOf(t, length));

export const checks = [
  {
    id: 'small',
    visible: true,
    title: 'Two rows of five elements',
    lesson: 'Before it is quick it is a dot product: one sum for each row.',
    points: 2,
    run(t, p) {
      const input = t.random.shuffle([3, p.isSigned ? -7 : 249, 100, t.random.integer(1, 40), 50]);
      const rows = [t.random.shuffle([1, 2, -3, 4, 5]), t.random.shuffle([-128, 127, 0, -1, t.random.integer(2, 20)])];
      compare(t, { input, rows, start: [0, 0] }, `sums for input ${input}, rows ${rows.join(' and ')}`);
    },
  },
  {
    id: 'four-rows',
    visible: true,
    title: 'Four rows of sixteen elements',
    lesson: 'The input is the same for all rows: load and widen it once.',
    points: 2,
    run(t, p) {
      const input = inputs(t, p, 16);
      const rows = matrix(t, 4, 16);
      compare(t, { input, rows, start: [0, 0, 0, 0] }, `sums for input ${input}, rows ${rows.join(' and ')}`);
    },
  },
  {
    id: 'adds-to-sums',
    visible: true,
    title: 'A second call adds to the sums of the first',
    lesson: 'The caller tiles long rows; a kernel that overwrites loses all tiles but the last.',
    points: 1,
    run(t, p) {
      const start = smallWeights(t, 4).map((x) => 10000 * x + 1);
      const made = product(t, { input: inputs(t, p, 32), rows: matrix(t, 4, 32), start });
      made.run();
      made.run();
      t.deepEqual(made.sums(), made.expected(2), `sums of four rows of 32 elements after two calls, starting from ${start}`);
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
        const setup = { input: inputs(t, p, 32), rows: matrix(t, 4, 32), gap, start: [0, 0, 0, 0] };
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
      const setup = { input: inputs(t, p, p.length), rows: matrix(t, p.rows, p.length, anyWeights), gap: p.stride - p.length };
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
          const rows = [extreme, other, late, anyWeights(t, length)];
          compare(t, { input: Array(length).fill(worst), rows }, `sums of ${length} inputs of ${worst} with weights of ${sign} and others`);
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
      for (const [x, w] of [[101, 99], [101, -99], [p.isSigned ? -101 : 99, -99], [1, 127], [p.low, -128], [p.high, -128], [p.high, 127]]) {
        const length = 4000 + t.random.integer(0, 120);
        const even = Array(length).fill(w);
        const odd = even.map((weight, i) => (i === 5 ? weight ^ 1 : weight));
        const rows = [even, odd, anyWeights(t, length), even];
        compare(t, { input: Array(length).fill(x), rows }, `sums of ${length} inputs of ${x} with weights of ${w}, and with random ones`);
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
        compare(t, { input: inputs(t, p, length), rows: matrix(t, count, length) }, `sums of ${count} rows of ${length} elements`);
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
          const setup = { input: inputs(t, p, length), rows: matrix(t, count, length), gap: t.random.integer(0, 2) };
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
        const setup = { input: inputs(t, p, 32), rows: matrix(t, 4, 32), inputOffset, weightOffset: t.random.integer(0, 15) };
        compare(t, setup, `sums with the input ${inputOffset} and the weights ${setup.weightOffset} bytes beyond a multiple of 16`);
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
      const extreme = (lo, hi) => () => t.random.pick([lo, hi, t.random.integer(lo, hi)]);
      for (let i = 0; i < 80; i++) {
        const [length, count] = [t.random.integer(0, 70), t.random.integer(1, 10)];
        const rows = matrix(t, count, length, (_, size) => drawn(size, extreme(-128, 127)));
        const setup = { input: drawn(length, extreme(p.low, p.high)), rows, gap: t.random.pick([0, 1, 5, 40]) };
        compare(t, setup, `sums of ${count} rows of ${length} elements, ${length + setup.gap} bytes apart`);
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
      for (const [length, count, gap] of [[more(t), 3, 1], [3, more(t), 1], [more(t), more(t), 0], [5, 6, many(t)], [many(t), 5, 0], [1, many(t), 0]]) {
        const setup = { input: inputs(t, p, length), rows: matrix(t, count, length, anyWeights), gap };
        compare(t, setup, `sums of ${count} rows of ${length} elements, ${length + gap} bytes apart`);
      }
      for (const sign of [1, -1]) {
        const rows = matrix(t, 5, 40, () => Array(40).fill(sign));
        const start = drawn(5, () => sign * (2 ** 31 - 1 - 100 * 40 - t.random.integer(0, 9)));
        compare(t, { input: Array(40).fill(100), rows, start }, `sums that start from ${start}`);
      }
    },
  },
];
