// A chain of fourteen operators with one skip connection, four of them unsupported: two neighbours, one alone, one at an end. Drawn
// until the costliest unsupported operator is not the one to replace first and the best set of partitions is clear.

const round2 = (x) => Math.round(x * 100) / 100;
const count = 14;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (drawn !== null && isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Maximal runs of operators that the accelerator takes, as [first, last].
function partitionsOf(ops) {
  const found = [];
  ops.forEach(({ acc, n }) => {
    if (acc === null) return;
    const last = found[found.length - 1];
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else found.push([n, n]);
  });
  return found;
}

// Tensor n is what operator n writes; tensor 0 is the input, and the last tensor is read by the application.
function latency(ops, inputKilobytes, delegated, { copyRate, sync }) {
  const size = (n) => (n === 0 ? inputKilobytes : ops[n - 1].kb);
  const isOn = (n) => delegated.some(([a, b]) => n >= a && n <= b);
  const work = ops.reduce((sum, { n, cpu, acc }) => sum + (isOn(n) ? acc : cpu), 0);
  let copied = 0;
  for (const [a, b] of delegated) {
    const read = new Set(ops.filter(({ n }) => n >= a && n <= b).flatMap(({ reads }) => reads.filter((r) => r < a)));
    for (const r of read) copied += size(r);
    for (let n = a; n <= b; n++) if (n === count || ops.some((op) => op.n > b && op.reads.includes(n))) copied += size(n);
  }
  return { work, copied, total: work + copied / (1000 * copyRate) + 2 * delegated.length * sync };
}

const replaced = (ops, n) => ops.map((op) => (op.n === n ? { ...op, acc: op.substitute } : op));

function graph(random) {
  const isTailOpen = random.pick([true, false]);
  const end = isTailOpen ? count : 1;
  const pair = random.integer(isTailOpen ? 4 : 5, 7);
  const single = random.integer(pair + 4, isTailOpen ? 12 : 13);
  const skipFrom = random.integer(isTailOpen ? 1 : 2, pair - 2);
  const skipTo = random.integer(pair + 3, isTailOpen ? count - 1 : count);
  if (skipTo === single || single - pair < 4) return null;
  const unsupported = [end, pair, pair + 1, single];
  const ops = Array.from({ length: count }, (_, i) => {
    const n = i + 1;
    const isOff = unsupported.includes(n);
    const isAdd = n === skipTo;
    const cpu = round2(isOff ? random.real(1.2, 7) : isAdd ? random.real(0.5, 1.2) : random.real(1, 8));
    const fast = round2(Math.max(0.12, cpu / random.real(3.5, 11)));
    return {
      n,
      type: isAdd ? 'ADD' : isOff ? 'op' : random.pick(['CONV_2D', 'CONV_2D', 'DEPTHWISE_CONV_2D']),
      reads: isAdd ? [n - 1, skipFrom] : [n - 1],
      kb: random.integer(6, 90) * 10,
      cpu,
      acc: isOff ? null : fast,
      substitute: isOff ? fast : null,
    };
  });
  const names = random.shuffle(['HARD_SWISH', 'LAYER_NORM', 'RESIZE_BICUBIC', 'GROUP_NORM', 'GELU', 'SPACE_TO_DEPTH']);
  unsupported.forEach((n, i) => (ops[n - 1].type = names[i]));
  return { ops, unsupported, pair, single, end, skipFrom, skipTo };
}

function campaign(random) {
  const g = graph(random);
  if (g === null) return null;
  const inputKilobytes = random.integer(20, 60) * 10;
  const copyRate = round2(random.real(0.5, 1.4));
  const lab = { copyRate, sync: random.real(0.4, 1.1) };
  const ship = { copyRate, sync: round2(random.real(0.5, 3.4)) };
  const parts = partitionsOf(g.ops);
  const subsets = Array.from({ length: 8 }, (_, bits) => parts.filter((_part, i) => (bits >> i) & 1));
  const totals = subsets.map((s) => latency(g.ops, inputKilobytes, s, ship).total);
  const measured = latency(g.ops, inputKilobytes, parts, lab);
  const after = g.unsupported.map((n) => {
    const ops = replaced(g.ops, n);
    return { n, cpu: g.ops[n - 1].cpu, total: latency(ops, inputKilobytes, partitionsOf(ops), ship).total };
  });
  return { ...g, inputKilobytes, copyRate, ship, lab, parts, totals, measured, after, wanted: random.integer(0, 7) };
}

function isTelling({ ops, parts, single, skipFrom, skipTo, totals, wanted, after, measured, copyRate, lab, ship }) {
  const home = (n) => parts.findIndex(([a, b]) => n >= a && n <= b);
  const sorted = [...totals].sort((x, y) => x - y);
  const byTotal = [...after].sort((x, y) => x.total - y.total);
  const costliest = [...after].sort((x, y) => y.cpu - x.cpu);
  const apart = byTotal.every((x, i) => i === 0 || x.total / byTotal[i - 1].total > 1.015);
  const swapped = byTotal.filter((x, i) => byTotal.slice(i + 1).some((y) => y.cpu > x.cpu * 1.05)).length;
  const breakEven = (ops.reduce((sum, { cpu }) => sum + cpu, 0) - measured.work - measured.copied / (1000 * copyRate)) / 6;
  const joined = after.find(({ n }) => n === single).total;
  const joinedCopies = (ops[single - 2].kb + ops[single - 1].kb) / (1000 * copyRate);
  const overhead = 1 - measured.work / measured.total;
  return (
    parts.length === 3 &&
    overhead > 0.22 &&
    overhead < 0.72 &&
    joinedCopies > 0.03 * joined &&
    4 * Math.abs(lab.sync - ship.sync) > 0.04 * joined &&
    home(skipFrom) !== home(skipTo) &&
    skipFrom !== parts[home(skipFrom)][1] &&
    totals[wanted] === sorted[0] &&
    sorted[1] / sorted[0] > 1.02 &&
    apart &&
    swapped >= 2 &&
    costliest[0].cpu / costliest[1].cpu > 1.05 &&
    costliest[0].n !== byTotal[0].n &&
    breakEven > 0.6
  );
}

// Latencies of 61 inferences in the laboratory: the first three build the accelerator's program, a few meet other work.
function runsOf(random, total) {
  return Array.from({ length: 61 }, (_, i) => {
    const excess = i < 3 ? random.real(2.5, 6) * (3 - i) : random.real(0, 1) < 0.08 ? random.real(0.15, 0.4) : 0;
    return [i + 1, round2(total * (1 + excess + random.real(-0.012, 0.012)))];
  });
}

export function variant(random) {
  const drawn = drawUntil(() => campaign(random), isTelling);
  const { ops, parts, inputKilobytes, copyRate, ship, single, unsupported, measured } = drawn;
  const letters = ['A', 'B', 'C'];
  return {
    parameters: {
      inputKilobytes,
      copyRate,
      shipSync: ship.sync,
      single,
      ops: ops.map((op) => ({ ...op, list: op.reads.map((r) => (r === 0 ? 'input' : String(r))).join(', ') })),
      parts: parts.map(([a, b], i) => ({ letter: letters[i], first: a, last: b })),
      offs: [...unsupported].sort((a, b) => a - b).map((n) => ({ n, type: ops[n - 1].type })),
      delegatedShare: Math.round(((count - 4) / count) * 100),
    },
    figures: [
      {
        id: 'profile',
        title: 'Figure 1. Time of each operator',
        type: 'bar',
        x: { label: 'Operator' },
        y: { label: 'Time', unit: 'ms' },
        series: [
          { name: 'CPU', points: ops.map(({ n, cpu }) => [n, cpu]) },
          { name: 'Accelerator', points: ops.filter(({ acc }) => acc !== null).map(({ n, acc }) => [n, acc]) },
        ],
        description: 'Time of each of fourteen operators on the CPU, and on the accelerator for the ten that it supports, where it is several times shorter.',
      },
      {
        id: 'runs',
        title: 'Figure 2. Latency of 61 inferences with all three partitions delegated, laboratory driver',
        type: 'scatter',
        x: { label: 'Inference' },
        y: { label: 'Latency', unit: 'ms' },
        series: [{ name: 'Latency', points: runsOf(random, measured.total) }],
        description: 'Latency of 61 inferences: very high for the first three, then a plateau with a few outliers.',
      },
    ],
  };
}
