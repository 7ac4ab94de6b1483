// Ten readings with one clear peak. Mean, median and the other figures that one might quote lie well apart.
const round1 = (x) => Math.round(x * 10) / 10;

function readings(random) {
  const base = random.real(12, 24);
  const peak = random.integer(0, 9);
  return Array.from({ length: 10 }, (_, i) => {
    const own = base * (1 + random.real(-0.12, 0.12));
    return [i + 1, round1(i === peak ? base * random.real(1.7, 2.2) : own)];
  });
}

function isClear(points) {
  const values = points.map(([, y]) => y);
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((s, y) => s + y, 0) / 10;
  const others = [
    sorted[0], sorted[9], values[0], values[9], (sorted[4] + sorted[5]) / 2, (sorted[0] + sorted[9]) / 2,
    (mean * 10 - values[0]) / 9, (mean * 10 - sorted[9]) / 9,
  ];
  return others.every((y) => Math.abs(y / mean - 1) > 0.02) && sorted[9] / sorted[0] < 2.9;
}

export function variant(random) {
  for (let attempt = 0; attempt < 3000; attempt++) {
    const points = readings(random);
    if (!isClear(points)) continue;
    return {
      parameters: { readings: points.length },
      figures: [
        {
          id: 'latency',
          title: 'Figure 1. Latency of ten inferences',
          type: 'line',
          x: { label: 'Reading' },
          y: { label: 'Latency', unit: 'ms' },
          series: [{ name: 'Latency', points }],
          description: 'Latency of ten readings: nearly flat, with one reading far above the others.',
        },
      ],
    };
  }
  throw new Error('no variant found: widen the ranges');
}
