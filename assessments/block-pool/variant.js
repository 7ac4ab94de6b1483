// Draws block size, alignment and the most blocks. A block is never a whole multiple of the alignment and the map of blocks never ends
// with a whole word, so that both roundings matter in every variant.

export function variant(random) {
  const align = random.pick([8, 16, 32]);
  let blockBytes;
  do blockBytes = random.integer(20, 120);
  while (blockBytes % align === 0);
  let maxBlocks;
  do maxBlocks = random.integer(40, 100);
  while (maxBlocks % 32 === 0);
  const pairs = random.integer(90, 140);
  return {
    parameters: {
      align,
      blockBytes,
      strideBytes: Math.ceil(blockBytes / align) * align,
      maxBlocks,
      maxBlocksLessOne: maxBlocks - 1,
      mapWords: Math.ceil(maxBlocks / 32),
      pairs,
      operations: 4 * pairs,
      instructionsFull: 4 * pairs * 62 + 80 * maxBlocks,
      instructionsLimit: 4 * pairs * 124 + 80 * maxBlocks,
    },
  };
}
