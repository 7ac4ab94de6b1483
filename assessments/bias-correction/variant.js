// Draws five pieces: roundings that matter, a bias that overflows int32 by far, a shift of the mean that is large against the
// accumulator's unit and differs from every shortcut to it, and a clipped normal distribution in its bend.

const decimals = (x, digits) => Number(x.toFixed(digits));
const isTelling = (x) => Math.abs(x) % 1 > 0.57 && Math.abs(x) % 1 < 0.93;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const signed = (random, lo, hi, digits) => decimals(random.pick([-1, 1]) * random.real(lo, hi), digits);

function channelA(random) {
  return drawUntil(
    () => ({ realA: signed(random, 0.2, 2.4, 4), scaleInA: decimals(random.real(0.012, 0.045), 5), scaleWeightsA: decimals(random.real(0.0015, 0.0085), 6) }),
    ({ realA, scaleInA, scaleWeightsA }) => isTelling(realA / (scaleInA * scaleWeightsA)),
  );
}

// A channel whose weights have almost vanished while its bias has not. The largest weight is in units of 1e-7.
function channelB(random) {
  return drawUntil(
    () => ({ biasB: signed(random, 0.3, 1.9, 3), scaleInB: decimals(random.real(0.012, 0.045), 5), largestB: decimals(random.real(0.3, 4.8), 2) }),
    ({ biasB, scaleInB, largestB }) => {
      const levels = (largestB * 1e-7 * scaleInB * 2 ** 30) / Math.abs(biasB);
      return levels > 2 && levels < 9 && isTelling(levels);
    },
  );
}

function acceleratorC(random) {
  return drawUntil(
    () => ({ accumulatorBias: random.pick([-1, 1]) * random.integer(150000, 6000000) }),
    ({ accumulatorBias }) => {
      const shift = Math.ceil(Math.log2(Math.abs(accumulatorBias) / 32767));
      return isTelling(accumulatorBias / 2 ** shift) && Math.abs(accumulatorBias) / 2 ** shift < 32760;
    },
  );
}

const sum = (list) => list.reduce((total, x) => total + x, 0);

function layerD(random) {
  return drawUntil(
    () => ({
      scaleInD: decimals(random.real(0.012, 0.032), 5),
      scaleD: decimals(random.real(0.011, 0.028), 5),
      biasD: signed(random, 0.2, 1.2, 4),
      rows: [1, 2, 3].map((channel) => ({ channel, mean: decimals(random.real(0.15, 3.2), 3), taps: [signed(random, 0.03, 0.9, 4), signed(random, 0.03, 0.9, 4)] })),
    }),
    ({ scaleInD, scaleD, rows }) => {
      const errors = rows.map((r) => sum(r.taps.map((w) => scaleD * Math.round(w / scaleD) - w)));
      const cut = rows.map((r) => sum(r.taps.map((w) => scaleD * Math.trunc(w / scaleD) - w)));
      const shift = sum(rows.map((r, i) => r.mean * errors[i]));
      const shortcuts = [sum(errors), (sum(errors) * sum(rows.map((r) => r.mean))) / 3, sum(rows.map((r, i) => r.mean * cut[i])), -shift, shift / 2];
      const unit = scaleInD * scaleD;
      const isAwayFromTies = rows.every((r) => r.taps.every((w) => Math.abs((Math.abs(w / scaleD) % 1) - 0.5) > 0.03));
      const isApart = shortcuts.every((x) => Math.abs(x - shift) > Math.max(0.05 * Math.abs(shift), 6 * unit));
      return isAwayFromTies && isApart && Math.abs(shift) > 25 * unit && errors.every((e) => Math.abs(e) > 0.05 * scaleD);
    },
  );
}

function channelE(random) {
  return drawUntil(
    () => ({ betaE: signed(random, 0.1, 1.2, 3), gammaE: decimals(random.real(0.4, 1.8), 3) }),
    ({ betaE, gammaE }) => Math.abs(betaE / gammaE) > 0.15 && Math.abs(betaE / gammaE) < 0.9,
  );
}

export function variant(random) {
  return { parameters: { ...channelA(random), ...channelB(random), ...acceleratorC(random), ...layerD(random), ...channelE(random) } };
}
