// The key, by the closed forms of the cited sources. reference.yaml counts, simulates and integrates.

const round = (x) => Math.sign(x) * Math.round(Math.abs(x));
const sum = (list) => list.reduce((total, x) => total + x, 0);
const density = (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

// Normal distribution function by its power series, which converges fast for small arguments.
function distribution(x) {
  let term = x;
  let series = x;
  for (let k = 3; k < 60; k += 2) {
    term *= (x * x) / k;
    series += term;
  }
  return 0.5 + density(x) * series;
}

export function answerKey(p) {
  const stepsA = p.realA / (p.scaleInA * p.scaleWeightsA);
  const scaleB = Math.abs(p.biasB) / (p.scaleInB * 2 ** 30);
  const levelsB = (p.largestB * 1e-7) / scaleB;

  let shiftC = 0;
  while (Math.abs(round(p.accumulatorBias / 2 ** shiftC) + 0.5) > 32768) shiftC += 1;
  const quotientC = p.accumulatorBias / 2 ** shiftC;

  const errorsD = p.rows.map((row) => sum(row.taps.map((w) => p.scaleD * round(w / p.scaleD) - w)));
  const shiftD = sum(p.rows.map((row, i) => row.mean * errorsD[i]));
  const unitD = p.scaleInD * p.scaleD;
  const meanOfMeans = sum(p.rows.map((row) => row.mean)) / 3;

  const t = p.betaE / p.gammaE;
  const meanE = p.gammaE * density(t) + p.betaE * distribution(t);
  const exactly = { absolute: 0 };
  return {
    biasA: {
      value: round(stepsA),
      unit: '',
      tolerance: exactly,
      slips: [{ value: Math.trunc(stepsA), credit: 0.5, cause: 'The bias is rounded to nearest, not truncated.' }],
    },
    scaleB: {
      value: scaleB,
      unit: '',
      tolerance: { relative: 0.0005 },
      slips: [
        { value: scaleB / 2, credit: 0.5, cause: 'The limit is 2^30, which leaves room for the sum; this fills the whole int32.' },
        { value: (p.largestB * 1e-7) / 127, credit: 0.25, cause: 'This is the usual rule, with which the bias overflows.' },
      ],
    },
    levelsB: {
      value: round(levelsB),
      unit: '',
      tolerance: exactly,
      slips: [
        { value: Math.trunc(levelsB), credit: 0.5, cause: 'Quantising rounds to nearest.' },
        { value: round(2 * levelsB), credit: 0.5, cause: 'This belongs to a bias that fills the whole int32.' },
      ],
    },
    registerC: {
      value: round(quotientC),
      unit: '',
      tolerance: exactly,
      slips: [
        { value: Math.trunc(quotientC), credit: 0.5, cause: 'The quotient is rounded, not truncated.' },
        { value: Math.floor(quotientC), credit: 0.5, cause: 'A bare shift rounds towards minus infinity.' },
        { value: round(quotientC / 2), credit: 0.5, cause: 'A smaller shift fits and keeps one more bit.' },
      ],
    },
    shiftD: {
      value: shiftD,
      unit: '',
      tolerance: { relative: 0.005 },
      slips: [
        { value: -shiftD, credit: 0.5, cause: 'The shift is the quantised output minus the float output.' },
        { value: sum(errorsD), credit: 0.25, cause: 'Each error meets the mean of its input.' },
        { value: sum(errorsD) * meanOfMeans, credit: 0.25, cause: 'Each error meets the mean of its own input channel.' },
      ],
    },
    correctedD: {
      value: round((p.biasD - shiftD) / unitD),
      unit: '',
      tolerance: { absolute: 1 },
      slips: [
        { value: round((p.biasD + shiftD) / unitD), credit: 0.5, cause: 'The shift is subtracted, so that it goes away.' },
        { value: round(p.biasD / unitD), credit: 0.25, cause: 'This is the bias without the correction.' },
      ],
      carried: { from: 'shiftD', factor: -1 / unitD, offset: p.biasD / unitD },
    },
    meanE: {
      value: meanE,
      unit: '',
      tolerance: { relative: 0.001 },
      slips: [
        { value: meanE / distribution(t), credit: 0.5, cause: 'This is the mean of the positive values alone; the zeros count too.' },
        { value: Math.max(0, p.betaE), credit: 0.25, cause: 'The mean of a clipped variable is not its clipped mean.' },
      ],
    },
  };
}
