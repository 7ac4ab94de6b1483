// The key: settings are matched as texts, shares are counted level by level. reference.yaml compares runs two by two.

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const keyOf = (r) => `${r.unit}/${r.room}/${r.governor}`;

// Nearest rank: the smallest value that at least the share q of the samples do not exceed.
const percentile = (list, q) => [...list].sort((a, b) => a - b)[Math.ceil(q * list.length) - 1];
function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[list.length / 2 - 1] + sorted[list.length / 2]) / 2;
}

// How unevenly the levels of a factor are shared out between the builds, in runs.
function imbalance(runs, factor) {
  const counts = new Map();
  for (const r of runs) counts.set(r[factor], (counts.get(r[factor]) ?? 0) + (r.build === 'A' ? 1 : -1));
  return [...counts.values()].reduce((sum, x) => sum + Math.abs(x), 0);
}

export function answerKey(p, figures) {
  const frames = figures.find((f) => f.id === 'frames').series[0].points.map(([, ms]) => ms);
  const warm = frames.slice(10);
  const p50 = median(warm);
  const runs = p.runs.map((r) => (r.n === p.rawRun ? { ...r, p50 } : r));
  const of = (build) => runs.filter((r) => r.build === build);
  const [before, after] = ['A', 'B'].map((build) => mean(of(build).map((r) => r.p50)));
  const slide = 100 * (after / before - 1);
  const partner = new Map(of('A').map((r) => [keyOf(r), r]));
  const pairs = of('B').filter((r) => partner.has(keyOf(r))).map((fresh) => ({ fresh, old: partner.get(keyOf(fresh)) }));
  const matched = 100 * mean(pairs.map(({ fresh, old }) => fresh.p50 / old.p50 - 1));
  const factors = ['unit', 'room', 'governor'].sort((x, y) => imbalance(runs, y) - imbalance(runs, x));
  const claim = Math.abs(matched) <= p.repeatability ? 'within' : matched > 0 ? 'slower' : 'faster';
  const isPair = (next) => {
    const there = runs.filter((r) => keyOf(r) === keyOf(next)).map((r) => r.build);
    return there.length === 1 && there[0] !== next.build;
  };
  const tail = (name) => {
    const { old, fresh } = p.pairs.find((pair) => pair.name === name.toUpperCase());
    return runs[fresh - 1].p95 / runs[old - 1].p95;
  };
  const rawShare = 100 / (8 * before);
  return {
    p50: {
      value: p50,
      unit: 'ms',
      tolerance: { relative: 0.005 },
      slips: [{ value: mean(warm), credit: 0.25, cause: 'This is the mean; slow frames pull it up.' }],
    },
    p95: {
      value: percentile(warm, 0.95),
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [{ value: percentile(frames, 0.95), credit: 0.25, cause: 'The ten frames of the warm-up are part of this percentile.' }],
    },
    slide: {
      value: slide,
      unit: '%',
      tolerance: { absolute: 0.1 },
      slips: [{ value: -slide, credit: 0.5, cause: 'A decrease is a negative change here.' }],
      carried: { from: 'p50', factor: rawShare, offset: slide - rawShare * p50 },
    },
    matched: {
      value: matched,
      unit: '%',
      tolerance: { absolute: 0.05 },
      slips: [{ value: -matched, credit: 0.5, cause: 'The sign is the other way round: an increase is positive.' }],
    },
    confounder: { value: factors[0], unit: '' },
    claim: { value: claim, unit: '' },
    next: { value: `n${p.further.findIndex(isPair) + 1}`, unit: '' },
    order: { value: ['p', 'q', 'r', 's'].sort((x, y) => tail(y) - tail(x)), unit: '' },
  };
}
