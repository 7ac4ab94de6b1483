// Sixteen runs of two firmware builds: four settings were run with both, eight with one alone. One factor (unit, room or governor)
// is not shared out evenly and makes the new build look fast. Drawn for one of three true outcomes with clear margins.

const round2 = (x) => Math.round(x * 100) / 100;
const governors = ['performance', 'schedutil'];
const rooms = [25, 50];

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (drawn !== null && isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const keyOf = ({ unit, room, governor }) => `${unit}/${room}/${governor}`;
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

// Settings for both builds, for the old one alone (slow level of the factor) and for the new one alone (fast level).
function settings(random, factor) {
  const units = factor === 'unit' ? [3, 4, 3, 4] : random.shuffle([1, 2, 3, 4, 5, 6]).slice(0, 4);
  const levels = random.shuffle([0, 1, 2, 3]);
  const both = units.map((unit, i) => ({ unit, room: rooms[levels[i] % 2], governor: governors[levels[i] >> 1] }));
  const alone = [0, 1, 2, 3].map(() => ({ unit: random.integer(1, 6), room: random.pick(rooms), governor: random.pick(governors) }));
  if (factor === 'unit') {
    const slow = alone.map((s, i) => ({ ...s, unit: 1 + (i % 2) }));
    return { both, old: slow, fresh: slow.map((s) => ({ ...s, unit: s.unit + 4 })) };
  }
  const level = factor === 'room' ? rooms : governors;
  return { both, old: alone.map((s) => ({ ...s, [factor]: level[1] })), fresh: alone.map((s) => ({ ...s, [factor]: level[0] })) };
}

function campaign(random, factor, wanted) {
  const { both, old, fresh } = settings(random, factor);
  if (new Set([...both, ...old, ...fresh].map(keyOf)).size !== 12) return null;
  const base = random.real(18, 42);
  const spread = factor === 'unit' ? [1.09, 1.1, 1, 0.99, 0.9, 0.89] : [1.02, 0.98, 1.01, 0.99, 1.03, 0.97];
  const size = { room: factor === 'room' ? random.real(1.17, 1.24) : random.real(1.04, 1.08), governor: factor === 'governor' ? random.real(1.17, 1.24) : random.real(1.04, 1.08) };
  const repeatability = random.integer(11, 18) / 10;
  const sign = { slower: 1, faster: -1, within: random.pick([1, -1]) }[wanted];
  const effect = 1 + (sign * repeatability * (wanted === 'within' ? random.real(0.1, 0.6) : random.real(1.8, 3))) / 100;
  const tails = random.shuffle([-0.05, 0.02, 0.1, 0.19]);
  const run = (s, build, tail) => {
    const p50 = base * spread[s.unit - 1] * (s.room === 50 ? size.room : 1) * (s.governor === 'schedutil' ? size.governor : 1) * (build === 'B' ? effect : 1) * (1 + random.real(-0.004, 0.004));
    return { ...s, build, p50: round2(p50), p95: round2(p50 * (1.18 + tail + random.real(-0.01, 0.01))) };
  };
  const runs = [
    ...both.map((s) => run(s, 'A', 0)),
    ...both.map((s, i) => run(s, 'B', tails[i])),
    ...old.map((s) => run(s, 'A', 0)),
    ...fresh.map((s) => run(s, 'B', random.real(-0.04, 0.15))),
  ];
  const pairs = both.map((_, i) => ({ old: runs[i], fresh: runs[i + 4] }));
  return { factor, wanted, runs, pairs, both, old, fresh, repeatability };
}

const change = (pairs, name) => pairs.map((p) => 100 * (p.fresh[name] / p.old[name] - 1));

function isTelling({ runs, pairs, repeatability, wanted }) {
  const of = (build) => mean(runs.filter((r) => r.build === build).map((r) => r.p50));
  const slide = 100 * (of('B') / of('A') - 1);
  const matched = mean(change(pairs, 'p50'));
  const tails = change(pairs, 'p95').sort((x, y) => x - y);
  const isOutside = { slower: matched > 1.4 * repeatability, faster: matched < -1.4 * repeatability, within: Math.abs(matched) < 0.75 * repeatability && Math.abs(matched) > 0.08 }[wanted];
  return isOutside && slide < -4 && matched - slide > 4 && tails.every((x, i) => i === 0 || x - tails[i - 1] > 2.5);
}

// Ninety frames of one run: the first ten warm up, one in nine meets other work.
function framesOf(random, { p50, p95 }) {
  return Array.from({ length: 90 }, (_, i) => {
    const slow = i < 10 ? random.real(1.25, 2.1) : random.real(0, 1) < 0.11 ? (p95 / p50) * random.real(0.95, 1.12) : random.real(0.97, 1.03);
    return [i + 1, round2(p50 * slow)];
  });
}

const rank = (list, q) => [...list].sort((x, y) => x - y)[Math.ceil(q * list.length) - 1];

function isClearRaw(points) {
  const all = points.map(([, ms]) => ms);
  const warm = all.slice(10);
  const sorted = [...warm].sort((x, y) => x - y);
  const p95 = rank(warm, 0.95);
  const isApart = (x, y) => Math.abs(x / y - 1) > 0.02;
  const interpolated = sorted[75] * 0.95 + sorted[76] * 0.05;
  const others = [rank(all, 0.95), rank(warm, 0.9), Math.max(...warm)];
  return others.every((x) => isApart(x, p95)) && Math.abs(interpolated / p95 - 1) < 0.006 && isApart(mean(warm), rank(warm, 0.5));
}

// Four further runs, one of which makes a new comparable pair.
function furtherRuns(random, { both, old, fresh }) {
  const used = new Set([...both, ...old, ...fresh].map(keyOf));
  const free = random.shuffle([1, 2, 3, 4, 5, 6].flatMap((unit) => rooms.flatMap((room) => governors.map((governor) => ({ unit, room, governor })))).filter((s) => !used.has(keyOf(s))));
  const isNew = random.pick([true, false]);
  const right = isNew ? { ...random.pick(old), build: 'B' } : { ...random.pick(fresh), build: 'A' };
  return random.shuffle([right, { ...random.pick(both), build: right.build }, { ...free[0], build: 'B' }, { ...free[1], build: 'A' }]);
}

export function variant(random) {
  const factor = random.pick(['unit', 'room', 'governor']);
  const wanted = random.pick(['slower', 'faster', 'within']);
  const drawn = drawUntil(() => campaign(random, factor, wanted), isTelling);
  const major = random.integer(3, 9);
  const names = { A: `${major}.${random.integer(0, 4)}`, B: `${major}.${random.integer(5, 9)}` };
  const runs = random.shuffle(drawn.runs).map((r, i) => ({ ...r, n: i + 1, name: names[r.build] }));
  const isSame = (r, s) => r.build === s.build && keyOf(r) === keyOf(s);
  const numberOf = (s) => runs.find((r) => isSame(r, s)).n;
  const raw = runs[numberOf({ ...random.pick(drawn.fresh), build: 'B' }) - 1];
  const frames = drawUntil(() => framesOf(random, raw), isClearRaw);
  const shown = runs.map((r) => (r.n === raw.n ? { ...r, p50: null, p95: null } : r));
  return {
    parameters: {
      names,
      repeatability: drawn.repeatability,
      runs: shown,
      rawRun: raw.n,
      pairs: random.shuffle(drawn.pairs).map((pair, i) => ({ name: 'PQRS'[i], old: numberOf(pair.old), fresh: numberOf(pair.fresh) })),
      further: furtherRuns(random, drawn).map((r) => ({ ...r, name: names[r.build] })),
    },
    figures: [
      {
        id: 'frames',
        title: `Figure 1. Latency of the frames of run ${raw.n}`,
        type: 'scatter',
        x: { label: 'Frame' },
        y: { label: 'Latency', unit: 'ms' },
        series: [{ name: 'Latency', points: frames }],
        description: 'Latency of ninety frames of one run: the first ten are slow, the others lie on a plateau with some slow ones among them.',
      },
      {
        id: 'medians',
        title: 'Figure 2. Median latency of the other runs',
        type: 'bar',
        x: { label: 'Run' },
        y: { label: 'Median latency', unit: 'ms' },
        series: ['A', 'B'].map((build) => ({ name: `Build ${names[build]}`, points: shown.filter((r) => r.build === build && r.p50 !== null).map((r) => [r.n, r.p50]) })),
        description: 'Median latency of fifteen runs, by build. The bars of the newer build are lower on the whole, but not in every place.',
      },
    ],
  };
}
