// The checks: a plan is first held against the contract, pair by pair, and then its arena against greedy by size.

const anywhere = -1;
const conflict = 0xffffffff;
const up = (p, bytes) => Math.ceil(bytes / p.align) * p.align;

// Lives are kept here as first and last step, both included; the struct gets what the header asks for.
const together = (a, b) => a.first <= b.last && b.first <= a.last;
const tensor = (bytes, first, last, pinned = anywhere) => ({ bytes, first, last, pinned });
const lives = ({ bytes, first, last, pinned }) =>
  `${bytes} B at steps ${first} to ${last}${pinned === anywhere ? '' : `, pinned at ${pinned}`}`;
const lastStep = (p) => (p.isInclusive ? 65535 : 65534);
const range = (count) => Array.from({ length: count }, (_, i) => i);

function plan(t, p, tensors) {
  const data = new DataView(new ArrayBuffer(tensors.length * 12));
  tensors.forEach(({ bytes, first, last, pinned }, i) => {
    data.setUint32(12 * i, bytes, true);
    data.setUint16(12 * i + 4, first, true);
    data.setUint16(12 * i + 6, p.isInclusive ? last : last + 1, true);
    data.setInt32(12 * i + 8, pinned, true);
  });
  const input = t.constant(data);
  const output = t.buffer(tensors.length * 4);
  output.set(new Uint8Array(tensors.length * 4).fill(t.random.pick([0, 255, t.random.integer(1, 254)])));
  const arena = Number(t.call('plan_arena', input.address, tensors.length, output.address)) >>> 0;
  t.deepEqual(Array.from(input.bytes()), Array.from(new Uint8Array(data.buffer)), 'the tensors, which lie in flash');
  return { arena, offsets: Array.from(output.int32(), (offset) => offset >>> 0) };
}

const endOf = (p, tensors, offsets) =>
  Math.max(0, ...tensors.map(({ bytes }, i) => (bytes > 0 ? up(p, offsets[i] + bytes) : 0)));

// How many bytes two tensors at these offsets share while both live.
function shared(a, at, b, bAt) {
  if (a.bytes === 0 || b.bytes === 0 || !together(a, b)) return 0;
  return Math.max(0, Math.min(at + a.bytes, bAt + b.bytes) - Math.max(at, bAt));
}

const clashes = (tensors) => {
  const pinned = tensors.filter((x) => x.pinned !== anywhere);
  return pinned.some((a, i) => pinned.slice(0, i).some((b) => shared(a, a.pinned, b, b.pinned) > 0));
};

// What is wrong with a plan, or null.
function fault(p, tensors, { arena, offsets }) {
  if (arena === conflict) return 'a conflict is reported where there is none';
  for (let i = 0; i < tensors.length; i++) {
    const { pinned } = tensors[i];
    const name = `tensor ${i} (${lives(tensors[i])})`;
    if (pinned !== anywhere && offsets[i] !== pinned) return `${name} got offset ${offsets[i]}`;
    if (offsets[i] % p.align !== 0) return `${name} got offset ${offsets[i]}, no multiple of ${p.align}`;
    for (let j = 0; j < i; j++) {
      const bytes = shared(tensors[i], offsets[i], tensors[j], offsets[j]);
      if (bytes > 0)
        return `${name} at ${offsets[i]} shares ${bytes} B with tensor ${j} (${lives(tensors[j])}) at ${offsets[j]}`;
    }
  }
  const end = endOf(p, tensors, offsets);
  const stray = tensors.findIndex((x, i) => x.bytes === 0 && x.pinned === anywhere && offsets[i] > end);
  return stray >= 0 ? `tensor ${stray} of 0 bytes lies at ${offsets[stray]}, beyond the arena of ${end}` : null;
}

// Plans, holds plan and size against the contract, and gives the arena.
function right(t, p, tensors, what) {
  const made = plan(t, p, tensors);
  const found = fault(p, tensors, made);
  t.ok(found === null, `${what} is a right plan; ${found}`);
  t.equal(made.arena, endOf(p, tensors, made.offsets), `the size that plan_arena returns for ${what}`);
  return made.arena;
}

const listed = (tensors) => `a plan of ${tensors.map(lives).join('; ')}`;

// Greedy: pinned tensors where they are, then the others in this order, each in the first gap that takes it.
function greedy(p, tensors, order) {
  const placed = [];
  const place = (x, at) => {
    const above = placed.findIndex((y) => y.at > at);
    placed.splice(above < 0 ? placed.length : above, 0, { ...x, at });
    return at;
  };
  const offsets = new Map();
  for (const x of tensors) if (x.pinned !== anywhere) offsets.set(x, place(x, x.pinned));
  for (const x of order) {
    if (x.pinned !== anywhere) continue;
    let at = 0;
    for (const other of placed) {
      if (!together(x, other)) continue;
      if (other.at - at >= x.bytes) break;
      at = Math.max(at, up(p, other.at + other.bytes));
    }
    offsets.set(x, place(x, at));
  }
  return { offsets, arena: Math.max(...placed.map((x) => up(p, x.at + x.bytes))) };
}

const bySize = (p, tensors) =>
  greedy(
    p,
    tensors,
    [...tensors].sort((a, b) => b.bytes - a.bytes),
  );
const inOrder = (p, tensors) =>
  greedy(
    p,
    tensors,
    [...tensors].sort((a, b) => a.first - b.first),
  );

// A network: mostly a chain, with skips over a few steps and over many, branches, and scratch that lives for one step.
function network(t, count) {
  const tensors = [];
  const scale = t.random.pick([1, 1, t.random.integer(2, 40), t.random.integer(100, 400)]);
  const unit = () => (t.random.integer(1, 5) === 1 ? t.random.integer(4000, 16000) : t.random.integer(200, 6000));
  const bytes = () => unit() * scale - t.random.integer(0, scale - 1);
  for (let step = t.random.pick([0, 1, t.random.integer(2, 65000)]); tensors.length < count;) {
    const kind = t.random.integer(0, 9);
    const span = kind < 3 ? t.random.integer(2, 6) : kind === 3 ? t.random.integer(7, 20) : 1;
    tensors.push(tensor(bytes(), step, step + span));
    if (kind === 9 && tensors.length < count) tensors.push(tensor(bytes(), step, step));
    if (kind !== 8) step++;
  }
  return t.random.shuffle(tensors);
}

// Networks on which order of first use costs at least 8 % more than by size. Pins are taken from a plan, so they agree.
function tellingNetwork(t, p, count, pins = 0) {
  for (;;) {
    const tensors = network(t, count);
    const plain = inOrder(p, tensors);
    if (plain.arena < 1.08 * bySize(p, tensors).arena) continue;
    for (const x of t.random.shuffle(tensors).slice(0, pins)) x.pinned = plain.offsets.get(x);
    return tensors;
  }
}

// The mean ratio of the arena to that of the yardstick; each plan must be right.
function meanRatio(t, p, networks, most) {
  const ratios = networks.map((tensors, i) => {
    const pins = tensors.filter((x) => x.pinned !== anywhere).length;
    const what = `network ${i + 1} of ${tensors.length} tensors${pins > 0 ? `, ${pins} of them pinned` : ''}`;
    return right(t, p, tensors, what) / bySize(p, tensors).arena;
  });
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  t.note(`mean ratio to greedy by size: ${mean.toFixed(3)}`);
  t.ok(mean <= most, `the mean ratio to greedy by size, ${mean.toFixed(3)}, is at most ${most.toFixed(2)}`);
}

// Four have the most tensors, four others have pinned ones.
const twelve = (t, p) =>
  range(12).map((i) => {
    const count = i % 3 === 0 ? p.maxTensors : t.random.integer(20, t.random.pick([60, p.maxTensors]));
    return tellingNetwork(t, p, count, i % 3 === 2 ? t.random.integer(2, 5) : 0);
  });

const step = (id, visible, points, most, lesson) => ({
  id,
  visible,
  points,
  lesson,
  title: `Twelve networks within ${Math.round(100 * (most - 1))} % of greedy by size`,
  run: (t, p) => meanRatio(t, p, twelve(t, p), most),
});

// Pinned tensors that agree: each is drawn until it shares no byte with those before.
function agreeing(t, p, count) {
  const found = [];
  while (found.length < count) {
    const first = t.random.integer(0, 300);
    const bytes = t.random.pick([t.random.integer(1, 9 * p.align), p.align * t.random.integer(1, 9)]);
    const drawn = tensor(bytes, first, first + t.random.integer(0, 12), p.align * t.random.integer(0, 400));
    if (!clashes([...found, drawn])) found.push(drawn);
  }
  return found;
}

// A pinned tensor that just touches another one in space and time, or just misses it.
function neighbour(t, p, other) {
  const { align } = p;
  const end = other.pinned + other.bytes;
  const below = Math.min(other.pinned / align, t.random.integer(1, 6));
  const [pinned, bytes] = t.random.pick([
    [Math.floor((end - 1) / align) * align, t.random.integer(1, 6 * align)],
    [up(p, end), t.random.integer(1, 6 * align)],
    [other.pinned - below * align, below * align + 1],
    [other.pinned - below * align, below * align],
    [other.pinned, t.random.integer(1, other.bytes)],
    [other.pinned - below * align, below * align + other.bytes + t.random.integer(1, align)],
    [other.pinned + align * t.random.integer(0, Math.floor((other.bytes - 1) / align)), 0],
  ]);
  const span = t.random.integer(0, 5);
  const before = Math.max(0, other.first - span);
  const [first, last] = t.random.pick([
    [other.last, other.last + span],
    [other.last + 1, other.last + 1 + span],
    [before, other.first],
    [Math.min(before, other.first - 1), other.first - 1],
    [other.first, other.last],
  ]);
  return first < 0 ? tensor(bytes, other.first, other.first, pinned) : tensor(bytes, first, last, pinned);
}

function expectVerdict(t, p, tensors, what) {
  if (clashes(tensors)) t.equal(plan(t, p, tensors).arena, conflict, `what is returned for ${what}`);
  else right(t, p, tensors, what);
}

export const checks = [
  {
    id: 'no-overlap',
    visible: true,
    title: 'The network of the prompt and others of nine tensors get right plans',
    lesson: 'Two tensors may share bytes only if they never live at the same step.',
    points: 1.5,
    run(t, p) {
      const tensors = t.random.shuffle(p.example.tensors.map(({ bytes, first, last }) => tensor(bytes, first, last)));
      const arena = right(t, p, tensors, 'the plan of the prompt’s network');
      t.note(`arena ${arena} B; greedy by size needs ${p.example.bySize} B`);
      for (let i = 1; i <= 6; i++) {
        const other = network(t, 9);
        right(t, p, other, listed(other));
      }
    },
  },
  {
    id: 'lifetimes',
    visible: true,
    title: 'Lives that meet at one step, and lives that just miss each other',
    lesson: 'Whether the end of an interval belongs to it is a convention: read it, do not guess it.',
    points: 1.5,
    run(t, p) {
      // Lives that cross step 255 and step 32,767: a narrower or a signed type turns their order round.
      const rounds = [
        { first: [0, 9], mid: [10, 36], most: 40 },
        { first: [200, 255], mid: [256, 400], most: 401 },
        { first: [0, 32767], mid: [32768, 65000], most: lastStep(p) },
        { first: [500, 60000], mid: [60001, 65000], most: lastStep(p) },
      ];
      for (const { most, ...drawn } of rounds) {
        const size = p.align * t.random.integer(5, 40);
        const first = t.random.integer(...drawn.first);
        const mid = t.random.integer(...drawn.mid);
        const both = [tensor(size, first, mid), tensor(size, mid, most)];
        t.equal(right(t, p, both, listed(both)), 2 * size, `the arena of two tensors that both live at step ${mid}`);
        const miss = [tensor(size, mid + 1, most), tensor(size, first, mid)];
        t.equal(right(t, p, miss, listed(miss)), size, 'the arena of two tensors that never live together');
        const inside = [tensor(size, first, most), tensor(size, mid, mid)];
        for (const tensors of [inside, inside.toReversed()]) {
          t.equal(right(t, p, tensors, listed(tensors)), 2 * size, 'the arena of a life within a longer one');
        }
        const ends = [tensor(size, mid, most), tensor(size, most, most), tensor(size, first, most - 1)];
        t.equal(right(t, p, ends, listed(ends)), 2 * size, `the arena of lives that reach to step ${most}`);
      }
    },
  },
  {
    id: 'alignment',
    visible: true,
    title: 'Sizes that are no multiple of the alignment',
    lesson: 'Rounding belongs to every tensor; one byte too many costs a whole step of the alignment.',
    points: 1,
    run(t, p) {
      const { align } = p;
      for (let round = 0; round < 6; round++) {
        const odd = [1, align - 1, align, align + 1, t.random.integer(1, align)];
        const sizes = odd.map((bytes) => align * t.random.integer(0, 5) + bytes);
        const tensors = t.random.shuffle(
          sizes.map((bytes) => tensor(bytes, t.random.integer(0, 4), t.random.integer(4, 9))),
        );
        const sum = sizes.reduce((total, bytes) => total + up(p, bytes), 0);
        t.equal(right(t, p, tensors, listed(tensors)), sum, `the arena of ${tensors.map(lives).join('; ')}`);
      }
    },
  },
  {
    id: 'pinned',
    visible: true,
    title: 'Pinned tensors stay where they are, and the others keep clear of them',
    lesson: 'What hardware or another core has fixed is placed first; everything else goes round it.',
    points: 1.5,
    run(t, p) {
      const some = (lo, hi) => p.align * t.random.integer(lo, hi);
      const middle = [
        tensor(some(29, 32), 0, 4),
        tensor(some(8, 12), 1, 3, some(20, 28)),
        tensor(some(60, 70), 5, 6),
        tensor(some(1, 3), 2, 2),
      ];
      right(t, p, middle, listed(middle));
      const start = t.random.shuffle([
        tensor(some(20, 40), 0, 3),
        tensor(some(1, 4), 1, 2, 0),
        tensor(some(20, 40), 2, 9),
      ]);
      right(t, p, start, listed(start));
      const size = some(1, 9);
      const apart = t.random.shuffle([tensor(size, 0, 1, 0), tensor(size, 2, 3, 0), tensor(size, 1, 2)]);
      t.equal(
        right(t, p, apart, listed(apart)),
        2 * size,
        'the arena with two tensors pinned at offset 0 that never live together',
      );
      const far = [tensor(some(1, 9), 3, 3), tensor(some(1, 9) - 1, 3, 4, some(4000, 9000))];
      t.equal(
        right(t, p, far, listed(far)),
        far[1].pinned + up(p, far[1].bytes),
        'the arena with a tensor that is pinned far up',
      );
      for (let round = 0; round < 6; round++) {
        const tensors = tellingNetwork(t, p, t.random.integer(12, 30), t.random.integer(2, 8));
        right(t, p, tensors, listed(tensors));
      }
    },
  },
  step('peak-usable', true, 1, 1.5, 'A tensor’s bytes are free after its last reader.'),
  {
    id: 'throughput',
    visible: true,
    title: 'Plans of the most tensors stay within the instruction budget',
    lesson: 'Tensors kept sorted by offset make one pass find the gap; trying each offset again and again is cubic.',
    points: 1,
    run(t, p) {
      const count = p.maxTensors;
      const chain = range(count).map((i) => tensor(t.random.integer(1, 2000), i, i + 1));
      meanRatio(t, p, [tellingNetwork(t, p, count), tellingNetwork(t, p, count, 6), t.random.shuffle(chain)], 1.5);
      const crowd = range(count).map(() =>
        tensor(t.random.integer(1, 2000), t.random.integer(0, 9), t.random.integer(10, 19)),
      );
      const sum = crowd.reduce((total, { bytes }) => total + up(p, bytes), 0);
      t.equal(
        right(t, p, crowd, `a plan of ${count} tensors that all live together`),
        sum,
        'the arena of tensors that all live together',
      );
      const pinned = agreeing(t, p, count - 1);
      const loose = tensor(t.random.integer(1, 2000), 0, 9);
      expectVerdict(
        t,
        p,
        t.random.shuffle([...pinned, loose]),
        `${count} tensors, all but one of them pinned, without a conflict`,
      );
      const inside = { ...t.random.pick(pinned), bytes: 1 };
      expectVerdict(t, p, t.random.shuffle([...pinned, inside]), `${count} pinned tensors with a conflict`);
    },
  },
  step(
    'peak-good',
    false,
    1,
    1.25,
    'There are gaps under what is already placed: search them before you stack on top.',
  ),
  step(
    'peak-better',
    false,
    1.5,
    1.1,
    'Order of first use fragments the arena; small tensors early leave holes that no large one fits.',
  ),
  step(
    'peak-best',
    false,
    2,
    1.04,
    'Largest first, lowest gap that fits: what many runtimes do, because it is hard to beat for the price.',
  ),
  {
    id: 'pinned-conflict',
    visible: false,
    title: 'Pinned tensors that contradict each other are reported',
    lesson: 'A plan that cannot be kept must be refused before the model runs.',
    points: 1,
    run(t, p) {
      const { align } = p;
      const size = align * t.random.integer(3, 9);
      const stacked = range(6).map((i) => tensor(size, 0, 9, i * size));
      const nothing = stacked.map((x) => tensor(0, 0, 9, x.pinned + align));
      right(
        t,
        p,
        t.random.shuffle([...stacked, ...nothing]),
        'a plan of six pinned tensors that touch each other, and of six without bytes',
      );
      for (const other of stacked) {
        const doubled = [...stacked, tensor(1, 9, 12, other.pinned + align)];
        t.equal(plan(t, p, doubled).arena, conflict, `what is returned for ${doubled.map(lives).join('; ')}`);
        t.equal(plan(t, p, t.random.shuffle(doubled)).arena, conflict, 'what is returned for them in another order');
      }
      for (let round = 0; round < 60; round++) {
        const pinned = agreeing(t, p, t.random.integer(1, 12));
        const loose = network(t, t.random.integer(1, 6)).map((x) => ({ ...x, bytes: t.random.integer(0, 9 * align) }));
        const tensors = t.random.shuffle([...pinned, ...loose, neighbour(t, p, t.random.pick(pinned))]);
        expectVerdict(t, p, tensors, tensors.map(lives).join('; '));
      }
    },
  },
  {
    id: 'beside-pinned',
    visible: false,
    title: 'Room below and between pinned tensors is used',
    lesson: 'A pinned tensor in the middle of the arena splits it; both parts are still yours.',
    points: 1,
    run(t, p) {
      const a = p.align;
      for (let round = 0; round < 8; round++) {
        // Pinned tensors that all live together, with gaps between them, and others, one after another, that each fit
        // into the widest gap.
        const pinned = [];
        const gaps = range(t.random.integer(1, 6)).map(() => a * t.random.integer(1, 12));
        let at = 0;
        for (const gap of gaps) {
          const bytes = t.random.integer(1, 5 * a);
          pinned.push(tensor(bytes, 0, 20, at + gap));
          at = up(p, at + gap + bytes);
        }
        const widest = Math.max(...gaps);
        const loose = range(8).map((i) =>
          tensor(i === 0 ? widest : t.random.integer(widest - a + 1, widest), 2 * i, 2 * i + 1),
        );
        const nothing = tensor(0, 0, 20, a * t.random.integer(0, at / a));
        const tensors = t.random.shuffle([...pinned, ...loose, nothing]);
        t.equal(
          right(t, p, tensors, listed(tensors)),
          at,
          'the arena, in which each of the others fits beside the pinned tensors',
        );
      }
      for (let round = 0; round < 8; round++) {
        const pinned = agreeing(t, p, t.random.integer(1, 9)).map((x) => ({
          ...x,
          first: x.first % 9,
          last: (x.last % 9) + 9,
        }));
        if (clashes(pinned)) continue;
        const others = network(t, 30).map((x) => ({
          ...x,
          bytes: (x.bytes % (9 * a)) + 1,
          first: x.first % 60,
          last: (x.first % 60) + x.last - x.first,
        }));
        right(
          t,
          p,
          t.random.shuffle([...pinned, ...others]),
          `a plan of ${pinned.map(lives).join('; ')} and 30 others`,
        );
      }
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'No tensors, one tensor, tensors of no bytes, very large ones, and the most that there may be',
    lesson: 'A pruned branch leaves tensors of no bytes behind; they must not cost any.',
    points: 1,
    run(t, p) {
      const { align } = p;
      const same = range(p.maxTensors).map(() => tensor(align, 3, 3));
      t.equal(right(t, p, same, `a plan of ${p.maxTensors} equal tensors`), p.maxTensors * align, 'its arena');
      const one = [tensor(t.random.integer(1, align), 7, 7)];
      t.equal(right(t, p, one, listed(one)), align, 'the arena of one small tensor');
      t.equal(right(t, p, [], 'a plan of no tensors'), 0, 'the arena of no tensors');
      const size = align * t.random.integer(1, 30);
      const mixed = t.random.shuffle([
        tensor(0, 0, 9),
        tensor(size, 0, 4),
        tensor(0, 3, 3),
        tensor(size, 5, 9),
        tensor(0, 0, 9, 3 * size),
      ]);
      t.equal(right(t, p, mixed, listed(mixed)), size, 'the arena of tensors, some of which have no bytes');
      const nothing = range(t.random.integer(2, p.maxTensors)).map((i) => tensor(0, i, i + 2));
      t.equal(right(t, p, nothing, 'a plan of tensors of no bytes'), 0, 'its arena');
      const holes = range(p.maxTensors).map((i) => tensor(i % 2 === 0 ? 0 : size - 1, 0, i));
      t.equal(
        right(t, p, t.random.shuffle(holes), 'a plan of which every second tensor has no bytes'),
        Math.floor(p.maxTensors / 2) * size,
        'its arena',
      );
      const large = () => t.random.integer(150000000, 330000000);
      const three = t.random.shuffle([tensor(large(), 0, 1), tensor(large(), 1, 2), tensor(large(), 2, 3)]);
      right(t, p, three, 'a plan of hundreds of megabytes');
      const top = tensor(large(), 0, 2, 2 ** 30 - align * t.random.integer(1, 99));
      const four = t.random.shuffle([...three, top]);
      right(t, p, four, listed(four));
    },
  },
];
