// The key, by trying all 243 assignments. Losses are added in hundredths, so that sums are exact. reference.yaml searches otherwise.

const padded = (bytes) => Math.ceil(bytes / 4) * 4;
const hundredths = (points) => Math.round(points * 100);

export function answerKey(p) {
  const weights = p.kernelX * p.kernelX;
  const bytesAtFour = p.channelsX * (padded(Math.ceil(weights / 2)) + 8);
  const bytesAtEight = p.channelsX * (padded(weights) + 8);

  const all = [];
  for (let n = 0; n < 243; n++) {
    const bits = p.layers.map((_, i) => Math.floor(n / 3 ** i) % 3);
    const total = (key) => p.layers.reduce((sum, layer, i) => sum + layer[key][bits[i]], 0);
    all.push({ kB: total('kB'), us: total('us'), loss: p.layers.reduce((sum, layer, i) => sum + hundredths(layer.loss[bits[i]]), 0) });
  }
  const least = (budget, limit) => Math.min(...all.filter((a) => a.kB <= budget && a.us <= limit).map((a) => a.loss));

  const at = p.layers.map(() => 0);
  const size = () => p.layers.reduce((sum, layer, i) => sum + layer.kB[at[i]], 0);
  while (size() > p.budget) {
    const steps = p.layers.flatMap(({ kB, loss }, i) => {
      const [from, to] = [at[i], at[i] + 1];
      return to > 2 ? [] : [{ i, price: (hundredths(loss[to]) - hundredths(loss[from])) / (kB[from] - kB[to]) }];
    });
    steps.sort((a, b) => a.price - b.price);
    at[steps[0].i] += 1;
  }
  const greedy = p.layers.reduce((sum, layer, i) => sum + hundredths(layer.loss[at[i]]), 0);

  const best = least(p.budget, Infinity);
  const timed = least(p.budget, p.limit);
  const byFlash = least(p.wider, p.limit);
  const byLatency = least(p.budget, p.slower);
  let advice = least(p.wider, p.slower) < timed ? 'together' : 'none';
  if (byFlash < byLatency) advice = 'flash';
  if (byLatency < byFlash) advice = 'latency';

  const points = (value, slips = []) => ({ value: value / 100, unit: 'points', tolerance: { absolute: 0.001 }, slips });
  return {
    bytesX: {
      value: bytesAtFour,
      unit: 'B',
      tolerance: { absolute: 0 },
      slips: [
        { value: p.channelsX * (Math.ceil(weights / 2) + 8), credit: 0.5, cause: 'Every channel is padded to a multiple of 4 bytes.' },
        { value: p.channelsX * padded(Math.ceil(weights / 2)), credit: 0.5, cause: 'Each channel stores a scale and a bias too.' },
        { value: p.channelsX * (padded(Math.ceil(weights / 2)) + 4), credit: 0.5, cause: 'Each channel stores a scale and a bias.' },
      ],
    },
    savingX: {
      value: 100 * (1 - bytesAtFour / bytesAtEight),
      unit: '%',
      tolerance: { absolute: 0.1 },
      slips: [{ value: (100 * bytesAtFour) / bytesAtEight, credit: 0.5, cause: 'This is what is left, not what is saved.' }],
      carried: { from: 'bytesX', factor: -100 / bytesAtEight, offset: 100 },
    },
    greedyLoss: points(greedy, [{ value: best / 100, credit: 0.25, cause: 'This is the best assignment; the walk does not find it.' }]),
    bestLoss: points(best, [{ value: greedy / 100, credit: 0.25, cause: 'The greedy walk does not find the best assignment.' }]),
    timedLoss: points(timed, [{ value: best / 100, credit: 0.25, cause: 'This assignment takes too long.' }]),
    advice: { value: advice, unit: '' },
  };
}
