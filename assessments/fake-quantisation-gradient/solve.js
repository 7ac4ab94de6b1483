// Works the answers out from the prompt as a candidate reads it: element by element, codes by counting, no formula of the key's.

const rowsAfter = (prompt, heading) => {
  const from = prompt.indexOf(heading);
  const section = prompt.slice(from).split(/\n\*\*Tensor B|\n## /)[0];
  return [...section.matchAll(/^\| (-?[\d.]+) \| (-?[\d.]+) \|$/gm)].map(([, x, gradient]) => [
    Number(x),
    Number(gradient),
  ]);
};

const read = (prompt, pattern) => prompt.match(pattern).slice(1).map(Number);

// The code nearest to x among those from -lowest to highest.
function nearestCode(x, step, lowest, highest) {
  let best = -lowest;
  for (let code = -lowest; code <= highest; code++)
    if (Math.abs(x - code * step) < Math.abs(x - best * step)) best = code;
  return best;
}

function quantiserA(prompt) {
  const [lowest, highest] = read(prompt, /Q_N = (\d+) and Q_P = (\d+)/);
  const [step, rate] = read(prompt, /step is s = ([\d.]+), the learning rate is ([\d.e-]+)\./);
  const rows = rowsAfter(prompt, '**Tensor A**');
  let [outputs, toInputs, toStep] = [0, 0, 0];
  for (const [x, gradient] of rows) {
    const code = nearestCode(x, step, lowest, highest);
    outputs += code * step;
    if (x <= -lowest * step) toStep -= lowest * gradient;
    else if (x >= highest * step) toStep += highest * gradient;
    else {
      toInputs += gradient;
      toStep += (code - x / step) * gradient;
    }
  }
  const scaled = toStep / Math.sqrt(rows.length * highest);
  return { outputs, toInputs, toStep, scaled, newStep: step - rate * scaled };
}

function quantiserB(prompt) {
  const section = prompt.slice(prompt.indexOf('**Tensor B**'));
  const [min, max] = read(section, /min = (-?[\d.]+), max = (-?[\d.]+)/);
  const rows = [...section.matchAll(/^\| (-?[\d.]+) \| (-?[\d.]+) \|$/gm)].map(([, x, gradient]) => [
    Number(x),
    Number(gradient),
  ]);
  const step = (max - min) / 255;
  let steps = 0;
  while (Math.abs(min + (steps + 1) * step) < Math.abs(min + steps * step)) steps++;
  // Zero lies `steps` steps above the adjusted minimum, and 255 - steps below the adjusted maximum.
  const adjusted = (255 - steps) * step;
  const above = rows.filter(([x]) => x > adjusted);
  return { adjusted, toMax: above.reduce((sum, [, gradient]) => sum + gradient, 0) };
}

export function solve(prompt) {
  const a = quantiserA(prompt);
  const b = quantiserB(prompt);
  return {
    forwardSum: a.outputs,
    inputGradient: a.toInputs,
    stepGradient: a.toStep,
    scaledGradient: a.scaled,
    newStep: a.newStep,
    adjustedMax: b.adjusted,
    maxGradient: b.toMax,
  };
}
