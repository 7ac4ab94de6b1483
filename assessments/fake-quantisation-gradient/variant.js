// Draws one tensor for a learned step and one for a learned range. Each holds a value that lies on one side of the exact edge and on the
// other side of the careless one. Drawn until every careless gradient is clearly another number.

const decimals = (x, digits) => Number(x.toFixed(digits));
const signed = (random, lo, hi, digits) => decimals(random.pick([-1, 1]) * random.real(lo, hi), digits);
const sum = (list) => list.reduce((total, x) => total + x, 0);

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 40000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const isApart = (x, y) => Math.abs(x - y) > 0.04 * Math.max(Math.abs(x), Math.abs(y));

function tensorA(random) {
  return drawUntil(
    () => {
      const bits = random.pick([3, 4]);
      const low = 2 ** (bits - 1);
      const high = low - 1;
      const step = decimals(random.real(0.11, 0.62), 3);
      const inside = Array.from({ length: 4 }, () => random.real(0.6 - low, high - 0.6));
      const places = [-low - random.real(0.6, 2.5), high + random.real(0.08, 0.42), high + random.real(0.7, 3), ...inside];
      const a = random.shuffle(places).map((v) => ({ x: decimals(v * step, 4), gradient: signed(random, 0.05, 0.9, 3) }));
      return { bits, low, high, step, rate: random.pick([0.01, 0.02, 0.05, 0.1]), a };
    },
    ({ low, high, step, rate, a }) => {
      const steps = a.map(({ x, gradient }) => ({ v: x / step, gradient }));
      if (steps.some(({ v }) => Math.abs((Math.abs(v) % 1) - 0.5) < 0.06)) return false;
      const isInside = ({ v }) => v > -low && v < high;
      const edge = (v) => (v > 0 ? high : -low);
      const exact = sum(steps.map((e) => e.gradient * (isInside(e) ? Math.round(e.v) - e.v : edge(e.v))));
      const careless = [
        sum(steps.map((e) => e.gradient * (isInside(e) ? Math.round(e.v) : edge(e.v)))),
        sum(steps.map((e) => e.gradient * (isInside(e) ? 0 : edge(e.v)))),
        sum(steps.map((e) => e.gradient * (isInside(e) ? e.v - Math.round(e.v) : edge(e.v)))),
        sum(steps.map((e) => e.gradient * (Math.round(e.v) >= -low && Math.round(e.v) <= high ? Math.round(e.v) - e.v : edge(e.v)))),
        sum(steps.map((e) => e.gradient * (isInside(e) ? Math.round(e.v) - e.v : 0))),
      ];
      const masked = sum(steps.filter(isInside).map((e) => e.gradient));
      const others = [sum(steps.map((e) => e.gradient)), sum(steps.filter(({ v }) => Math.round(v) >= -low && Math.round(v) <= high).map((e) => e.gradient))];
      const forward = sum(steps.map(({ v }) => Math.max(-low, Math.min(high, Math.round(v)))));
      const unclipped = sum(steps.map(({ v }) => Math.round(v)));
      const change = Math.abs((rate * exact) / Math.sqrt(a.length * high)) / step;
      if (change < 0.02 || change > 0.3 || Math.abs(masked) < 0.15 || forward === 0 || unclipped === forward) return false;
      return careless.every((x) => isApart(x, exact)) && others.every((x) => isApart(x, masked));
    },
  );
}

// Eight values; one lies between the maximum as given and the adjusted one.
function tensorB(random) {
  return drawUntil(
    () => {
      const min = decimals(random.real(-2.6, -0.4), 3);
      const max = decimals(random.real(2.4, 7.5), 3);
      const scale = (max - min) / 255;
      const adjustment = scale * Math.round(min / scale) - min;
      const inside = Array.from({ length: 4 }, () => decimals(random.real(min * 0.9, max * 0.9), 4));
      const trap = decimals(max + adjustment / 2, 4);
      const outside = [decimals(min - random.real(0.1, 0.8), 4), decimals(max + random.real(0.1, 1.5), 4), decimals(max + random.real(0.1, 1.5), 4)];
      const b = random.shuffle([...inside, trap, ...outside]).map((x) => ({ x, gradient: signed(random, 0.08, 0.9, 3) }));
      return { min, max, b, offset: adjustment / scale };
    },
    ({ min, max, b, offset }) => {
      const adjusted = max + (offset * (max - min)) / 255;
      const exact = sum(b.filter(({ x }) => x > adjusted).map((e) => e.gradient));
      const careless = [
        sum(b.filter(({ x }) => x > max).map((e) => e.gradient)),
        sum(b.filter(({ x }) => x > adjusted || x < min).map((e) => e.gradient)),
        sum(b.filter(({ x }) => x <= adjusted && x >= min).map((e) => e.gradient)),
      ];
      return Math.abs(offset) > 0.2 && Math.abs(offset) < 0.47 && Math.abs(exact) > 0.15 && careless.every((x) => isApart(x, exact));
    },
  );
}

export function variant(random) {
  const { min, max, b } = tensorB(random);
  return { parameters: { ...tensorA(random), min, max, b } };
}
