// The key, by the extremes of the two ranges. reference.yaml tries codes and adds terms one at a time.

export function answerKey(p) {
  const reach = Math.max(127 - p.zeroA, 128 + p.zeroA);
  const terms = p.kernelB * p.kernelB * p.channelsB;
  const bits = Math.ceil(Math.log2(terms * 128 * 127 + 1)) + 1;
  const room = 2 ** (p.bitsC - 1) - 1;
  const longest = Math.floor((room - p.biasC) / (128 * 128));
  const spill = Math.floor(32767 / (128 * p.largestWeightD));
  const positive = p.weights.reduce((sum, w) => sum + Math.max(0, w), 0);
  const negative = p.weights.reduce((sum, w) => sum - Math.min(0, w), 0);
  const largest = 127 * positive + 128 * negative;
  const smallest = -(128 * positive + 127 * negative);

  let verdict = 'safe';
  if (largest > 32767) verdict = smallest < -32768 ? 'both' : 'top';
  else if (smallest < -32768) verdict = 'bottom';

  const exact = (value, slips, unit = '') => ({ value, unit, tolerance: { absolute: 0 }, slips });
  return {
    largestProduct: exact(reach * 127, [
      { value: 128 * 127, credit: 0.25, cause: 'The zero point is subtracted first, which lets the activations reach further than 128.' },
      { value: reach * 128, credit: 0.5, cause: 'Narrow weights end at 127.' },
      { value: (reach + 1) * 127, credit: 0.5, cause: 'The codes end at -128 on one side and at 127 on the other.' },
      { value: (reach - 1) * 127, credit: 0.5, cause: 'The codes end at -128 on one side and at 127 on the other.' },
    ]),
    accumulatorBits: exact(
      bits,
      [
        { value: bits - 1, credit: 0.5, cause: 'The sum has a sign, which takes a bit.' },
        { value: bits + 1, credit: 0.5, cause: 'A product of int8 and narrow int8 stays below 2^14, so it needs 15 bits and not 16.' },
      ],
      'bit',
    ),
    longestSum: exact(longest, [
      { value: Math.floor(room / 16384), credit: 0.5, cause: 'The bias is in the accumulator before the first term.' },
      { value: Math.floor((room - p.biasC) / 16256), credit: 0.5, cause: 'With full-range weights -128 times -128 is the largest product.' },
      { value: Math.floor((room - p.biasC) / 16129), credit: 0.25, cause: 'The largest product is -128 times -128, not 127 times 127.' },
    ]),
    termsPerSpill: exact(spill, [
      { value: spill + 1, credit: 0.25, cause: 'With one more term the lane overflows.' },
      { value: 2 ** (8 - Math.ceil(Math.log2(p.largestWeightD + 1))), credit: 0.5, cause: 'Counting spare bits is safe, but finds only a power of two.' },
    ]),
    largestSum: exact(largest, [
      { value: -smallest, credit: 0.5, cause: 'This is the magnitude of the other end.' },
      { value: 127 * (positive + negative), credit: 0.5, cause: 'A negative weight meets the activation -128.' },
      { value: 128 * (positive + negative), credit: 0.5, cause: 'A positive weight meets at most 127.' },
    ]),
    verdict: { value: verdict, unit: '' },
  };
}
