// Draws zero points, activation range, weight order and the usual tensor. Both weight orders need the same code; the
// input's zero point is far from 0, so that padding with 0 shows, and there are enough channels that two lines of all
// of them do not fit the scratch.

const orders = [
  {
    weightOrder: 'taps',
    weightMacro: 'DW_TAPS_FIRST',
    weightText: '`weights[(3 * ky + kx) * channels + c]`: tap by tap, as TensorFlow Lite stores them',
  },
  {
    weightOrder: 'channels',
    weightMacro: 'DW_CHANNELS_FIRST',
    weightText: '`weights[9 * c + 3 * ky + kx]`: channel by channel, as PyTorch keeps them',
  },
];

export function variant(random) {
  const height = random.integer(7, 12);
  const width = random.integer(7, 14);
  const channels = random.integer(4, 9);
  const outputZero = random.pick([-1, 1]) * random.integer(5, 40);
  const isRelu = random.pick([true, false]);
  const outputs = height * width * channels;
  return {
    parameters: {
      ...random.pick(orders),
      height,
      width,
      channels,
      tensorBytes: outputs,
      scratchBytes: 2 * width,
      inputZero: random.pick([-1, 1]) * random.integer(20, 100),
      outputZero,
      activationMin: isRelu ? outputZero : -128,
      activationMax: isRelu ? Math.min(127, outputZero + random.integer(70, 110)) : 127,
      activationText: isRelu ? 'a clipped ReLU' : 'none, so the whole of int8',
      instructionsFull: 180 * outputs,
      instructionsLimit: 360 * outputs,
    },
  };
}
