// Draws the numbers of five small layers. Draws are repeated until each question has the trap that it is about: rounding that
// matters, a zero point away from a tie, an output that does not saturate. So every variant is equally hard.

const decimals = (x, digits) => Number(x.toFixed(digits));
const roundsAwayFromZero = (x) => Math.abs(x % 1) > 0.6 && Math.abs(x % 1) < 0.95;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 10000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Tensor A: a calibrated range that contains zero, like the output of a swish or leaky activation.
function tensorA(random) {
  return drawUntil(
    () => ({ rangeMin: decimals(random.real(-2.9, -0.4), 3), rangeMax: decimals(random.real(3, 9), 3) }),
    ({ rangeMin, rangeMax }) => roundsAwayFromZero(-128 - (rangeMin * 255) / (rangeMax - rangeMin)),
  );
}

// Tensor B: scale and zero point are given, one value is to be quantised; truncation must give another result than rounding.
function tensorB(random) {
  return drawUntil(
    () => ({
      scaleB: decimals(random.real(0.011, 0.039), 4),
      zeroB: random.integer(-60, -12),
      value: decimals(random.real(0.3, 1.6), 3),
    }),
    ({ scaleB, zeroB, value }) => roundsAwayFromZero(value / scaleB) && Math.abs(value / scaleB + zeroB) < 120,
  );
}

// Layer C: three scales whose ratio is well below one, away from the end of the normalised interval.
function layerC(random) {
  return drawUntil(
    () => ({
      scaleIn: decimals(random.real(0.011, 0.049), 5),
      scaleWeights: decimals(random.real(0.0011, 0.0089), 6),
      scaleOut: decimals(random.real(0.021, 0.089), 5),
    }),
    ({ scaleIn, scaleWeights, scaleOut }) => {
      const ratio = (scaleIn * scaleWeights) / scaleOut;
      const mantissa = ratio / 2 ** (Math.floor(Math.log2(ratio)) + 1);
      return ratio < 0.03 && ratio > 0.0005 && mantissa > 0.52 && mantissa < 0.98;
    },
  );
}

// Layer D: a negative accumulator whose shifted product has a fraction that must round towards zero, so that a bare shift is off by one.
function layerD(random) {
  return drawUntil(
    () => ({
      accumulator: -random.integer(9000, 42000),
      multiplierD: random.integer(1100000000, 2080000000),
      rightShift: random.integer(7, 9),
      zeroD: random.integer(5, 40),
    }),
    ({ accumulator, multiplierD, rightShift, zeroD }) => {
      const exact = (accumulator * (multiplierD / 2 ** 31)) / 2 ** rightShift;
      const aboveFloor = exact - Math.floor(exact);
      return aboveFloor > 0.6 && aboveFloor < 0.95 && exact + zeroD > -120 && exact + zeroD < 0;
    },
  );
}

// Layer E: six real weights of mixed signs; their plain sum must be far from the sum of their magnitudes.
function layerE(random) {
  return drawUntil(
    () => ({
      scaleE: decimals(random.real(0.012, 0.048), 4),
      weights: Array.from({ length: 6 }, () => decimals(random.pick([-1, 1]) * random.real(0.05, 0.95), 2)),
    }),
    ({ weights }) => {
      const magnitudes = weights.reduce((sum, w) => sum + Math.abs(w), 0);
      return Math.abs(weights.reduce((sum, w) => sum + w, 0)) < 0.6 * magnitudes && new Set(weights.map(Math.abs)).size === 6;
    },
  );
}

export function variant(random) {
  const c = layerC(random);
  const d = layerD(random);
  const parameters = { ...tensorA(random), ...tensorB(random), ...c, ...d, ...layerE(random) };
  return { parameters: { ...parameters, multiplierDHex: `0x${d.multiplierD.toString(16).toUpperCase()}` } };
}
