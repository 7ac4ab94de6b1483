// Draws block size, alignment and the most blocks. A block is never a whole multiple of the alignment and the map of
// blocks never ends with a whole word, so that both roundings matter in every variant. The whole pool takes more than
// 64 KiB and more than 255 blocks.

export function variant(random) {
  const align = random.pick([8, 16, 32]);
  let blockBytes;
  do blockBytes = random.integer(250, 330);
  while (blockBytes % align === 0);
  let maxBlocks;
  do maxBlocks = random.integer(270, 340);
  while (maxBlocks % 32 === 0);
  const pairs = 3 * random.integer(30, 46);
  return {
    parameters: {
      align,
      blockBytes,
      strideBytes: Math.ceil(blockBytes / align) * align,
      maxBlocks,
      mapWords: Math.ceil(maxBlocks / 32),
      pairs,
      operations: 2 * pairs + maxBlocks + 1,
      instructionsFull: 248 * pairs + 80 * maxBlocks,
      instructionsLimit: 2 * (248 * pairs + 80 * maxBlocks),
    },
  };
}
