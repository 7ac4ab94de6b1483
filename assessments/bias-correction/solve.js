// Works the answers out from the prompt as a candidate reads it: by sums over taps, by search, and by numerical integration.

const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

// The rows of the table that follows these words.
function tableAfter(prompt, words) {
  const lines = prompt.slice(prompt.indexOf(words)).split('\n');
  const first = lines.findIndex((line) => /^\| [-: |]+\|$/.test(line)) + 1;
  const rows = lines.slice(first);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map(cells);
}

const nearest = (x) => (x < 0 ? -Math.floor(-x + 0.5) : Math.floor(x + 0.5));

function accelerator(bias) {
  for (let k = 0; ; k++) {
    const register = nearest(bias / 2 ** k);
    if (register >= -32768 && register <= 32767) return register;
  }
}

function layerD(prompt) {
  const rows = tableAfter(prompt, '**Layer D**').map((row) => row.slice(1).map(Number));
  const [inputScale, weightScale, bias] = prompt
    .match(/Its scales are S_in = ([\d.]+) and S_w = ([\d.]+) .* float bias is (-?[\d.]+)\./)
    .slice(1)
    .map(Number);
  let [withFloats, withIntegers] = [0, 0];
  for (const [first, second, mean] of rows) {
    for (const weight of [first, second]) {
      withFloats += weight * mean;
      withIntegers += nearest(weight / weightScale) * weightScale * mean;
    }
  }
  const shift = withIntegers - withFloats;
  return { shift, corrected: nearest((bias - shift) / (inputScale * weightScale)) };
}

// The mean of max(0, X) for a normal X, by Simpson's rule out to twelve deviations.
function rectifiedMean(mean, deviation) {
  const steps = 20000;
  const width = (24 * deviation) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = mean - 12 * deviation + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    const z = (x - mean) / deviation;
    sum += weight * Math.max(0, x) * Math.exp(-0.5 * z * z);
  }
  return (sum * width) / 3 / (deviation * Math.sqrt(2 * Math.PI));
}

export function solve(prompt) {
  const [[biasA, inA, weightsA]] = tableAfter(prompt, '**Channel A**').map((row) => row.map(Number));
  const [[biasTextB, inTextB, largestText]] = tableAfter(prompt, '**Channel B**');
  const scaleB = Math.abs(Number(biasTextB)) / Number(inTextB) / 2 ** 30;
  const largestB = Number(largestText.replace(' · 10⁻⁷', 'e-7'));
  const accumulator = Number(/units of the accumulator is \*\*(-?\d+)\*\*/.exec(prompt)[1]);
  const [beta, gamma] = prompt
    .match(/β = (-?[\d.]+) and γ = ([\d.]+)/)
    .slice(1)
    .map(Number);
  const d = layerD(prompt);
  return {
    biasA: nearest(biasA / inA / weightsA),
    scaleB,
    levelsB: nearest(largestB / scaleB),
    registerC: accelerator(accumulator),
    shiftD: d.shift,
    correctedD: d.corrected,
    meanE: rectifiedMean(beta, gamma),
  };
}
