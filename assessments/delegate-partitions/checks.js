// The key: partitions as ranges, copies counted partition by partition. reference.yaml executes the graph operator by operator.

const median = (list) => [...list].sort((a, b) => a - b)[(list.length - 1) / 2];
const sum = (list) => list.reduce((total, x) => total + x, 0);

function partitionsOf(ops) {
  const found = [];
  for (const { n, acc } of ops) {
    if (acc === null) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else found.push([n, n]);
  }
  return found;
}

// Kilobytes in and out of the given partitions; a skip tensor is one that is read further on than by its neighbour.
function copiesOf(p, ops, parts) {
  const size = (n) => (n === 0 ? p.inputKilobytes : ops[n - 1].kb);
  let all = 0;
  for (const [a, b] of parts) {
    const inputs = new Set(ops.slice(a - 1, b).flatMap(({ reads }) => reads.filter((r) => r < a)));
    const outputs = ops.slice(a - 1, b).filter(({ n }) => n === ops.length || ops.some((op) => op.n > b && op.reads.includes(n)));
    all += sum([...inputs].map(size)) + sum(outputs.map(({ n }) => size(n)));
  }
  return all;
}

function latency(p, ops, parts, sync) {
  const isOn = (n) => parts.some(([a, b]) => n >= a && n <= b);
  const work = sum(ops.map(({ n, cpu, acc }) => (isOn(n) ? acc : cpu)));
  const copied = copiesOf(p, ops, parts);
  return { work, copied, total: work + copied / (1000 * p.copyRate) + 2 * parts.length * sync };
}

export function answerKey(p, figures) {
  const parts = partitionsOf(p.ops);
  const now = latency(p, p.ops, parts, 0);
  const withoutSkip = copiesOf({ ...p }, p.ops.map((op) => ({ ...op, reads: op.reads.slice(0, 1) })), parts);
  const runs = figures.find((f) => f.id === 'runs').series[0].points.map(([, ms]) => ms);
  const sync = (median(runs) - now.total) / 6;
  const cpuOnly = sum(p.ops.map(({ cpu }) => cpu));
  const breakEven = (cpuOnly - now.total) / 6;

  const after = (n) => {
    const ops = p.ops.map((op) => (op.n === n ? { ...op, acc: op.substitute } : op));
    return latency(p, ops, partitionsOf(ops), p.shipSync).total;
  };
  const names = ['none', 'a', 'b', 'ab', 'c', 'ac', 'bc', 'abc'];
  const totals = names.map((_, bits) => latency(p, p.ops, parts.filter((_part, i) => (bits >> i) & 1), p.shipSync).total);
  const single = p.ops[p.single - 1];
  const present = latency(p, p.ops, parts, p.shipSync).total;
  const perCopy = -1 / (1000 * p.copyRate * 6);
  return {
    copied: {
      value: now.copied,
      unit: 'kB',
      tolerance: { relative: 0.002 },
      slips: [{ value: withoutSkip, credit: 0.5, cause: 'The skip tensor leaves one partition and enters another: it is copied twice.' }],
    },
    sync: {
      value: sync,
      unit: 'ms',
      tolerance: { relative: 0.02 },
      slips: [
        { value: 2 * sync, credit: 0.5, cause: 'Each partition is crossed into and out of: six crossings, not three.' },
        { value: (sum(runs) / runs.length - now.total) / 6, credit: 0.25, cause: 'The mean contains the first inferences, which build the program.' },
        { value: (median(runs) - now.work) / 6, credit: 0.25, cause: 'The copies are part of the difference and have their own cost.' },
      ],
      carried: { from: 'copied', factor: perCopy, offset: (median(runs) - now.work) / 6 },
    },
    breakEven: {
      value: breakEven,
      unit: 'ms',
      tolerance: { relative: 0.02 },
      slips: [
        { value: 2 * breakEven, credit: 0.5, cause: 'Each partition is crossed into and out of: six crossings, not three.' },
        { value: (cpuOnly - now.work) / 6, credit: 0.25, cause: 'The copies have to be paid whatever the fixed cost is.' },
      ],
      carried: { from: 'copied', factor: perCopy, offset: (cpuOnly - now.work) / 6 },
    },
    setup: { value: names[totals.indexOf(Math.min(...totals))], unit: '' },
    order: { value: p.offs.map(({ n }) => n).sort((x, y) => after(x) - after(y)).map((n) => `u${p.offs.findIndex((o) => o.n === n) + 1}`), unit: '' },
    predicted: {
      value: after(p.single),
      unit: 'ms',
      tolerance: { relative: 0.01 },
      slips: [
        { value: present - single.cpu + single.substitute, credit: 0.25, cause: 'The operator joins two partitions: two crossings and their copies go as well.' },
        { value: present - single.cpu + single.substitute - 2 * p.shipSync, credit: 0.5, cause: 'With the two crossings go their copies.' },
      ],
    },
  };
}
