// The checks: outputs against the softmax in double precision, each within the bound that the contract gives, in memory
// that ends where the rows end.

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

// `count` bytes behind those before: the values, over and over.
function memoryOf(before, values, count) {
  const memory = new Int8Array(before.length + count);
  memory.set(before);
  for (let from = 0; from < count; from += values.length)
    memory.set(values.slice(0, count - from), before.length + from);
  return memory;
}

// Runs softmax over rows of equal length, behind up to three bytes that belong to others, and holds every output to the
// bound. Where `rows` is more than there are, they repeat themselves.
function compare(t, p, kinds, { inPlace = false, rows = kinds.length } = {}) {
  const classes = kinds[0].length;
  const count = rows * classes;
  const before = logits(t, t.random.integer(0, 3), -128, 127);
  const values = memoryOf(before, kinds.flat(), count);
  const output = t.buffer(inPlace ? values : memoryOf(before, logits(t, Math.min(count, 251), -128, 127), count));
  const input = inPlace ? output : t.constant(values);
  t.call('softmax', input.address + before.length, output.address + before.length, rows, classes);
  const got = output.int8();
  t.deepEqual(got.slice(0, before.length), before, 'memory before the output');
  const exact = kinds.flatMap((row) => exactRow(p, row));
  for (let i = 0, at = 0; i < count; i++, at = at + 1 === exact.length ? 0 : at + 1) {
    const value = got[before.length + i];
    if (Math.abs(value - exact[at]) <= bound) continue;
    const row = rowText(kinds[Math.floor(at / classes)]);
    const where = `row ${Math.floor(i / classes)} of ${rows}, class ${i % classes} for the logits ${row}`;
    t.ok(false, `${where}: got ${value}, exact ${exact[at].toFixed(3)}, at most 0.75 apart`);
  }
}

// A row of one highest class, one `second` steps and all others `distance` steps below it, on which exponentials of so
// many bits, cut after `offset` was added, go wrong: they move the highest output by much, from a place from which
// little more leaves the bound.
function tailOf(p, exponentials, bits, offset) {
  const short = exponentials.map((e) => Math.floor(e * 2 ** bits + offset) / 2 ** bits);
  const others = p.maxClasses - 2;
  const moved = (distance) =>
    Math.abs(short[distance] - exponentials[distance]) / (1 + others * exponentials[distance]) ** 2;
  const distances = drawn(156, (i) => i + 100).sort((a, b) => moved(b) - moved(a));
  let best = { distance: 255, second: 255, excess: -1 };
  for (const distance of distances.slice(0, 3)) {
    for (let second = 1; second < 256; second++) {
      const exact = 256 / (1 + exponentials[second] + others * exponentials[distance]);
      const shift = (256 * short[0]) / (short[0] + short[second] + others * short[distance]) - exact;
      const fraction = exact - Math.floor(exact);
      const gap = shift > 0 ? 0.25 - fraction : fraction - 0.75;
      const excess = Math.abs(shift) - gap;
      if (exact < 255 && gap > 0 && excess > best.excess) best = { distance, second, excess };
    }
  }
  return best;
}

function worstTails(p) {
  const exponentials = drawn(256, (distance) => Math.exp(-p.scale * distance));
  return [16, 17, 18, 19, 20].flatMap((bits) =>
    [0, 0.25, 0.5, 0.75, 1].map((offset) => tailOf(p, exponentials, bits, offset)),
  );
}

// The change of an exact output that makes the nearest integer to it leave the bound.
function slackOf(exact) {
  const fraction = exact - Math.floor(exact);
  const below = Math.min(fraction, 1 - fraction);
  return below < 0.25 ? 0.5 - below : 0.5 + below;
}

// A row of equal high and equal low logits at a distance whose outputs leave the bound at the smallest relative error
// of the low exponential, of two dozen such rows.
function tellingRow(t, p, distance) {
  const e = Math.exp(-p.scale * distance);
  const rows = drawn(24, () => {
    const high = t.random.integer(1, 3);
    const low = Math.min(p.maxClasses - high, Math.ceil((high / e) * 2 ** t.random.real(-1.5, 1.5)));
    const sum = high + low * e;
    const errors = [
      [256 / sum, (256 * low * e) / sum ** 2],
      [(256 * e) / sum, (256 * e * high) / sum ** 2],
    ].map(([exact, slope]) => (exact > 255 ? 1 : slackOf(exact) / slope));
    return { high, low, error: Math.min(...errors) };
  });
  const { high, low } = rows.reduce((best, row) => (row.error < best.error ? row : best));
  const top = t.random.integer(distance - 128, 127);
  const row = Array(high + low).fill(top - distance);
  const first = t.random.integer(0, row.length - 1);
  for (let i = 0; i < high; i++) row[(first + i) % row.length] = top;
  return row;
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
    lesson:
      'Softmax depends on differences alone, to the base e; the output has scale 1/256 and zero point -128.',
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
        compare(t, p, [
          logits(t, t.random.pick([t.random.integer(3, 12), p.classes, t.random.integer(13, 60)]), lowest, lowest + 70),
        ]);
      }
      for (let distance = 1; distance < 256; distance += distance < 140 ? 1 : t.random.integer(1, 30)) {
        compare(t, p, [tellingRow(t, p, distance)]);
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
        const rows = t.random
          .shuffle([120, -118, 40, -110, -118, 0])
          .map((top) => [top, ...logits(t, classes - 1, top - 10, top)]);
        compare(t, p, rows);
        compare(t, p, rows, { inPlace: true });
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
      for (const count of [16, 256, p.maxClasses, t.random.integer(2, p.maxClasses)])
        compare(t, p, [Array(count).fill(t.random.integer(-128, 127))]);
    },
  },
  {
    id: 'long-tail',
    visible: false,
    title: 'One class above hundreds of unlikely ones',
    lesson: 'A thousand small terms are not small, and a thousand roundings of the same kind add up.',
    points: 1.5,
    run(t, p) {
      const any = drawn(4, () => ({ distance: t.random.integer(100, 255), second: t.random.integer(1, 255) }));
      for (const { distance, second } of [...worstTails(p), ...any]) {
        const top = t.random.integer(Math.max(distance, second) - 128, 127);
        const row = Array(p.maxClasses).fill(top - distance);
        const place = t.random.integer(0, row.length - 1);
        row[place] = top;
        row[(place + t.random.integer(1, row.length - 1)) % row.length] = top - second;
        compare(t, p, [row]);
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
      for (const [rows, classes] of [
        [0, 4],
        [3, 0],
        [0, 0],
      ]) {
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
        compare(
          t,
          p,
          drawn(count, () => anyRow(t, classes)),
          { inPlace: t.random.pick([true, false]) },
        );
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
      const kindsOf = (count, classes) => drawn(count, () => anyRow(t, classes));
      compare(t, p, kindsOf(251, 3), { rows: 256 + t.random.integer(1, 99) });
      compare(t, p, kindsOf(251, 2), { rows: 65536 + t.random.integer(1, 9), inPlace: t.random.pick([true, false]) });
      compare(t, p, kindsOf(7, p.maxClasses), { rows: Math.ceil(65600 / p.maxClasses) + 1 });
    },
  },
];
