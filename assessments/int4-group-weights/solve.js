// Works the answers out from the prompt as a candidate reads it: bits and kilobytes in whole numbers, every assignment tried.

const read = (prompt, pattern) => {
  const found = prompt.match(pattern);
  if (!found) throw new Error(`the prompt has no ${pattern}`);
  return found.slice(1).map((digits) => Number(digits.replaceAll(/\s/g, '')));
};

function bestAssignment(prompt) {
  const [budget] = read(prompt, /budget for the weights is \*\*([\d\s]+) kB\*\*/);
  const layers = [...prompt.matchAll(/^\| \S+ \| ([\d\s]+) kB \| ([\d.]+) points \|$/gm)];
  let choices = [{ size: 0, loss: 0 }];
  for (const [, kilobytes, points] of layers) {
    const size = Number(kilobytes.replaceAll(/\s/g, ''));
    const loss = Math.round(100 * Number(points));
    choices = choices.flatMap((chosen) => [
      { size: chosen.size + size, loss: chosen.loss },
      { size: chosen.size + (size * 9) / 16, loss: chosen.loss + loss },
    ]);
  }
  return choices.filter(({ size }) => size <= budget).sort((a, b) => a.loss - b.loss)[0];
}

export function solve(prompt) {
  const [group] = read(prompt, /in groups of (\d+) along a row/);
  const [zeroBits] = read(prompt, /a zero point of (\d+) bits/);
  const [rows, columns] = read(prompt, /format A: ([\d\s]+) rows of ([\d\s]+) weights/);
  const [low, high] = read(prompt, /weights from (-?[\d.]+) to (-?[\d.]+)\./);
  const [weights, cache] = read(prompt, /all weights \(([\d\s]+) MB\).*\(([\d\s]+) MB\)/);
  const [bandwidth] = read(prompt, /at ([\d.]+) GB\/s/);
  const groupsInRow = (columns - (columns % group)) / group + (columns % group > 0 ? 1 : 0);
  const bitsInRow = 4 * columns + groupsInRow * (16 + zeroBits);
  const { size, loss } = bestAssignment(prompt);
  return {
    bitsPerWeight: (4 * group + 16 + zeroBits) / group,
    matrixBytes: (rows * bitsInRow) / 8,
    maximumError: (high - low) / 15 / 2,
    bestLoss: loss / 100,
    bestSize: size,
    tokenRate: (1000 * bandwidth) / (weights + cache),
  };
}
