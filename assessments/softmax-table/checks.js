// The checks: outputs against the softmax in double precision. Only the checks on accuracy hold outputs to the bound; those on structure
// allow a little more, so that one rounding does not cost them too.

const bound = 0.75;
const structural = 1.3;

function exactRow(p, row) {
  const highest = Math.max(...row);
  const exponentials = row.map((x) => Math.exp(p.scale * (x - highest)));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  return exponentials.map((e) => Math.min(127, Math.max(-128, (256 * e) / sum - 128)));
}

const logits = (t, count, lo, hi) => Array.from({ length: count }, () => t.random.integer(lo, hi));
const rowText = (row) => (row.length > 12 ? `${row.slice(0, 12)}, … (${row.length} classes)` : `${row}`);

// Runs softmax over rows of equal length and holds every output to the tolerance. The input must survive unless it is the output.
function compare(t, p, rows, tolerance, inPlace = false) {
  const values = Int8Array.from(rows.flat());
  const input = t.buffer(values);
  const output = inPlace ? input : t.buffer(values.length);
  t.call('softmax', input.address, output.address, rows.length, rows[0].length);
  const got = output.int8();
  rows.forEach((row, r) => {
    exactRow(p, row).forEach((exact, i) => {
      const value = got[r * row.length + i];
      const what = `row ${r} of ${rows.length}, class ${i} for the logits ${rowText(row)}: got ${value}, exact ${exact.toFixed(3)}`;
      t.ok(Math.abs(value - exact) <= tolerance, `${what}, at most ${tolerance} apart`);
    });
  });
  if (!inPlace) t.deepEqual(Array.from(input.int8()), Array.from(values), 'the input after the call');
}

// One class above as many equal ones as there may be, and how far off it comes out when exponentials have sixteen bits.
function tailRow(p, distance) {
  const others = p.maxClasses - 1;
  const exponential = Math.exp(-p.scale * distance);
  const exact = 256 / (1 + others * exponential) - 128;
  const output = Math.round(256 / (1 + (others * Math.round(exponential * 65536)) / 65536)) - 128;
  return { row: [127, ...Array(others).fill(127 - distance)], exact, errorOf16: Math.abs(output - exact) };
}

export const checks = [
  {
    id: 'two-classes',
    visible: true,
    title: 'Two classes',
    lesson: 'Softmax depends on differences alone, to the base e, and the output has the scale 1/256 and the zero point -128.',
    points: 2,
    run(t, p) {
      for (const difference of [0, 1, 5, 12, 20, 33, 47, 64, 90]) {
        const highest = t.random.integer(20, 37);
        compare(t, p, [[highest, highest - difference]], structural);
      }
    },
  },
  {
    id: 'bound',
    visible: true,
    title: 'Every output is within 0.75 of a step',
    lesson: 'Rounding takes half a step by itself: what is left for the table, the sum and the quotient is a quarter.',
    points: 2.5,
    run(t, p) {
      for (let i = 0; i < 40; i++) compare(t, p, [logits(t, t.random.integer(3, 12), 0, 70)], bound);
    },
  },
  {
    id: 'dominant',
    visible: true,
    title: 'One class takes all',
    lesson: 'A probability of one is 256 steps: one more than there are. Saturate before you convert to int8.',
    points: 1.5,
    run(t, p) {
      compare(t, p, [[t.random.integer(0, 100)]], structural);
      compare(t, p, [[120, -7, -3, -7]], structural);
      compare(t, p, [[-5, -5, 122, -5, -5, -5]], structural);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Single rows of the usual size',
    lesson: 'A classifier gives one row a frame: whatever is prepared in each call is paid in each frame.',
    points: 1,
    run(t, p) {
      for (let i = 0; i < p.rows; i++) compare(t, p, [[60, ...logits(t, p.classes - 1, -40, 60)]], structural);
    },
  },
  {
    id: 'far-apart',
    visible: false,
    title: 'Logits at the ends of int8',
    lesson: 'The difference of two int8 values needs nine bits, and a row may lie as low as int8 goes.',
    points: 2,
    run(t, p) {
      compare(t, p, [[127, -128, 127]], structural);
      for (let i = 0; i < 10; i++) compare(t, p, [[t.random.integer(100, 127), ...logits(t, 9, -128, 127)]], structural);
      for (let i = 0; i < 10; i++) compare(t, p, [[-128, ...logits(t, 2, -128, -118)]], structural);
    },
  },
  {
    id: 'rows',
    visible: false,
    title: 'Rows of different height, also in place',
    lesson: 'Each row has its own maximum and its own sum.',
    points: 1.5,
    run(t, p) {
      const rows = [120, -118, 40, -110, -118, 0].map((top) => [top, ...logits(t, 2, top - 10, top)]);
      compare(t, p, rows, structural);
      compare(t, p, rows, structural, true);
    },
  },
  {
    id: 'flat',
    visible: false,
    title: 'As many equal classes as there may be',
    lesson: 'The sum has to hold the largest number of ones: format and number of classes go together.',
    points: 1.5,
    run(t, p) {
      for (const count of [16, 256, p.maxClasses]) {
        const top = t.random.integer(10, 100);
        compare(t, p, [Array(count).fill(top)], structural);
      }
    },
  },
  {
    id: 'long-tail',
    visible: false,
    title: 'One class above hundreds of unlikely ones',
    lesson: 'A thousand small terms are not small, and a thousand roundings of the same kind add up.',
    points: 2,
    run(t, p) {
      const distances = Array.from({ length: 156 }, (_, i) => i + 100).filter((d) => tailRow(p, d).exact <= 126.5);
      const worst = [...distances].sort((a, b) => tailRow(p, b).errorOf16 - tailRow(p, a).errorOf16).slice(0, 8);
      for (const distance of [...worst, ...distances.filter((d) => d % 20 === 0)]) compare(t, p, [tailRow(p, distance).row], structural);
    },
  },
  {
    id: 'empty',
    visible: false,
    title: 'No rows or no classes',
    lesson: 'A sum over nothing is zero, and nothing may be divided by it.',
    points: 1,
    run(t) {
      const [input, output] = [t.buffer([1, 2, 3, 4]), t.buffer([9, 9, 9, 9])];
      for (const [rows, classes] of [[0, 4], [3, 0], [0, 0]]) {
        t.call('softmax', input.address, output.address, rows, classes);
        t.deepEqual(Array.from(output.bytes()), [9, 9, 9, 9], `the output after ${rows} rows of ${classes} classes`);
      }
    },
  },
];
