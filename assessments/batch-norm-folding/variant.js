// Draws one channel to fold, one to scale, one bias to quantise and a layer with a weak channel. Variances are small, so that
// epsilon matters; the weak channel's quotient is away from a tie.

const decimals = (x, digits) => Number(x.toFixed(digits));
const signed = (random, lo, hi, digits) => decimals(random.pick([-1, 1]) * random.real(lo, hi), digits);

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 10000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

function channelA(random) {
  return drawUntil(
    () => ({
      gamma: decimals(random.real(0.5, 1.8), 3),
      beta: signed(random, 0.1, 0.8, 3),
      mean: signed(random, 0.2, 0.9, 3),
      variance: decimals(random.real(0.03, 0.16), 4),
      weight: signed(random, 0.1, 0.6, 4),
      convBias: signed(random, 0.05, 0.3, 3),
    }),
    ({ gamma, beta, mean, variance, convBias }) => {
      const bias = beta + ((convBias - mean) * gamma) / Math.sqrt(variance + 0.001);
      const withoutEpsilon = beta + ((convBias - mean) * gamma) / Math.sqrt(variance);
      return Math.abs(bias) > 0.3 && Math.abs(gamma - 1) > 0.1 && Math.abs(withoutEpsilon / bias - 1) > 0.002;
    },
  );
}

// Five folded weights; the largest magnitude is negative, so that a plain maximum goes wrong.
function channelB(random) {
  const largest = decimals(random.real(0.6, 0.95), 3);
  const others = Array.from({ length: 4 }, () => signed(random, 0.05, largest * 0.85, 3));
  return { folded: random.shuffle([-largest, ...others]) };
}

function channelC(random) {
  return drawUntil(
    () => ({
      biasC: signed(random, 0.3, 2.4, 4),
      scaleInC: decimals(random.real(0.012, 0.045), 5),
      scaleWeightsC: decimals(random.real(0.0015, 0.0085), 6),
    }),
    ({ biasC, scaleInC, scaleWeightsC }) => {
      const fraction = Math.abs(biasC / (scaleInC * scaleWeightsC)) % 1;
      return fraction > 0.6 && fraction < 0.9;
    },
  );
}

function layerD(random) {
  return drawUntil(
    () => {
      const weakIndex = random.integer(0, 3);
      const strongIndex = (weakIndex + random.integer(1, 3)) % 4;
      const maxima = Array.from({ length: 4 }, (_, i) => {
        if (i === weakIndex) return decimals(random.real(0.02, 0.09), 4);
        return i === strongIndex ? decimals(random.real(2.2, 4.8), 3) : decimals(random.real(0.4, 1.5), 3);
      });
      return { maxima, weakChannel: weakIndex + 1 };
    },
    ({ maxima, weakChannel }) => {
      const steps = (maxima[weakChannel - 1] * 127) / Math.max(...maxima);
      return steps > 1.5 && steps < 5 && steps % 1 > 0.6 && steps % 1 < 0.9;
    },
  );
}

export function variant(random) {
  return { parameters: { epsilon: 0.001, ...channelA(random), ...channelB(random), ...channelC(random), ...layerD(random) } };
}
