// Draws nibble order, rounding, group size, shift and the usual row. Both orders and both roundings need the same few
// lines. Rows are odd, so that every second one begins in the middle of a byte, and end in a short group; every group
// can overflow 32 bits.

const orders = [
  {
    order: 'low',
    orderMacro: 'INT4_LOW_FIRST',
    orderText: 'the **low** nibble (bits 0 to 3) holds the weight with the even index, the high nibble the next one',
  },
  {
    order: 'high',
    orderMacro: 'INT4_HIGH_FIRST',
    orderText: 'the **high** nibble (bits 4 to 7) holds the weight with the even index, the low nibble the next one',
  },
];

const roundings = [
  {
    rounding: 'row',
    roundingMacro: 'INT4_ROUND_ONCE',
    roundingText:
      'The products of all groups are added exactly, and the sum is rounded **once** at the end of the row.',
  },
  {
    rounding: 'group',
    roundingMacro: 'INT4_ROUND_GROUPS',
    roundingText:
      'The product of **each group** is rounded by itself, as the accelerator does it; the rounded values are added.',
  },
];

export function variant(random) {
  const group = 16 * random.integer(3, 8);
  const groups = random.integer(3, 6);
  let short;
  do {
    short = random.integer(Math.ceil(group * 0.15), Math.floor(group * 0.85));
  } while (short % 2 === 0);
  const columns = (groups - 1) * group + short;
  const rows = random.integer(4, 8);
  return {
    parameters: {
      ...random.pick(orders),
      ...random.pick(roundings),
      group,
      shift: random.integer(8, 12),
      columns,
      rows,
      instructionsFull: rows * (60 + 70 * groups + 23 * columns),
      instructionsLimit: 2 * rows * (60 + 70 * groups + 23 * columns),
    },
  };
}
