// Simulates a power rail: three bursts, each with wake-up, inference (marked by a pin) and tail, over a quiet sleep floor. Drawn
// until the four parts of the product's period differ clearly and the vendor's figure fits one quantity only.

const round2 = (x) => Math.round(x * 100) / 100;
const stepMs = 2;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 5000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

function trace(random) {
  const sleep = random.real(3, 9);
  const wake = { steps: random.integer(8, 34), power: random.real(60, 110) };
  const infer = { steps: random.integer(12, 34), power: random.real(130, 270) };
  const tail = { steps: random.integer(12, 90), power: sleep * random.real(6.5, 12) };
  const gap = random.integer(90, 130);
  const power = [];
  const marker = [];
  const emit = (steps, level, spread, marked) => {
    for (let i = 0; i < steps; i++) {
      const t = power.length * stepMs;
      power.push([t, round2(level(i) * (1 + random.real(-spread, spread)))]);
      marker.push([t, marked]);
    }
  };
  emit(30, () => sleep, 0.06, 0);
  for (let burst = 0; burst < 3; burst++) {
    emit(wake.steps, () => wake.power, 0.08, 0);
    // A layer that waits for memory draws less: every fifth pair of samples dips.
    emit(infer.steps, (i) => infer.power * (i % 10 < 2 ? 0.72 : 1), 0.07, 1);
    emit(tail.steps, (i) => tail.power * (1 - (0.3 * i) / tail.steps), 0.08, 0);
    emit(gap, () => sleep, 0.06, 0);
  }
  return { power, marker };
}

const energy = (samples) => samples.reduce((sum, mw) => sum + mw * stepMs, 0) / 1000;

// The quantities of the three bursts, as the key computes them.
function measure({ power, marker }, period) {
  const quiet = power.slice(0, 30).map(([, mw]) => mw).sort((a, b) => a - b);
  const sleepMw = (quiet[14] + quiet[15]) / 2;
  const parts = { wake: [], inference: [], tail: [] };
  let state = 'sleep';
  power.forEach(([, mw], i) => {
    if (mw <= 2 * sleepMw) state = 'sleep';
    else if (marker[i][1] === 1) state = 'inference';
    else if (state === 'sleep' || state === 'wake') state = 'wake';
    else state = 'tail';
    if (state !== 'sleep') parts[state].push(mw);
  });
  const per = (list) => energy(list) / 3;
  const burstSeconds = ((parts.wake.length + parts.inference.length + parts.tail.length) * stepMs) / 3000;
  const shares = {
    wake: per(parts.wake),
    inference: per(parts.inference),
    tail: per(parts.tail),
    sleep: sleepMw * (period - burstSeconds),
  };
  const inferenceSeconds = (parts.inference.length * stepMs) / 3000;
  return { shares, sleepMw, inferenceSeconds, peak: Math.max(...parts.inference) };
}

export function variant(random) {
  const drawn = drawUntil(
    () => {
      const data = trace(random);
      const period = random.pick([0.5, 1, 1.5, 2, 2.5, 3, 4, 5]);
      const measured = measure(data, period);
      const { shares, sleepMw, inferenceSeconds, peak } = measured;
      const figures = {
        gross: shares.inference,
        net: shares.inference - sleepMw * inferenceSeconds,
        burst: shares.wake + shares.inference + shares.tail,
        peak: peak * inferenceSeconds,
      };
      const chosen = random.pick(['gross', 'net', 'burst', 'peak']);
      const meanOfTrace = data.power.reduce((sum, [, mw]) => sum + mw, 0) / data.power.length;
      const averagePower = Object.values(shares).reduce((sum, mj) => sum + mj, 0) / period;
      return { data, period, shares, figures, meanOfTrace, averagePower, vendorEnergy: round2(figures[chosen]) };
    },
    ({ shares, figures, meanOfTrace, averagePower }) => {
      const sorted = Object.values(shares).sort((a, b) => b - a);
      const apart = sorted.every((x, i) => i === 0 || sorted[i - 1] / x > 1.12);
      const quoted = Object.values(figures).sort((a, b) => a - b);
      return apart && Math.abs(meanOfTrace / averagePower - 1) > 0.05 && quoted.every((x, i) => i === 0 || x / quoted[i - 1] > 1.018);
    },
  );
  const { data, period, vendorEnergy } = drawn;
  const line = (id, title, label, unit, points, description) => ({
    id,
    title,
    type: 'line',
    x: { label: 'Time', unit: 'ms' },
    y: unit === '' ? { label } : { label, unit },
    series: [{ name: label, points }],
    description,
  });
  return {
    parameters: {
      period,
      vendorEnergy,
      capacity: random.integer(18, 90) * 50,
      voltage: 3.7,
      efficiency: random.integer(80, 94),
    },
    figures: [
      line('power', 'Figure 1. Power of the rail, one sample every 2 ms', 'Power', 'mW', data.power, 'Power against time: a low floor, and three bursts that each rise in a step, rise again while the marker is high, and fall off slowly.'),
      line('marker', 'Figure 2. Marker pin', 'Marker', '', data.marker, 'A pin that is 1 while the inference runs and 0 otherwise; it is high once in each burst.'),
    ],
  };
}
