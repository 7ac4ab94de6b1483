// Works the answers out from the prompt and the figures as a candidate reads them: samples are walked through in time.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));
const seconds = 0.002;

// The value with as many samples at or below as at or above; of an even number the mean of the two.
function median(samples) {
  const atOrBelow = (x) => samples.filter((y) => y <= x).length;
  const atOrAbove = (x) => samples.filter((y) => y >= x).length;
  const half = samples.length / 2;
  const middle = samples.filter((x) => atOrBelow(x) >= half && atOrAbove(x) >= half);
  return (Math.min(...middle) + Math.max(...middle)) / 2;
}

// Energies in mJ and times in s over the whole trace, by what the device does.
function account(power, marker, sleep) {
  const energy = { wake: 0, inference: 0, tail: 0 };
  const time = { wake: 0, inference: 0, tail: 0 };
  let [part, bursts, highest] = ['asleep', 0, 0];
  power.forEach(([, mw], i) => {
    if (mw <= 2 * sleep) part = 'asleep';
    else if (marker[i][1] === 1) part = 'inference';
    else if (part === 'inference') part = 'tail';
    else if (part === 'asleep') {
      part = 'wake';
      bursts++;
    }
    if (part === 'asleep') return;
    energy[part] += mw * seconds;
    time[part] += seconds;
    if (part === 'inference') highest = Math.max(highest, mw);
  });
  return { energy, time, bursts, highest };
}

export function solve(prompt, figures) {
  const points = (id) => figures.find((figure) => figure.id === id).series[0].points;
  const period = number(prompt, /burst \*\*every ([\d\s.]+) s\*\*/);
  const milliampereHours = number(prompt, /holds ([\d\s]+) mAh/);
  const volts = number(prompt, /mAh at ([\d.]+) V/);
  const efficiency = number(prompt, /passes (\d+) % of the energy/) / 100;
  const vendor = number(prompt, /vendor quotes \*\*([\d.]+) mJ\*\*/);
  const sleep = median(
    points('power')
      .slice(0, 30)
      .map(([, mw]) => mw),
  );
  const { energy, time, bursts, highest } = account(points('power'), points('marker'), sleep);
  const each = Object.fromEntries(Object.entries(energy).map(([part, mJ]) => [part, mJ / bursts]));
  const burst = each.wake + each.inference + each.tail;
  const awake = (time.wake + time.inference + time.tail) / bursts;
  const inPeriod = { ...each, sleep: sleep * (period - awake) };
  const perPeriod = Object.values(inPeriod).reduce((sum, mJ) => sum + mJ, 0);
  // 1 mAh at 1 V is 3.6 J, which are 3,600 mJ.
  const periods = (milliampereHours * volts * 3600 * efficiency) / perPeriod;
  const window = time.inference / bursts;
  const quotes = [
    ['gross', each.inference],
    ['net', each.inference - sleep * window],
    ['burst', burst],
    ['peak', highest * window],
  ];
  return {
    sleepPower: sleep,
    inferenceEnergy: each.inference,
    burstEnergy: burst,
    averagePower: perPeriod / period,
    batteryLife: (periods * period) / 86400,
    vendorFigure: quotes.reduce((a, b) => (Math.abs(b[1] - vendor) < Math.abs(a[1] - vendor) ? b : a))[0],
    order: Object.keys(inPeriod).sort((a, b) => inPeriod[b] - inPeriod[a]),
  };
}
