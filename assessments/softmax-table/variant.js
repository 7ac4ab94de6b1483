// Draws the input's scale and the sizes. A scale is kept only when a table of 16 bits really breaks the error bound at
// the largest number of classes, and when the tail that a short table cuts off matters.

// Largest error, in output steps, that exponentials rounded to 16 bits make for one class above many equal ones.
function errorOf16Bits(scale, classes) {
  let worst = 0;
  for (let distance = 100; distance <= 255; distance++) {
    const exponential = Math.exp(-scale * distance);
    const exact = 256 / (1 + (classes - 1) * exponential);
    if (exact > 254.5) break;
    const rounded = Math.round(exponential * 65536) / 65536;
    const output = Math.round(256 / (1 + (classes - 1) * rounded));
    worst = Math.max(worst, Math.abs(output - exact));
  }
  return worst;
}

export function variant(random) {
  let scale;
  let maxClasses;
  let errorOf16;
  do {
    scale = random.integer(4600, 6000) / 100000;
    maxClasses = random.integer(900, 1000);
    errorOf16 = errorOf16Bits(scale, maxClasses);
  } while (errorOf16 < 1.4);
  const classes = random.integer(10, 40);
  const rows = random.integer(8, 16);
  return {
    parameters: {
      scale,
      decay: Math.exp(-scale).toFixed(16),
      inputZero: random.integer(-90, 90),
      maxClasses,
      errorOf16,
      classes,
      rows,
      instructionsFull: rows * (130 + 141 * classes),
      instructionsLimit: 2 * rows * (130 + 141 * classes),
    },
  };
}
