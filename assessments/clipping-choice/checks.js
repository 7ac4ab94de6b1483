// The key, by the closed form of the overload integral. reference.yaml integrates numerically and searches for the best clip.

const granular = (clip, levels) => (clip / levels) ** 2 / 12;
const inDecibels = (quotient) => 10 * Math.log10(quotient);

// Newton's method on the logarithm of the balance of slopes, clip / (6 levels²) = factor · b · exp(-clip / b): a strictly rising function.
function balance(b, levels, factor) {
  let t = 5;
  for (let i = 0; i < 60; i++) t -= (Math.log(t / (6 * levels * levels * factor)) + t) / (1 / t + 1);
  return b * t;
}

export function answerKey(p) {
  const { b, bits, clip1, clip2, clip3, largest } = p;
  const levels = 2 ** (bits - 1) - 1;
  const moreLevels = 2 ** bits - 1;
  const overload = (clip) => 2 * b * b * Math.exp(-clip / b);
  const noise = (clip, count) => granular(clip, count) + overload(clip);
  const signal = 2 * b * b;
  const beyond = 100 * Math.exp(-clip1 / b);
  const sqnr = inDecibels(signal / noise(clip1, levels));
  const share = 100 * (overload(clip2) / noise(clip2, levels));
  const gain = inDecibels(noise(clip3, levels) / noise(clip3, moreLevels));
  const oneTailGain = inDecibels((granular(clip3, levels) + overload(clip3) / 2) / (granular(clip3, moreLevels) + overload(clip3) / 2));
  const configurations = { a: noise(largest, levels), b: noise(clip2, levels), c: noise(largest, moreLevels), d: noise(clip1, moreLevels) };

  const half = { relative: 0.005 };
  const decibels = { absolute: 0.05 };
  const oneTail = 'Values pass the clip on both sides.';
  return {
    clippedShare: { value: beyond, unit: '%', tolerance: half, slips: [{ value: beyond / 2, credit: 0.5, cause: oneTail }] },
    sqnr: {
      value: sqnr,
      unit: 'dB',
      tolerance: decibels,
      slips: [
        { value: inDecibels(signal / (granular(clip1, levels) + overload(clip1) / 2)), credit: 0.5, cause: oneTail },
        { value: sqnr - inDecibels(2), credit: 0.5, cause: 'The mean square of a Laplace distribution is 2 b².' },
        { value: inDecibels(signal / granular(clip1, levels)), credit: 0.25, cause: 'The values beyond the clip make noise too.' },
      ],
    },
    overloadShare: {
      value: share,
      unit: '%',
      tolerance: half,
      slips: [
        { value: (100 * overload(clip2)) / 2 / (granular(clip2, levels) + overload(clip2) / 2), credit: 0.5, cause: oneTail },
        { value: 100 - share, credit: 0.5, cause: 'This is the granular share.' },
        { value: (100 * overload(clip2)) / granular(clip2, levels), credit: 0.5, cause: 'The share relates to all noise, not to the other part.' },
      ],
    },
    bitGain: {
      value: gain,
      unit: 'dB',
      tolerance: decibels,
      slips: [
        { value: oneTailGain, credit: 0.5, cause: oneTail },
        { value: 20 * Math.log10(2), credit: 0.25, cause: 'A bit lowers granular noise alone; overload stays.' },
        { value: 20 * Math.log10(moreLevels / levels), credit: 0.25, cause: 'A bit lowers granular noise alone; overload stays.' },
      ],
    },
    bestClip: {
      value: balance(b, levels, 2),
      unit: '',
      tolerance: { relative: 0.01 },
      slips: [
        { value: balance(b, levels, 1), credit: 0.5, cause: oneTail },
        { value: balance(b, 2 ** (bits - 1), 2), credit: 0.5, cause: 'The codes end at L = 2^(n-1) - 1.' },
      ],
    },
    order: { value: Object.keys(configurations).sort((x, y) => configurations[x] - configurations[y]), unit: '' },
  };
}
