// A network of eight layers on a bus that a display loads evenly and a camera in bursts. Drawn until the log misses the worst phase, a
// layer that computes alone waits for memory in a burst, and the five mends leave clearly different worst cases.

const round2 = (x) => Math.round(x * 100) / 100;
const round1 = (x) => Math.round(x * 10) / 10;
const step = 0.25;
const sum = (list) => list.reduce((total, x) => total + x, 0);

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (drawn !== null && isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// End of one inference that starts `start` ms after the start of a burst: a layer ends when it has computed and moved its data.
function latency(layers, bus, start) {
  let t = start;
  for (const { compute, traffic } of layers) {
    let left = traffic;
    let at = t;
    while (left > 1e-9) {
      const phase = at % bus.period;
      const isBurst = phase < bus.burst - 1e-9;
      const edge = at + (isBurst ? bus.burst : bus.period) - phase;
      const rate = bus.usable - bus.display - (isBurst ? bus.camera : 0);
      const done = Math.min(left, rate * (edge - at));
      at += done / rate;
      left -= done;
    }
    t = Math.max(t + compute, at);
  }
  return t - start;
}

function worstLatency(layers, bus, by = 0.25) {
  let worst = 0;
  for (let start = 0; start < bus.period; start += by) worst = Math.max(worst, latency(layers, bus, start));
  return worst;
}

function network(random, free, inBurst) {
  const rest = random.shuffle(['pair', 'memory', 'between', 'between', 'compute', 'compute', 'compute']);
  const kinds = rest.flatMap((kind) => (kind === 'pair' ? ['memory', 'memory'] : [kind]));
  const layers = kinds.map((kind, i) => {
    const compute = round2(random.real(0.7, 2.6));
    const need = { memory: random.real(1.25, 2.1), between: random.real(0.62, 0.9), compute: random.real(0.12, 0.26) }[
      kind
    ];
    return { n: i + 1, kind, compute, traffic: round2(compute * need * free) };
  });
  return layers.map((l) => ({ ...l, isBetween: l.kind === 'between' && l.traffic / inBurst > 1.25 * l.compute }));
}

const isMemoryBound = ({ compute, traffic }, free) => traffic / free > compute;

// Longest unbroken time in which the network alone would take all that the display leaves.
function longestClaim(layers, free) {
  let longest = 0;
  let now = 0;
  for (const l of layers) {
    now = isMemoryBound(l, free) ? now + l.traffic / free : 0;
    longest = Math.max(longest, now);
  }
  return longest;
}

function mendsOf({ layers, bus, fuse, sram, clock }, by) {
  const less = (change) => layers.map((l) => ({ ...l, traffic: l.traffic - (change[l.n] ?? 0) }));
  return {
    fuse: worstLatency(less({ [fuse.first]: fuse.megabytes, [fuse.first + 1]: fuse.megabytes }), bus, by),
    sram: worstLatency(less({ [sram.layer]: sram.megabytes }), bus, by),
    spread: worstLatency(layers, { ...bus, burst: 2 * bus.burst, camera: bus.camera / 2 }, by),
    phase: latency(layers, bus, bus.burst),
    clock: worstLatency(
      layers.map((l) => ({ ...l, compute: l.compute / clock })),
      bus,
      by,
    ),
  };
}

function campaign(random, isPhaseBest) {
  const period = isPhaseBest ? random.pick([20, 25, 40]) : random.pick([20, 25]);
  const usable = round2(random.real(1.2, 2.8));
  const display = round2(usable * random.real(0.12, 0.22));
  const camera = round2(usable * random.real(0.42, 0.58));
  const free = usable - display;
  const layers = network(random, free, free - camera);
  // Where the start after a burst is not to be the best mend, the inference must run on into the next burst.
  const quiet = sum(layers.map((l) => Math.max(l.compute, l.traffic / free)));
  const shortest = isPhaseBest ? 12 : Math.max(12, Math.ceil((period - quiet + 1) / step));
  if (shortest > 30) return null;
  const bus = { period, usable, display, camera, burst: random.integer(shortest, 30) * step };
  const asked = layers.filter((l) => l.isBetween);
  const big = layers.filter((l) => isMemoryBound(l, free));
  const neighbours = layers.slice(0, -1).filter((l, i) => isMemoryBound(l, free) || isMemoryBound(layers[i + 1], free));
  if (asked.length === 0 || 2 * bus.burst > 0.8 * period) return null;
  const first = random.pick(neighbours).n;
  const fuse = {
    first,
    megabytes: round2(Math.min(layers[first - 1].traffic, layers[first].traffic) * random.real(0.35, 0.7)),
  };
  const target = random.pick(big);
  const sram = { layer: target.n, megabytes: round2(target.traffic * random.real(0.3, 0.75)) };
  const claim = longestClaim(layers, free);
  const isSafe = random.pick([true, false]);
  // No more comes in while the camera is denied than a burst holds.
  const filled = Math.min(claim, bus.burst) * bus.camera * 1000;
  const fifoKilobytes = Math.round(filled * (isSafe ? random.real(1.15, 1.8) : random.real(0.45, 0.87)));
  return {
    bus,
    free,
    layers,
    asked: random.pick(asked).n,
    fuse,
    sram,
    clock: random.pick([1.15, 1.2, 1.25, 1.3, 1.4]),
    fifoKilobytes,
    claim,
    isPhaseBest,
  };
}

// The log's trigger runs at a multiple of a quarter of the camera's period, so that it meets four phases only.
function logOf(random, { layers, bus }) {
  const trigger = (bus.period * random.pick([5, 7, 9])) / 4;
  const offset = random.real(0, bus.period / 4);
  const clean = [0, 1, 2, 3].map((i) => latency(layers, bus, (offset + i * trigger) % bus.period));
  const points = Array.from({ length: 72 }, (_, i) => [i + 1, round2(clean[i % 4] * (1 + random.real(-0.004, 0.004)))]);
  return { trigger, points, highest: Math.max(...points.map(([, ms]) => ms)) };
}

function isTelling(random) {
  return (drawn) => {
    const { layers, bus, free, claim, isPhaseBest } = drawn;
    const quiet = sum(layers.map((l) => Math.max(l.compute, l.traffic / free)));
    const singles = layers.filter((l) => isMemoryBound(l, free)).map((l) => l.traffic / free);
    if (quiet > bus.period * 1.1 || claim < 1.15 * Math.max(...singles)) return false;
    const isPhaseCheap = latency(layers, bus, bus.burst) < 1.03 * quiet;
    if (isPhaseCheap !== isPhaseBest) return false;
    // A coarse look at the phases first: it throws most draws away at little cost.
    if (worstLatency(layers, bus, 1) < 1.13 * quiet) return false;
    const rough = mendsOf(drawn, 1.25);
    const coarse = Object.values(rough).sort((x, y) => x - y);
    if ((rough.phase === coarse[0]) !== isPhaseBest || coarse.some((x, i) => i > 0 && x / coarse[i - 1] < 1.01))
      return false;
    const worst = worstLatency(layers, bus);
    if (worst < 1.15 * quiet) return false;
    const mends = mendsOf(drawn);
    const sorted = Object.values(mends).sort((x, y) => x - y);
    if (
      (mends.phase === sorted[0]) !== isPhaseBest ||
      sorted[4] > 0.992 * worst ||
      !sorted.every((x, i) => i === 0 || x / sorted[i - 1] > 1.02)
    )
      return false;
    for (let attempt = 0; attempt < 20; attempt++) {
      drawn.log = logOf(random, drawn);
      if (drawn.log.highest < 0.95 * worst) {
        drawn.deadline = round1((sorted[1] + sorted[2]) / 2);
        return drawn.log.highest > 1.02 * quiet;
      }
    }
    return false;
  };
}

// Load of the two DMA engines every quarter of a millisecond, over a window that is no whole number of periods.
function loads(random, { bus }) {
  const lead = random.integer(4, Math.floor((bus.period - bus.burst) / step) - 4) * step;
  const points = { display: [], camera: [] };
  for (let t = 0; t < lead + 2 * bus.period + bus.burst + 1; t += step) {
    points.display.push([t, bus.display]);
    points.camera.push([t, t >= lead && (t - lead) % bus.period < bus.burst ? bus.camera : 0]);
  }
  return points;
}

// The mean over the window must not pass for the mean over whole periods.
function isCut({ display, camera }, bus) {
  const window = bus.display + sum(camera.map(([, y]) => y)) / display.length;
  return Math.abs(window / (bus.display + (bus.camera * bus.burst) / bus.period) - 1) > 0.025;
}

export function variant(random) {
  const isPhaseBest = random.pick([true, false]);
  const drawn = drawUntil(() => campaign(random, isPhaseBest), isTelling(random));
  const { bus, layers, asked, fuse, sram, clock, fifoKilobytes, log, deadline } = drawn;
  const load = drawUntil(
    () => loads(random, drawn),
    (points) => isCut(points, bus),
  );
  return {
    parameters: {
      usable: bus.usable,
      layers: layers.map(({ n, compute, traffic }) => ({ n, compute, traffic })),
      asked,
      fuse: { ...fuse, second: fuse.first + 1 },
      sram,
      clock,
      fifoKilobytes,
      trigger: log.trigger,
      deadline,
    },
    figures: [
      {
        id: 'load',
        title: 'Figure 1. Load of the memory bus by the DMA engines, every 0.25 ms',
        type: 'line',
        x: { label: 'Time', unit: 'ms' },
        y: { label: 'Load', unit: 'GB/s' },
        series: [
          { name: 'Display', points: load.display },
          { name: 'Camera', points: load.camera },
        ],
        description:
          'Bus load against time: the display takes a small constant rate, the camera a much higher one in three regular bursts with nothing in between.',
      },
      {
        id: 'log',
        title: 'Figure 2. Latency of 72 consecutive inferences',
        type: 'scatter',
        x: { label: 'Inference' },
        y: { label: 'Latency', unit: 'ms' },
        series: [{ name: 'Latency', points: log.points }],
        description: 'Latency of 72 inferences in a regular pattern of few levels that repeats every four inferences.',
      },
    ],
  };
}
