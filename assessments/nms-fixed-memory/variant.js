// Draws how many boxes come and how many may stay, the two thresholds and the fixed-point format of the coordinates.
// Every variant has negative scores that count and boxes whose products leave 32 bits.

export function variant(random) {
  const fractionBits = random.pick([3, 4, 5]);
  const width = 8 * random.integer(60, 100);
  const mostBoxes = random.integer(320, 480);
  const mostKept = random.integer(40, 80);
  const numerator = random.integer(35, 65);
  const objects = mostKept - random.integer(6, 12);
  const classes = random.integer(3, 6);
  // What the slowest good solution takes of a frame and about a sixth more: sorting, looking at kept boxes, and
  // comparing those of one class.
  const full = Math.round(mostBoxes * (1090 + 9.5 * objects + (14 * objects) / classes));
  return {
    parameters: {
      fractionBits,
      unitsPerPixel: 2 ** fractionBits,
      width,
      height: 8 * Math.round((width * 3) / 32),
      mostBoxes,
      mostKept,
      scratchEntries: 2 * mostBoxes,
      numerator,
      scoreMin: -random.integer(20, 100),
      classes,
      objects,
      instructionsFull: 3 * full,
      instructionsLimit: 3 * Math.round(1.7 * full),
    },
  };
}
