// Works the answers out from the prompt as a candidate reads it: nearest codes by trying all of them, fixed point in whole numbers.

const rowAfter = (prompt, words) => {
  const lines = prompt.slice(prompt.indexOf(words)).split('\n');
  const line = lines[lines.findIndex((text) => /^\| [-: |]+\|$/.test(text)) + 1];
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => Number(cell.replace(/\(.*\)/, '').replaceAll(/\s/g, '')));
};

const codes = Array.from({ length: 256 }, (_, i) => i - 128);
const nearestCode = (distance) => codes.reduce((best, code) => (distance(code) < distance(best) ? code : best));

// To the nearest integer of a quotient of integers, ties away from zero.
function divided(numerator, denominator) {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

// A real number below 1 as m · 2^e with m from a half to 1, by doubling.
function normalised(real) {
  let [mantissa, exponent] = [real, 0];
  while (mantissa < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  while (mantissa >= 1) {
    mantissa /= 2;
    exponent++;
  }
  return { mantissa, exponent };
}

export function solve(prompt) {
  const [low, high] = rowAfter(prompt, '**Tensor A**');
  const [scaleB, zeroB, x] = rowAfter(prompt, '**Tensor B**');
  const [input, weights, output] = rowAfter(prompt, '**Layer C**');
  const [accumulator, multiplier, shift, zeroD] = rowAfter(prompt, '**Layer D**');
  const [, scaleE] = /activations with scale ([\d.]+)/.exec(prompt).map(Number);
  const section = prompt.slice(prompt.indexOf('**Layer E**'), prompt.indexOf('## What is asked'));
  const magnitudes = [...section.matchAll(/`(-?[\d.]+)`/g)].map(([, text]) => Math.abs(Number(text)));
  const step = (high - low) / 255;
  const { mantissa, exponent } = normalised((input * weights) / output);
  const doubled = divided(BigInt(accumulator) * BigInt(multiplier), 1n << 31n);
  const scaled = Number(divided(doubled, 1n << BigInt(shift))) + zeroD;
  return {
    scale: step,
    zeroPoint: nearestCode((code) => Math.abs(code + 128 + low / step)),
    quantisedValue: nearestCode((code) => Math.abs(scaleB * (code - zeroB) - x)),
    multiplier: Math.floor(mantissa * 2 ** 31 + 0.5),
    shift: exponent,
    output: Math.max(-128, Math.min(127, scaled)),
    errorBound: magnitudes.reduce((sum, weight) => sum + weight * (scaleE / 2), 0),
  };
}
