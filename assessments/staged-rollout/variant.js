// Draws a stage of an update: devices and failures by revision, under one of four outcomes of the stopping rule. The worst revision
// is rare in the stage and common in the fleet, so that the pooled rate misleads. Bounds keep clear of the limit.

const z = 1.96;

function wilson(failures, devices) {
  const p = failures / devices;
  const scale = 1 + (z * z) / devices;
  const centre = (p + (z * z) / (2 * devices)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / devices + (z * z) / (4 * devices * devices));
  return { lower: centre - half, upper: centre + half };
}

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const sum = (list) => list.reduce((total, x) => total + x, 0);

// The rule of the prompt.
function decide(devices, failures, worst, limit) {
  const others = wilson(sum(failures) - failures[worst], sum(devices) - devices[worst]);
  const all = wilson(sum(failures), sum(devices));
  if (others.lower > limit) return 'halt-all';
  if (wilson(failures[worst], devices[worst]).lower > limit) return 'halt-revision';
  return all.upper < limit ? 'continue' : 'hold';
}

// Every bound that the rule looks at is at least 5 % away from the limit.
function isClear(devices, failures, worst, limit) {
  const others = wilson(sum(failures) - failures[worst], sum(devices) - devices[worst]);
  const own = wilson(failures[worst], devices[worst]);
  const all = wilson(sum(failures), sum(devices));
  return [others.lower, own.lower, all.upper].every((bound) => Math.abs(bound / limit - 1) > 0.05);
}

// Rates of the worst revision and of the others, in units of the limit, that make each outcome likely.
const regimes = {
  continue: { worst: [0.6, 1.2], others: [0.1, 0.5] },
  hold: { worst: [1.2, 2.4], others: [0.4, 0.9] },
  'halt-revision': { worst: [4, 8], others: [0.15, 0.7] },
  'halt-all': { worst: [4, 8], others: [2, 3.4] },
};

function stage(random) {
  const wanted = random.pick(Object.keys(regimes));
  const limit = random.pick([0.01, 0.012, 0.015, 0.02]);
  return drawUntil(
    () => {
      const worst = random.integer(0, 3);
      const devices = [0, 1, 2, 3].map((i) => (i === worst ? random.integer(110, 200) : random.integer(280, 620)));
      const { worst: bad, others } = regimes[wanted];
      const failures = devices.map((n, i) => Math.max(1, Math.round(n * limit * (i === worst ? random.real(...bad) : random.real(...others)))));
      const fleet = [0, 1, 2, 3].map((i) => (i === worst ? random.integer(3600, 4800) : random.integer(2000, 3000)));
      return { wanted, limit, worst, devices, failures, fleet };
    },
    ({ devices, failures, worst, fleet }) => {
      const rates = failures.map((f, i) => f / devices[i]);
      const sorted = [...rates].sort((a, b) => b - a);
      const isOrdered = sorted.every((r, i) => i === 0 || sorted[i - 1] / r > 1.08) && sorted[0] === rates[worst];
      const expected = sum(fleet.map((n, i) => (n - devices[i]) * rates[i]));
      const pooled = (sum(fleet) - sum(devices)) * (sum(failures) / sum(devices));
      return isOrdered && Math.abs(pooled / expected - 1) > 0.06 && isClear(devices, failures, worst, limit) && decide(devices, failures, worst, limit) === wanted;
    },
  );
}

// Cumulative failures by hour: most come within the first hours after the update, the last in hour 48 at the latest.
function cumulative(random, failures) {
  const hours = Array.from({ length: failures }, () => Math.min(47, Math.floor(-Math.log(1 - random.real(0, 1)) * 9)));
  return Array.from({ length: 49 }, (_, hour) => [hour, hours.filter((h) => h < hour).length]);
}

export function variant(random) {
  const { limit, devices, failures, fleet } = stage(random);
  const previous = devices.map(() => Math.round(random.real(0.001, limit * 0.6) * 10000) / 100);
  const revisions = [0, 1, 2, 3].map((i) => ({ name: `Revision ${i + 1}`, fleet: fleet[i], updated: devices[i], previous: previous[i] }));
  return {
    parameters: {
      limitPercent: Math.round(limit * 10000) / 100,
      z,
      revisions,
      fleetTotal: sum(fleet),
      updatedTotal: sum(devices),
      build: `${random.integer(3, 9)}.${random.integer(0, 20)}.${random.integer(0, 9)}`,
    },
    figures: [
      {
        id: 'failures',
        title: 'Figure 1. Failed updates since the start of the stage',
        type: 'line',
        x: { label: 'Time since the start of the stage', unit: 'h' },
        y: { label: 'Failed devices, cumulative' },
        series: failures.map((count, i) => ({ name: `Revision ${i + 1}`, points: cumulative(random, count) })),
        description: 'Failed devices against time for each of four hardware revisions: steep at first, flat towards the end of 48 hours.',
      },
      {
        id: 'previous',
        title: 'Figure 2. Failure rate of the previous update',
        type: 'bar',
        x: { label: 'Hardware revision' },
        y: { label: 'Failure rate', unit: '%' },
        series: [{ name: 'Previous update', points: previous.map((rate, i) => [i + 1, rate]) }],
        description: 'Failure rate of the previous update for each hardware revision; all are below the limit.',
      },
    ],
  };
}
