// The checks: outputs against the softmax in double precision, each within the bound that the contract gives, in memory that ends where the
// rows end.

// The bound is 0.75; what is beyond it by less than double precision can tell is within.
const bound = 0.75 + 1e-9;

const drawn = (count, draw) => Array.from({ length: count }, (_, i) => draw(i));
const logits = (t, count, lo, hi) => drawn(count, () => t.random.integer(lo, hi));
const rowText = (row) => (row.length > 12 ? `${row.slice(0, 12)}, … (${row.length} classes)` : `${row}`);

function exactRow(p, row) {
  const highest = row.reduce((top, x) => Math.max(top, x), -128);
  const exponentials = row.map((x) => Math.exp(p.scale * (x - highest)));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  return exponentials.map((e) => Math.min(127, Math.max(-128, (256 * e) / sum - 128)));
}

// Runs softmax over rows of equal length, behind up to three bytes that belong to others, and holds every output to the bound.
function compare(t, p, rows, inPlace = false) {
  const before = logits(t, t.random.integer(0, 3), -128, 127);
  const values = Int8Array.from([...before, ...rows.flat()]);
  const output = t.buffer(inPlace ? values : Int8Array.from([...before, ...logits(t, values.length - before.length, -128, 127)]));
  const input = inPlace ? output : t.constant(values);
  t.call('softmax', input.address + before.length, output.address + before.length, rows.length, rows[0].length);
  const got = output.int8();
  t.deepEqual(got.slice(0, before.length), before, 'memory before the output');
  rows.forEach((row, r) => {
    exactRow(p, row).forEach((exact, i) => {
      const value = got[before.length + r * row.length + i];
      if (Math.abs(value - exact) <= bound) return;
      const what = `row ${r} of ${rows.length}, class ${i} for the logits ${rowText(row)}: got ${value}, exact ${exact.toFixed(3)}`;
      t.ok(false, `${what}, at most 0.75 apart`);
    });
  });
}

// One class above as many equal ones as there may be, `distance` below it; undefined where the exact value saturates.
function tailOf(p, distance) {
  const others = p.maxClasses - 1;
  const exponential = Math.exp(-p.scale * distance);
  const outputWith = (e) => 256 / (1 + others * e) - 128;
  const exact = outputWith(exponential);
  if (exact > 126.5) return undefined;
  const errorOf = (bits, toInteger) => Math.abs(Math.round(outputWith(toInteger(exponential * 2 ** bits) / 2 ** bits)) - exact);
  return { row: [127, ...Array(others).fill(127 - distance)], errorOf };
}

// The rows on which exponentials of too few bits, rounded and cut, are furthest off.
function worstTails(p) {
  const tails = drawn(156, (i) => tailOf(p, i + 100)).filter((tail) => tail !== undefined);
  const kinds = [16, 17, 18, 19].flatMap((bits) => [Math.round, Math.floor].map((toInteger) => [bits, toInteger]));
  const worst = kinds.flatMap((kind) => [...tails].sort((a, b) => b.errorOf(...kind) - a.errorOf(...kind)).slice(0, 3));
  return { tails, worst: [...new Set(worst)] };
}

// A row of any height and of one of the shapes that logits have.
function anyRow(t, classes) {
  const top = t.random.integer(-128, 127);
  const low = Math.max(-128, top - t.random.pick([0, 1, 3, 10, 40, 90, 160, 255]));
  const shapes = [
    () => t.random.integer(low, top),
    () => low,
    () => t.random.pick([low, top]),
    (i) => Math.max(low, top - Math.floor(i / 2)),
    () => Math.min(t.random.integer(low, top), t.random.integer(low, top)),
  ];
  const row = drawn(classes, t.random.pick(shapes));
  row[t.random.integer(0, classes - 1)] = top;
  return row;
}

export const checks = [
  {
    id: 'two-classes',
    visible: true,
    title: 'Two classes',
    lesson: 'Softmax depends on differences alone, to the base e, and the output has the scale 1/256 and the zero point -128.',
    points: 2,
    run(t, p) {
      for (const difference of [0, 1, 5, 12, 20, 33, 47, 64, 90, ...logits(t, 8, 1, 110)]) {
        const highest = t.random.integer(-18, 37);
        compare(t, p, [t.random.shuffle([highest, highest - difference])]);
      }
    },
  },
  {
    id: 'bound',
    visible: true,
    title: 'Every output is within 0.75 of a step',
    lesson: 'Rounding takes half a step by itself: what is left for the table, the sum and the quotient is a quarter.',
    points: 2,
    run(t, p) {
      for (let i = 0; i < 40; i++) {
        const lowest = t.random.integer(-128, 57);
        compare(t, p, [logits(t, t.random.pick([t.random.integer(3, 12), p.classes, t.random.integer(13, 60)]), lowest, lowest + 70)]);
      }
    },
  },
  {
    id: 'dominant',
    visible: true,
    title: 'One class takes all',
    lesson: 'A probability of one is 256 steps: one more than there are. Saturate before you convert to int8.',
    points: 1.5,
    run(t, p) {
      compare(t, p, [[t.random.integer(0, 100)]]);
      compare(t, p, [[t.random.integer(-128, -1)]]);
      compare(t, p, [t.random.shuffle([120, -7, -3, -7])]);
      compare(t, p, [t.random.shuffle([122, ...logits(t, 5, -9, -5)])]);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Single rows of the usual size',
    lesson: 'A classifier gives one row a frame: whatever is prepared in each call is paid in each frame.',
    points: 1,
    run(t, p) {
      for (let i = 0; i < p.rows; i++) {
        const lowest = t.random.integer(-128, 27);
        compare(t, p, [[lowest + 100, ...logits(t, p.classes - 1, lowest, lowest + 100)]]);
      }
    },
  },
  {
    id: 'far-apart',
    visible: false,
    title: 'Logits at the ends of int8',
    lesson: 'The difference of two int8 values needs nine bits, and a row may lie as low as int8 goes.',
    points: 1.5,
    run(t, p) {
      compare(t, p, [[127, -128, 127]]);
      for (let i = 0; i < 10; i++) compare(t, p, [[t.random.integer(100, 127), ...logits(t, 9, -128, 127)]]);
      for (let i = 0; i < 10; i++) compare(t, p, [[-128, ...logits(t, 2, -128, -118)]]);
    },
  },
  {
    id: 'rows',
    visible: false,
    title: 'Rows of different height, also in place',
    lesson: 'Each row has its own maximum and its own sum.',
    points: 1.5,
    run(t, p) {
      for (let i = 0; i < 6; i++) {
        const classes = t.random.integer(2, 9);
        const rows = t.random.shuffle([120, -118, 40, -110, -118, 0]).map((top) => [top, ...logits(t, classes - 1, top - 10, top)]);
        compare(t, p, rows);
        compare(t, p, rows, true);
      }
    },
  },
  {
    id: 'flat',
    visible: false,
    title: 'As many equal classes as there may be',
    lesson: 'The sum has to hold the largest number of ones: format and number of classes go together.',
    points: 1.5,
    run(t, p) {
      for (const count of [16, 256, p.maxClasses, t.random.integer(2, p.maxClasses)]) compare(t, p, [Array(count).fill(t.random.integer(-128, 127))]);
    },
  },
  {
    id: 'long-tail',
    visible: false,
    title: 'One class above hundreds of unlikely ones',
    lesson: 'A thousand small terms are not small, and a thousand roundings of the same kind add up.',
    points: 1.5,
    run(t, p) {
      const { tails, worst } = worstTails(p);
      for (const { row } of [...worst, ...drawn(4, () => t.random.pick(tails))]) {
        const place = t.random.integer(0, row.length - 1);
        const lower = t.random.integer(0, 128 + row.at(-1));
        compare(t, p, [[...row.slice(1, place + 1), row[0], ...row.slice(place + 1)].map((x) => x - lower)]);
      }
    },
  },
  {
    id: 'empty',
    visible: false,
    title: 'No rows or no classes',
    lesson: 'A sum over nothing is zero, and nothing may be divided by it.',
    points: 0.5,
    run(t, p) {
      compare(t, p, [anyRow(t, 3)]);
      const bytes = logits(t, 8, 0, 255);
      const output = t.buffer(bytes);
      for (const [rows, classes] of [[0, 4], [3, 0], [0, 0]]) {
        t.call('softmax', output.address, output.address, rows, classes);
        t.deepEqual(Array.from(output.bytes()), bytes, `the output after ${rows} rows of ${classes} classes`);
        t.call('softmax', 0xffffff00, 0xffffff00, rows, classes);
      }
    },
  },
  {
    id: 'mixed',
    visible: false,
    title: 'Rows of every shape, height and number of classes, one after the other',
    lesson: 'The bound holds for every row of int8 logits, whatever its maximum and however many classes it has.',
    points: 1.5,
    run(t, p) {
      for (let i = 0; i < 90; i++) {
        const classes = Math.min(p.maxClasses, Math.floor(2 ** t.random.real(0, 10)));
        const count = classes < 60 ? t.random.integer(1, 4) : 1;
        compare(t, p, drawn(count, () => anyRow(t, classes)), t.random.pick([true, false]));
      }
    },
  },
  {
    id: 'large',
    visible: false,
    title: 'More than 255 and more than 65,535 rows and logits',
    lesson: 'Sizes are uint32_t: a counter of 8 or 16 bits never reaches the last row.',
    points: 0.5,
    run(t, p) {
      const kinds = drawn(251, () => anyRow(t, 3));
      const rowsOf = (count, classes) => drawn(count, (i) => (classes === 3 ? kinds[i % 251] : [kinds[i % 251][0]]));
      compare(t, p, rowsOf(256 + t.random.integer(1, 99), 3));
      compare(t, p, rowsOf(65536 + t.random.integer(1, 9), 1));
      compare(t, p, drawn(Math.ceil(65600 / p.maxClasses), () => anyRow(t, p.maxClasses)));
    },
  },
];
