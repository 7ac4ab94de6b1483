// The key, by the formulas of the cited sources. reference.yaml searches the grid and averages noise numerically.

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const errors = (weights, scale) => weights.map((w) => Math.abs(w - scale * Math.round(w / scale)));
const power = (list) => mean(list.map((x) => x * x));
const ratio = (rms, scale) => 10 * Math.log10((12 * rms * rms) / (scale * scale));

export function answerKey(p) {
  const shared = Math.max(...p.channels.map((c) => c.max)) / 127;
  const ownScales = p.channels.map((c) => c.max / 127);
  const own = ownScales[p.weak - 1];
  const gain = 10 * Math.log10((shared * shared) / power(ownScales));
  const sharedErrors = errors(p.nine, shared);
  const sharedMse = power(sharedErrors);
  const ownMse = power(errors(p.nine, own));
  const withOwn = p.channels.map((c) => ratio(c.rms, c.max / 127));
  const outputs = p.network.map((layer) => layer.outputs);
  const added = outputs.reduce((sum, n) => sum + n - 1, 0);
  const half = { relative: 0.005 };
  const exactly = { absolute: 0 };
  return {
    layerGain: {
      value: gain,
      unit: 'dB',
      tolerance: { absolute: 0.05 },
      slips: [
        { value: 2 * gain, credit: 0.5, cause: 'The powers are squares already: ten times the logarithm, not twenty.' },
        { value: gain / 2, credit: 0.5, cause: 'Noise power goes with the square of the scale.' },
        { value: 20 * Math.log10(shared / mean(ownScales)), credit: 0.5, cause: 'Powers are averaged, not scales.' },
        { value: mean(ownScales.map((s) => 20 * Math.log10(shared / s))), credit: 0.5, cause: 'Powers are averaged, not decibels.' },
      ],
    },
    worstError: {
      value: Math.max(...sharedErrors),
      unit: '',
      tolerance: half,
      slips: [{ value: shared / 2, credit: 0.5, cause: 'Half a step is the bound; the question asks for what occurs.' }],
    },
    sharedMse: {
      value: sharedMse,
      unit: '',
      tolerance: half,
      slips: [
        { value: (shared * shared) / 12, credit: 0.25, cause: 'This is the model; so coarse a scale makes it wrong for these nine weights.' },
        { value: 9 * sharedMse, credit: 0.5, cause: 'This is the sum of the squares, not their mean.' },
        { value: Math.sqrt(sharedMse), credit: 0.5, cause: 'This is the root of the mean square.' },
      ],
    },
    ownMse: {
      value: ownMse,
      unit: '',
      tolerance: half,
      slips: [
        { value: (own * own) / 12, credit: 0.25, cause: 'This is the model and not what occurs in these nine weights.' },
        { value: 9 * ownMse, credit: 0.5, cause: 'This is the sum of the squares, not their mean.' },
        { value: Math.sqrt(ownMse), credit: 0.5, cause: 'This is the root of the mean square.' },
      ],
    },
    bitsLost: {
      value: Math.log2(shared / own),
      unit: 'bit',
      tolerance: { absolute: 0.01 },
      slips: [{ value: Math.ceil(Math.log2(shared / own)), credit: 0.5, cause: 'The question asks for the logarithm itself, not rounded up.' }],
    },
    belowTarget: { value: p.channels.filter((c) => ratio(c.rms, shared) < p.target).length, unit: '', tolerance: exactly },
    stillBelow: { value: `c${withOwn.indexOf(Math.min(...withOwn)) + 1}`, unit: '' },
    fileBytes: {
      value: 12 * added,
      unit: 'B',
      tolerance: exactly,
      slips: [
        { value: 12 * (added + 4), credit: 0.5, cause: 'Each tensor had one scale before.' },
        { value: 4 * added, credit: 0.5, cause: 'The zero point is stored beside each scale, although it is 0.' },
      ],
    },
  };
}
