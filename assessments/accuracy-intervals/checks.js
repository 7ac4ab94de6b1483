// The key, by closed forms and floating-point tails. reference.yaml marks images one by one, counts coin tosses in whole numbers and searches.

const sum = (list) => list.reduce((total, x) => total + x, 0);
const z = 1.96;

function wilsonLower(right, n) {
  const p = right / n;
  return (p + (z * z) / (2 * n) - z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
}

// Probability of at most k heads in m fair tosses, and of exactly k.
function coin(k, m) {
  let term = 0.5 ** m;
  let tail = term;
  for (let i = 1; i <= k; i++) {
    term *= (m - i + 1) / i;
    tail += term;
  }
  return { tail, term };
}

// Two-sided normal tail: Abramowitz and Stegun 7.1.26, good to 1.5e-7.
function normalTail(x) {
  const t = 1 / (1 + (0.3275911 * x) / Math.SQRT2);
  return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp((-x * x) / 2);
}

export function answerKey(p, figures) {
  const [lost, won] = figures.find((f) => f.id === 'discordant').series.map((s) => s.points.map(([, count]) => count));
  const n = sum(p.rows.map((r) => r.images));
  const both = sum(p.rows.map((r) => r.both));
  const [b, c] = [sum(lost), sum(won)];
  const drop = (b - c) / n;
  const se = Math.sqrt(b + c - (b - c) ** 2 / n) / n;
  const variances = [both + b, both + c].map((right) => (right / n) * (1 - right / n));
  const unpaired = Math.sqrt(sum(variances) / n);
  const [lower, upper] = [100 * (drop - z * se), 100 * (drop + z * se)];
  const { tail, term } = coin(Math.min(b, c), b + c);
  const chi = Math.abs(b - c) / Math.sqrt(b + c);
  const corrected = (Math.abs(b - c) - 1) / Math.sqrt(b + c);
  const sought = p.soughtDrop / 100;
  const images = (variance) => Math.ceil((2.8 ** 2 * variance) / sought ** 2);
  const drops = p.rows.map((r, i) => (lost[i] - won[i]) / r.images);
  const byNormal = 'This is the normal approximation; the question asks for the exact test.';
  return {
    drop: { value: 100 * drop, unit: '%', tolerance: { relative: 0.01 } },
    lowerBound: { value: 100 * wilsonLower(both + c, n), unit: '%', tolerance: { absolute: 0.02 } },
    pairedUpper: {
      value: upper,
      unit: '%',
      tolerance: { relative: 0.01 },
      slips: [{ value: 100 * (drop + z * unpaired), credit: 0.25, cause: 'This treats the two models as if they had seen different images.' }],
    },
    exactP: {
      value: Math.min(1, 2 * tail),
      unit: '',
      tolerance: { relative: 0.02 },
      slips: [
        { value: tail, credit: 0.5, cause: 'This is one-sided; the question asks for two sides.' },
        { value: 2 * tail - term, credit: 0.5, cause: 'This is the mid-p value; the question asks for the plain exact test.' },
        { value: normalTail(chi), credit: 0.5, cause: byNormal },
        { value: normalTail(corrected), credit: 0.5, cause: byNormal },
      ],
    },
    imagesNeeded: {
      value: images((b + c) / n - sought ** 2),
      unit: '',
      tolerance: { relative: 0.01 },
      slips: [{ value: images(sum(variances)), credit: 0.25, cause: 'This is for two separate test sets; the same images serve both models.' }],
    },
    claim: { value: lower > 0 ? (upper < p.margin ? 'small-drop' : 'drop') : upper < p.margin ? 'no-drop' : 'open', unit: '' },
    order: { value: ['k1', 'k2', 'k3', 'k4'].sort((x, y) => drops[y[1] - 1] - drops[x[1] - 1]), unit: '' },
  };
}
