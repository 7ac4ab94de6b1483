// Draws a layer of five channels: a strong one, a weak one, one with an outlier of its own, two ordinary ones. Drawn until the noise
// model and the nine weights disagree, no quotient is near a tie, and every channel keeps clear of the target.

const decimals = (x, digits) => Number(x.toFixed(digits));

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const channel = (max, crest) => ({ max, rms: decimals(max / crest, 4) });
const noise = (weights, scale) => weights.reduce((sum, w) => sum + (w - scale * Math.round(w / scale)) ** 2, 0) / weights.length;
const isClearOfTies = (weights, scale) => weights.every((w) => Math.abs((Math.abs(w / scale) % 1) - 0.5) > 0.03);

// Signal-to-noise ratio in dB by the model, for a channel of given rms and a given scale.
const ratio = (rms, scale) => 10 * Math.log10((12 * rms * rms) / (scale * scale));

function layer(random) {
  return drawUntil(
    () => {
      const [strong, weak, outlier, ordinary, other] = random.shuffle([0, 1, 2, 3, 4]);
      const channels = [];
      channels[strong] = channel(decimals(random.real(2.4, 4.6), 3), random.real(2.4, 3.6));
      channels[weak] = channel(decimals(random.real(0.06, 0.14), 4), random.real(2.2, 3.2));
      channels[outlier] = channel(decimals(random.real(0.9, 2), 3), random.real(9, 15));
      channels[ordinary] = channel(decimals(random.real(0.3, 0.8), 3), random.real(2.4, 3.8));
      channels[other] = channel(decimals(random.real(0.8, 1.8), 3), random.real(2.4, 3.8));
      const top = channels[weak].max;
      const rest = Array.from({ length: 8 }, () => decimals(random.pick([-1, 1]) * random.real(0.05, 0.9) * top, 4));
      const nine = random.shuffle([random.pick([-1, 1]) * top, ...rest]);
      return { channels, weak: weak + 1, outlier, nine, target: random.integer(34, 38) };
    },
    ({ channels, weak, outlier, nine, target }) => {
      const shared = Math.max(...channels.map((c) => c.max)) / 127;
      const own = channels[weak - 1].max / 127;
      if (!isClearOfTies(nine, shared) || !isClearOfTies(nine, own)) return false;
      const modelFails = [shared, own].every((s) => Math.abs((12 * noise(nine, s)) / (s * s) - 1) > 0.15);
      const withShared = channels.map((c) => ratio(c.rms, shared));
      const withOwn = channels.map((c) => ratio(c.rms, c.max / 127));
      const below = withShared.filter((r) => r < target).length;
      const belowByPeak = channels.filter((c) => ratio(c.max, shared) < target).length;
      const isClear = [...withShared, ...withOwn].every((r) => Math.abs(r - target) > 1);
      const isOutlierAlone = withOwn.every((r, i) => r < target === (i === outlier));
      return modelFails && isClear && isOutlierAlone && below >= 2 && below <= 4 && below !== belowByPeak;
    },
  );
}

export function variant(random) {
  const { channels, weak, nine, target } = layer(random);
  return {
    parameters: {
      channels: channels.map((c, i) => ({ number: i + 1, ...c })),
      weak,
      nine,
      target,
      network: [1, 2, 3, 4].map((i) => ({ name: `N${i}`, outputs: random.integer(2, 40) * 8 })),
    },
  };
}
