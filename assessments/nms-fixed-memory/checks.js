// The checks: frames of boxes go in and the kept indexes are compared with a model that sorts a list and divides
// nothing: it counts in exact integers (all below 2^53), and asks of every box whether any kept one stands in its way.

const box = (left, top, width, height, score, label = 0) => {
  return { left, top, right: left + width, bottom: top + height, score, label };
};
const show = (b, i) => `${i}: ${b.left},${b.top} to ${b.right},${b.bottom} label ${b.label} score ${b.score}`;

const span = (a0, a1, b0, b1) => Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
const area = (b) => (b.right - b.left) * (b.bottom - b.top);

function clashes(p, a, b) {
  if (a.label !== b.label) return false;
  const common = span(a.left, a.right, b.left, b.right) * span(a.top, a.bottom, b.top, b.bottom);
  return common * 100 > (area(a) + area(b) - common) * p.numerator;
}

function model(p, boxes) {
  const isCounting = (b) => b.score >= p.scoreMin && b.right > b.left && b.bottom > b.top;
  const counting = boxes.map((b, index) => ({ ...b, index })).filter(isCounting);
  counting.sort((a, b) => b.score - a.score || a.index - b.index);
  const kept = [];
  for (const candidate of counting) {
    if (kept.length < p.mostKept && !kept.some((k) => clashes(p, k, candidate))) kept.push(candidate);
  }
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

// Runs nms on frames and compares the indexes. Scratch memory and result hold something, as a frame before left it.
function comparison(t, p) {
  const pattern = Array.from({ length: 23 }, () => t.random.integer(0, 255));
  const used = (bytes) => Uint8Array.from({ length: bytes }, (_, i) => pattern[i % pattern.length]);
  const [before, result] = [used(4 * p.mostBoxes), used(2 * p.mostKept)];
  return (boxes, what, memory = t.constant(bytesOf(boxes))) => {
    const [scratch, kept] = [t.buffer(before), t.buffer(result)];
    const found = Number(t.call('nms', memory.address, boxes.length, scratch.address, kept.address)) >>> 0;
    const frame = boxes.length <= 6 ? ` of the boxes ${boxes.map(show).join('; ')}` : '';
    t.ok(found <= p.mostKept, `at most ${p.mostKept} boxes are kept, ${what} (got ${found})`);
    t.deepEqual(Array.from(kept.int16()).slice(0, found), model(p, boxes), `kept indexes, ${what}${frame}`);
  };
}

// Different values from a range, in random order.
function different(t, count, lo, hi) {
  return t.random.shuffle(Array.from({ length: hi - lo + 1 }, (_, i) => lo + i)).slice(0, count);
}

const labelsOf = (t, p) => different(t, p.classes, 0, 255);

// Boxes on a grid, far from each other.
function apart(t, p, count, scoreAt) {
  const side = p.unitsPerPixel * 12;
  const labels = labelsOf(t, p);
  return Array.from({ length: count }, (_, i) => {
    const [x, y, height] = [(i % 24) * 2 * side, Math.floor(i / 24) * 2 * side, side + t.random.integer(0, 9)];
    return box(x, y, side, height, scoreAt(i), t.random.pick(labels));
  });
}

// A frame of one class: objects anywhere, and around each of them boxes that differ from it by up to a sixth of its
// size. No two scores are equal.
function scene(t, p, count, objects) {
  const u = p.unitsPerPixel;
  const label = t.random.integer(0, 255);
  const centres = Array.from({ length: objects }, () => {
    const [width, height] = [t.random.integer(20, 120) * u, t.random.integer(20, 120) * u];
    return box(t.random.integer(0, p.width * u - width), t.random.integer(0, p.height * u - height), width, height, 0);
  });
  return different(t, count, p.scoreMin - 10, 127).map((score) => {
    const c = t.random.pick(centres);
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / 6);
    const [width, height] = [c.right - c.left, c.bottom - c.top];
    const [x, y] = [c.left + jitter(width), c.top + jitter(height)];
    return box(x, y, width + jitter(width), height + jitter(height), score, label);
  });
}

// A frame of objects far apart with crowds of boxes around them: each crowd leaves its best box, whatever happens
// elsewhere.
function crowds(t, p, count, objects, scoreOf) {
  const cell = p.unitsPerPixel * 90;
  const labels = labelsOf(t, p);
  const side = () => t.random.integer(20, 80) * p.unitsPerPixel;
  const sizes = Array.from({ length: objects }, () => ({ w: side(), h: side(), label: t.random.pick(labels) }));
  return Array.from({ length: count }, () => {
    const at = t.random.integer(0, objects - 1);
    const { w, h, label } = sizes[at];
    const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / 40);
    const [x, y] = [(at % 10) * cell + jitter(w), Math.floor(at / 10) * cell + jitter(h)];
    return box(x, y, w + jitter(w), h + jitter(h), scoreOf(), label);
  });
}

const within = (value) => Math.min(32767, Math.max(-32768, value));

// A box that covers exactly the threshold of `b`, or a column more or less.
function mate(t, p, b) {
  const width = Math.round(((b.right - b.left) * p.numerator) / 100) + t.random.integer(-1, 1);
  return { ...b, right: within(b.left + width) };
}

// A box of any size anywhere.
function anywhere(t, label) {
  const side = () => t.random.integer(1, t.random.pick([40, 2000, 60000]));
  const [w, h] = [side(), side()];
  return box(t.random.integer(-32768, 32767 - w), t.random.integer(-32768, 32767 - h), w, h, 0, label);
}

// A box near to another one.
function near(t, b) {
  const jitter = (size) => Math.round((t.random.real(-1, 1) * size) / t.random.pick([5, 20]));
  const [width, height] = [b.right - b.left, b.bottom - b.top];
  const [left, right] = [within(b.left + jitter(width)), within(b.right + jitter(width))];
  return { left, right, top: within(b.top + jitter(height)), bottom: within(b.bottom + jitter(height)) };
}

// Everything at once: several classes, equal scores, scores that do not count, boxes without area, copies, boxes at the
// threshold, of all sizes and anywhere.
function mixed(t, p, count) {
  const labels = labelsOf(t, p);
  const score = t.random.pick([
    () => t.random.integer(-128, 127),
    () => t.random.integer(p.scoreMin - 2, p.scoreMin + 2),
    () => t.random.pick([p.scoreMin, 0, 126, 127]),
  ]);
  const most = Math.max(1, Math.floor(count / t.random.integer(2, 9)));
  const objects = Array.from({ length: most }, () => anywhere(t, t.random.pick(labels)));
  const frame = [];
  const shapeOf = (kind, base) => {
    const around = near(t, base);
    const before = frame.length > 0 ? t.random.pick(frame) : base;
    if (kind === 0) return { ...around, right: around.left };
    if (kind === 1) return { ...around, top: around.bottom, bottom: around.top };
    if (kind < 4) return before;
    if (kind < 7) return mate(t, p, before);
    return kind < 10 ? base : around;
  };
  for (let i = 0; i < count; i++) {
    const [kind, base] = [t.random.integer(0, 19), t.random.pick(objects)];
    const label = kind < 18 ? base.label : t.random.pick(labels);
    frame.push({ ...shapeOf(kind, base), score: score(), label });
  }
  return frame;
}

// Large boxes with lower ones in them, whose overlap is so near to the threshold, on either side of it, that a float
// cannot tell.
function nearest(t, p) {
  const [most, highest] = [t.random.integer(50000, 65000), t.random.integer(50000, 65000)];
  const less = t.random.integer(3, 999);
  const found = [];
  for (let i = 0; i < 6400; i++) {
    const [width, height] = [most - 7 * Math.floor(i / 80), highest - 11 * (i % 80)];
    const exact = (p.numerator * width * height) / (100 * (height - less));
    const inner = Math.round(exact);
    const units = Math.abs(inner - exact) * (height - less);
    if (units < 0.001 || units > 60) continue;
    found.push([box(-32768, -32768, width, height, 9), box(-32768, -32768, inner, height - less, 8)]);
  }
  return t.random.shuffle(found).slice(0, 16);
}

// A box inside another one of the same height, so that the overlap is the ratio of their widths: exactly the threshold
// when `extra` is 0.
function nested(t, p, unit, height, extra, isFlat) {
  const [outer, inner] = [100 * unit, p.numerator * unit + extra];
  const [x, y] = [t.random.integer(-32768, 32767 - outer), t.random.integer(-32768, 32767 - height)];
  const place = (from, size, score) => (isFlat ? box(y, from, height, size, score) : box(from, y, size, height, score));
  return t.random.shuffle([place(x, outer, 9), place(x + t.random.integer(0, outer - inner), inner, 8)]);
}

// Equal boxes, one beside the other, of which the overlap is exactly the threshold when `extra` is 0, and neither is
// inside the other.
function beside(t, p, unit, size, extra, isFlat) {
  const [width, shift] = [(100 + p.numerator) * unit, (100 - p.numerator) * unit + extra];
  const [x, y] = [t.random.integer(-32768, 32767 - width - shift), t.random.integer(-32768, 32767 - size)];
  const place = (from, score) => (isFlat ? box(y, from, size, width, score) : box(from, y, width, size, score));
  return t.random.shuffle([place(x, 9), place(x + shift, 8)]);
}

// How far two equal boxes may be apart, as a part of their length, until they overlap by the threshold alone.
const reach = (p) => 1 - (2 * p.numerator) / (100 + p.numerator);

export const checks = [
  {
    id: 'by-score',
    visible: true,
    title: 'Boxes apart from each other are kept by falling score',
    lesson: 'A quantised score is signed, and one that equals the lowest score still counts.',
    points: 1.5,
    run(t, p) {
      const expectKept = comparison(t, p);
      const min = p.scoreMin;
      const drawn = [t.random.integer(60, 126), t.random.integer(1, 59)];
      const scores = t.random.shuffle([127, ...drawn, 0, -1, min + 3, min + 1, min, min - 1, -128]);
      const row = apart(t, p, scores.length, (i) => scores[i]);
      expectKept(row, `with scores ${scores}`);
      const lowest = apart(t, p, 1, () => min);
      expectKept(lowest, 'of one box with the lowest score that counts');
      const all = different(t, 256, -128, 127);
      for (let i = 0; i < 256; i += 32) {
        const some = apart(t, p, 32, (k) => all[i + k]);
        expectKept(some, `with scores ${all.slice(i, i + 32)}`);
      }
    },
  },
  {
    id: 'suppresses',
    visible: true,
    title: 'Of boxes that overlap too much the best one stays, class by class',
    lesson: 'A person in front of a car is no duplicate of the car.',
    points: 1.5,
    run(t, p) {
      const expectKept = comparison(t, p);
      const u = p.unitsPerPixel;
      const [one, other] = different(t, 2, 0, 255);
      const side = t.random.integer(36, 60) * u;
      const [better, worse] = [box(u, u, side, side, 60, one), box(0, 0, side, side, 50, one)];
      const others = [box(2 * u, 0, side, side, 55, other), box(side - u, side - u, side, side, 40, one)];
      expectKept([worse, better, ...others], 'with two of one class nearly in one place');
      const same = Array.from({ length: 6 }, (_, i) => box(7, 9, side, 300, 10 + 3 * i, i % 3));
      expectKept(t.random.shuffle(same), 'with six in one place');
      const labels = different(t, p.mostKept, 0, 255);
      const pile = labels.map((label, i) => box(7, 9, side, 300, 100 - i, label));
      expectKept(pile, `with the labels ${labels} in one place`);
      const pairs = different(t, 32, 0, 255);
      const twice = [...pairs, ...pairs].map((label, i) => {
        return box(7 * i, 9, side + 4000, 300, t.random.integer(1, 99), label);
      });
      expectKept(twice, `with the labels ${pairs} twice`);
    },
  },
  {
    id: 'most-kept',
    visible: true,
    title: 'No more boxes are kept than there is room for',
    lesson: 'The limit is on what is kept, not on what is looked at: a crowded object must not hide all others.',
    points: 1,
    run(t, p) {
      const expectKept = comparison(t, p);
      const { mostKept } = p;
      for (const more of [0, 1, 7]) {
        const scores = different(t, mostKept + more, 1, 127);
        const frame = apart(t, p, mostKept + more, (i) => scores[i]);
        expectKept(frame, `with ${frame.length} boxes apart from each other`);
      }
      const label = t.random.integer(0, 255);
      const scores = different(t, mostKept + 5, 123 - mostKept, 127);
      const crowd = scores.map((score) => box(9000, 9000, 400, 400, score, label));
      const elsewhere = apart(t, p, 8, (i) => 3 * i + 4);
      expectKept([...crowd, ...elsewhere], `with ${crowd.length} boxes in one place and 8 elsewhere`);
      // Each of the last boxes that are kept still suppresses.
      const full = apart(t, p, mostKept - 1, (i) => 20 + i);
      const copies = full.map((b) => ({ ...b, score: t.random.integer(1, 19) }));
      const last = box(-9000, 0, 50, 50, 0, label);
      expectKept(t.random.shuffle([...copies, ...full, last]), `with ${full.length} boxes, their copies and one more`);
      const many = apart(t, p, p.mostBoxes, () => t.random.integer(p.scoreMin, 127));
      expectKept(many, `with ${many.length} boxes apart from each other`);
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Full frames stay within the instruction budget',
    lesson: 'Sort indexes in n log n whatever their order, and multiply only for boxes of one class that meet.',
    points: 1,
    run(t, p) {
      const expectKept = comparison(t, p);
      const frame = crowds(t, p, p.mostBoxes, p.objects, () => t.random.integer(p.scoreMin + 1, 127));
      expectKept(frame, 'of a frame in random order');
      const rising = [...frame].sort((a, b) => a.score - b.score);
      expectKept(rising, 'of a frame in rising order');
      const falling = [...frame].sort((a, b) => b.score - a.score);
      expectKept(falling, 'of a frame in falling order');
    },
  },
  {
    id: 'ties',
    visible: false,
    title: 'Equal scores are looked at by rising index',
    lesson: 'Eight bits make ties common; a heap or a quicksort that compares scores alone orders them by chance.',
    points: 1.5,
    run(t, p) {
      const expectKept = comparison(t, p);
      const level = t.random.integer(p.scoreMin + 1, 127);
      for (const count of [p.mostKept + 9, 255, 256, 257, p.mostBoxes]) {
        const equal = apart(t, p, count, () => level);
        expectKept(equal, `with ${count} equal scores`);
        const three = crowds(t, p, count, 12, () => t.random.integer(3, 5));
        expectKept(three, `with three scores only, of ${count} boxes`);
      }
      const step = t.random.integer(2, 9);
      const row = Array.from({ length: 20 }, (_, i) => box(step * i, 5, 20 * step, 300, level));
      expectKept(row, 'with equal scores, each on top of the one before');
      // Where the room ends among equal scores.
      const two = apart(t, p, p.mostKept + 20, (i) => (i % 3 === 0 ? 90 : level % 90));
      expectKept(two, 'with equal scores where the room ends');
    },
  },
  {
    id: 'threshold',
    visible: false,
    title: 'Overlaps exactly at the threshold, and just beside it',
    lesson: 'Multiply crosswise instead of dividing: a quotient is rounded, in integers and in floats.',
    points: 1.5,
    run(t, p) {
      const expectKept = comparison(t, p);
      const expectPairs = (unit, height, extra, isFlat) => {
        const inside = nested(t, p, unit, height, extra, isFlat);
        expectKept(inside, `when ${p.numerator * unit + extra} of ${100 * unit} columns overlap`);
        const neighbours = beside(t, p, unit, height, extra, isFlat);
        const [width, shift] = [(100 + p.numerator) * unit, (100 - p.numerator) * unit + extra];
        expectKept(neighbours, `when boxes of ${width} columns are ${shift} apart`);
      };
      const units = [1, 1, 3, 16, 200, 300, 327, 327];
      const heights = [1, 37, 500, 2000, 20000, 32000, 32767, 65535];
      for (const isFlat of [false, true]) {
        for (const extra of [-1, 0, 1]) units.forEach((unit, i) => expectPairs(unit, heights[i], extra, isFlat));
      }
      // The product of a union and a threshold in binary fractions is too small for some sizes only.
      for (let i = 0; i < 40; i++) expectPairs(t.random.integer(1, 327), t.random.integer(1, 65535), 0, i % 2 === 0);
      for (let i = 0; i < 3; i++) {
        for (const pair of nearest(t, p)) expectKept(t.random.shuffle(pair), 'very near to the threshold');
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
      const expectKept = comparison(t, p);
      for (const share of [0.2, 0.3]) {
        const step = Math.round(1000 * Math.min(share, 0.9 * reach(p))) + t.random.integer(-4, 4);
        const label = t.random.integer(0, 255);
        const row = Array.from({ length: 24 }, (_, i) => box(step * i, 0, 1000, 700, 100 - i, label));
        expectKept(row, `of 24 boxes of 1000 columns, ${step} apart, by falling score`);
        expectKept(t.random.shuffle(row), 'of the same boxes in another order');
        const jumbled = row.map((b, i) => ({ ...b, score: (i * 37) % 101 }));
        expectKept(jumbled, 'of the same boxes with other scores');
        const equal = row.map((b) => ({ ...b, score: 5 }));
        expectKept(equal, 'of the same boxes with equal scores');
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
      const expectKept = comparison(t, p);
      const whole = (inset, score) => box(-32768 + inset, -32768, 65535 - inset, 65535 - inset, score);
      for (const inset of [1, 900, 9000, 16000, 20000, 25000, 40000, 60000, 65534, t.random.integer(2, 65000)]) {
        const what = `covers everything and the other all but ${inset} at two sides`;
        expectKept([whole(0, 5), whole(inset, 4)], `when the better one ${what}`);
        expectKept([whole(0, 5), whole(inset, 6)], `when the worse one ${what}`);
      }
      for (const side of [4700, 6600, 21000, 33000, 47000, 60000]) {
        for (const part of [0.2, 0.5, 0.8, 1.1, 1.3]) {
          const shift = Math.round(side * part * reach(p));
          if (shift + side > 65535) continue;
          const at = t.random.integer(-32768, 32767 - side - shift);
          const columns = [box(at, -32768, side, side, 5), box(at + shift, -32768, side, side, 6)];
          expectKept(columns, `when boxes of ${side} by ${side} are ${shift} columns apart`);
          const rows = [box(-32768, at, side, side, 6), box(-32768, at + shift, side, side, 5)];
          expectKept(rows, `when boxes of ${side} by ${side} are ${shift} rows apart`);
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
      const expectKept = comparison(t, p);
      const [x0, y0] = [t.random.integer(-90, 90), t.random.integer(-90, 90)];
      const sound = box(x0, y0, 50, 50, 20);
      const [x1, y1] = [x0 + 50, y0 + 50];
      const turned = [box(x1, y1, -50, -50, 32), box(x1, y0, -50, 50, 33), box(x0, y1, 50, -50, 35)];
      const odd = [box(x0, y0, 0, 50, 30), box(x0, y0, 50, 0, 31), ...turned, box(x0 + 20, y0 + 20, 0, 0, 34)];
      odd.forEach((b) => expectKept([sound, b], 'with one box that has no area'));
      expectKept([...odd.slice(1), box(x0 + 1, y0 + 1, 50, 50, 10), sound], 'with five that have no area');
      const wide = box(32767, 32767, -65535, -65535, 40);
      for (const change of [{}, { top: -32768, bottom: 32767 }, { left: -32768, right: 32767 }]) {
        expectKept([{ ...wide, ...change }, sound], 'with one that is the wrong way round');
      }
      const places = [-32000, -98, -55, -50, 0, 50, 60, 97, 30000];
      for (const x of places) {
        for (const y of places) {
          if (Math.abs(x) < 50 && Math.abs(y) < 50) continue;
          expectKept([sound, box(x0 + x, y0 + y, 50, 50, 19)], 'with one that lies beside the other');
        }
      }
      // Far enough apart that a distance does not fit in 16 bits.
      const [near, far] = [-32768, 32717];
      const corners = [box(near, near, 50, 50, 3), box(far, near, 50, 50, 4), box(near, far, 50, 50, 5)];
      expectKept([...corners, box(far, far, 50, 50, 6)], 'in four corners of the plane');
      for (const corner of corners) expectKept([corner, box(far, far, 50, 50, 4)], 'in two corners of the plane');
      expectKept(corners.slice(1), 'in two other corners of the plane');
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'No boxes, one box, all boxes, and none that counts',
    lesson: 'An empty street is the frame that comes most often.',
    points: 1,
    run(t, p) {
      const expectKept = comparison(t, p);
      const boxes = (count, scoreAt, what) => expectKept(apart(t, p, count, scoreAt), what);
      boxes(2, (i) => i, 'of two boxes');
      expectKept([], 'of no boxes');
      expectKept([box(t.random.integer(-99, 99), 0, 1, 1, 127, 255)], 'of one box');
      boxes(3, (i) => 3 - i, 'of three boxes');
      boxes(40, () => p.scoreMin - 1, 'of boxes whose scores are too low');
      const [most, rest] = [p.mostBoxes, t.random.integer(0, 15)];
      const few = (i) => (i % 16 === rest ? (i - rest) / 16 : -128);
      boxes(most, few, 'of as many boxes as there may be, few of which count');
      boxes(most, (i) => (i === most - 1 ? 5 : -128), 'of as many boxes, of which the last counts');
      boxes(most, (i) => 127 - Math.min(i, p.mostKept), 'of as many boxes, all of which count');
      // All in one place but the worst, which comes last of all that are looked at.
      const [at, label] = [t.random.integer(0, most - 1), t.random.integer(0, 255)];
      const crowd = Array.from({ length: most }, () => box(300, 300, 90, 90, t.random.integer(1, 127), label));
      crowd[at] = box(-300, -300, 90, 90, 0, label);
      expectKept(crowd, 'of as many boxes, of which all but the worst are in one place');
    },
  },
  {
    id: 'random-frames',
    visible: false,
    title: 'Random frames agree with exact arithmetic',
    lesson: 'Compare with a slow and simple version on frames that hold everything at once.',
    points: 1.5,
    run(t, p) {
      const expectKept = comparison(t, p);
      for (let i = 1; i <= 8; i++) expectKept(scene(t, p, t.random.integer(20, 140), 12), `of random frame ${i}`);
      for (let i = 1; i <= 30; i++) expectKept(mixed(t, p, t.random.integer(2, 60)), `of mixed frame ${i}`);
      for (const count of [255, 256, 257, p.mostBoxes - 1, p.mostBoxes]) {
        expectKept(mixed(t, p, count), `of a mixed frame of ${count} boxes`);
      }
      // One frame after the other in the same memory, as a driver fills it.
      const memory = t.constant(bytesOf(mixed(t, p, 40)));
      for (let i = 1; i <= 6; i++) {
        const boxes = mixed(t, p, 40);
        memory.set(bytesOf(boxes));
        expectKept(boxes, `of frame ${i} in the same memory`, memory);
      }
    },
  },
];
