// Simulates one benchmark campaign: start-up, a twenty-minute run that heats up and throttles, and four prototypes of the box.
// All numbers are rounded before anything is computed from them, so that the candidate sees exactly what the key uses.

const round2 = (x) => Math.round(x * 100) / 100;
const round1 = (x) => Math.round(x * 10) / 10;
const runSeconds = 1200;
const tripCelsius = 85;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 3000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Sum of twelve uniform numbers less six: close to normal, and the same on every machine.
function noise(random) {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.real(0, 1);
  return sum;
}

function device(random) {
  const nominal = random.integer(18, 24) * 50;
  const low = random.integer(Math.ceil(nominal * 0.056), Math.floor(nominal * 0.062)) * 10;
  return {
    coolMs: random.real(21, 31),
    memoryShare: random.real(0.18, 0.3),
    nominal,
    middle: Math.round((nominal + low) / 20) * 10,
    low,
    onset: random.integer(55, 110) * 6,
    ambient: random.integer(22, 34),
  };
}

function clockAt(d, t) {
  if (t < d.onset) return d.nominal;
  return t < d.onset + 54 ? d.middle : d.low;
}

// The part of a frame that waits for memory does not scale with the clock.
function latencyAt(d, t) {
  return d.coolMs * ((1 - d.memoryShare) * (d.nominal / clockAt(d, t)) + d.memoryShare);
}

// Frames 1 to 40: graph compilation, a decaying tail, and one late hiccup after the curve first looks flat.
function startup(random, d) {
  const depth = random.real(5, 8);
  const decay = random.real(1.1, 1.7);
  const hiccup = random.integer(10, 18);
  return Array.from({ length: 40 }, (_, i) => {
    const excess = depth * Math.exp(-i / decay) + (i + 1 === hiccup ? random.real(0.18, 0.3) : 0);
    return [i + 1, round2(d.coolMs * (1 + excess + 0.012 * noise(random)))];
  });
}

function isClearStartup(points) {
  const tail = points.slice(20).map(([, ms]) => ms).sort((a, b) => a - b);
  const middle = (tail[9] + tail[10]) / 2;
  const ratios = points.map(([, ms]) => Math.abs(ms / middle - 1));
  const last = ratios.findLastIndex((r) => r > 0.1);
  return ratios.every((r) => r < 0.08 || r > 0.125) && last > ratios.findIndex((r) => r <= 0.1) + 2;
}

// One logged frame every three seconds. In the first 45 s services still start; later about one frame in 25 meets other memory traffic.
function run(random, d) {
  const points = [];
  for (let t = 0; t < runSeconds; t += 3) {
    const quiet = latencyAt(d, t) * (1 + 0.015 * noise(random));
    const busy = t < 45 ? random.real(1.9, 2.9) : random.real(0, 1) < 0.04 ? random.real(1.25, 1.6) : 1;
    points.push([t, round2(quiet * busy)]);
  }
  return points;
}

const after = (points, from, to) => points.filter(([t]) => t >= from && t < to).map(([, y]) => y).sort((a, b) => a - b);
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

// Nearest rank and linear interpolation must agree on the p99, so that neither definition is punished; the first minute and the
// cool phase must have another p99, so that taking the wrong window shows.
function isClearRun(points, onset) {
  const sorted = after(points, 60, runSeconds);
  const nearest = sorted[Math.ceil(0.99 * sorted.length) - 1];
  const position = 0.99 * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const interpolated = below + (position % 1) * (sorted[Math.floor(position) + 1] - below);
  const withStart = after(points, 0, runSeconds);
  const careless = withStart[Math.ceil(0.99 * withStart.length) - 1];
  const cool = after(points, 60, onset);
  const coolOnly = cool[Math.ceil(0.99 * cool.length) - 1];
  return Math.abs(interpolated / nearest - 1) < 0.007 && careless / nearest > 1.05 && coolOnly / nearest < 0.96;
}

function temperature(random, d) {
  const tau = random.integer(170, 240);
  const settled = d.ambient + (tripCelsius - d.ambient) / (1 - Math.exp(-d.onset / tau));
  const points = [];
  for (let t = 0; t < runSeconds; t += 6) {
    const heating = d.ambient + (settled - d.ambient) * (1 - Math.exp(-t / tau)) - random.real(0, 0.4);
    const held = tripCelsius + (t === d.onset ? random.real(0.1, 0.4) : random.real(-0.8, 0.9));
    points.push([t, round1(t < d.onset ? Math.min(heating, tripCelsius - 0.2) : held)]);
  }
  return points;
}

function clock(d) {
  const points = [];
  for (let t = 0; t < runSeconds; t += 6) points.push([t, clockAt(d, t)]);
  return points;
}

const builds = [1, 2, 3, 4];

// Four prototypes whose order when cool differs from their order when hot in at least three of the six pairs.
function cooling(random, d) {
  const hot = random.shuffle(builds);
  const cool = drawUntil(
    () => random.shuffle(builds),
    (order) => {
      let swapped = 0;
      for (let i = 0; i < 4; i++) for (let j = i + 1; j < 4; j++) if (order.indexOf(hot[i]) > order.indexOf(hot[j])) swapped += 1;
      return swapped >= 3;
    },
  );
  return builds.map((build) => {
    const coolMs = d.coolMs * (1 + 0.05 * cool.indexOf(build));
    const hotMs = d.coolMs * (1.3 + 0.1 * hot.indexOf(build));
    const bend = random.integer(8, 22) * 30;
    const points = [];
    for (let t = 0; t < runSeconds; t += 30) {
      const share = Math.min(1, Math.max(0, (t - bend) / 120));
      points.push([t, round2((coolMs + (hotMs - coolMs) * share) * (1 + 0.006 * noise(random)))]);
    }
    return { name: `Prototype ${build}`, points };
  });
}

// A required rate with a margin of 4 % on both sides, so that the supported statement is not a matter of rounding.
function requirement(random, coolRate, hotRate, coolInferenceRate) {
  const wanted = random.pick(['sustained', 'until-throttling', 'never']);
  const spans = {
    sustained: [hotRate * 0.8, hotRate * 0.96],
    'until-throttling': [hotRate * 1.04, coolRate * 0.96],
    never: [coolRate * 1.04, coolInferenceRate * 0.97],
  };
  const [lo, hi] = spans[wanted];
  const first = Math.ceil(lo);
  const last = Math.floor(hi);
  return first <= last ? random.integer(first, last) : null;
}

export function variant(random) {
  const drawn = drawUntil(
    () => {
      const d = device(random);
      const startPoints = drawUntil(() => startup(random, d), isClearStartup);
      const runPoints = drawUntil(() => run(random, d), (points) => isClearRun(points, d.onset));
      const preMs = round1(random.real(4.5, 7.5));
      const postMs = round1(random.real(3, 5));
      const coolInference = mean(after(runPoints, 60, d.onset));
      const hotInference = mean(after(runPoints, 900, runSeconds));
      const rate = (ms) => 1000 / (ms + preMs + postMs);
      const requiredRate = requirement(random, rate(coolInference), rate(hotInference), 1000 / coolInference);
      return { d, startPoints, runPoints, preMs, postMs, requiredRate, vendorRate: Math.floor(1000 / coolInference) };
    },
    ({ requiredRate }) => requiredRate !== null,
  );
  const { d, startPoints, runPoints, preMs, postMs, requiredRate, vendorRate } = drawn;
  return {
    parameters: { preMs, postMs, requiredRate, vendorRate, nominalMHz: d.nominal, tripCelsius, ambient: d.ambient },
    figures: [
      {
        id: 'startup',
        title: 'Figure 1. The first forty frames after process start',
        type: 'scatter',
        x: { label: 'Frame' },
        y: { label: 'Inference latency', unit: 'ms' },
        series: [{ name: 'Latency', points: startPoints }],
        description: 'Latency of each of the first forty frames: very high at first, then falling to a plateau with one late outlier.',
      },
      {
        id: 'run',
        title: 'Figure 2. One logged frame every three seconds, for twenty minutes',
        type: 'scatter',
        x: { label: 'Time since process start', unit: 's' },
        y: { label: 'Inference latency', unit: 'ms' },
        series: [{ name: 'Latency', points: runPoints }],
        description: 'Latency against time: busy first minute, a flat phase with outliers, then a higher phase until the end.',
      },
      {
        id: 'clock',
        title: 'Figure 3. Clock of the accelerator',
        type: 'line',
        x: { label: 'Time since process start', unit: 's' },
        y: { label: 'Clock', unit: 'MHz' },
        series: [{ name: 'Clock', points: clock(d) }],
        description: 'Clock against time, read every six seconds: constant at first, then two steps down.',
      },
      {
        id: 'temperature',
        title: 'Figure 4. Temperature of the accelerator',
        type: 'line',
        x: { label: 'Time since process start', unit: 's' },
        y: { label: 'Temperature', unit: '°C' },
        series: [{ name: 'Temperature', points: temperature(random, d) }],
        description: 'Temperature against time, read every six seconds: rising, then held near the trip point.',
      },
      {
        id: 'builds',
        title: 'Figure 5. Four prototypes of the box, mean latency of each half minute',
        type: 'line',
        x: { label: 'Time since process start', unit: 's' },
        y: { label: 'Mean inference latency', unit: 'ms' },
        series: cooling(random, d),
        description: 'Mean latency against time for four prototypes: their order at the start differs from their order at the end.',
      },
    ],
  };
}
