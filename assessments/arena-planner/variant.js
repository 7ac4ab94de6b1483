// Draws the alignment, the most tensors, how the end of a life is written, and the network of the prompt. Both ways of
// writing an end take one comparison; the network is drawn until planning in order of first use costs at least an
// eighth more than planning by size.

const ends = [
  {
    isInclusive: true,
    untilMacro: 'PLAN_UNTIL_IS_LAST_USE',
    untilComment: 'the last step that reads it: it lives at steps first to until, both included; never below first',
    untilText: 'the **last step that reads** it: at that step it still lives',
    untilHead: 'Last use',
  },
  {
    isInclusive: false,
    untilMacro: 'PLAN_UNTIL_IS_FREE',
    untilComment:
      'the first step at which its bytes are free: it lives at steps first to until - 1; always above first',
    untilText: 'the **first step at which its bytes are free** again: at that step it lives no more',
    untilHead: 'Free from',
  },
];

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

const up = (bytes, align) => Math.ceil(bytes / align) * align;
const together = (a, b) => a.first <= b.last && b.first <= a.last;

// The peak when tensors are placed in this order, each in the first gap that takes it.
function peakOf(tensors, order, align) {
  const placed = [];
  let peak = 0;
  for (const tensor of order.map((i) => tensors[i])) {
    let at = 0;
    for (const other of placed) {
      if (!together(tensor, other)) continue;
      if (other.at - at >= tensor.bytes) break;
      at = Math.max(at, up(other.at + other.bytes, align));
    }
    placed.push({ ...tensor, at });
    placed.sort((a, b) => a.at - b.at);
    peak = Math.max(peak, up(at + tensor.bytes, align));
  }
  return peak;
}

function exampleNetwork(random, align) {
  const tensors = Array.from({ length: 9 }, (_, step) => ({
    name: `T${step}`,
    bytes: random.integer(20, 900) * 8 + random.integer(0, 7),
    first: step,
    last: Math.min(9, step + (random.integer(0, 2) === 0 ? random.integer(2, 5) : 1)),
  }));
  const order = tensors.map((_, i) => i);
  const alive = order.map((step) =>
    tensors.filter((t) => t.first <= step && step <= t.last).reduce((sum, t) => sum + up(t.bytes, align), 0),
  );
  return {
    tensors,
    inOrder: peakOf(tensors, order, align),
    bySize: peakOf(
      tensors,
      [...order].sort((a, b) => tensors[b].bytes - tensors[a].bytes),
      align,
    ),
    bound: Math.max(...alive),
    total: tensors.reduce((sum, t) => sum + up(t.bytes, align), 0),
  };
}

export function variant(random) {
  const align = random.pick([8, 16, 32, 64]);
  const maxTensors = random.integer(33, 40) * 4;
  const end = random.pick(ends);
  const example = drawUntil(
    () => exampleNetwork(random, align),
    ({ inOrder, bySize, bound, total }) =>
      inOrder >= 1.12 * bySize &&
      inOrder <= 1.7 * bySize &&
      bySize <= 1.08 * bound &&
      total >= 2 * bySize &&
      total <= 5 * bySize,
  );
  example.tensors = example.tensors.map((t) => ({ ...t, until: end.isInclusive ? t.last : t.last + 1 }));
  return {
    parameters: {
      ...end,
      align,
      maxTensors,
      example,
      stackFull: 3 * maxTensors,
      stackLimit: 7 * maxTensors,
      instructionsFull: 220 * maxTensors * maxTensors,
      instructionsLimit: 440 * maxTensors * maxTensors,
    },
  };
}
