// Works the answers out from the prompt and the figures as a candidate reads them: data are moved in steps of a hundredth of a millisecond.

const tick = 0.01;
const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));

function layersIn(prompt) {
  return [...prompt.matchAll(/^\| (\d) \| ([\d.]+) \| ([\d.]+) \|$/gm)].map(([, n, compute, traffic]) => ({
    n: Number(n),
    compute: Number(compute),
    traffic: Number(traffic),
  }));
}

// What the two engines take, and when, off Figure 1.
function busIn(prompt, figures) {
  const [display, camera] = figures.find(({ id }) => id === 'load').series.map(({ points }) => points);
  const edges = camera.flatMap(([t, rate], i) =>
    i > 0 && rate > 0 !== camera[i - 1][1] > 0 ? [{ t, isStart: rate > 0 }] : [],
  );
  const starts = edges.filter(({ isStart }) => isStart).map(({ t }) => t);
  const end = edges.find(({ t, isStart }) => !isStart && t > starts[0]).t;
  return {
    usable: number(prompt, /delivers \*\*([\d.]+) GB\/s\*\*/),
    display: display[0][1],
    camera: Math.max(...camera.map(([, rate]) => rate)),
    burst: end - starts[0],
    period: starts[1] - starts[0],
  };
}

// Milliseconds of one inference that starts `start` ms after a burst began. Within a tick the rate is that of its middle.
function inference(layers, bus, start) {
  let now = start;
  for (const { compute, traffic } of layers) {
    let left = traffic;
    let moved = now;
    while (left > 0) {
      const isBurst = (moved + tick / 2) % bus.period < bus.burst;
      const rate = bus.usable - bus.display - (isBurst ? bus.camera : 0);
      moved += left < rate * tick ? left / rate : tick;
      left -= rate * tick;
    }
    now = Math.max(now + compute, moved);
  }
  return now - start;
}

function worstOf(layers, bus) {
  let worst = 0;
  for (let tenth = 0; tenth < 10 * bus.period; tenth++) worst = Math.max(worst, inference(layers, bus, tenth / 10));
  return worst;
}

function mends(prompt, layers, bus) {
  const fuse = /^\| Fuse \| Layers (\d) and (\d) .*?: ([\d.]+) MB/m.exec(prompt).slice(1).map(Number);
  const sram = /^\| SRAM \| ([\d.]+) MB of weights of layer (\d)/m.exec(prompt).slice(1).map(Number);
  const clock = number(prompt, /at ([\d.]+) times the clock/);
  const cut = (megabytes, ...numbers) =>
    layers.map((layer) => (numbers.includes(layer.n) ? { ...layer, traffic: layer.traffic - megabytes } : layer));
  return {
    fuse: worstOf(cut(fuse[2], fuse[0], fuse[1]), bus),
    sram: worstOf(cut(sram[0], sram[1]), bus),
    spread: worstOf(layers, { ...bus, burst: bus.burst * 2, camera: bus.camera / 2 }),
    phase: inference(layers, bus, bus.burst),
    clock: worstOf(
      layers.map((layer) => ({ ...layer, compute: layer.compute / clock })),
      bus,
    ),
  };
}

export function solve(prompt, figures) {
  const layers = layersIn(prompt);
  const bus = busIn(prompt, figures);
  const free = bus.usable - bus.display;
  const asked = layers[number(prompt, /Layer (\d): its time/) - 1];
  const alone = ({ compute, traffic }, rate) => Math.max(compute, traffic / rate);
  let [denied, longest] = [0, 0];
  for (const { compute, traffic } of layers) {
    denied = traffic > compute * free ? denied + traffic / free : 0;
    longest = Math.max(longest, denied);
  }
  const kilobytes = 1000 * bus.camera * Math.min(longest, bus.burst);
  const left = mends(prompt, layers, bus);
  return {
    meanLoad: (100 * (bus.display * bus.period + bus.camera * bus.burst)) / bus.period / bus.usable,
    stretch: alone(asked, free - bus.camera) / alone(asked, free),
    quiet: layers.reduce((sum, layer) => sum + alone(layer, free), 0),
    worst: worstOf(layers, bus),
    order: Object.keys(left).sort((a, b) => left[a] - left[b]),
    denied: longest,
    priority: kilobytes > number(prompt, /camera would get ([\d\s]+) kB/) ? 'overflow' : 'safe',
  };
}
