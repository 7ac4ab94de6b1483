// The key, in closed form. reference.yaml lets the frames arrive one by one.

const seriesOf = (figures, id) => figures.find((f) => f.id === id).series[0].points;

export function answerKey(p, figures) {
  const runs = seriesOf(figures, 'time').map(([size, ms]) => ({ size, ms }));
  const offline = seriesOf(figures, 'offline');
  const of = (size) => runs.find((r) => r.size === size).ms;
  const gap = 1000 / p.rate;
  const worst = (size, rate) => ((size - 1) * 1000) / rate + of(size);
  const steady = runs.filter(({ size, ms }) => size * 1000 >= ms * p.rate);
  const single = of(1);
  const asked = worst(p.asked, p.rate);
  const wait = p.lateFrame * (single - gap);
  const last = runs[runs.length - 1];
  const quotes = { amortised: last.ms / last.size, single, batch: last.ms, worst: worst(last.size, p.rate) };
  const distance = (name) => Math.abs(quotes[name] - p.vendorMs);
  const late = Object.fromEntries(p.products.map(({ name, batch, rate }) => [name.toLowerCase(), worst(batch, rate)]));
  return {
    singleRate: {
      value: 1000 / single,
      unit: 'fps',
      tolerance: { relative: 0.01 },
      slips: [{ value: offline[0][1], credit: 0.25, cause: 'Figure 2 overlaps the copies of one batch with the work on another; the product does not.' }],
    },
    smallestBatch: {
      value: steady[0].size,
      unit: '',
      tolerance: { absolute: 0 },
      slips: [
        {
          value: offline.find(([, rate]) => rate >= p.rate)[0],
          credit: 0.25,
          cause: 'By Figure 2 it would keep up, but the product does not overlap copies and work.',
        },
      ],
    },
    worstLatency: {
      value: asked,
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [
        { value: of(p.asked), credit: 0.25, cause: 'This is the time of the batch alone; its first frame waits for the others to arrive.' },
        { value: asked + gap, credit: 0.5, cause: 'The first frame waits for the frames that follow it, one fewer than the batch holds.' },
        { value: asked - ((p.asked - 1) * gap) / 2, credit: 0.25, cause: 'This is the mean over the frames of a batch, not the worst frame.' },
      ],
    },
    largestBatch: {
      value: steady.filter(({ size }) => worst(size, p.rate) <= p.bound).at(-1).size,
      unit: '',
      tolerance: { absolute: 0 },
      slips: [
        { value: runs.filter(({ ms }) => ms <= p.bound).at(-1).size, credit: 0.25, cause: 'The batch alone meets the bound, but its first frame has also waited for the others.' },
      ],
    },
    backlog: {
      value: wait,
      unit: 'ms',
      tolerance: { relative: 0.005 },
      slips: [
        { value: wait + single, credit: 0.5, cause: 'This includes the work on the frame itself; the question is how long it waits.' },
        { value: p.lateFrame * single, credit: 0.25, cause: 'This counts from the first frame; the late frame itself arrived later.' },
      ],
    },
    vendorFigure: { value: Object.keys(quotes).sort((a, b) => distance(a) - distance(b))[0], unit: '' },
    order: { value: Object.keys(late).sort((a, b) => late[a] - late[b]), unit: '' },
  };
}
