// The checks: a plan is first held against the contract, pair by pair, and then its arena against greedy by size.

const anywhere = -1;
const conflict = 0xffffffff;
const up = (p, bytes) => Math.ceil(bytes / p.align) * p.align;

// Lives are kept here as first and last step, both included; the struct gets what the header asks for.
const together = (a, b) => a.first <= b.last && b.first <= a.last;
const tensor = (bytes, first, last, pinned = anywhere) => ({ bytes, first, last, pinned });
const lives = ({ bytes, first, last, pinned }) => `${bytes} B at steps ${first} to ${last}${pinned === anywhere ? '' : `, pinned at ${pinned}`}`;

function plan(t, p, tensors) {
  const data = new DataView(new ArrayBuffer(Math.max(12, tensors.length * 12)));
  tensors.forEach(({ bytes, first, last, pinned }, i) => {
    data.setUint32(12 * i, bytes, true);
    data.setUint16(12 * i + 4, first, true);
    data.setUint16(12 * i + 6, p.isInclusive ? last : last + 1, true);
    data.setInt32(12 * i + 8, pinned, true);
  });
  const input = t.buffer(data);
  const output = t.buffer(tensors.length * 4);
  const arena = Number(t.call('plan_arena', input.address, tensors.length, output.address)) >>> 0;
  t.deepEqual(Array.from(input.bytes()), Array.from(new Uint8Array(data.buffer)), 'the tensors, which lie in flash');
  return { arena, offsets: Array.from(output.int32(), (offset) => offset >>> 0) };
}

const endOf = (p, tensors, offsets) => Math.max(0, ...tensors.map(({ bytes }, i) => (bytes > 0 ? up(p, offsets[i] + bytes) : 0)));

// What is wrong with a plan, or null.
function fault(p, tensors, { arena, offsets }) {
  if (arena === conflict) return 'a conflict is reported where there is none';
  for (let i = 0; i < tensors.length; i++) {
    const { bytes, pinned } = tensors[i];
    const name = `tensor ${i} (${lives(tensors[i])})`;
    if (pinned !== anywhere && offsets[i] !== pinned) return `${name} got offset ${offsets[i]}`;
    if (offsets[i] % p.align !== 0) return `${name} got offset ${offsets[i]}, no multiple of ${p.align}`;
    for (let j = 0; j < i; j++) {
      const shared = Math.min(offsets[i] + bytes, offsets[j] + tensors[j].bytes) - Math.max(offsets[i], offsets[j]);
      if (bytes > 0 && tensors[j].bytes > 0 && shared > 0 && together(tensors[i], tensors[j]))
        return `${name} at ${offsets[i]} shares ${shared} bytes with tensor ${j} (${lives(tensors[j])}) at ${offsets[j]}`;
    }
  }
  const end = endOf(p, tensors, offsets);
  const stray = tensors.findIndex((x, i) => x.bytes === 0 && x.pinned === anywhere && offsets[i] > end);
  return stray >= 0 ? `tensor ${stray} of 0 bytes lies at ${offsets[stray]}, beyond the arena of ${end}` : null;
}

// Plans, holds the plan against the contract, and gives the arena that its offsets need.
function right(t, p, tensors, what, isSizeCompared = false) {
  const made = plan(t, p, tensors);
  const found = fault(p, tensors, made);
  t.ok(found === null, `${what} is a right plan; ${found}`);
  const arena = endOf(p, tensors, made.offsets);
  if (isSizeCompared) t.equal(made.arena, arena, `the size that plan_arena returns for ${what}`);
  return arena;
}

// Greedy: tensors in this order, each in the first gap that takes it.
function greedy(p, tensors, order) {
  const placed = [];
  for (const x of order) {
    let at = 0;
    for (const other of placed.filter((y) => together(x, y))) {
      if (other.at - at >= x.bytes) break;
      at = Math.max(at, up(p, other.at + other.bytes));
    }
    placed.push({ ...x, at });
    placed.sort((a, b) => a.at - b.at);
  }
  return Math.max(...placed.map((x) => up(p, x.at + x.bytes)));
}

const bySize = (p, tensors) => greedy(p, tensors, [...tensors].sort((a, b) => b.bytes - a.bytes));
const inOrder = (p, tensors) => greedy(p, tensors, [...tensors].sort((a, b) => a.first - b.first));

// A network: mostly a chain, with skips over a few steps and over many, branches, and scratch that lives for one step.
function network(t, count) {
  const tensors = [];
  const bytes = () => (t.random.integer(1, 5) === 1 ? t.random.integer(4000, 16000) : t.random.integer(200, 6000));
  for (let step = 0; tensors.length < count;) {
    const kind = t.random.integer(0, 9);
    const span = kind < 3 ? t.random.integer(2, 6) : kind === 3 ? t.random.integer(7, 20) : 1;
    tensors.push(tensor(bytes(), step, step + span));
    if (kind === 9 && tensors.length < count) tensors.push(tensor(bytes(), step, step));
    if (kind !== 8) step++;
  }
  return t.random.shuffle(tensors);
}

// Networks on which order of first use costs at least 8 % more than by size.
function tellingNetwork(t, p) {
  for (;;) {
    const tensors = network(t, t.random.integer(20, 60));
    if (inOrder(p, tensors) >= 1.08 * bySize(p, tensors)) return tensors;
  }
}

function meanRatio(t, p, most) {
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    const tensors = tellingNetwork(t, p);
    sum += right(t, p, tensors, `network ${i + 1} of ${tensors.length} tensors`) / bySize(p, tensors) / 12;
  }
  t.note(`mean ratio to greedy by size: ${sum.toFixed(3)}`);
  t.ok(sum <= most, `the mean ratio to greedy by size, ${sum.toFixed(3)}, is at most ${most.toFixed(2)}`);
}

const step = (id, visible, points, most, lesson) => ({
  id,
  visible,
  points,
  lesson,
  title: `Twelve networks within ${Math.round(100 * (most - 1))} % of greedy by size`,
  run: (t, p) => meanRatio(t, p, most),
});

export const checks = [
  {
    id: 'no-overlap',
    visible: true,
    title: 'The network of the prompt gets a right plan',
    lesson: 'Two tensors may share bytes only if they never live at the same step.',
    points: 1.5,
    run(t, p) {
      const tensors = p.example.tensors.map(({ bytes, first, last }) => tensor(bytes, first, last));
      const arena = right(t, p, tensors, 'the plan of the prompt’s network', true);
      t.note(`arena ${arena} B; greedy by size needs ${p.example.bySize} B`);
    },
  },
  {
    id: 'lifetimes',
    visible: true,
    title: 'Lives that meet at one step, and lives that just miss each other',
    lesson: 'Whether the end of an interval belongs to it is a convention: read it, do not guess it.',
    points: 1.5,
    run(t, p) {
      const size = p.align * t.random.integer(5, 40);
      const meet = [tensor(size, 0, 3), tensor(size, 3, 5)];
      t.equal(right(t, p, meet, 'a plan of two tensors that both live at step 3'), 2 * size, 'the arena of two tensors that both live at step 3');
      const miss = [tensor(size, 0, 3), tensor(size, 4, 5)];
      t.equal(right(t, p, miss, 'a plan of two tensors that never live together'), size, 'the arena of a tensor at steps 0 to 3 and one at steps 4 to 5');
      const spans = [tensor(size, 65000, 65534), tensor(size, 65534, 65534), tensor(size, 1, 65533)];
      t.equal(right(t, p, spans, 'a plan at the last steps'), 2 * size, 'the arena of lives that reach to step 65534');
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
      const tensors = [tensor(3 * align + 1, 0, 1), tensor(2 * align - 1, 1, 2), tensor(1, 1, 3), tensor(align, 0, 2)];
      t.equal(right(t, p, tensors, 'a plan of odd sizes', true), 8 * align, `the arena of ${tensors.map(lives).join('; ')}`);
    },
  },
  {
    id: 'pinned',
    visible: true,
    title: 'Pinned tensors stay where they are, and the others keep clear of them',
    lesson: 'What hardware or another core has fixed is placed first; everything else goes round it.',
    points: 1.5,
    run(t, p) {
      const at = p.align * t.random.integer(20, 28);
      const tensors = [tensor(p.align * 30, 0, 4), tensor(p.align * 10, 1, 3, at), tensor(p.align * 60, 5, 6), tensor(p.align * 2, 2, 2)];
      right(t, p, tensors, `a plan of ${tensors.map(lives).join('; ')}`, true);
      const free = [tensor(64, 0, 1, 0), tensor(64, 2, 3, 0), tensor(64, 1, 2)];
      t.equal(right(t, p, free, 'a plan with two pinned tensors at offset 0 that never live together'), 128, 'its arena');
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
      right(t, p, network(t, count), `a plan of ${count} tensors`);
      const crowd = Array.from({ length: count }, () => tensor(t.random.integer(1, 2000), t.random.integer(0, 9), t.random.integer(10, 19)));
      const sum = crowd.reduce((total, { bytes }) => total + up(p, bytes), 0);
      t.equal(right(t, p, crowd, `a plan of ${count} tensors that all live together`), sum, 'the arena of tensors that all live together');
      const chain = Array.from({ length: count }, (_, i) => tensor(t.random.integer(1, 2000), i, i + 1));
      right(t, p, chain, `a plan of a chain of ${count} tensors`);
    },
  },
  step('peak-good', false, 1, 1.25, 'There are gaps under what is already placed: search them before you stack on top.'),
  step('peak-better', false, 1.5, 1.1, 'Order of first use fragments the arena; small tensors early leave holes that no large one fits.'),
  step('peak-best', false, 2, 1.04, 'Largest first, lowest gap that fits: what many runtimes do, because it is hard to beat for the price.'),
  {
    id: 'pinned-conflict',
    visible: false,
    title: 'Pinned tensors that contradict each other are reported',
    lesson: 'A plan that cannot be kept must be refused before the model runs.',
    points: 1,
    run(t, p) {
      const { align } = p;
      const size = 4 * align;
      const clash = [tensor(size, 0, 1), tensor(size, 2, 5, 8 * align), tensor(size, 5, 7, 11 * align), tensor(size, 9, 9, 0)];
      t.equal(plan(t, p, clash).arena, conflict, `what is returned for ${clash.map(lives).join('; ')}`);
      const inside = [tensor(9 * align, 0, 3, 0), tensor(1, 3, 3, 4 * align)];
      t.equal(plan(t, p, inside).arena, conflict, `what is returned for ${inside.map(lives).join('; ')}`);
      for (const well of [
        [tensor(size, 2, 4, 8 * align), tensor(size, 5, 7, 11 * align)],
        [tensor(size - 1, 2, 5, 8 * align), tensor(size, 5, 7, 12 * align)],
        [tensor(size, 2, 5, 8 * align), tensor(0, 5, 7, 9 * align)],
      ]) {
        t.equal(right(t, p, well, `a plan of ${well.map(lives).join('; ')}`), well.reduce((end, x) => (x.bytes ? x.pinned + size : end), 0), 'its arena');
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
      const below = [tensor(6 * a, 1, 4, 10 * a), tensor(10 * a, 0, 5), tensor(0, 0, 9, 3 * a)];
      t.equal(right(t, p, below, `a plan of ${below.map(lives).join('; ')}`), 16 * a, 'the arena, in which the second tensor fits below the first');
      const between = [tensor(6 * a, 1, 4, 9 * a), tensor(4 * a, 1, 3, 0), tensor(5 * a - 1, 3, 5)];
      t.equal(right(t, p, between, `a plan of ${between.map(lives).join('; ')}`), 15 * a, 'the arena, in which the third tensor fits between the others');
      for (let round = 0; round < 8; round++) {
        const pinned = [0, 1, 2].map((i) => tensor(t.random.integer(1, 12 * a), i, i + t.random.integer(0, 9), a * (20 * i + t.random.integer(3, 7))));
        const others = network(t, 30).map((x) => ({ ...x, bytes: (x.bytes % (9 * a)) + 1 }));
        right(t, p, t.random.shuffle([...pinned, ...others]), `a plan of ${pinned.map(lives).join('; ')} and 30 others`);
      }
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'No tensors, one tensor, tensors of no bytes, and the most that there may be',
    lesson: 'A pruned branch leaves tensors of no bytes behind; they must not cost any.',
    points: 1,
    run(t, p) {
      const { align } = p;
      t.equal(right(t, p, [], 'a plan of no tensors', true), 0, 'the arena of no tensors');
      t.equal(right(t, p, [tensor(1, 7, 7)], 'a plan of one byte'), align, 'the arena of one byte');
      t.equal(right(t, p, [tensor(0, 0, 5), tensor(0, 1, 2)], 'a plan of no bytes', true), 0, 'the arena of two tensors of no bytes');
      const mixed = [tensor(0, 0, 9), tensor(2 * align, 0, 4), tensor(0, 3, 3), tensor(2 * align, 5, 9)];
      t.equal(right(t, p, mixed, 'a plan with tensors of no bytes'), 2 * align, 'its arena');
      const large = [tensor(300000000, 0, 1), tensor(200000000, 1, 2), tensor(310000000, 2, 3)];
      right(t, p, large, 'a plan of hundreds of megabytes');
      const same = Array.from({ length: p.maxTensors }, () => tensor(align, 3, 3));
      t.equal(right(t, p, same, `a plan of ${p.maxTensors} equal tensors`), p.maxTensors * align, 'its arena');
    },
  },
];
