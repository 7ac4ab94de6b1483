// One test set under four conditions, seen by an FP32 and an INT8 model. Drawn for one of four outcomes of the paired interval, while the
// two separate intervals always overlap.

const z = 1.96;
const round1 = (x) => Math.round(x * 10) / 10;
const sum = (list) => list.reduce((total, x) => total + x, 0);

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 60000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

function wilson(right, n) {
  const p = right / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { lower: centre - half, upper: centre + half };
}

// Two-sided exact McNemar test: twice the tail of a fair binomial.
function exactP(b, c) {
  const m = b + c;
  let term = 0.5 ** m;
  let tail = 0;
  for (let k = 0; k <= Math.min(b, c); k++) {
    tail += term;
    term *= (m - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}

const names = ['Day', 'Night', 'Rain', 'Tunnel'];

function testSet(random, wanted) {
  const tilt = random.real(-0.1, 0.55);
  const rows = names.map((name) => {
    const images = random.integer(35, 180) * 10;
    const discordant = images * random.real(0.02, 0.07);
    const bad = Math.min(0.92, Math.max(0.35, 0.5 + tilt / 2 + random.real(-0.22, 0.22)));
    const lost = Math.max(1, Math.round(discordant * bad));
    const won = Math.max(1, Math.round(discordant * (1 - bad)));
    const both = Math.round(images * random.real(0.72, 0.93)) - lost;
    return { name, images, both, lost, won };
  });
  return { rows, margin: random.integer(5, 20) / 10, wanted };
}

const outcomeOf = (lower, upper, margin) => (lower > 0 ? (upper < margin ? 'small-drop' : 'drop') : upper < margin ? 'no-drop' : 'open');

function isTelling({ rows, margin, wanted }) {
  const n = sum(rows.map((r) => r.images));
  const b = sum(rows.map((r) => r.lost));
  const c = sum(rows.map((r) => r.won));
  const both = sum(rows.map((r) => r.both));
  const drop = (b - c) / n;
  const half = (z * Math.sqrt(b + c - (b - c) ** 2 / n)) / n;
  const [lower, upper] = [100 * (drop - half), 100 * (drop + half)];
  const p = exactP(b, c);
  const drops = rows.map((r) => (100 * (r.lost - r.won)) / r.images);
  const sorted = [...drops].sort((x, y) => y - x);
  const rank = (list, sign) => list.map((_, i) => i).sort((x, y) => sign * (list[x] - list[y])).join();
  const byDrop = rank(drops, -1);
  const byAccuracy = rank(rows.map((r) => (r.both + r.won) / r.images), 1);
  const byCount = rank(rows.map((r) => r.lost - r.won), -1);
  const byLost = rank(rows.map((r) => r.lost), -1);
  return (
    drop > 0.0015 &&
    Math.abs(sum(drops) / 400 / drop - 1) > 0.025 &&
    outcomeOf(lower, upper, margin) === wanted &&
    Math.abs(lower) > 0.06 &&
    Math.abs(upper / margin - 1) > 0.08 &&
    (lower > 0 ? p < 0.04 && p > 0.00005 : p > 0.065 && p < 0.6) &&
    wilson(both + c, n).upper > wilson(both + b, n).lower * 1.0005 &&
    sorted.every((x, i) => i === 0 || sorted[i - 1] - x > 0.25) &&
    [byAccuracy, byCount, byLost].every((other) => other !== byDrop)
  );
}

export function variant(random) {
  const wanted = random.pick(['small-drop', 'drop', 'no-drop', 'open']);
  const { rows, margin } = drawUntil(() => testSet(random, wanted), isTelling);
  const share = (count, { images }) => round1((100 * count) / images);
  const bars = (id, title, label, unit, series, description) => ({
    id,
    title,
    type: 'bar',
    x: { label: 'Condition: 1 day, 2 night, 3 rain, 4 tunnel' },
    y: unit === '' ? { label } : { label, unit },
    series: series.map(([name, values]) => ({ name, points: values.map((y, i) => [i + 1, y]) })),
    description,
  });
  return {
    parameters: {
      rows: rows.map(({ name, images, both }) => ({ name, images, both })),
      images: sum(rows.map((r) => r.images)),
      margin,
      soughtDrop: random.integer(4, 15) / 10,
      build: `${random.integer(2, 9)}.${random.integer(0, 30)}`,
    },
    figures: [
      bars(
        'accuracy',
        'Figure 1. Accuracy by condition',
        'Accuracy',
        '%',
        [
          ['FP32', rows.map((r) => share(r.both + r.lost, r))],
          ['INT8', rows.map((r) => share(r.both + r.won, r))],
        ],
        'Accuracy of the FP32 and the INT8 model under four conditions; the two differ by a few points at most.',
      ),
      bars(
        'discordant',
        'Figure 2. Images on which exactly one of the models is right',
        'Images',
        '',
        [
          ['FP32 right, INT8 wrong', rows.map((r) => r.lost)],
          ['INT8 right, FP32 wrong', rows.map((r) => r.won)],
        ],
        'For each of four conditions, the number of images that only FP32 gets right and the number that only INT8 gets right; both kinds occur under every condition.',
      ),
    ],
  };
}
