// Draws the length of a line and a table of five commands with seven arguments. One name always begins with another
// one, which stands behind it; one range ends where int32 ends, and one allows what 0xFFFFFFFF would be if it were
// taken for -1.

const families = [
  ['gain', 'gain-cal'],
  ['rate', 'rate-lock'],
  ['log', 'logroll'],
  ['cal', 'calclear'],
  ['roi', 'roi-reset'],
  ['led', 'ledtest'],
  ['fan', 'fan-curve'],
];
const others = ['reboot', 'stream', 'expose', 'bias', 'peek', 'trim', 'window', 'duty', 'standby', 'crop'];

const range = (min, max) => ({ min, max });
const literal = (value) => (value === -2147483648 ? 'INT32_MIN' : String(value));

export function variant(random) {
  const [short, long] = random.pick(families);
  const [first, second, third] = random.shuffle(others);
  const small = () => range(random.integer(1, 9), random.integer(20, 250));
  const signed = () => range(-random.integer(20, 4000), random.integer(20, 4000));
  const large = () => range(random.integer(0, 900), random.integer(70000, 2000000000));
  const edge = random.pick([
    range(-2147483648, random.integer(20, 100000)),
    range(-random.integer(20, 100000), 2147483647),
  ]);
  const table = [
    { name: first, ranges: [] },
    { name: short, ranges: [small()] },
    { name: long, ranges: [signed(), large()] },
    { name: second, ranges: [small(), signed(), large()] },
    { name: third, ranges: [edge] },
  ];
  let commands;
  do commands = random.shuffle(table);
  while (commands.findIndex((c) => c.name === long) > commands.findIndex((c) => c.name === short));
  const pairs = (ranges) => ranges.map((r) => `{${literal(r.min)}, ${literal(r.max)}}`).join(', ') || '{0, 0}';
  const row = ({ name, ranges }) => `  {"${name}", ${ranges.length}u, {${pairs(ranges)}}},`;
  const describe = ({ name, ranges }) =>
    `| \`${name}\` | ${ranges.length === 0 ? 'none' : ranges.map((r) => `${r.min} to ${r.max}`).join('; ')} |`;
  const throughputBytes = 1200;
  return {
    parameters: {
      lineBytes: 4 * random.integer(10, 18),
      commands,
      tableText: commands.map(row).join('\n'),
      tableRows: commands.map(describe).join('\n'),
      exampleName: third,
      throughputBytes,
      instructionsFull: throughputBytes * 140,
      instructionsLimit: throughputBytes * 260,
    },
  };
}
