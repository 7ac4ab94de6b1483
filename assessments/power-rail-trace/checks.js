// The key: bursts are found by threshold, energies by adding rectangles. reference.yaml balances energies instead.

const stepMs = 2;
const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
};
const energy = (list) => (list.reduce((sum, mw) => sum + mw, 0) * stepMs) / 1000;

export function answerKey(p, figures) {
  const power = figures.find((f) => f.id === 'power').series[0].points;
  const marker = figures.find((f) => f.id === 'marker').series[0].points;
  const sleepPower = median(power.slice(0, 30).map(([, mw]) => mw));
  const isActive = power.map(([, mw]) => mw > 2 * sleepPower);
  const parts = { wake: [], inference: [], tail: [] };
  let seenMarker = false;
  power.forEach(([, mw], i) => {
    if (!isActive[i]) seenMarker = false;
    else if (marker[i][1] === 1) {
      seenMarker = true;
      parts.inference.push(mw);
    } else parts[seenMarker ? 'tail' : 'wake'].push(mw);
  });
  const per = (list) => energy(list) / 3;
  const burst = per(parts.wake) + per(parts.inference) + per(parts.tail);
  const burstSeconds = (isActive.filter(Boolean).length * stepMs) / 3000;
  const inferenceSeconds = (parts.inference.length * stepMs) / 3000;
  const sleepEnergy = sleepPower * (p.period - burstSeconds);
  const averagePower = (burst + sleepEnergy) / p.period;
  const batteryLife = (p.capacity * p.voltage * (p.efficiency / 100)) / averagePower / 24;
  const shares = { wake: per(parts.wake), inference: per(parts.inference), tail: per(parts.tail), sleep: sleepEnergy };
  const quoted = {
    gross: shares.inference,
    net: shares.inference - sleepPower * inferenceSeconds,
    burst,
    peak: Math.max(...parts.inference) * inferenceSeconds,
  };
  const distance = (name) => Math.abs(quoted[name] - p.vendorEnergy);
  const tolerance = { relative: 0.01 };
  return {
    sleepPower: { value: sleepPower, unit: 'mW', tolerance: { relative: 0.03 } },
    inferenceEnergy: {
      value: shares.inference,
      unit: 'mJ',
      tolerance,
      slips: [{ value: quoted.peak, credit: 0.25, cause: 'The power is not constant in the window: integrate it.' }],
    },
    burstEnergy: {
      value: burst,
      unit: 'mJ',
      tolerance,
      slips: [
        { value: shares.inference + shares.wake, credit: 0.5, cause: 'The tail belongs to the burst: without the inference it would not be there.' },
        { value: shares.inference + shares.tail, credit: 0.5, cause: 'The wake-up belongs to the burst: without the inference it would not be there.' },
      ],
    },
    averagePower: {
      value: averagePower,
      unit: 'mW',
      tolerance: { relative: 0.015 },
      slips: [{ value: burst / p.period, credit: 0.25, cause: 'Sleep goes on for the rest of the period and is not free.' }],
    },
    batteryLife: {
      value: batteryLife,
      unit: 'd',
      tolerance: { relative: 0.02 },
      slips: [{ value: batteryLife / (p.efficiency / 100), credit: 0.5, cause: 'The converter between battery and rail takes its share.' }],
    },
    vendorFigure: { value: Object.keys(quoted).sort((a, b) => distance(a) - distance(b))[0], unit: '' },
    order: { value: Object.keys(shares).sort((a, b) => shares[b] - shares[a]), unit: '' },
  };
}
