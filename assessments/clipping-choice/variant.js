// Draws a Laplace tensor and four clips. Drawn until clip 1 is ruled by overload, clip 2 by granular noise with some overload, a bit at
// clip 3 brings clearly less than 6 dB, and the four configurations are apart, with B above D, so that bits alone
// do not decide; in half of the variants the better clip beats the bit as well (B above C).

const decimals = (x, digits) => Number(x.toFixed(digits));

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const granular = (clip, bits) => (clip / (2 ** (bits - 1) - 1)) ** 2 / 12;
const overload = (clip, b) => 2 * b * b * Math.exp(-clip / b);
const noise = (clip, bits, b) => granular(clip, bits) + overload(clip, b);
const share = (clip, bits, b) => overload(clip, b) / noise(clip, bits, b);
const inDecibels = (power) => 10 * Math.log10(power);

export function variant(random) {
  const isClipAheadOfBit = random.pick([true, false]);
  const parameters = drawUntil(
    () => {
      const b = decimals(random.real(0.15, 1.6), 3);
      const times = (lo, hi) => decimals(b * random.real(lo, hi), 3);
      const bits = random.integer(4, 6);
      return { b, bits, more: bits + 1, clip1: times(1.6, 4.5), clip2: times(4, 8), clip3: times(2.5, 7), largest: times(9.5, 15) };
    },
    ({ b, bits, more, clip1, clip2, clip3, largest }) => {
      const first = share(clip1, bits, b);
      const second = share(clip2, bits, b);
      const gain = inDecibels(noise(clip3, bits, b) / noise(clip3, more, b));
      if (first < 0.7 || first > 0.998 || second < 0.15 || second > 0.5 || gain < 1.5 || gain > 4.5) return false;
      const [atA, atB, atC, atD] = [noise(largest, bits, b), noise(clip2, bits, b), noise(largest, more, b), noise(clip1, more, b)].map(inDecibels);
      const sorted = [atA, atB, atC, atD].sort((x, y) => x - y);
      const isApart = sorted.every((x, i) => i === 0 || x - sorted[i - 1] > 0.4);
      return isApart && atB < atD && atB < atC === isClipAheadOfBit && clip3 > clip1 * 1.1 && Math.abs(clip3 / clip2 - 1) > 0.1;
    },
  );
  return { parameters };
}
