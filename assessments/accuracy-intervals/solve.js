// Works the answers out from the prompt and the figures as a candidate reads them: images one by one, bounds by bisection.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));
const total = (list) => list.reduce((sum, x) => sum + x, 0);

// The share at which `right` of `n` lies z standard errors above the expectation: the lower end of Wilson's interval.
function wilsonLower(right, n, z) {
  let [low, high] = [0, right / n];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    const distance = (right - n * middle) / Math.sqrt(n * middle * (1 - middle));
    if (distance > z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

// Logarithms of factorials by adding, so that no product overflows.
function logFactorials(n) {
  const list = [0];
  for (let i = 1; i <= n; i++) list.push(list[i - 1] + Math.log(i));
  return list;
}

function exactP(fewer, all) {
  const log = logFactorials(all);
  let tail = 0;
  for (let k = 0; k <= fewer; k++) tail += Math.exp(log[all] - log[k] - log[all - k] - all * Math.LN2);
  return Math.min(1, 2 * tail);
}

// Mean and standard error of differences: `lost` ones, `won` minus ones, and zeros.
function paired(lost, won, n) {
  const mean = (lost - won) / n;
  const squares = lost * (1 - mean) ** 2 + won * (-1 - mean) ** 2 + (n - lost - won) * mean ** 2;
  return { mean, error: Math.sqrt(squares / n / n) };
}

// The smallest number of images on which a drop `sought` is 2.8 standard errors, by doubling and bisection.
function imagesFor(sought, share) {
  const suffices = (n) => sought >= 2.8 * Math.sqrt((share - sought ** 2) / n);
  let high = 1;
  while (!suffices(high)) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export function solve(prompt, figures) {
  const rows = [...prompt.matchAll(/^\| \w+ \| ([\d\s]+) \| ([\d\s]+) \|$/gm)].map((found) =>
    found.slice(1).map((text) => Number(text.replaceAll(/\s/g, ''))),
  );
  const [lost, won] = figures
    .find(({ id }) => id === 'discordant')
    .series.map(({ points }) => points.map(([, count]) => count));
  const n = total(rows.map(([images]) => images));
  const right = total(rows.map(([, both]) => both)) + total(won);
  const { mean, error } = paired(total(lost), total(won), n);
  const margin = number(prompt, /at most \*\*([\d.]+) percentage points\*\*/);
  const sought = number(prompt, /true drop of \*\*([\d.]+) points\*\*/) / 100;
  const [lower, upper] = [100 * (mean - 1.96 * error), 100 * (mean + 1.96 * error)];
  const isExcluded = upper < margin;
  const claim = lower > 0 ? (isExcluded ? 'small-drop' : 'drop') : isExcluded ? 'no-drop' : 'open';
  const drops = rows.map(([images], i) => ({ name: `k${i + 1}`, drop: (lost[i] - won[i]) / images }));
  return {
    drop: 100 * mean,
    lowerBound: 100 * wilsonLower(right, n, 1.96),
    pairedUpper: upper,
    exactP: exactP(Math.min(total(lost), total(won)), total(lost) + total(won)),
    imagesNeeded: imagesFor(sought, (total(lost) + total(won)) / n),
    claim,
    order: drops.sort((a, b) => b.drop - a.drop).map(({ name }) => name),
  };
}
