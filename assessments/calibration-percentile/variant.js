// Draws the histogram of a million activations after ReLU with a thin tail, and a small one for the entropy rule. Drawn until one of the
// two clips between is the best, each in half of the variants, with the largest value ahead of a tighter clip in half of those; both parts
// of the noise count at clip C, and the percentile lies clear of a bin's edge.

const decimals = (x, digits) => Number(x.toFixed(digits));
const sum = (list) => list.reduce((total, x) => total + x, 0);
const values = 1000000;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

function histogram(random, isThin) {
  const width = random.integer(4, 30) * 0.05;
  const ratio = isThin ? random.real(0.18, 0.26) : random.real(0.22, 0.42);
  const bulk = Array.from({ length: 8 }, (_, i) => Math.round(values * (1 - ratio) * ratio ** i * random.real(0.8, 1.2)));
  const tail = isThin ? [random.integer(1, 12), random.integer(0, 4), 0, 1] : [random.integer(5, 60), random.integer(0, 25), random.integer(0, 12), random.integer(1, 6)];
  const counts = [0, ...bulk.slice(1), ...tail];
  counts[0] = values - sum(counts);
  const bins = counts.map((count, i) => ({ from: decimals(i * width, 2), to: decimals((i + 1) * width, 2), centre: decimals((i + 0.5) * width, 3), count }));
  return { width, bins, largest: decimals((11 + random.real(0.55, 0.98)) * width, 2) };
}

function noise(bins, clip) {
  const overload = sum(bins.filter((b) => b.from >= clip - 1e-9).map((b) => (b.count / values) * (b.centre - clip) ** 2));
  return { overload, all: overload + (clip / 255) ** 2 / 12 };
}

function activation(random) {
  const best = random.pick([1, 2]);
  const isLargestAhead = random.pick([true, false]);
  return drawUntil(
    () => {
      const { bins, largest } = histogram(random, best === 1);
      const lowest = random.integer(4, 7);
      const [tight, middle, wide] = [lowest, random.integer(lowest + 1, 8), random.integer(9, 11)].map((k) => bins[k - 1].to);
      return { bins, largest, percentile: random.pick([99.9, 99.99]), clips: [tight, middle, wide], clipC: bins[random.integer(7, 10) - 1].to };
    },
    ({ bins, largest, percentile, clips, clipC }) => {
      if (clips.includes(clipC) || bins[0].count < bins[1].count || bins[11].centre >= largest) return false;
      const cumulative = bins.map((_, i) => sum(bins.slice(0, i + 1).map((b) => b.count)));
      const k = cumulative.findIndex((count) => count * 100 >= percentile * values - 1e-6);
      const end = bins[k].to;
      const beyond = values - cumulative[k];
      const fraction = (end / (largest / 255)) % 1;
      if (fraction < 0.55 || fraction > 0.95 || beyond < 5 || beyond > 0.96 * (1 - percentile / 100) * values) return false;
      const noises = [...clips, largest].map((clip) => noise(bins, clip).all);
      const sorted = [...noises].sort((a, b) => a - b);
      if (sorted.some((x, i) => i > 0 && x / sorted[i - 1] < 1.1) || sorted[0] !== noises[best]) return false;
      if (noises[3] < noises[best === 1 ? 0 : 1] !== isLargestAhead) return false;
      const atC = noise(bins, clipC);
      const share = atC.overload / atC.all;
      const isClear = cumulative[k - 1] / values < percentile / 100 - 1e-5;
      return isClear && share > 0.2 && share < 0.8 && end / largest < 0.85 && end / largest > 0.3;
    },
  );
}

const spread = (fine) =>
  fine.map((count, i) => {
    const pair = fine.slice(i - (i % 2), i - (i % 2) + 2);
    return count === 0 ? 0 : sum(pair) / pair.filter((x) => x > 0).length;
  });

const divergence = (p, q) => sum(p.map((x, i) => (x === 0 ? 0 : (x / sum(p)) * Math.log((x * sum(q)) / (sum(p) * q[i])))));

// Six fine bins, merged in pairs; one of them is empty. What lies beyond the clip is counted in `beyond`, and every shortcut with it shows.
function histogramK(random) {
  return drawUntil(
    () => {
      const empty = random.integer(2, 4);
      const fine = [[350, 520], [180, 330], [90, 170], [60, 150], [40, 90], [10, 38]].map(([lo, hi]) => random.integer(lo, hi));
      return { fine: fine.map((count, i) => (i === empty ? 0 : count)), beyond: random.integer(25, 90) };
    },
    ({ fine, beyond }) => {
      const reference = fine.map((count, i) => (i === 5 ? count + beyond : count));
      const exact = divergence(reference, spread(fine));
      const shortcuts = [divergence(fine, spread(fine)), divergence(reference, spread(reference))];
      return exact > 0.01 && shortcuts.every((x) => Math.abs(x / exact - 1) > 0.05);
    },
  );
}

export function variant(random) {
  return { parameters: { ...activation(random), ...histogramK(random) } };
}
