// Draws a format, a matrix whose rows end in a short group, a group, five layers to assign and a device. The assignment is drawn
// until a greedy choice by loss alone and one by loss per byte both miss the best, so that the budget has to be taken seriously.

const decimals = (x, digits) => Number(x.toFixed(digits));

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Sizes in kB at int8; int4 takes 9/16 of it (4.5 bits a weight). Losses in hundredths of a point, so that sums are exact.
function layers(random) {
  return Array.from({ length: 5 }, (_, i) => ({
    name: `L${i + 1}`,
    kilobytes: random.integer(8, 60) * 16,
    loss: random.integer(3, 60),
  }));
}

const sizeOf = (list, isInt4) =>
  list.reduce((sum, l, i) => sum + (isInt4[i] ? (l.kilobytes * 9) / 16 : l.kilobytes), 0);
const lossOf = (list, isInt4) => list.reduce((sum, l, i) => sum + (isInt4[i] ? l.loss : 0), 0);

function assignments() {
  return Array.from({ length: 32 }, (_, bits) => Array.from({ length: 5 }, (_unused, i) => Boolean((bits >> i) & 1)));
}

// Turns layers to int4 in the order of `rank` until the budget is met.
function greedy(list, budget, rank) {
  const isInt4 = list.map(() => false);
  const order = list.map((_, i) => i).sort((a, b) => rank(list[a]) - rank(list[b]));
  for (const i of order) {
    if (sizeOf(list, isInt4) <= budget) break;
    isInt4[i] = true;
  }
  return lossOf(list, isInt4);
}

function isTelling({ list, budget }) {
  const fitting = assignments().filter((a) => sizeOf(list, a) <= budget);
  if (fitting.length < 4) return false;
  const losses = fitting.map((a) => lossOf(list, a)).sort((a, b) => a - b);
  const best = losses[0];
  return (
    losses[1] > best &&
    greedy(list, budget, (l) => l.loss) > best &&
    greedy(list, budget, (l) => l.loss / l.kilobytes) > best &&
    greedy(list, budget, (l) => -l.kilobytes) > best
  );
}

function assignment(random) {
  return drawUntil(() => {
    const list = layers(random);
    const whole = list.reduce((sum, l) => sum + l.kilobytes, 0);
    return { list, budget: Math.round(whole * random.real(0.7, 0.88)) };
  }, isTelling);
}

function formatAndMatrix(random) {
  const group = random.pick([16, 32, 64, 128]);
  const columns = group * random.integer(3, 14) + 2 * random.integer(1, group / 2 - 1);
  return { group, zeroBits: random.pick([4, 8]), rows: random.integer(40, 900), columns };
}

// Zero points of four bits can end a matrix in half a byte, of which there is none.
function isWholeBytes({ group, zeroBits, rows, columns }) {
  const bits = rows * (4 * columns + Math.ceil(columns / group) * (16 + zeroBits));
  return bits % 8 === 0;
}

export function variant(random) {
  const { list, budget } = assignment(random);
  const matrix = drawUntil(() => formatAndMatrix(random), isWholeBytes);
  const low = decimals(-random.real(0.11, 0.9), 3);
  return {
    parameters: {
      ...matrix,
      groupB: matrix.group,
      low,
      high: decimals(-low * random.real(1.1, 1.6), 3),
      layers: list.map((l) => ({ ...l, loss: decimals(l.loss / 100, 2) })),
      budget,
      weightMegabytes: random.integer(280, 900),
      cacheMegabytes: random.integer(12, 60),
      bandwidth: decimals(random.real(6, 34), 1),
      peakTops: random.integer(8, 40),
    },
  };
}
