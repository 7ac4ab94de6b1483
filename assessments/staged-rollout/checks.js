// The key, by Wilson's closed form. reference.yaml solves the score equation instead.

const sum = (list) => list.reduce((total, x) => total + x, 0);

function wilson(failures, devices, z) {
  const p = failures / devices;
  const scale = 1 + (z * z) / devices;
  const centre = (p + (z * z) / (2 * devices)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / devices + (z * z) / (4 * devices * devices));
  return { lower: centre - half, upper: centre + half };
}

export function answerKey(p, figures) {
  const failures = figures.find((f) => f.id === 'failures').series.map((s) => s.points[s.points.length - 1][1]);
  const devices = p.revisions.map((r) => r.updated);
  const rates = failures.map((f, i) => f / devices[i]);
  const worst = rates.indexOf(Math.max(...rates));
  const limit = p.limitPercent / 100;
  const all = wilson(sum(failures), sum(devices), p.z);
  const others = wilson(sum(failures) - failures[worst], sum(devices) - devices[worst], p.z);
  const own = wilson(failures[worst], devices[worst], p.z);

  let decision = all.upper < limit ? 'continue' : 'hold';
  if (own.lower > limit) decision = 'halt-revision';
  if (others.lower > limit) decision = 'halt-all';

  const pooled = sum(failures) / sum(devices);
  const expected = sum(p.revisions.map((r, i) => (r.fleet - r.updated) * rates[i]));
  const exact = Math.ceil(Math.log(0.05) / Math.log(1 - limit));
  const normal = pooled + p.z * Math.sqrt((pooled * (1 - pooled)) / sum(devices));
  return {
    rate: { value: 100 * pooled, unit: '%', tolerance: { relative: 0.005 } },
    upperBound: {
      value: 100 * all.upper,
      unit: '%',
      tolerance: { relative: 0.005 },
      slips: [{ value: 100 * normal, credit: 0.5, cause: 'This is the Wald interval, which is too short for small rates.' }],
    },
    order: { value: ['r1', 'r2', 'r3', 'r4'].sort((a, b) => rates[b[1] - 1] - rates[a[1] - 1]), unit: '' },
    expected: {
      value: expected,
      unit: '',
      tolerance: { relative: 0.01 },
      slips: [{ value: pooled * (p.fleetTotal - p.updatedTotal), credit: 0.25, cause: 'The stage has another mix of revisions than the rest of the fleet.' }],
    },
    decision: { value: decision, unit: '' },
    cleanDevices: {
      value: exact,
      unit: '',
      tolerance: { absolute: 1 },
      slips: [{ value: Math.ceil(3 / limit), credit: 0.75, cause: 'The rule of three is a good approximation; the exact number is a little smaller.' }],
    },
  };
}
