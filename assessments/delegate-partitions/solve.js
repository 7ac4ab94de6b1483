// Works the answers out from the prompt and the figures as a candidate reads them: operators run in turn, copies are booked one by one.

const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function operatorsIn(prompt) {
  return [...prompt.matchAll(/^\| \d+ \|.*\|$/gm)].map(([line]) => {
    const [n, , reads, kilobytes, cpu, accelerator, substitute] = cells(line);
    return {
      n: Number(n),
      reads: [...reads.matchAll(/\d+|input/g)].map(([text]) => (text === 'input' ? 0 : Number(text))),
      kilobytes: Number(kilobytes.replaceAll(/\s/g, '')),
      cpu: Number(cpu),
      accelerator: accelerator === 'unsupported' ? null : Number(accelerator),
      substitute: substitute === '' ? null : Number(substitute),
    };
  });
}

// A number for each unbroken run of supported operators, null for the others.
function partitionsOf(operators) {
  let current = 0;
  return operators.map(({ accelerator }, i) => {
    if (accelerator === null) return null;
    if (i === 0 || operators[i - 1].accelerator === null) current++;
    return current;
  });
}

// Time and kilobytes of one inference with these partitions delegated.
function inference(operators, input, isDelegated, { rate, crossing }) {
  const partition = partitionsOf(operators).map((p) => (p !== null && isDelegated(p) ? p : null));
  const at = (n) => (n === 0 || n > operators.length ? null : partition[n - 1]);
  const copies = new Set();
  const readers = [
    ...operators.map(({ n, reads }) => ({ n, reads })),
    { n: operators.length + 1, reads: [operators.length] },
  ];
  for (const { n, reads } of readers) {
    for (const tensor of reads) {
      if (at(n) === at(tensor)) continue;
      if (at(n) !== null) copies.add(`${tensor} into ${at(n)}`);
      if (at(tensor) !== null) copies.add(`${tensor} out of ${at(tensor)}`);
    }
  }
  let kilobytes = 0;
  for (const copy of copies) {
    const tensor = Number(copy.split(' ')[0]);
    kilobytes += tensor === 0 ? input : operators[tensor - 1].kilobytes;
  }
  const delegated = new Set(partition.filter((p) => p !== null));
  const work = operators.reduce((ms, op, i) => ms + (partition[i] === null ? op.cpu : op.accelerator), 0);
  return { kilobytes, ms: work + kilobytes / (rate * 1000) + 2 * delegated.size * crossing };
}

function middle(list) {
  const rest = [...list];
  while (rest.length > 1) {
    rest.splice(rest.indexOf(Math.max(...rest)), 1);
    rest.splice(rest.indexOf(Math.min(...rest)), 1);
  }
  return rest[0];
}

export function solve(prompt, figures, fields) {
  const operators = operatorsIn(prompt);
  const input = Number(/input tensor has ([\d\s]+) kB/.exec(prompt)[1].replaceAll(/\s/g, ''));
  const rate = Number(/Copies run at \*\*([\d.]+) GB\/s\*\*/.exec(prompt)[1]);
  const hardened = Number(/fixed cost is \*\*([\d.]+) ms\*\*/.exec(prompt)[1]);
  const single = Number(/after replacing operator (\d+) alone/.exec(prompt)[1]);
  const all = () => true;
  const free = inference(operators, input, all, { rate, crossing: 0 });
  const measured = middle(figures.find(({ id }) => id === 'runs').series[0].points.map(([, ms]) => ms));
  const alone = inference(operators, input, () => false, { rate, crossing: 0 }).ms;
  const shipped = { rate, crossing: hardened };
  const setups = fields
    .find(({ name }) => name === 'setup')
    .options.map(({ value }) => ({
      value,
      ms: inference(operators, input, (p) => value !== 'none' && value.includes('abc'[p - 1]), shipped).ms,
    }));
  const replaced = (n) => {
    const changed = operators.map((op) => (op.n === n ? { ...op, accelerator: op.substitute } : op));
    return inference(changed, input, all, shipped).ms;
  };
  const candidates = fields
    .find(({ name }) => name === 'order')
    .options.map(({ value, label }) => ({ value, ms: replaced(Number(/Operator (\d+)/.exec(label)[1])) }));
  return {
    copied: free.kilobytes,
    sync: (measured - free.ms) / 6,
    breakEven: (alone - free.ms) / 6,
    setup: setups.reduce((best, one) => (one.ms < best.ms ? one : best)).value,
    order: candidates.sort((a, b) => a.ms - b.ms).map(({ value }) => value),
    predicted: replaced(single),
  };
}
