// The checks: the kernel against plain sums, where vectors end, where 16 bits end and where rows end.

const inputs = (t, p, count) => Array.from({ length: count }, () => t.random.integer(p.low, p.high));
// Random weights are small enough for two products to fit 16 bits; the check of pairs alone has larger ones.
const weightsOf = (t, count) => Array.from({ length: count }, () => t.random.integer(-64, 63));
const byte = (value) => value & 255;

// A matrix-vector product in memory: rows at their stride, and bytes of no meaning before, between and behind everything.
function product(t, { input, rows, gap = 0, inputOffset = 0, weightOffset = 0, start = null }) {
  const length = input.length;
  const stride = length + gap;
  const noise = (count) => Array.from({ length: count }, () => t.random.integer(0, 255));
  const x = t.buffer([...noise(inputOffset), ...input.map(byte), ...noise(17)]);
  const w = t.buffer([...noise(weightOffset), ...rows.flatMap((row) => [...row.map(byte), ...noise(gap)]), ...noise(17)]);
  const before = start ?? rows.map(() => 0);
  const sums = t.buffer(Int32Array.from(before));
  const [bytesOfX, bytesOfW] = [Array.from(x.bytes()), Array.from(w.bytes())];
  return {
    run: () => t.call('dot_rows', x.address + inputOffset, w.address + weightOffset, stride, length, rows.length, sums.address),
    sums: () => Array.from(sums.int32()),
    expected: (times = 1) => rows.map((row, r) => before[r] + times * row.reduce((sum, weight, i) => sum + weight * input[i], 0)),
    isUntouched: () => x.bytes().every((b, i) => b === bytesOfX[i]) && w.bytes().every((b, i) => b === bytesOfW[i]),
  };
}

function compare(t, setup, what) {
  const made = product(t, setup);
  made.run();
  t.deepEqual(made.sums(), made.expected(), what);
  t.ok(made.isUntouched(), `the input and the weights are left as they are (${what})`);
}

const matrix = (t, rows, length) => Array.from({ length: rows }, () => weightsOf(t, length));

export const checks = [
  {
    id: 'small',
    visible: true,
    title: 'Two rows of five elements',
    lesson: 'Before it is quick it is a dot product: one sum for each row.',
    points: 2,
    run(t, p) {
      const input = [3, p.isSigned ? -7 : 249, 100, 1, 50];
      const rows = [
        [1, 2, -3, 4, 5],
        [-128, 127, 0, -1, 9],
      ];
      compare(t, { input, rows }, `sums for input ${input}, rows ${rows.join(' and ')}`);
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
      compare(t, { input, rows }, `sums for input ${input}, rows ${rows.join(' and ')}`);
    },
  },
  {
    id: 'adds-to-sums',
    visible: true,
    title: 'A second call adds to the sums of the first',
    lesson: 'The caller tiles long rows; a kernel that overwrites loses all tiles but the last.',
    points: 1,
    run(t, p) {
      const start = weightsOf(t, 4).map((x) => 10000 * x);
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
        compare(t, { input: inputs(t, p, 32), rows: matrix(t, 4, 32), gap }, `sums of four rows of 32 elements, ${32 + gap} bytes apart`);
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
      const setup = { input: inputs(t, p, p.length), rows: matrix(t, p.rows, p.length), gap: p.stride - p.length };
      compare(t, setup, `sums of ${p.rows} rows of ${p.length} elements`);
    },
  },
  {
    id: 'pair-overflow',
    visible: false,
    title: 'Pairs of products that 16 bits do not hold',
    lesson: 'Two times -128 times -128 is 32768: widen to 32 bits before the first addition, and never saturate.',
    points: 2.5,
    run(t, p) {
      const worst = p.isSigned ? p.low : p.high;
      for (const length of [8, 16, 32, 48, 64]) {
        for (const sign of [-128, 127]) {
          const extreme = Array(length).fill(sign);
          const other = extreme.map((w, i) => (i % 2 ? w : -1 - w));
          const late = extreme.map((w, i) => (i % 16 < 8 ? 0 : w));
          const rows = [extreme, other, late, weightsOf(t, length)];
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
      for (const [x, w] of [[101, 99], [101, -99], [p.isSigned ? -101 : 99, -99], [1, 127]]) {
        const length = 4000 + 16 * t.random.integer(0, 7);
        const even = Array(length).fill(w);
        const odd = even.map((weight, i) => (i === 5 ? weight ^ 1 : weight));
        compare(t, { input: Array(length).fill(x), rows: [even, odd, weightsOf(t, length), even] }, `sums of ${length} inputs of ${x} with weights of ${w}, and with random ones`);
      }
    },
  },
  {
    id: 'every-length',
    visible: false,
    title: 'Every length from 0 to 49',
    lesson: 'A tail is read element by element or masked; the bytes behind it belong to others.',
    points: 2,
    run(t, p) {
      for (let length = 0; length < 50; length++) {
        compare(t, { input: inputs(t, p, length), rows: matrix(t, 4, length) }, `sums of four rows of ${length} elements`);
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
      for (let count = 0; count < 12; count++) {
        compare(t, { input: inputs(t, p, 32), rows: matrix(t, count, 32) }, `sums of ${count} rows of 32 elements`);
      }
    },
  },
  {
    id: 'any-address',
    visible: false,
    title: 'Inputs and weights at every address',
    lesson: 'int8 data has no alignment: a vector load takes any address, a mask on the address loses bytes.',
    points: 1,
    run(t, p) {
      for (let inputOffset = 0; inputOffset < 16; inputOffset++) {
        const setup = { input: inputs(t, p, 32), rows: matrix(t, 4, 32), inputOffset, weightOffset: t.random.integer(0, 15) };
        compare(t, setup, `sums with the input ${inputOffset} and the weights ${setup.weightOffset} bytes beyond a multiple of 16`);
      }
    },
  },
];
