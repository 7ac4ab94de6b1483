// Works the answers out from the prompt as a candidate reads it: all codes and weights are tried, terms are added one at a time.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const codes = range(-128, 127);

function extremes(products) {
  return { least: Math.min(...products), most: Math.max(...products) };
}

const rawProducts = (weights) => extremes([-128, 127].flatMap((q) => weights.map((w) => q * w)));

function bitsThatHold({ least, most }) {
  let bits = 1;
  while (least < -(2 ** (bits - 1)) || most > 2 ** (bits - 1) - 1) bits++;
  return bits;
}

// The most terms whose worst sums stay within an accumulator of so many bits that starts anywhere up to `bias` from zero.
function mostTerms({ least, most }, bits, bias) {
  const up = Math.floor((2 ** (bits - 1) - 1 - bias) / most);
  const down = Math.floor((2 ** (bits - 1) - bias) / -least);
  return Math.min(up, down);
}

export function solve(prompt) {
  const zero = number(prompt, /zero point of the activations is \*\*(-?\d+)\*\*/);
  const kernel = number(prompt, /kernel (\d+) ×/);
  const channels = number(prompt, /, (\d+) input channels/);
  const bits = number(prompt, /accumulator has (\d+) bits/);
  const bias = number(prompt, /bias of magnitude at most ([\d\s]+)\./);
  const heaviest = number(prompt, /weights of this layer is \*\*(\d+)\*\*/);
  const section = /ten weights[^]*?\n\n(.+)\n/.exec(prompt)[1];
  const weights = [...section.matchAll(/`(-?\d+)`/g)].map(([, text]) => Number(text));
  const narrow = rawProducts(range(-127, 127));
  const terms = kernel * kernel * channels;
  const offset = codes.flatMap((q) => range(-127, 127).map((w) => Math.abs((q - zero) * w)));
  const sums = weights.map((w) => rawProducts([w]));
  const most = sums.reduce((sum, one) => sum + one.most, 0);
  const least = sums.reduce((sum, one) => sum + one.least, 0);
  const ends = [most > 32767, least < -32768];
  return {
    largestProduct: offset.reduce((a, b) => Math.max(a, b)),
    accumulatorBits: bitsThatHold({ least: terms * narrow.least, most: terms * narrow.most }),
    longestSum: mostTerms(rawProducts(range(-128, 127)), bits, bias),
    termsPerSpill: mostTerms(rawProducts([-heaviest, heaviest]), 16, 0),
    largestSum: most,
    verdict: ends[0] ? (ends[1] ? 'both' : 'top') : ends[1] ? 'bottom' : 'safe',
  };
}
