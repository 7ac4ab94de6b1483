// Five boards with real accelerators, measured on a fictional bench, and a specification. Drawn for a wanted winner; the latency at room
// temperature alone would choose another board, and the order by published TOPS is not the order by energy.

const round2 = (x) => Math.round(x * 100) / 100;
const round1 = (x) => Math.round(x * 10) / 10;
const ambients = [25, 35, 45, 55, 60, 65, 70];
const names = ['k1', 'k2', 'k3', 'k4', 'k5'];

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (drawn !== null && isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Orin Nano, Edge TPU, Hailo-8, Cloud AI 100, Ethos-U65: peak in TOPS, host's ms per GOP, share of the peak reached, host times in ms, power
// of the board in W.
const kinds = [
  { peak: 10, cpu: [6, 10], reach: [0.1, 0.28], pre: [3, 7], host: [2.5, 7], idle: [2, 4.6], busy: [6, 12], hot: [1.05, 1.5], quote: [170, 320] },
  { peak: 4, cpu: [6, 12], reach: [0.09, 0.2], pre: [4, 8], host: [4, 9], idle: [1.8, 4.4], busy: [4.6, 7.5], hot: [1.08, 1.6], quote: [60, 150] },
  { peak: 26, cpu: [6, 12], reach: [0.05, 0.14], pre: [4, 8], host: [4, 9], idle: [1.8, 4.4], busy: [5, 8.5], hot: [1.02, 1.4], quote: [110, 260] },
  { peak: 325, cpu: [2, 4], reach: [0.008, 0.025], pre: [2, 4], host: [1.5, 3], idle: [26, 38], busy: [48, 70], hot: [1.02, 1.3], quote: [600, 1400] },
  { peak: 1, cpu: [12, 20], reach: [0.22, 0.42], pre: [7, 13], host: [6, 14], idle: [1.4, 3.4], busy: [3.6, 5], hot: [1, 1.25], quote: [50, 120] },
];

function boardOf(random, kind, i, work) {
  const between = ([lo, hi]) => random.real(lo, hi);
  const compute = work / (kind.peak * between(kind.reach));
  const isOnHost = i === 1 || (i !== 3 && random.pick([true, false]));
  const headShare = random.real(0.18, 0.3);
  const pre = round2(between(kind.pre));
  const operator = round2(isOnHost ? between(kind.host) : compute * random.real(0.04, 0.09));
  const rise = between(kind.hot) - 1;
  const knee = random.pick([35, 45, 55]);
  const idle = round2(between(kind.idle));
  return {
    name: names[i],
    pre,
    backbone: round2(compute * (1 - headShare)),
    operator,
    isOnHost,
    head: round2(compute * headShare),
    headOnHost: round2(work * headShare * between(kind.cpu)),
    post: round2(between(kind.pre) * 0.5),
    idle,
    busy: round2(Math.max(between(kind.busy), 1.35 * idle)),
    quote: Math.round(between(kind.quote)),
    factors: ambients.map((t) => round2(1 + rise * Math.max(0, (t - knee) / (70 - knee)))),
  };
}

const coldLatency = (b) => b.pre + b.backbone + b.operator + (b.name === 'k2' ? b.headOnHost : b.head) + b.post;

// Average power and latency at the ambient temperature of the specification.
function judged(b, ambient, rate) {
  const cold = coldLatency(b);
  const hot = cold * b.factors[ambients.indexOf(ambient)];
  const share = (rate * hot) / 1000;
  return { name: b.name, quote: b.quote, cold, hot, share, power: b.idle + (b.busy - b.idle) * share };
}

const cheapest = (list) => (list.length === 0 ? 'none' : [...list].sort((x, y) => x.quote - y.quote)[0].name);
const isClear = (x, limit) => Math.abs(x / limit - 1) > 0.04;

// Limits between neighbours of a list, one for each place in it, so that nothing lies near them.
function limitsAmong(random, values) {
  const sorted = [...values].sort((x, y) => x - y);
  const inner = sorted.slice(1).map((x, i) => sorted[i] + (x - sorted[i]) * random.real(0.3, 0.7));
  return [sorted[0] * random.real(0.8, 0.95), ...inner, sorted[sorted.length - 1] * random.real(1.05, 1.2)];
}

// Deadline and budget under which the wanted board wins, and would not win if it were judged at 25 °C.
function limitsFor(random, results, wanted) {
  const winner = (key, deadline, budget) => cheapest(results.filter((r) => r[key] < deadline && r.power < budget));
  const budgets = limitsAmong(random, results.map((r) => r.power)).map(round1);
  const found = limitsAmong(random, results.map((r) => r.hot)).map(Math.round).flatMap((deadline) => budgets.map((budget) => ({ deadline, budget }))).filter(
    ({ deadline, budget }) =>
      winner('hot', deadline, budget) === wanted &&
      winner('cold', deadline, budget) !== wanted &&
      results.every((r) => isClear(r.hot, deadline) && isClear(r.cold, deadline) && isClear(r.power, budget)),
  );
  return found.length === 0 ? null : random.pick(found);
}

function campaign(random, wanted) {
  const work = random.integer(55, 130) / 10;
  const boards = kinds.map((kind, i) => boardOf(random, kind, i, work));
  const ambient = random.pick([55, 60, 65, 70]);
  const rate = random.integer(5, 14);
  const results = boards.map((b) => judged(b, ambient, rate));
  if (!results.every((r) => r.share < 0.9)) return null;
  const limits = limitsFor(random, results, wanted);
  return limits === null ? null : { work, boards, ambient, rate, results, ...limits };
}

// The rate at which two boards take the same power, if there is one that both can run.
function crossingOf(x, y, a, b) {
  const slope = (r, board) => ((board.busy - board.idle) * r.hot) / 1000;
  const rate = (b.idle - a.idle) / (slope(x, a) - slope(y, b));
  return rate > 1 && (rate * Math.max(x.hot, y.hot)) / 1000 < 0.95 ? rate : null;
}

function isTelling(drawn) {
  const { boards, results, rate } = drawn;
  const quotes = results.map((r) => r.quote).sort((x, y) => x - y);
  const powers = results.map((r) => r.power).sort((x, y) => x - y);
  const apart = (list, by) => list.every((x, i) => i === 0 || x / list[i - 1] > by);
  if (!apart(quotes, 1.06) || !apart(powers, 1.05)) return false;
  const pairs = [0, 1, 2, 4].flatMap((i) => [0, 1, 2, 4].filter((j) => j > i).map((j) => [i, j]));
  drawn.crossings = pairs.flatMap(([i, j]) => {
    const at = crossingOf(results[i], results[j], boards[i], boards[j]);
    const atCold = crossingOf({ hot: results[i].cold }, { hot: results[j].cold }, boards[i], boards[j]);
    return at !== null && isClear(at, rate) && (atCold === null || isClear(at, atCold)) ? [[i, j]] : [];
  });
  return drawn.crossings.length > 0;
}

export function variant(random) {
  const wanted = random.pick([...names, 'none']);
  const drawn = drawUntil(() => campaign(random, wanted), isTelling);
  const { work, boards, ambient, rate, deadline, budget, results } = drawn;
  const [first, second] = random.pick(drawn.crossings);
  const asked = random.pick([0, 2, 4].filter((i) => results[i].hot / results[i].cold > 1.005).concat(3));
  const label = (i) => `K${i + 1}`;
  return {
    parameters: {
      work,
      ambient,
      rate,
      deadline,
      budget,
      boards: boards.map(({ factors: _factors, idle: _idle, busy: _busy, ...b }, i) => ({ ...b, label: label(i), place: b.isOnHost ? 'host' : 'accelerator' })),
      asked: label(asked),
      first: label(first),
      second: label(second),
    },
    figures: [
      {
        id: 'heat',
        title: 'Figure 1. Latency against ambient temperature, relative to 25 °C',
        type: 'line',
        x: { label: 'Ambient temperature', unit: '°C' },
        y: { label: 'Latency over latency at 25 °C' },
        series: boards.map((b, i) => ({ name: label(i), points: ambients.map((t, k) => [t, b.factors[k]]) })),
        description: 'Relative latency of five boards from 25 to 70 °C: one at first, then rising from a knee that differs between the boards.',
      },
      {
        id: 'power',
        title: `Figure 2. Power of the whole board at ${ambient} °C`,
        type: 'bar',
        x: { label: 'Board: 1 for K1 to 5 for K5' },
        y: { label: 'Power', unit: 'W' },
        series: [
          { name: 'Waiting', points: boards.map((b, i) => [i + 1, b.idle]) },
          { name: 'Working on a frame', points: boards.map((b, i) => [i + 1, b.busy]) },
        ],
        description: 'Power of five boards, waiting and working: the fourth is far above the others in both.',
      },
    ],
  };
}
