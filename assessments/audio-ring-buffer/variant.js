// Draws capacity, sample type, overrun policy, watermark and DMA block. The three policies need the same amount of
// code, and positions run to twice the capacity in every variant, so a power of two is no easier than another number.

const policies = [
  {
    policy: 'first',
    policyMacro: 'RING_KEEP_FIRST',
    policyText:
      'Of a block that does not fit, the **first** samples are stored, as many as there is room for. The rest is lost.',
  },
  {
    policy: 'last',
    policyMacro: 'RING_KEEP_LAST',
    policyText:
      'Of a block that does not fit, the **last** samples are stored, as many as there is room for. ' +
      'Those before them are lost. Samples that are already in the ring stay.',
  },
  {
    policy: 'whole',
    policyMacro: 'RING_KEEP_WHOLE',
    policyText:
      'A block that does not fit as a **whole** is refused as a whole: nothing is stored, and all its samples are lost.',
  },
];

// Instructions of one memcpy of so many words: a loop by eight of them, then one by single words.
const copying = (words) => 43 * Math.floor(words / 8) + (words % 8 === 0 ? 0 : 12 + 17 * (words % 8));

// Instructions of writing and reading one block after another with two calls of memcpy each, as a good solution needs
// them.
function streaming({ capacity, block, sampleBytes, rounds }) {
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const untilEnd = capacity - ((round * block) % capacity);
    const runs = [Math.min(block, untilEnd), block - Math.min(block, untilEnd)];
    for (const run of runs) total += 2 * copying((run * sampleBytes) / 4);
    total += 230;
  }
  return total;
}

export function variant(random) {
  const powerOfTwo = random.integer(0, 3) === 0;
  const capacity = powerOfTwo ? random.pick([128, 256, 512]) : 4 * random.integer(24, 175);
  const sampleBits = random.pick([8, 16]);
  const sampleBytes = sampleBits / 8;
  const block = 4 * random.integer(4, 12);
  const rounds = 40;
  const words = (rounds * block * sampleBytes) / 4;
  // Room for another way to write it, and for a memmove that copies word by word.
  const instructionsFull =
    Math.round((1.22 * streaming({ capacity, block, sampleBytes, rounds }) + 10 * words) / 100) * 100;
  const chosen = random.pick(policies);
  return {
    parameters: {
      capacity,
      lastPosition: 2 * capacity - 1,
      isPowerOfTwo: Number.isInteger(Math.log2(capacity)),
      sampleBits,
      sampleBytes,
      sampleType: `int${sampleBits}_t`,
      block,
      rounds,
      watermark: random.integer(Math.ceil(capacity / 8), Math.floor(capacity / 2)),
      ...chosen,
      instructionsFull,
      instructionsLimit: 2.5 * instructionsFull,
    },
  };
}
