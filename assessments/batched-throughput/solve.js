// Works the answers out from the prompt and the figures as a candidate reads them: frames arrive and batches run, one by one.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));

// Latency of the worst frame of a full batch in steady state: the first one, which waits for the others.
const worstFrame = (size, ms, rate) => {
  let arrival = 0;
  for (let frame = 1; frame < size; frame++) arrival += 1000 / rate;
  return arrival + ms;
};

// The device keeps up when the batch is back before the next one is full.
const keepsUp = (size, ms, rate) => ms <= (size * 1000) / rate + 1e-9;

function waitOf(frame, ms, rate) {
  let free = 0;
  let start = 0;
  for (let n = 0; n <= frame; n++) {
    start = Math.max(free, (n * 1000) / rate);
    free = start + ms;
  }
  return start - (frame * 1000) / rate;
}

export function solve(prompt, figures) {
  const times = new Map(figures.find(({ id }) => id === 'time').series[0].points);
  const rate = number(prompt, /they send \*\*([\d\s]+) frames\/s/);
  const bound = number(prompt, /result within \*\*([\d.]+) ms\*\*/);
  const asked = number(prompt, /\*\*worst\*\* frame at batch size (\d+)/);
  const late = number(prompt, /How long does frame ([\d\s]+?) \(/);
  const vendor = number(prompt, /and \*\*([\d.]+) ms\*\*/);
  const steady = [...times].filter(([size, ms]) => keepsUp(size, ms, rate));
  const inTime = steady.filter(([size, ms]) => worstFrame(size, ms, rate) <= bound);
  const meanings = [
    ['amortised', times.get(32) / 32],
    ['single', times.get(1)],
    ['batch', times.get(32)],
    ['worst', worstFrame(32, times.get(32), rate)],
  ];
  const products = [...prompt.matchAll(/^\| ([A-D]) \| (\d+) \| ([\d\s]+) \|$/gm)].map(([, name, size, own]) => ({
    name: name.toLowerCase(),
    late: worstFrame(Number(size), times.get(Number(size)), Number(own.replaceAll(/\s/g, ''))),
  }));
  return {
    singleRate: 1000 / times.get(1),
    smallestBatch: Math.min(...steady.map(([size]) => size)),
    worstLatency: worstFrame(asked, times.get(asked), rate),
    largestBatch: Math.max(...inTime.map(([size]) => size)),
    backlog: waitOf(late, times.get(1), rate),
    vendorFigure: meanings.sort((a, b) => Math.abs(a[1] - vendor) - Math.abs(b[1] - vendor))[0][0],
    order: products.sort((a, b) => a.late - b.late).map(({ name }) => name),
  };
}
