// Works the answers out from the prompt as a candidate reads it: integrals by summing strips, the best clip by a search.

const number = (text, pattern) => Number(pattern.exec(text)[1]);

// Both tails beyond the clip of a Laplace distribution: their share and the mean square by which they pass it, by Simpson's rule.
function tails(clip, b) {
  const steps = 4000;
  const width = (60 * b) / steps;
  let [share, square] = [0, 0];
  for (let i = 0; i <= steps; i++) {
    const beyond = i * width;
    const weight = ((i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * width) / 3;
    const density = Math.exp(-(clip + beyond) / b) / (2 * b);
    share += 2 * weight * density;
    square += 2 * weight * density * beyond ** 2;
  }
  return { share, square };
}

const granular = (clip, bits) => (clip / (2 ** (bits - 1) - 1)) ** 2 / 12;
const decibels = (quotient) => 10 * Math.log10(quotient);

// The clip of the least noise: a search by thirds, since noise falls and then rises.
function bestClip(b, bits) {
  const noise = (clip) => granular(clip, bits) + 2 * b ** 2 * Math.exp(-clip / b);
  let [low, high] = [0, 40 * b];
  for (let i = 0; i < 200; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (noise(left) < noise(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

export function solve(prompt, _figures, fields) {
  const b = number(prompt, /mean magnitude b = \*\*([\d.]+)\*\*/);
  const bits = number(prompt, /offers \*\*(\d+) bits\*\*/);
  const more = number(prompt, /or \*\*(\d+) bits\*\*/);
  const [clip1, clip2, clip3] = [1, 2, 3].map((n) =>
    number(prompt, new RegExp(`^\\| clip ${n} \\| ([\\d.]+) \\|$`, 'm')),
  );
  const signal = tails(0, b).square;
  const noise = (clip, width) => granular(clip, width) + tails(clip, b).square;
  const configurations = fields
    .find(({ name }) => name === 'order')
    .options.map(({ value, label }) => ({
      value,
      noise: noise(number(label, /clip ([\d.]+)/), number(label, /: (\d+) bits/)),
    }));
  return {
    clippedShare: 100 * tails(clip1, b).share,
    sqnr: decibels(signal / noise(clip1, bits)),
    overloadShare: (100 * tails(clip2, b).square) / noise(clip2, bits),
    bitGain: decibels(noise(clip3, bits)) - decibels(noise(clip3, more)),
    bestClip: bestClip(b, bits),
    order: configurations.sort((x, y) => x.noise - y.noise).map(({ value }) => value),
  };
}
