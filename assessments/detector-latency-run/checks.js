// The key, from the figures alone, by sorting and averaging. reference.yaml gets there by counting and by other figures.

const pointsOf = (figures, id) => figures.find((f) => f.id === id).series[0].points;
const values = (points, from, to) => points.filter(([t]) => t >= from && t < to).map(([, y]) => y);
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

// Nearest rank: the smallest value that at least the share q of the samples do not exceed.
function percentile(list, q) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.ceil(q * sorted.length) - 1];
}

function warmupFrames(points) {
  const tail = points.slice(20).map(([, ms]) => ms).sort((a, b) => a - b);
  const middle = (tail[9] + tail[10]) / 2;
  return points.findLastIndex(([, ms]) => Math.abs(ms / middle - 1) > 0.1) + 1;
}

export function answerKey(p, figures) {
  const run = pointsOf(figures, 'run');
  const onset = pointsOf(figures, 'clock').find(([, mhz]) => mhz < p.nominalMHz)[0];
  const otherStages = p.preMs + p.postMs;
  const coolMs = mean(values(run, 60, onset));
  const hotMs = mean(values(run, 900, 1200));
  const coolRate = 1000 / (coolMs + otherStages);
  const hotRate = 1000 / (hotMs + otherStages);
  const claim = hotRate >= p.requiredRate ? 'sustained' : coolRate >= p.requiredRate ? 'until-throttling' : 'never';

  const order = figures
    .find((f) => f.id === 'builds')
    .series.map((s) => ({ build: `p${s.name.at(-1)}`, ms: mean(values(s.points, 900, 1200)) }))
    .sort((a, b) => a.ms - b.ms)
    .map(({ build }) => build);

  return {
    warmupFrames: { value: warmupFrames(pointsOf(figures, 'startup')), unit: '', tolerance: { absolute: 0 } },
    onset: { value: onset, unit: 's', tolerance: { absolute: 6 } },
    p50: { value: percentile(values(run, 60, onset), 0.5), unit: 'ms', tolerance: { relative: 0.01 } },
    p99: {
      value: percentile(values(run, 60, 1200), 0.99),
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [{ value: percentile(values(run, 0, 1200), 0.99), credit: 0.25, cause: 'The first minute, in which services still start, is part of this percentile.' }],
    },
    sustainedRate: {
      value: hotRate,
      unit: 'fps',
      tolerance: { relative: 0.01 },
      slips: [
        { value: 1000 / hotMs, credit: 0.25, cause: 'The trace covers inference alone; the frame also waits for the other stages.' },
        { value: coolRate, credit: 0.25, cause: 'This is the rate before throttling, not the sustained one.' },
      ],
    },
    claim: { value: claim, unit: '' },
    order: { value: order, unit: '' },
  };
}
