// Draws five small layers: a zero point that enlarges the activations, a length between powers of two, a bias that costs terms,
// weights that are not a power of two, and a filter at the very edge of int16.

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

function layerB(random) {
  return drawUntil(
    () => ({ kernelB: random.pick([1, 3, 5, 7]), channelsB: random.integer(3, 60) * 8 }),
    ({ kernelB, channelsB }) => {
      const fraction = Math.log2(kernelB * kernelB * channelsB) % 1;
      return fraction > 0.1 && fraction < 0.9;
    },
  );
}

function layerC(random) {
  return drawUntil(
    () => ({ bitsC: random.integer(22, 27), biasC: random.integer(170, 990) * 100 }),
    ({ bitsC, biasC }) => {
      const room = 2 ** (bitsC - 1) - 1 - biasC;
      return Math.floor(room / 16256) > Math.floor(room / 16384);
    },
  );
}

// The largest weight: the spare bits, rounded to a power of two, must not give the right count.
function layerD(random) {
  return drawUntil(
    () => ({ largestWeightD: random.integer(5, 60) }),
    ({ largestWeightD }) => 2 ** (8 - Math.ceil(Math.log2(largestWeightD + 1))) !== Math.floor(32767 / (128 * largestWeightD)),
  );
}

// Ten weights whose magnitudes add up to 256 (never overflows) or 257 (one end only, which one depends on the signs).
function filterE(random) {
  const wanted = random.pick(['safe', 'top', 'bottom']);
  return drawUntil(
    () => {
      const first = Array.from({ length: 9 }, () => random.integer(4, 55));
      const last = (wanted === 'safe' ? 256 : 257) - first.reduce((sum, w) => sum + w, 0);
      return { weights: [...first, last].map((w) => w * random.pick([-1, 1])), last };
    },
    ({ weights, last }) => {
      const negative = -weights.reduce((sum, w) => sum + Math.min(0, w), 0);
      const positive = weights.reduce((sum, w) => sum + Math.max(0, w), 0);
      if (last < 4 || last > 55 || Math.abs(negative - positive) < 5 || Math.min(negative, positive) < 40) return false;
      return wanted === 'safe' || negative > positive === (wanted === 'top');
    },
  );
}

export function variant(random) {
  const magnitude = random.integer(14, 112);
  return {
    parameters: {
      zeroA: random.pick([-magnitude, magnitude]),
      ...layerB(random),
      ...layerC(random),
      ...layerD(random),
      weights: filterE(random).weights,
    },
  };
}
