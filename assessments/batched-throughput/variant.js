// One campaign on one accelerator: time of a batch alone, throughput with overlapped copies, and a product that collects batches.
// Drawn until the overlap, the collecting time and the backlog each change an answer, with clear margins.

const round2 = (x) => Math.round(x * 100) / 100;
const round1 = (x) => Math.round(x * 10) / 10;
const sizes = [1, 2, 4, 8, 16, 32];

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (drawn !== null && isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

function accelerator(random) {
  const fixed = random.real(5, 9);
  const perFrame = random.real(1.6, 3.4);
  const overlap = random.real(0.16, 0.24);
  return sizes.map((size) => {
    const ms = round2((fixed + perFrame * size) * random.real(0.985, 1.015));
    return { size, ms, offline: round1((1000 * size) / (ms * (1 - overlap * random.real(0.97, 1.03)))) };
  });
}

// Worst frame of a batch: the first, which waits for the others to arrive.
const worst = ({ size, ms }, rate) => ((size - 1) * 1000) / rate + ms;
const capacity = ({ size, ms }) => (1000 * size) / ms;
const clear = (x, limit, margin) => Math.abs(x / limit - 1) > margin;

function campaign(random) {
  const runs = accelerator(random);
  const cameras = random.integer(4, 14);
  const cameraRate = random.pick([10, 12, 15, 18, 20, 24, 25, 30]);
  const rate = cameras * cameraRate;
  const steady = runs.filter((r) => capacity(r) >= rate);
  if (steady.length < 3 || !runs.every((r) => clear(capacity(r), rate, 0.03) && clear(r.offline, rate, 0.03))) return null;
  const firstOffline = runs.find((r) => r.offline >= rate);
  const chosen = random.pick(steady.slice(0, -1));
  const next = runs[runs.indexOf(chosen) + 1];
  const bound = Math.round(random.real(worst(chosen, rate) * 1.04, worst(next, rate) * 0.96));
  const asked = random.pick(steady.filter((r) => r.size > 1 && r !== chosen));
  return { runs, cameras, cameraRate, rate, steady, firstOffline, chosen, next, bound, asked, lateFrame: random.integer(20, 60) };
}

function isTelling({ runs, rate, steady, firstOffline, chosen, next, bound, asked }) {
  const collecting = ((asked.size - 1) * 1000) / rate;
  return (
    firstOffline !== steady[0] &&
    next.ms < bound * 0.97 &&
    worst(chosen, rate) < bound * 0.97 &&
    worst(next, rate) > bound * 1.03 &&
    collecting / worst(asked, rate) > 0.3 &&
    1000 / rate / worst(asked, rate) > 0.03 &&
    runs[0].ms * rate > 1040
  );
}

const letters = ['a', 'b', 'c', 'd'];

// Four products on the same accelerator, in random order. Slow cameras make a small batch wait for long.
function products(random, runs) {
  return drawUntil(
    () => {
      const four = random.shuffle(runs.slice(1, 5));
      return letters.map((name, i) => ({ name, run: four[i], rate: random.integer(2, Math.floor(capacity(four[i]) / 5.25)) * 5 }));
    },
    (list) => {
      const late = list.map(({ run, rate }) => worst(run, rate)).sort((x, y) => x - y);
      const pairs = list.flatMap((x, i) => list.slice(i + 1).map((y) => (x.run.size - y.run.size) * (worst(x.run, x.rate) - worst(y.run, y.rate))));
      return (
        late.every((x, i) => i === 0 || x / late[i - 1] > 1.06) &&
        pairs.filter((sign) => sign < 0).length >= 3
      );
    },
  );
}

export function variant(random) {
  const { runs, cameras, cameraRate, rate, bound, asked, lateFrame } = drawUntil(() => campaign(random), isTelling);
  const last = runs[runs.length - 1];
  const quotes = { amortised: last.ms / last.size, single: runs[0].ms, batch: last.ms, worst: worst(last, rate) };
  const list = products(random, runs).map(({ name, run, rate: own }) => ({ name: name.toUpperCase(), batch: run.size, rate: own }));
  const figure = (id, title, label, unit, name, points, description) => ({
    id,
    title,
    type: 'line',
    x: { label: 'Batch size', unit: 'frames' },
    y: { label, unit },
    series: [{ name, points }],
    description,
  });
  return {
    parameters: {
      cameras,
      cameraRate,
      rate,
      bound,
      asked: asked.size,
      lateFrame,
      vendorRate: Math.floor(last.offline),
      vendorMs: round2(quotes[random.pick(Object.keys(quotes))]),
      products: list,
    },
    figures: [
      figure(
        'time',
        'Figure 1. Time of one batch, alone on the device',
        'Mean time of a batch',
        'ms',
        'Time of a batch',
        runs.map((r) => [r.size, r.ms]),
        'Time of a batch against batch size, from 1 to 32 frames: it grows with the size, from a fixed part.',
      ),
      figure(
        'offline',
        'Figure 2. Throughput, batches back to back',
        'Throughput',
        'frames/s',
        'Throughput',
        runs.map((r) => [r.size, r.offline]),
        'Throughput against batch size, from 1 to 32 frames: steep at first, then flat.',
      ),
    ],
  };
}
