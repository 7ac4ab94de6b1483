// Works the answers out from the prompt as a candidate reads it: tables by their lines, errors by trying all integers.

const tableRows = (prompt, pattern) => [...prompt.matchAll(pattern)].map((found) => found.slice(1).map(Number));

// Distance of a weight from the nearest point of the grid, by walking along the grid.
function errorOn(step, weight) {
  let least = Infinity;
  for (let q = -127; q <= 127; q++) least = Math.min(least, Math.abs(weight - q * step));
  return least;
}

const meanSquare = (list) => list.reduce((sum, x) => sum + x ** 2, 0) / list.length;

// Signal over noise as plain quotients: dB on both sides would only repeat the formula.
const isBelow = ({ rms, step }, decibels) => rms ** 2 / (step ** 2 / 12) < 10 ** (decibels / 10);

export function solve(prompt) {
  const channels = tableRows(prompt, /^\| (\d+) \| ([\d.]+) \| ([\d.]+) \|$/gm).map(([, max, rms]) => ({ max, rms }));
  const outputs = tableRows(prompt, /^\| N\d+ \| (\d+) \|$/gm).map(([count]) => count);
  const weak = Number(/\*\*Nine weights of channel (\d+)\*\*/.exec(prompt)[1]);
  const target = Number(/ratio below (\d+) dB/.exec(prompt)[1]);
  const given = /the largest one among them:\s*\n\s*\n(.+)/.exec(prompt)[1];
  const nine = [...given.matchAll(/`(-?[\d.]+)`/g)].map(([, text]) => Number(text));
  const steps = channels.map(({ max }) => max / 127);
  const shared = Math.max(...steps);
  const own = steps[weak - 1];
  const withErrors = (step) => nine.map((weight) => errorOn(step, weight));
  const still = channels.findIndex(({ rms, max }) => isBelow({ rms, step: max / 127 }, target));
  return {
    layerGain: -10 * Math.log10(meanSquare(steps.map((step) => step / shared))),
    worstError: Math.max(...withErrors(shared)),
    sharedMse: meanSquare(withErrors(shared)),
    ownMse: meanSquare(withErrors(own)),
    bitsLost: Math.log(shared / own) / Math.LN2,
    belowTarget: channels.filter(({ rms }) => isBelow({ rms, step: shared }, target)).length,
    stillBelow: `c${still + 1}`,
    fileBytes: outputs.reduce((sum, count) => sum + 12 * count, 0) - 12 * outputs.length,
  };
}
