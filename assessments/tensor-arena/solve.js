// Works the answers out from the prompt as a candidate reads it: for each layer, a list of what is alive, with first and last use.

const number = (text) => Number(text.replaceAll(/\s/g, ''));

export function solve(prompt) {
  const bytes = [...prompt.matchAll(/^\| T\d \| ([\d\s]+) \|$/gm)].map(([, text]) => number(text));
  const size = bytes.map((count) => count + ((16 - (count % 16)) % 16));
  const [, to, from] = /layer (\d) reads T(\d)\*\*/.exec(prompt).map(Number);
  const [, kernel, inputs, outputs] = /kernel (\d+) × \d+, (\d+) channels in, (\d+) channels out/
    .exec(prompt)
    .map(Number);

  // Tensor n is written by layer n and read by layer n + 1, one of them by a later layer too.
  const arenaAt = (layer, hasSkip) => {
    let sum = 0;
    size.forEach((own, n) => {
      const last = hasSkip && n === from ? Math.max(to, n + 1) : n + 1;
      if (layer >= n && layer <= last) sum += own;
    });
    return sum;
  };
  const layers = [1, 2, 3, 4, 5, 6];
  const sizes = (hasSkip) => layers.map((layer) => arenaAt(layer, hasSkip));
  const peak = Math.max(...sizes(true));
  return {
    total: size.reduce((sum, own) => sum + own, 0),
    peak,
    peakLayer: sizes(true).indexOf(peak) + 1,
    withoutSkip: Math.max(...sizes(false)),
    flash: (kernel * kernel * inputs + 4 + 4) * outputs,
  };
}
