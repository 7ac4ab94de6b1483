// Draws the flash geometry, the magic word and one of the two common CRC-32 polynomials. Geometry changes numbers, not
// difficulty.

export function variant(random) {
  const pageBytes = random.pick([64, 128]);
  const pages = random.integer(6, 10) * (pageBytes === 64 ? 2 : 1);
  const slotBytes = pageBytes * pages;
  const castagnoli = random.pick([true, false]);
  const magic = random.integer(0x10000000, 0xfffffffe);
  const speedBytes = 400;
  return {
    parameters: {
      pageBytes,
      slotBytes,
      flashBytes: 2 * slotBytes,
      largestImage: slotBytes - 32,
      magic,
      magicHex: `0x${magic.toString(16).toUpperCase()}`,
      polynomial: castagnoli ? 0x82f63b78 : 0xedb88320,
      polynomialHex: castagnoli ? '0x82F63B78' : '0xEDB88320',
      polynomialName: castagnoli ? 'CRC-32C (Castagnoli)' : 'CRC-32 (IEEE 802.3)',
      checkValueHex: castagnoli ? '0xE3069283' : '0xCBF43926',
      imageBytes: random.integer(Math.floor(slotBytes / 3), slotBytes - 60),
      speedBytes,
      instructionsFull: speedBytes * 42,
      instructionsLimit: speedBytes * 80,
    },
  };
}
