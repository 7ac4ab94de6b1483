// Works the answers out from the prompt as a candidate reads it: channel A by running it at two inputs, the rest by counting steps.

const rowAfter = (prompt, words) => {
  const lines = prompt.slice(prompt.indexOf(words)).split('\n');
  const line = lines[lines.findIndex((text) => /^\| [-: |]+\|$/.test(text)) + 1];
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => Number(cell.trim()));
};

// Steps of a size that lie nearest to a magnitude.
function stepsIn(magnitude, step) {
  const whole = Math.floor(magnitude / step);
  return magnitude - whole * step < (whole + 1) * step - magnitude ? whole : whole + 1;
}

export function solve(prompt) {
  const epsilon = Number(/Here ε = ([\d.e-]+)\./.exec(prompt)[1]);
  const [gamma, beta, mean, variance, weight, bias] = rowAfter(prompt, '**Channel A**');
  const channelA = (input) => (gamma * (weight * input + bias - mean)) / Math.sqrt(variance + epsilon) + beta;
  const folded = /after folding: (.+)/.exec(prompt)[1];
  const magnitudes = [...folded.matchAll(/`(-?[\d.]+)`/g)].map(([, text]) => Math.abs(Number(text)));
  const [biasC, inputScale, weightScale] = rowAfter(prompt, '**Channel C**');
  const maxima = rowAfter(prompt, '**Layer D**');
  const weak = maxima[Number(/occurs in channel (\d)/.exec(prompt)[1]) - 1];
  const step = Math.max(...maxima) / 127;
  return {
    foldedWeight: channelA(1) - channelA(0),
    foldedBias: channelA(0),
    channelScale: Math.max(...magnitudes) / 127,
    quantisedBias: Math.sign(biasC) * stepsIn(Math.abs(biasC), inputScale * weightScale),
    weakLevels: stepsIn(weak, step),
    weakError: (50 * step) / weak,
  };
}
