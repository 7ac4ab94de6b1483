// The key, from the histogram's bins. reference.yaml counts values one by one.

const sum = (list) => list.reduce((total, x) => total + x, 0);
const values = 1000000;

function parts(bins, clip) {
  const beyond = bins.filter((b) => b.from >= clip - 1e-9);
  return { rounding: (clip / 255) ** 2 / 12, saturation: sum(beyond.map((b) => (b.count / values) * (b.centre - clip) ** 2)), beyond };
}

const noise = (bins, clip) => parts(bins, clip).rounding + parts(bins, clip).saturation;

function divergence(reference, candidate) {
  const [p, q] = [reference, candidate].map((counts) => counts.map((count) => count / sum(counts)));
  return sum(p.map((x, i) => (x === 0 ? 0 : x * Math.log(x / q[i]))));
}

function spread(fine, isOverAll) {
  return fine.map((count, i) => {
    const pair = [fine[i - (i % 2)], fine[i - (i % 2) + 1]];
    if (isOverAll) return sum(pair) / 2;
    return count === 0 ? 0 : sum(pair) / pair.filter((x) => x > 0).length;
  });
}

export function answerKey(p) {
  const { bins, largest, clipC, fine, beyond } = p;
  const cumulative = bins.map((_, i) => sum(bins.slice(0, i + 1).map((b) => b.count)));
  const k = cumulative.findIndex((count) => count * 100 >= p.percentile * values - 1e-6);
  const end = bins[k].to;
  const saturated = (100 * (values - cumulative[k])) / values;
  const steps = (255 * end) / largest;
  const clips = { tight: p.clips[0], middle: p.clips[1], wide: p.clips[2], largest };
  const atC = parts(bins, clipC);
  const fromLowerEdges = atC.rounding + sum(atC.beyond.map((b) => (b.count / values) * (b.from - clipC) ** 2));

  const reference = fine.map((count, i) => (i === 5 ? count + beyond : count));
  const half = { relative: 0.005 };
  const exactly = { absolute: 0 };
  return {
    maxScale: {
      value: largest / 255,
      unit: '',
      tolerance: { relative: 0.0005 },
      slips: [
        { value: largest / 256, credit: 0.5, cause: 'There are 256 codes but 255 steps between them.' },
        { value: bins[11].to / 255, credit: 0.5, cause: 'The largest value ends the range, not the edge of its bin.' },
        { value: largest / 127, credit: 0.5, cause: 'After ReLU all 255 steps serve the values above zero.' },
      ],
    },
    percentileRange: {
      value: end,
      unit: '',
      tolerance: { absolute: 0.001 },
      slips: [
        { value: bins[k].from, credit: 0.5, cause: 'Below this edge lie fewer values than the percentile asks for.' },
        { value: bins[k + 1].to, credit: 0.25, cause: 'A lower edge suffices.' },
      ],
    },
    saturatedShare: {
      value: saturated,
      unit: '%',
      tolerance: half,
      slips: [{ value: 100 - p.percentile, credit: 0.25, cause: 'The range ends at a bin edge, so fewer values saturate than the percentile allows.' }],
    },
    stepsBelow: {
      value: Math.floor(steps),
      unit: '',
      tolerance: exactly,
      slips: [
        { value: Math.floor(steps) + 1, credit: 0.5, cause: 'The last step does not fit as a whole.' },
        { value: Math.floor((255 * bins[k].from) / largest), credit: 0.75, cause: 'This is right for the bin edge below the range.' },
        { value: Math.floor((127 * end) / largest), credit: 0.5, cause: 'This is right for half of the steps.' },
      ],
    },
    noiseC: {
      value: atC.rounding + atC.saturation,
      unit: '',
      tolerance: half,
      slips: [
        { value: atC.rounding, credit: 0.25, cause: 'Saturated values make an error too.' },
        { value: atC.saturation, credit: 0.25, cause: 'Rounding makes an error too.' },
        { value: fromLowerEdges, credit: 0.5, cause: 'Values count at the centre of their bin.' },
        { value: atC.rounding * (255 / 256) ** 2 + atC.saturation, credit: 0.75, cause: 'There are 255 steps.' },
      ],
    },
    order: { value: Object.keys(clips).sort((a, b) => noise(bins, clips[a]) - noise(bins, clips[b])), unit: '' },
    divergence: {
      value: divergence(reference, spread(fine, false)),
      unit: '',
      tolerance: half,
      slips: [
        { value: divergence(fine, spread(fine, false)), credit: 0.5, cause: 'What lies beyond T belongs to the last bin of the reference.' },
        { value: divergence(reference, spread(fine, true)), credit: 0.5, cause: 'An empty bin stays empty.' },
        { value: divergence(reference, spread(reference, false)), credit: 0.5, cause: 'The candidate starts without what lies beyond T.' },
        { value: divergence(reference, spread(fine, false)) / Math.LN2, credit: 0.75, cause: 'These are bits; the question asks for nats.' },
      ],
    },
  };
}
