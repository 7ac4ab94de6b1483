// The key: data moved between the edges of the bursts, phase by phase. reference.yaml advances in small steps of time.

const sum = (list) => list.reduce((total, x) => total + x, 0);

// The bus as Figure 1 shows it.
function busOf(p, figures) {
  const [display, camera] = figures.find((f) => f.id === 'load').series.map((s) => s.points);
  const starts = camera.filter(([, y], i) => y > 0 && i > 0 && camera[i - 1][1] === 0).map(([t]) => t);
  const end = camera.find(([t, y]) => t > starts[0] && y === 0)[0];
  return {
    usable: p.usable,
    display: display[0][1],
    camera: Math.max(...camera.map(([, y]) => y)),
    burst: end - starts[0],
    period: starts[1] - starts[0],
  };
}

// Time to move `traffic` MB from time `from` on, a burst starting at every multiple of the period.
function moved(bus, from, traffic) {
  let at = from;
  let left = traffic;
  while (left > 1e-9) {
    const phase = at % bus.period;
    const isBurst = phase < bus.burst - 1e-9;
    const rate = bus.usable - bus.display - (isBurst ? bus.camera : 0);
    const span = (isBurst ? bus.burst : bus.period) - phase;
    const done = Math.min(left, rate * span);
    left -= done;
    at += done / rate;
  }
  return at;
}

function latency(layers, bus, start) {
  return layers.reduce((t, { compute, traffic }) => Math.max(t + compute, moved(bus, t, traffic)), start) - start;
}

function worstOf(layers, bus) {
  let worst = 0;
  for (let i = 0; i < bus.period / 0.05; i++) worst = Math.max(worst, latency(layers, bus, i * 0.05));
  return worst;
}

export function answerKey(p, figures) {
  const bus = busOf(p, figures);
  const { layers } = p;
  const free = bus.usable - bus.display;
  const inBurst = free - bus.camera;
  const asked = layers[p.asked - 1];
  const timeAt = ({ compute, traffic }, rate) => Math.max(compute, traffic / rate);
  const mean = bus.display + (bus.camera * bus.burst) / bus.period;
  const load = figures.find((f) => f.id === 'load').series.map((s) => s.points.map(([, y]) => y));
  const window = sum(load.map((list) => sum(list) / list.length));
  const quiet = sum(layers.map((l) => timeAt(l, free)));
  const log = figures.find((f) => f.id === 'log').series[0].points.map(([, ms]) => ms);

  let longest = 0;
  let now = 0;
  for (const l of layers) {
    now = l.traffic / free > l.compute ? now + l.traffic / free : 0;
    longest = Math.max(longest, now);
  }
  const single = Math.max(...layers.filter((l) => l.traffic / free > l.compute).map((l) => l.traffic / free));

  const less = (change) => layers.map((l) => ({ ...l, traffic: l.traffic - (change[l.n] ?? 0) }));
  const left = {
    fuse: worstOf(less({ [p.fuse.first]: p.fuse.megabytes, [p.fuse.second]: p.fuse.megabytes }), bus),
    sram: worstOf(less({ [p.sram.layer]: p.sram.megabytes }), bus),
    spread: worstOf(layers, { ...bus, burst: 2 * bus.burst, camera: bus.camera / 2 }),
    phase: latency(layers, bus, bus.burst),
    clock: worstOf(
      layers.map((l) => ({ ...l, compute: l.compute / p.clock })),
      bus,
    ),
  };
  return {
    meanLoad: {
      value: (100 * mean) / bus.usable,
      unit: '%',
      tolerance: { relative: 0.01 },
      slips: [
        {
          value: (100 * window) / bus.usable,
          credit: 0.5,
          cause: 'The window of the figure is no whole number of camera periods.',
        },
      ],
    },
    stretch: {
      value: timeAt(asked, inBurst) / timeAt(asked, free),
      unit: '',
      tolerance: { relative: 0.01 },
      slips: [
        {
          value: free / inBurst,
          credit: 0.25,
          cause: 'This is the ratio of the rates; the layer computes longer than it moves data while no burst is on.',
        },
      ],
    },
    quiet: {
      value: quiet,
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [
        {
          value: sum(layers.map((l) => timeAt(l, bus.usable))),
          credit: 0.5,
          cause: 'The display takes its share of the bus all the time.',
        },
        {
          value: sum(layers.map((l) => l.compute + l.traffic / free)),
          credit: 0.25,
          cause: 'Computing and moving data overlap within a layer.',
        },
      ],
    },
    worst: {
      value: worstOf(layers, bus),
      unit: 'ms',
      tolerance: { relative: 0.015 },
      slips: [
        { value: Math.max(...log), credit: 0.25, cause: 'The log meets four phases only; other phases are worse.' },
        {
          value: sum(layers.map((l) => timeAt(l, inBurst))),
          credit: 0.25,
          cause: 'The burst ends before the inference does.',
        },
      ],
    },
    order: { value: Object.keys(left).sort((a, b) => left[a] - left[b]), unit: '' },
    denied: {
      value: longest,
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [
        {
          value: single,
          credit: 0.5,
          cause: 'Neighbouring layers that wait for memory follow one another without a pause.',
        },
      ],
    },
    priority: {
      value: 1000 * bus.camera * Math.min(longest, bus.burst) > p.fifoKilobytes ? 'overflow' : 'safe',
      unit: '',
    },
  };
}
