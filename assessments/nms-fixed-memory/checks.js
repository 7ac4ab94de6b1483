// The checks: frames of boxes go in and the kept indexes are compared with a model that sorts a list and divides nothing: it counts in
// exact integers, and asks of every box whether any kept one stands in its way.

const box = (left, top, width, height, score, label = 0) => ({ left, top, right: left + width, bottom: top + height, score, label });
const show = (b, i) => `${i}: ${b.left},${b.top} to ${b.right},${b.bottom} label ${b.label} score ${b.score}`;

const span = (a0, a1, b0, b1) => BigInt(Math.max(0, Math.min(a1, b1) - Math.max(a0, b0)));
const area = (b) => BigInt(b.right - b.left) * BigInt(b.bottom - b.top);

function clashes(p, a, b) {
  if (a.label !== b.label) return false;
  const common = span(a.left, a.right, b.left, b.right) * span(a.top, a.bottom, b.top, b.bottom);
  return common * 100n > (area(a) + area(b) - common) * BigInt(p.numerator);
}

function model(p, boxes) {
  const counting = boxes.map((b, index) => ({ ...b, index })).filter((b) => b.score >= p.scoreMin && b.right > b.left && b.bottom > b.top);
  counting.sort((a, b) => b.score - a.score || a.index - b.index);
  const kept = [];
  for (const candidate of counting) if (kept.length < p.mostKept && !kept.some((k) => clashes(p, k, candidate))) kept.push(candidate);
  return kept.map((b) => b.index);
}

function bytesOf(boxes) {
  const view = new DataView(new ArrayBuffer(Math.max(1, boxes.length) * 10));
  boxes.forEach((b, i) => {
    [b.left, b.top, b.right, b.bottom].forEach((value, j) => view.setInt16(10 * i + 2 * j, value, true));
    view.setUint8(10 * i + 8, b.label);
    view.setInt8(10 * i + 9, b.score);
  });
  return new Uint8Array(view.buffer);
}

// Runs nms on a frame and compares indexes, or the scores alone; gives the input's bytes before and after.
function expectKept(t, p, boxes, what, byScore = false) {
  const data = bytesOf(boxes);
  const memory = t.buffer(data);
  const scratch = t.buffer(4 * p.mostBoxes);
  const kept = t.buffer(2 * p.mostKept);
  const found = Number(t.call('nms', memory.address, boxes.length, scratch.address, kept.address)) >>> 0;
  const frame = boxes.length <= 6 ? ` of the boxes ${boxes.map(show).join('; ')}` : '';
  t.ok(found <= p.mostKept, `at most ${p.mostKept} boxes are kept, ${what} (got ${found})`);
  const value = (index) => (byScore ? boxes[index]?.score : index);
  const indexes = Array.from(kept.int16()).slice(0, found);
  t.deepEqual(indexes.map(value), model(p, boxes).map(value), `${byScore ? 'scores of the kept boxes' : 'kept indexes'}, ${what}${frame}`);
  return { before: Array.from(data), after: Array.from(memory.bytes()) };
}

// Different scores from a range, in random order.
const different = (t, count, lo, hi) => t.random.shuffle(Array.from({ length: hi - lo + 1 }, (_, i) => lo + i)).slice(0, count);

// Boxes on a grid, far from each other.
function apart(t, p, count, scoreAt) {
  const side = p.unitsPerPixel * 12;
  return Array.from({ length: count }, (_, i) => box((i % 24) * 2 * side, Math.floor(i / 24) * 2 * side, side, side + t.random.integer(0, 9), scoreAt(i), t.random.integer(0, p.classes - 1)));
}

// A frame of one class: objects anywhere, and around each of them boxes that differ from it by up to a sixth of its size.
function scene(t, p, count, objects) {
  const scores = different(t, count, p.scoreMin - 10, 127).map((score) => (score === p.scoreMin ? p.scoreMin - 1 : score));
  const u = p.unitsPerPixel;
  const centres = Array.from({ length: objects }, () => {
    const [width, height] = [t.random.integer(20, 120) * u, t.random.integer(20, 120) * u];
    return { left: t.random.integer(0, p.width * u - width), top: t.random.integer(0, p.height * u - height), width, height };
  });
  return scores.map((score) => {
    const c = t.random.pick(centres);
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / 6);
    const [width, height] = [c.width + jitter(c.width), c.height + jitter(c.height)];
    return box(c.left + jitter(c.width), c.top + jitter(c.height), width, height, score);
  });
}

// A frame of objects far apart with crowds of boxes around them: each crowd leaves its best box, whatever happens elsewhere.
function crowds(t, p, count, objects, scoreOf) {
  const cell = p.unitsPerPixel * 90;
  const sizes = Array.from({ length: objects }, () => ({ width: t.random.integer(20, 80) * p.unitsPerPixel, height: t.random.integer(20, 80) * p.unitsPerPixel, label: t.random.integer(0, p.classes - 1) }));
  return Array.from({ length: count }, () => {
    const at = t.random.integer(0, objects - 1);
    const { width, height, label } = sizes[at];
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / 40);
    return box((at % 10) * cell + jitter(width), Math.floor(at / 10) * cell + jitter(height), width + jitter(width), height + jitter(height), scoreOf(), label);
  });
}

// Large boxes and the widths of boxes in them, one row shorter, that pass the threshold by less than a float can tell.
function nearest(p) {
  const found = [];
  for (let i = 0; i < 20000; i++) {
    const [width, height] = [30000 - Math.floor(i / 100), 30000 - (i % 100)];
    const inner = Math.floor((p.numerator * width * height) / (100 * (height - 1))) + 1;
    found.push([width, height, inner, 100 * inner * (height - 1) - p.numerator * width * height]);
  }
  return found.filter(([, , , excess]) => excess > 0).sort((a, b) => a[3] - b[3]).slice(0, 4);
}

export const checks = [
  {
    id: 'by-score',
    visible: true,
    title: 'Boxes apart from each other are kept by falling score',
    lesson: 'A quantised score is signed, and one that equals the lowest score still counts.',
    points: 1.5,
    run(t, p) {
      const scores = t.random.shuffle([127, 90, 5, -1, p.scoreMin + 3, p.scoreMin + 1, p.scoreMin, p.scoreMin - 1, -128]);
      expectKept(t, p, apart(t, p, 9, (i) => scores[i]), `with scores ${scores}`);
      expectKept(t, p, [box(0, 0, 90, 90, p.scoreMin)], 'of one box with the lowest score that counts');
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
      const near = [box(0, 0, 40 * u, 40 * u, 50, 1), box(u, u, 40 * u, 40 * u, 60, 1), box(2 * u, 0, 40 * u, 40 * u, 55, 2), box(30 * u, 30 * u, 40 * u, 40 * u, 40, 1)];
      expectKept(t, p, near, 'with two of one class nearly in one place');
      const same = Array.from({ length: 6 }, (_, i) => box(7, 9, 200, 300, 10 + 3 * i, i % 3));
      expectKept(t, p, t.random.shuffle(same), 'with six in one place');
      const labels = different(t, 30, 0, 255);
      expectKept(t, p, labels.map((label, i) => box(7, 9, 200, 300, 100 - i, label)), `with the labels ${labels} in one place`);
    },
  },
  {
    id: 'most-kept',
    visible: true,
    title: 'No more boxes are kept than there is room for',
    lesson: 'The limit is on what is kept, not on what is looked at: cut off first, and one crowded object hides all others.',
    points: 1,
    run(t, p) {
      const scores = different(t, p.mostKept + 7, 1, 127);
      expectKept(t, p, apart(t, p, p.mostKept + 7, (i) => scores[i]), `with ${p.mostKept + 7} boxes apart from each other`);
      const crowd = different(t, p.mostKept + 5, 127 - p.mostKept - 4, 127).map((score) => box(9000, 9000, 400, 400, score));
      expectKept(t, p, [...crowd, ...apart(t, p, 8, (i) => 3 * i + 4)], `with ${p.mostKept + 5} boxes in one place and 8 elsewhere`);
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
      expectKept(t, p, frame, 'of a frame in random order', true);
      expectKept(t, p, [...frame].sort((a, b) => a.score - b.score), 'of a frame in rising order', true);
      expectKept(t, p, [...frame].sort((a, b) => b.score - a.score), 'of a frame in falling order', true);
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
      expectKept(t, p, apart(t, p, p.mostKept + 9, () => level), 'with equal scores everywhere');
      expectKept(t, p, Array.from({ length: 20 }, (_, i) => box(2 * i, 5, 400, 300, level)), 'with equal scores, each on top of the one before');
      for (let i = 0; i < 4; i++) expectKept(t, p, crowds(t, p, p.mostKept, 12, () => t.random.integer(3, 5)), 'with three scores only');
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
      for (const [unit, height] of [[1, 1], [1, 37], [3, 500], [16, 2000], [200, 20000], [300, 32000], [327, 32767]]) {
        for (const extra of [-1, 0, 1]) {
          for (const isFlat of [false, true]) {
            const [outer, inner] = [100 * unit, p.numerator * unit + extra];
            const [x, y] = [t.random.integer(-32768, 32767 - outer), t.random.integer(-32768, 32767 - height)];
            const place = (from, size, score) => (isFlat ? box(y, from, height, size, score) : box(from, y, size, height, score));
            const pair = [place(x, outer, 9), place(x + t.random.integer(0, outer - inner), inner, 8)];
            expectKept(t, p, pair, `when ${inner} of ${outer} columns overlap`);
          }
        }
      }
      for (const [width, height, inner] of nearest(p)) {
        const pair = [box(-15000, -15000, width, height, 9), box(-15000, -15000, inner, height - 1, 8)];
        expectKept(t, p, pair, `when a box of ${inner} by ${height - 1} lies in one of ${width} by ${height}`);
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
        const step = Math.round(1000 * Math.min(share, 0.9 * (1 - (2 * p.numerator) / (100 + p.numerator))));
        const row = Array.from({ length: 24 }, (_, i) => box(step * i, 0, 1000, 700, 100 - i, 3));
        expectKept(t, p, row, `of 24 boxes of 1000 columns, ${step} apart, by falling score`);
        expectKept(t, p, t.random.shuffle(row), 'of the same boxes in another order');
        expectKept(t, p, row.map((b, i) => ({ ...b, score: (i * 37) % 101 })), 'of the same boxes with other scores');
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
      for (const inset of [1, 900, 9000, 16000, 20000, 25000, 40000, 60000]) {
        expectKept(t, p, [whole(0, 5), whole(inset, 4)], `when one covers everything and the other all but ${inset} at two sides`);
      }
      for (const side of [4700, 6600, 21000, 33000, 47000, 60000]) {
        for (const part of [0.2, 0.5, 0.8, 1.1, 1.3]) {
          const shift = Math.round(side * part * (1 - (2 * p.numerator) / (100 + p.numerator)));
          const left = t.random.integer(-32768, 32767 - side - Math.min(shift, 32767 + 32768 - side));
          if (left + shift + side > 32767) continue;
          expectKept(t, p, [box(left, -32768, side, side, 5), box(left + shift, -32768, side, side, 6)], `when boxes of ${side} by ${side} are ${shift} apart`);
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
      const sound = box(100, 100, 50, 50, 20);
      const odd = [box(100, 100, 0, 50, 30), box(100, 100, 50, 0, 31), box(150, 150, -50, -50, 32), box(150, 100, -50, 50, 33), box(120, 120, 0, 0, 34)];
      odd.forEach((b) => expectKept(t, p, [sound, b], 'with one box that has no area'));
      expectKept(t, p, [...odd, sound, box(101, 101, 50, 50, 10)], 'with five that have no area');
      const around = [[-50, 0], [50, 0], [0, 50], [-50, -50], [50, 50], [60, 60], [-60, 60], [55, -50], [98, 98], [-98, 98], [97, -97], [30000, 30000], [-32000, -32000]];
      around.forEach(([x, y]) => expectKept(t, p, [sound, { ...sound, left: 100 + x, right: 150 + x, top: 100 + y, bottom: 150 + y, score: 19 }], 'with one that lies beside the other'));
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'No boxes, one box, all boxes, and none that counts',
    lesson: 'An empty street is the frame that comes most often.',
    points: 1,
    run(t, p) {
      expectKept(t, p, [], 'of no boxes');
      expectKept(t, p, [box(0, 0, 1, 1, 127, 255)], 'of one box');
      expectKept(t, p, apart(t, p, 2, (i) => i), 'of two boxes');
      expectKept(t, p, apart(t, p, 40, () => p.scoreMin - 1), 'of boxes whose scores are too low');
      expectKept(t, p, apart(t, p, p.mostBoxes, (i) => (i % 16 === 15 ? (i - 15) / 16 : -128)), 'of as many boxes as there may be, few of which count');
      expectKept(t, p, apart(t, p, p.mostBoxes, (i) => 127 - Math.min(i, p.mostKept)), 'of as many boxes, all of which count');
    },
  },
  {
    id: 'random-frames',
    visible: false,
    title: 'Random frames agree with exact arithmetic, and boxes are only read',
    lesson: 'The frame may still be shown or logged: what was suppressed is not to be written into it.',
    points: 1.5,
    run(t, p) {
      for (let frame = 0; frame < 12; frame++) {
        const { before, after } = expectKept(t, p, scene(t, p, t.random.integer(20, 140), 12), `of random frame ${frame + 1}`);
        t.deepEqual(after, before, `the bytes of the boxes after random frame ${frame + 1}`);
      }
    },
  },
];
