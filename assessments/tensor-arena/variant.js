// Draws a chain of six layers with one skip connection. Drawn until the skip decides where the peak is, and the peak is unique.

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const aligned = (bytes) => Math.ceil(bytes / 16) * 16;

// Bytes alive while layer i runs (1 to 6): its input, its output, and the skip tensor until the layer that adds it.
function aliveAt(sizes, i, from, to) {
  const skip = from >= 0 && from < i - 1 && i <= to ? aligned(sizes[from]) : 0;
  return aligned(sizes[i - 1]) + aligned(sizes[i]) + skip;
}

const peaks = (sizes, from, to) => [1, 2, 3, 4, 5, 6].map((i) => aliveAt(sizes, i, from, to));

export function variant(random) {
  const drawn = drawUntil(
    () => {
      const from = random.integer(0, 2);
      return { sizes: Array.from({ length: 7 }, () => random.integer(600, 9000)), from, to: random.integer(from + 2, 5) };
    },
    ({ sizes, from, to }) => {
      const withSkip = peaks(sizes, from, to);
      const without = peaks(sizes, -1, -1);
      const sorted = [...withSkip].sort((a, b) => b - a);
      const top = withSkip.indexOf(sorted[0]) + 1;
      const isSkipAlive = from < top - 1 && top <= to;
      return isSkipAlive && sorted[0] > sorted[1] && Math.max(...without) < sorted[0] && sizes.filter((s) => s % 16 !== 0).length >= 5;
    },
  );
  return {
    parameters: {
      tensors: drawn.sizes.map((bytes, i) => ({ name: `T${i}`, bytes })),
      from: drawn.from,
      to: drawn.to,
      kernel: random.pick([1, 3, 5]),
      channelsIn: random.integer(2, 16) * 4,
      channelsOut: random.integer(2, 24) * 4,
    },
  };
}
