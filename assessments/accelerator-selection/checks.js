// The key, in closed form. reference.yaml runs the boards frame by frame and searches for the crossing.

const densePeak = 10; // TOPS of the Jetson Orin Nano 4GB without sparsity, by its data sheet

export function answerKey(p, figures) {
  const heat = figures.find((f) => f.id === 'heat').series.map((s) => s.points.find(([t]) => t === p.ambient)[1]);
  const [idle, busy] = figures.find((f) => f.id === 'power').series.map((s) => s.points.map(([, w]) => w));
  // On the Edge TPU everything from the first unsupported operator on runs on the host.
  const headOf = (b) => (b.label === 'K2' ? b.headOnHost : b.head);
  const boards = p.boards.map((b, i) => {
    const cold = b.pre + b.backbone + b.operator + headOf(b) + b.post;
    const hot = cold * heat[i];
    const slope = ((busy[i] - idle[i]) * hot) / 1000;
    return { ...b, cold, hot, slope, idle: idle[i], busy: busy[i], power: idle[i] + slope * p.rate };
  });
  const of = (label) => boards.find((b) => b.label === label);
  const jetson = of('K1');
  const onAccelerator = jetson.backbone + jetson.head + (jetson.isOnHost ? 0 : jetson.operator);
  const utilisation = (100 * p.work) / (onAccelerator * densePeak);
  const coral = of('K2');
  const asked = of(p.asked);
  const fitting = boards.filter((b) => b.hot <= p.deadline && b.power <= p.budget).sort((a, b) => a.quote - b.quote);
  const [a, b] = [of(p.first), of(p.second)];
  const crossing = (x, y, key) => (y.idle - x.idle) / (((x.busy - x.idle) * x[key]) / 1000 - ((y.busy - y.idle) * y[key]) / 1000);
  return {
    utilisation: {
      value: utilisation,
      unit: '%',
      tolerance: { relative: 0.01 },
      slips: [{ value: utilisation / 2, credit: 0.5, cause: 'The 20 TOPS are for sparse weights; this network is dense.' }],
    },
    coral: {
      value: coral.cold,
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [{ value: coral.cold - coral.headOnHost + coral.head, credit: 0.25, cause: 'The Edge TPU compiler divides the graph once: what follows the unsupported operator stays on the host.' }],
    },
    power: {
      value: asked.power,
      unit: 'W',
      tolerance: { relative: 0.01 },
      slips: [{ value: asked.busy, credit: 0.25, cause: 'This is the power while working on a frame; the board waits for the rest of the time.' }],
    },
    crossing: {
      value: crossing(a, b, 'hot'),
      unit: 'fps',
      tolerance: { relative: 0.015 },
      slips: [{ value: crossing(a, b, 'cold'), credit: 0.5, cause: 'At this ambient temperature each frame takes longer than at 25 °C.' }],
    },
    best: { value: fitting.length > 0 ? fitting[0].name : 'none', unit: '' },
    order: { value: [...boards].sort((x, y) => x.power - y.power).map(({ name }) => name), unit: '' },
  };
}
