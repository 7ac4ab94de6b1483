// Draws the type of the input and the usual size. Both types widen with one instruction; with both, two products can
// exceed 16 bits.

const types = [
  { inputType: 'int8_t', inputMacro: 'DOT_INPUT_IS_SIGNED', isSigned: true, low: -128, high: 127, worstPair: 32768 },
  { inputType: 'uint8_t', inputMacro: 'DOT_INPUT_IS_UNSIGNED', isSigned: false, low: 0, high: 255, worstPair: 65280 },
];

export function variant(random) {
  const type = random.pick(types);
  const length = 16 * random.integer(9, 20) + random.integer(3, 15);
  const rows = 4 * random.integer(3, 8) + random.integer(1, 3);
  const groups = Math.ceil(rows / 4);
  return {
    parameters: {
      ...type,
      length,
      rows,
      stride: length + random.integer(1, 24),
      instructionsFull: groups * (620 + 7 * length),
      instructionsLimit: 2 * groups * (620 + 7 * length),
    },
  };
}
