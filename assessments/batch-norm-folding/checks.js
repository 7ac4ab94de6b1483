// The key, by the closed forms of the cited sources.

export function answerKey(p) {
  const factor = p.gamma / Math.sqrt(p.variance + p.epsilon);
  const foldedBias = p.beta + (p.convBias - p.mean) * factor;
  const largest = Math.max(...p.folded.map(Math.abs));
  const steps = p.biasC / (p.scaleInC * p.scaleWeightsC);
  const tensorScale = Math.max(...p.maxima) / 127;
  const weak = p.maxima[p.weakChannel - 1];
  const tolerance = { relative: 0.0005 };
  const exactly = { absolute: 0 };
  const withoutEpsilon = p.gamma / Math.sqrt(p.variance);
  return {
    foldedWeight: {
      value: p.weight * factor,
      unit: '',
      tolerance,
      slips: [{ value: p.weight * withoutEpsilon, credit: 0.5, cause: 'Epsilon belongs inside the root; with a small variance it shows.' }],
    },
    foldedBias: {
      value: foldedBias,
      unit: '',
      tolerance,
      slips: [
        { value: p.beta + (p.convBias - p.mean) * withoutEpsilon, credit: 0.5, cause: 'Epsilon belongs inside the root; with a small variance it shows.' },
        { value: p.beta - p.mean * factor, credit: 0.5, cause: 'The convolution has a bias of its own, which is normalised too.' },
      ],
    },
    channelScale: {
      value: largest / 127,
      unit: '',
      tolerance,
      slips: [{ value: largest / 128, credit: 0.5, cause: 'The narrow range of weights ends at -127, so that the scale is symmetric.' }],
    },
    quantisedBias: {
      value: Math.sign(steps) * Math.round(Math.abs(steps)),
      unit: '',
      tolerance: exactly,
      slips: [{ value: Math.trunc(steps), credit: 0.5, cause: 'The bias is rounded to nearest, not truncated.' }],
    },
    weakLevels: { value: Math.round(weak / tensorScale), unit: '', tolerance: exactly, slips: [{ value: Math.floor(weak / tensorScale), credit: 0.5, cause: 'Quantising rounds to nearest.' }] },
    weakError: {
      value: (100 * (tensorScale / 2)) / weak,
      unit: '%',
      tolerance: { relative: 0.005 },
      slips: [{ value: (100 * tensorScale) / weak, credit: 0.5, cause: 'Rounding to nearest errs by half a step at most.' }],
    },
  };
}
