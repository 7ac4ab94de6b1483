// The key. Losses are added in hundredths, so that the smallest sum is exact.

export function answerKey(p) {
  const overhead = 16 + p.zeroBits;
  const groups = Math.ceil(p.columns / p.group);
  const rowBytes = Math.ceil((p.columns * 4) / 8);
  const matrixBytes = p.rows * (rowBytes + (groups * overhead) / 8);
  const step = (p.high - p.low) / 15;

  let best = null;
  for (let bits = 0; bits < 32; bits++) {
    let size = 0;
    let hundredths = 0;
    p.layers.forEach((layer, i) => {
      const isInt4 = Boolean((bits >> i) & 1);
      size += isInt4 ? (layer.kilobytes * 9) / 16 : layer.kilobytes;
      hundredths += isInt4 ? Math.round(layer.loss * 100) : 0;
    });
    if (size <= p.budget && (best === null || hundredths < best.hundredths)) best = { size, hundredths };
  }

  const read = (p.weightMegabytes + p.cacheMegabytes) / 1000;
  return {
    bitsPerWeight: {
      value: 4 + overhead / p.group,
      unit: 'bit/weight',
      tolerance: { relative: 0.0005 },
      slips: [{ value: 4 + 16 / p.group, credit: 0.5, cause: 'The zero point of each group is stored as well.' }],
    },
    matrixBytes: {
      value: matrixBytes,
      unit: 'B',
      tolerance: { absolute: 0 },
      slips: [
        {
          value: p.rows * (rowBytes + (Math.floor(p.columns / p.group) * overhead) / 8),
          credit: 0.5,
          cause: 'The short group at the end of a row has a scale too.',
        },
      ],
    },
    maximumError: {
      value: step / 2,
      unit: '',
      tolerance: { relative: 0.0005 },
      slips: [
        { value: step, credit: 0.5, cause: 'Rounding to nearest errs by half a step at most.' },
        { value: (p.high - p.low) / 32, credit: 0.5, cause: 'Sixteen levels have fifteen steps between them.' },
      ],
    },
    bestLoss: { value: best.hundredths / 100, unit: 'points', tolerance: { absolute: 0.001 } },
    bestSize: { value: best.size, unit: 'kB', tolerance: { absolute: 0.5 } },
    tokenRate: {
      value: p.bandwidth / read,
      unit: 'tokens/s',
      tolerance: { relative: 0.005 },
      slips: [
        {
          value: p.bandwidth / (p.weightMegabytes / 1000),
          credit: 0.5,
          cause: 'The cache of keys and values is read for every token too.',
        },
      ],
    },
  };
}
