// Works the answers out from the prompt as a candidate reads it: a walk through the histogram, value by value where it matters.

const read = (prompt, pattern) =>
  prompt
    .match(pattern)
    .slice(1)
    .map((text) => Number(text.replaceAll(/\s/g, '')));

function histogram(prompt) {
  const lines = prompt.matchAll(/^\| \d+ \| ([\d.]+) \| ([\d.]+) \| ([\d\s]+) \|$/gm);
  return [...lines].map(([, from, to, count]) => ({
    from: Number(from),
    to: Number(to),
    count: Number(count.replaceAll(/\s/g, '')),
  }));
}

function meanSquareError(bins, end, largest) {
  let [error, all] = [0, 0];
  for (const { from, to, count } of bins) {
    const passed = end === largest ? 0 : Math.max(0, (from + to) / 2 - end);
    error += count * passed ** 2;
    all += count;
  }
  return error / all + (end / 255) ** 2 / 12;
}

function divergence(fine, beyond) {
  const reference = [...fine.slice(0, 5), fine[5] + beyond];
  const candidate = [];
  for (const [a, b] of [fine.slice(0, 2), fine.slice(2, 4), fine.slice(4, 6)]) {
    const filled = (a > 0 ? 1 : 0) + (b > 0 ? 1 : 0);
    candidate.push(a > 0 ? (a + b) / filled : 0, b > 0 ? (a + b) / filled : 0);
  }
  const sum = (list) => list.reduce((all, x) => all + x, 0);
  let result = 0;
  reference.forEach((count, i) => {
    if (count > 0)
      result += (count / sum(reference)) * Math.log((count * sum(candidate)) / (candidate[i] * sum(reference)));
  });
  return result;
}

export function solve(prompt, _figures, fields) {
  const bins = histogram(prompt);
  const [largest] = read(prompt, /largest value is \*\*([\d.]+)\*\*/);
  const [percentile] = read(prompt, /\*\*([\d.]+)th percentile\*\*/);
  const [clipC] = read(prompt, /ends the range at ([\d.]+)\./);
  const counts = /Counts: (.+?); beyond/.exec(prompt.replaceAll('\n', ' '))[1];
  const fine = [...counts.matchAll(/`(\d+)`/g)].map(([, text]) => Number(text));
  const [beyond] = read(prompt.replaceAll('\n', ' '), /beyond T lie ([\d\s]+) more values/);
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  let [below, at] = [0, 0];
  do below += bins[at++].count;
  while (below < (percentile / 100) * all - 1e-6);
  const end = bins[at - 1].to;
  const clips = fields
    .find(({ name }) => name === 'order')
    .options.map(({ value, label }) => {
      const clip = Number(/Clip at ([\d.]+)/.exec(label)[1]);
      return { value, error: meanSquareError(bins, clip, largest) };
    });
  return {
    maxScale: largest / 255,
    percentileRange: end,
    saturatedShare: (100 * (all - below)) / all,
    stepsBelow: Math.floor(end / (largest / 255)),
    noiseC: meanSquareError(bins, clipC, largest),
    order: clips.sort((a, b) => a.error - b.error).map(({ value }) => value),
    divergence: divergence(fine, beyond),
  };
}
