// The checks: frames of boxes go in and the kept indexes are compared with a model that sorts a list and divides nothing: it counts in
// exact integers (all below 2^53), and asks of every box whether any kept one stands in its way.

const box = (left, top, width, height, score, label = 0) => ({ left, top, right: left + width, bottom: top + height, score, label });
const show = (b, i) => `${i}: ${b.left},${b.top} to ${b.right},${b.bottom} label ${b.label} score ${b.score}`;

const span = (a0, a1, b0, b1) => Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
const area = (b) => (b.right - b.left) * (b.bottom - b.top);

function clashes(p, a, b) {
  if (a.label !== b.label) return false;
  const common = span(a.left, a.right, b.left, b.right) * span(a.top, a.bottom, b.top, b.bottom);
  return common * 100 > (area(a) + area(b) - common) * p.numerator;
}

function model(p, boxes) {
  const counting = boxes.map((b, index) => ({ ...b, index })).filter((b) => b.score >= p.scoreMin && b.right > b.left && b.bottom > b.top);
  counting.sort((a, b) => b.score - a.score || a.index - b.index);
  const kept = [];
  for (const candidate of counting) if (kept.length < p.mostKept && !kept.some((k) => clashes(p, k, candidate))) kept.push(candidate);
  return kept.map((b) => b.index);
}

function bytesOf(boxes) {
  const view = new DataView(new ArrayBuffer(boxes.length * 10));
  boxes.forEach((b, i) => {
    [b.left, b.top, b.right, b.bottom].forEach((value, j) => view.setInt16(10 * i + 2 * j, value, true));
    view.setUint8(10 * i + 8, b.label);
    view.setInt8(10 * i + 9, b.score);
  });
  return new Uint8Array(view.buffer);
}

// Memory with something in it, as a frame before left it.
function used(t, bytes) {
  const pattern = Array.from({ length: 23 }, () => t.random.integer(0, 255));
  return t.buffer(Uint8Array.from({ length: bytes }, (_, i) => pattern[i % pattern.length]));
}

// Room for a frame and what is made of it.
const roomFor = (t, p, boxes) => ({ memory: t.constant(bytesOf(boxes)), scratch: used(t, 4 * p.mostBoxes), kept: used(t, 2 * p.mostKept) });

// Runs nms on a frame and compares the indexes.
function expectKept(t, p, boxes, what, { memory, scratch, kept } = roomFor(t, p, boxes)) {
  const found = Number(t.call('nms', memory.address, boxes.length, scratch.address, kept.address)) >>> 0;
  const frame = boxes.length <= 6 ? ` of the boxes ${boxes.map(show).join('; ')}` : '';
  t.ok(found <= p.mostKept, `at most ${p.mostKept} boxes are kept, ${what} (got ${found})`);
  t.deepEqual(Array.from(kept.int16()).slice(0, found), model(p, boxes), `kept indexes, ${what}${frame}`);
}

// Different values from a range, in random order.
const different = (t, count, lo, hi) => t.random.shuffle(Array.from({ length: hi - lo + 1 }, (_, i) => lo + i)).slice(0, count);

const labelsOf = (t, p) => different(t, p.classes, 0, 255);

// Boxes on a grid, far from each other.
function apart(t, p, count, scoreAt) {
  const side = p.unitsPerPixel * 12;
  const labels = labelsOf(t, p);
  return Array.from({ length: count }, (_, i) => box((i % 24) * 2 * side, Math.floor(i / 24) * 2 * side, side, side + t.random.integer(0, 9), scoreAt(i), t.random.pick(labels)));
}

// A frame of one class: objects anywhere, and around each of them boxes that differ from it by up to a sixth of its size. No two scores are equal.
function scene(t, p, count, objects) {
  const scores = different(t, count, p.scoreMin - 10, 127).map((score) => (score === p.scoreMin ? p.scoreMin - 1 : score));
  const u = p.unitsPerPixel;
  const label = t.random.integer(0, 255);
  const centres = Array.from({ length: objects }, () => {
    const [width, height] = [t.random.integer(20, 120) * u, t.random.integer(20, 120) * u];
    return { left: t.random.integer(0, p.width * u - width), top: t.random.integer(0, p.height * u - height), width, height };
  });
  return scores.map((score) => {
    const c = t.random.pick(centres);
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / 6);
    const [width, height] = [c.width + jitter(c.width), c.height + jitter(c.height)];
    return box(c.left + jitter(c.width), c.top + jitter(c.height), width, height, score, label);
  });
}

// A frame of objects far apart with crowds of boxes around them: each crowd leaves its best box, whatever happens elsewhere.
function crowds(t, p, count, objects, scoreOf) {
  const cell = p.unitsPerPixel * 90;
  const labels = labelsOf(t, p);
  const sizes = Array.from({ length: objects }, () => ({ width: t.random.integer(20, 80) * p.unitsPerPixel, height: t.random.integer(20, 80) * p.unitsPerPixel, label: t.random.pick(labels) }));
  return Array.from({ length: count }, () => {
    const at = t.random.integer(0, objects - 1);
    const { width, height, label } = sizes[at];
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / 40);
    return box((at % 10) * cell + jitter(width), Math.floor(at / 10) * cell + jitter(height), width + jitter(width), height + jitter(height), scoreOf(), label);
  });
}

const within = (value) => Math.min(32767, Math.max(-32768, value));

// A box that covers exactly the threshold of `b`, or a column more or less.
function mate(t, p, b) {
  const width = Math.round(((b.right - b.left) * p.numerator) / 100) + t.random.integer(-1, 1);
  return { ...b, right: within(b.left + width) };
}

// Everything at once: several classes, equal scores, scores that do not count, boxes without area, copies, boxes at the threshold, of all sizes and anywhere.
function mixed(t, p, count) {
  const labels = labelsOf(t, p);
  const scores = t.random.pick([
    () => t.random.integer(-128, 127),
    () => t.random.integer(p.scoreMin - 2, p.scoreMin + 2),
    () => t.random.pick([p.scoreMin, 0, 126, 127]),
  ]);
  const objects = Array.from({ length: Math.max(1, Math.floor(count / t.random.integer(2, 9))) }, () => {
    const [width, height] = [0, 0].map(() => t.random.pick([t.random.integer(1, 40), 100 * t.random.integer(1, 20), t.random.integer(1, 60000)]));
    return box(t.random.integer(-32768, 32767 - width), t.random.integer(-32768, 32767 - height), width, height, 0, t.random.pick(labels));
  });
  const frame = [];
  for (let i = 0; i < count; i++) {
    const base = t.random.pick(objects);
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / t.random.pick([5, 20]));
    const [width, height] = [base.right - base.left, base.bottom - base.top];
    const near = { left: within(base.left + jitter(width)), top: within(base.top + jitter(height)), right: within(base.right + jitter(width)), bottom: within(base.bottom + jitter(height)) };
    const kind = t.random.integer(0, 19);
    const before = frame.length > 0 ? t.random.pick(frame) : base;
    const shape = kind === 0 ? { ...near, right: near.left } : kind === 1 ? { ...near, top: near.bottom, bottom: near.top } : kind < 4 ? before : kind < 7 ? mate(t, p, before) : kind < 10 ? base : near;
    frame.push({ ...shape, score: scores(), label: kind < 18 ? base.label : t.random.pick(labels) });
  }
  return frame;
}

// Large boxes and the widths of boxes in them, one row shorter, that pass the threshold by less than a float can tell.
function nearest(p, from) {
  const found = [];
  for (let i = 0; i < 20000; i++) {
    const [width, height] = [from - Math.floor(i / 100), from - (i % 100)];
    const inner = Math.floor((p.numerator * width * height) / (100 * (height - 1))) + 1;
    found.push([width, height, inner, 100 * inner * (height - 1) - p.numerator * width * height]);
  }
  return found.filter(([, , , excess]) => excess > 0).sort((a, b) => a[3] - b[3]).slice(0, 4);
}

// Equal boxes, one beside the other, of which the overlap is exactly the threshold when `extra` is 0, and neither is inside the other.
function beside(t, p, unit, size, extra, isFlat) {
  const [width, shift] = [(100 + p.numerator) * unit, (100 - p.numerator) * unit + extra];
  const [x, y] = [t.random.integer(-32768, 32767 - width - shift), t.random.integer(-32768, 32767 - size)];
  const place = (from, score) => (isFlat ? box(y, from, size, width, score) : box(from, y, width, size, score));
  return t.random.shuffle([place(x, 9), place(x + shift, 8)]);
}

export const checks = [
  {
    id: 'by-score',
    visible: true,
    title: 'Boxes apart from each other are kept by falling score',
    lesson: 'A quantised score is signed, and one that equals the lowest score still counts.',
    points: 1.5,
    run(t, p) {
      const scores = t.random.shuffle([127, t.random.integer(60, 126), t.random.integer(1, 59), 0, -1, p.scoreMin + 3, p.scoreMin + 1, p.scoreMin, p.scoreMin - 1, -128]);
      expectKept(t, p, apart(t, p, scores.length, (i) => scores[i]), `with scores ${scores}`);
      expectKept(t, p, apart(t, p, 1, () => p.scoreMin), 'of one box with the lowest score that counts');
      const all = different(t, 256, -128, 127);
      for (let i = 0; i < 256; i += 32) expectKept(t, p, apart(t, p, 32, (k) => all[i + k]), `with scores ${all.slice(i, i + 32)}`);
    },
  },
  {
    id: 'suppresses',
    visible: true,
    title: 'Of boxes that overlap too much the best one stays, class by class',
    lesson: 'A person in front of a car is no duplicate of the car.',
    points: 1.5,
    run(t, p) {
      const u = p.unitsPerPixel;
      const [one, other] = different(t, 2, 0, 255);
      const side = t.random.integer(36, 60) * u;
      const near = [box(0, 0, side, side, 50, one), box(u, u, side, side, 60, one), box(2 * u, 0, side, side, 55, other), box(side - u, side - u, side, side, 40, one)];
      expectKept(t, p, near, 'with two of one class nearly in one place');
      const same = Array.from({ length: 6 }, (_, i) => box(7, 9, side, 300, 10 + 3 * i, i % 3));
      expectKept(t, p, t.random.shuffle(same), 'with six in one place');
      const labels = different(t, p.mostKept, 0, 255);
      expectKept(t, p, labels.map((label, i) => box(7, 9, side, 300, 100 - i, label)), `with the labels ${labels} in one place`);
      const pairs = different(t, 32, 0, 255);
      expectKept(t, p, [...pairs, ...pairs].map((label, i) => box(7 * i, 9, side + 4000, 300, t.random.integer(1, 99), label)), `with the labels ${pairs} twice`);
    },
  },
  {
    id: 'most-kept',
    visible: true,
    title: 'No more boxes are kept than there is room for',
    lesson: 'The limit is on what is kept, not on what is looked at: cut off first, and one crowded object hides all others.',
    points: 1,
    run(t, p) {
      for (const more of [0, 1, 7]) {
        const scores = different(t, p.mostKept + more, 1, 127);
        expectKept(t, p, apart(t, p, p.mostKept + more, (i) => scores[i]), `with ${p.mostKept + more} boxes apart from each other`);
      }
      const label = t.random.integer(0, 255);
      const crowd = different(t, p.mostKept + 5, 127 - p.mostKept - 4, 127).map((score) => box(9000, 9000, 400, 400, score, label));
      expectKept(t, p, [...crowd, ...apart(t, p, 8, (i) => 3 * i + 4)], `with ${p.mostKept + 5} boxes in one place and 8 elsewhere`);
      expectKept(t, p, apart(t, p, p.mostBoxes, () => t.random.integer(p.scoreMin, 127)), `with ${p.mostBoxes} boxes apart from each other`);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Full frames stay within the instruction budget',
    lesson: 'Sort indexes in n log n whatever order they come in, and multiply only for boxes of one class that do meet.',
    points: 1,
    run(t, p) {
      const frame = crowds(t, p, p.mostBoxes, p.objects, () => t.random.integer(p.scoreMin + 1, 127));
      expectKept(t, p, frame, 'of a frame in random order');
      expectKept(t, p, [...frame].sort((a, b) => a.score - b.score), 'of a frame in rising order');
      expectKept(t, p, [...frame].sort((a, b) => b.score - a.score), 'of a frame in falling order');
    },
  },
  {
    id: 'ties',
    visible: false,
    title: 'Equal scores are looked at by rising index',
    lesson: 'Eight bits make ties common; a heap or a quicksort that compares scores alone orders them by chance.',
    points: 1.5,
    run(t, p) {
      const level = t.random.integer(p.scoreMin + 1, 127);
      for (const count of [p.mostKept + 9, 255, 256, 257, p.mostBoxes]) {
        expectKept(t, p, apart(t, p, count, () => level), `with ${count} equal scores`);
        expectKept(t, p, crowds(t, p, count, 12, () => t.random.integer(3, 5)), `with three scores only, of ${count} boxes`);
      }
      const step = t.random.integer(2, 9);
      expectKept(t, p, Array.from({ length: 20 }, (_, i) => box(step * i, 5, 20 * step, 300, level)), 'with equal scores, each on top of the one before');
      // Where the room ends among equal scores.
      expectKept(t, p, apart(t, p, p.mostKept + 20, (i) => (i % 3 === 0 ? 90 : level % 90)), 'with equal scores where the room ends');
    },
  },
  {
    id: 'threshold',
    visible: false,
    title: 'Overlaps exactly at the threshold, and just beside it',
    lesson: 'Multiply crosswise instead of dividing: a quotient is rounded, in integers and in floats.',
    points: 1.5,
    run(t, p) {
      // A box inside another one of the same height: the overlap is the ratio of their widths.
      for (const [unit, height] of [[1, 1], [1, 37], [3, 500], [16, 2000], [200, 20000], [300, 32000], [327, 32767], [327, 65535]]) {
        for (const extra of [-1, 0, 1]) {
          for (const isFlat of [false, true]) {
            const [outer, inner] = [100 * unit, p.numerator * unit + extra];
            const [x, y] = [t.random.integer(-32768, 32767 - outer), t.random.integer(-32768, 32767 - height)];
            const place = (from, size, score) => (isFlat ? box(y, from, height, size, score) : box(from, y, size, height, score));
            const pair = [place(x, outer, 9), place(x + t.random.integer(0, outer - inner), inner, 8)];
            expectKept(t, p, t.random.shuffle(pair), `when ${inner} of ${outer} columns overlap`);
            expectKept(t, p, beside(t, p, unit, height, extra, isFlat), `when boxes of ${(100 + p.numerator) * unit} columns are ${(100 - p.numerator) * unit + extra} apart`);
          }
        }
      }
      for (const from of [30000, t.random.integer(2000, 29000)]) {
        for (const [width, height, inner] of nearest(p, from)) {
          const pair = [box(-15000, -15000, width, height, 9), box(-15000, -15000, inner, height - 1, 8)];
          expectKept(t, p, t.random.shuffle(pair), `when a box of ${inner} by ${height - 1} lies in one of ${width} by ${height}`);
        }
      }
    },
  },
  {
    id: 'chains',
    visible: false,
    title: 'A suppressed box suppresses nobody',
    lesson: 'Compare with what was kept, not with everything that scored higher.',
    points: 1.5,
    run(t, p) {
      for (const share of [0.2, 0.3]) {
        const step = Math.round(1000 * Math.min(share, 0.9 * (1 - (2 * p.numerator) / (100 + p.numerator)))) + t.random.integer(-4, 4);
        const label = t.random.integer(0, 255);
        const row = Array.from({ length: 24 }, (_, i) => box(step * i, 0, 1000, 700, 100 - i, label));
        expectKept(t, p, row, `of 24 boxes of 1000 columns, ${step} apart, by falling score`);
        expectKept(t, p, t.random.shuffle(row), 'of the same boxes in another order');
        expectKept(t, p, row.map((b, i) => ({ ...b, score: (i * 37) % 101 })), 'of the same boxes with other scores');
        expectKept(t, p, row.map((b) => ({ ...b, score: 5 })), 'of the same boxes with equal scores');
      }
    },
  },
  {
    id: 'large-boxes',
    visible: false,
    title: 'Boxes as large as int16 allows',
    lesson: 'A width takes 17 bits, an area 32, and an area times the threshold 39: widen before you multiply.',
    points: 2,
    run(t, p) {
      const whole = (inset, score, label = 0) => ({ left: -32768 + inset, top: -32768, right: 32767, bottom: 32767 - inset, score, label });
      for (const inset of [1, 900, 9000, 16000, 20000, 25000, 40000, 60000, 65534, t.random.integer(2, 65000)]) {
        expectKept(t, p, [whole(0, 5), whole(inset, 4)], `when one covers everything and the other all but ${inset} at two sides`);
        expectKept(t, p, [whole(0, 5), whole(inset, 6)], `when the better one covers all but ${inset} at two sides of the other`);
      }
      for (const side of [4700, 6600, 21000, 33000, 47000, 60000]) {
        for (const part of [0.2, 0.5, 0.8, 1.1, 1.3]) {
          const shift = Math.round(side * part * (1 - (2 * p.numerator) / (100 + p.numerator)));
          if (shift + side > 65535) continue;
          const left = t.random.integer(-32768, 32767 - side - shift);
          expectKept(t, p, [box(left, -32768, side, side, 5), box(left + shift, -32768, side, side, 6)], `when boxes of ${side} by ${side} are ${shift} apart`);
          expectKept(t, p, [box(-32768, left, side, side, 6), box(-32768, left + shift, side, side, 5)], `when boxes of ${side} by ${side} are ${shift} rows apart`);
        }
      }
    },
  },
  {
    id: 'no-area',
    visible: false,
    title: 'Boxes without area, and boxes that do not meet',
    lesson: 'Two negative lengths make a positive area: look at each length before you multiply.',
    points: 1,
    run(t, p) {
      const [x0, y0] = [t.random.integer(-90, 90), t.random.integer(-90, 90)];
      const sound = box(x0, y0, 50, 50, 20);
      const odd = [box(x0, y0, 0, 50, 30), box(x0, y0, 50, 0, 31), box(x0 + 50, y0 + 50, -50, -50, 32), box(x0 + 50, y0, -50, 50, 33), box(x0, y0 + 50, 50, -50, 35), box(x0 + 20, y0 + 20, 0, 0, 34)];
      odd.forEach((b) => expectKept(t, p, [sound, b], 'with one box that has no area'));
      expectKept(t, p, [...odd.slice(1), box(x0 + 1, y0 + 1, 50, 50, 10), sound], 'with five that have no area');
      const wide = { left: 32767, right: -32768, top: 32767, bottom: -32768, score: 40, label: 0 };
      for (const change of [{}, { top: -32768, bottom: 32767 }, { left: -32768, right: 32767 }]) expectKept(t, p, [{ ...wide, ...change }, sound], 'with one that is the wrong way round');
      const around = [[-50, 0], [50, 0], [0, 50], [0, -50], [-50, -50], [50, 50], [60, 60], [-60, 60], [55, -50], [98, 98], [-98, 98], [97, -97], [30000, 30000], [-32000, -32000], [32000, 0], [0, -32000]];
      around.forEach(([x, y]) => expectKept(t, p, [sound, { ...sound, left: x0 + x, right: x0 + 50 + x, top: y0 + y, bottom: y0 + 50 + y, score: 19 }], 'with one that lies beside the other'));
      // Far enough apart that a distance does not fit in 16 bits.
      const corners = [[-32768, -32768], [32717, -32768], [-32768, 32717], [32717, 32717]];
      corners.forEach(([x, y], i) => corners.slice(i + 1).forEach(([a, b]) => expectKept(t, p, [box(x, y, 50, 50, 3), box(a, b, 50, 50, 4)], 'in two corners of the plane')));
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'No boxes, one box, all boxes, and none that counts',
    lesson: 'An empty street is the frame that comes most often.',
    points: 1,
    run(t, p) {
      expectKept(t, p, apart(t, p, 2, (i) => i), 'of two boxes');
      expectKept(t, p, [], 'of no boxes');
      expectKept(t, p, [box(t.random.integer(-99, 99), 0, 1, 1, 127, 255)], 'of one box');
      expectKept(t, p, apart(t, p, 3, (i) => 3 - i), 'of three boxes');
      expectKept(t, p, apart(t, p, 40, () => p.scoreMin - 1), 'of boxes whose scores are too low');
      const rest = t.random.integer(0, 15);
      expectKept(t, p, apart(t, p, p.mostBoxes, (i) => (i % 16 === rest ? (i - rest) / 16 : -128)), 'of as many boxes as there may be, few of which count');
      expectKept(t, p, apart(t, p, p.mostBoxes, (i) => (i === p.mostBoxes - 1 ? 5 : -128)), 'of as many boxes, of which the last counts');
      expectKept(t, p, apart(t, p, p.mostBoxes, (i) => 127 - Math.min(i, p.mostKept)), 'of as many boxes, all of which count');
    },
  },
  {
    id: 'random-frames',
    visible: false,
    title: 'Random frames agree with exact arithmetic',
    lesson: 'Compare with a slow and simple version on frames that hold everything at once; most mistakes need two things to meet.',
    points: 1.5,
    run(t, p) {
      for (let frame = 0; frame < 8; frame++) expectKept(t, p, scene(t, p, t.random.integer(20, 140), 12), `of random frame ${frame + 1}`);
      for (let frame = 0; frame < 30; frame++) expectKept(t, p, mixed(t, p, t.random.integer(2, 60)), `of mixed frame ${frame + 1}`);
      for (const count of [255, 256, 257, p.mostBoxes - 1, p.mostBoxes]) expectKept(t, p, mixed(t, p, count), `of a mixed frame of ${count} boxes`);
      // One frame after the other in the same memory, as a driver fills it.
      const frames = Array.from({ length: 6 }, () => mixed(t, p, 40));
      const room = roomFor(t, p, frames[0]);
      frames.forEach((boxes, i) => {
        room.memory.set(bytesOf(boxes));
        expectKept(t, p, boxes, `of frame ${i + 1} in the same memory`, room);
      });
    },
  },
];
