// Works the answers out from the prompt as a candidate reads it: assignments grow layer by layer, losses in whole hundredths.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));
const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => Number(cell.replaceAll(/\s/g, '')));

// Bytes of one channel of layer X: weights of so many bits up to a multiple of 4 bytes, a scale and a bias.
function channelBytes(weights, bits) {
  let bytes = Math.ceil((weights * bits) / 8);
  while (bytes % 4 !== 0) bytes++;
  return bytes + 4 + 4;
}

function layersIn(prompt) {
  return [...prompt.matchAll(/^\| \S+ \|(?: [\d\s.]+ \|){8} *$/gm)].map(([line]) => {
    const [, kB16, kB8, kB4, loss8, loss4, us16, us8, us4] = cells(line);
    return [
      { kB: kB16, loss: 0, us: us16 },
      { kB: kB8, loss: Math.round(100 * loss8), us: us8 },
      { kB: kB4, loss: Math.round(100 * loss4), us: us4 },
    ];
  });
}

function assignments(layers) {
  let all = [{ kB: 0, loss: 0, us: 0 }];
  for (const choices of layers)
    all = all.flatMap((one) =>
      choices.map(({ kB, loss, us }) => ({ kB: one.kB + kB, loss: one.loss + loss, us: one.us + us })),
    );
  return all;
}

function greedyWalk(layers, budget) {
  const state = layers.map((choices) => ({ choices, at: 0 }));
  const total = (key) => state.reduce((sum, { choices, at }) => sum + choices[at][key], 0);
  while (total('kB') > budget) {
    const steps = state.filter(({ at }) => at < 2);
    const price = ({ choices, at }) =>
      (choices[at + 1].loss - choices[at].loss) / (choices[at].kB - choices[at + 1].kB);
    steps.reduce((best, one) => (price(one) < price(best) ? one : best)).at++;
  }
  return total('loss');
}

export function solve(prompt) {
  const kernel = number(prompt, /kernel (\d+) ×/);
  const channels = number(prompt, /, (\d+) channels, one filter/);
  const budget = number(prompt, /must fit \*\*([\d\s]+) kB\*\*/);
  const limit = number(prompt, /at most \*\*([\d\s]+) µs\*\*/);
  const wider = number(prompt, /raise the flash to ([\d\s]+) kB/);
  const slower = number(prompt, /latency to ([\d\s]+) µs/);
  const layers = layersIn(prompt);
  const all = assignments(layers);
  const least = (kB, us) => Math.min(...all.filter((one) => one.kB <= kB && one.us <= us).map(({ loss }) => loss));
  const [four, eight] = [4, 8].map((bits) => channels * channelBytes(kernel * kernel, bits));
  const timed = least(budget, limit);
  const [flash, latency, both] = [least(wider, limit), least(budget, slower), least(wider, slower)];
  const isAloneUseful = flash !== latency;
  return {
    bytesX: four,
    savingX: 100 - (100 * four) / eight,
    greedyLoss: greedyWalk(layers, budget) / 100,
    bestLoss: least(budget, Infinity) / 100,
    timedLoss: timed / 100,
    advice: isAloneUseful ? (flash < latency ? 'flash' : 'latency') : both < timed ? 'together' : 'none',
  };
}
