// Draws frame, hop, window, tone and shift. Three frames are always open at once, the loud products never fit 32 bits,
// and a full-scale tone saturates.

const rate = 16000;
const windows = [
  { windowName: 'Hann', offset: 0.5 },
  { windowName: 'Hamming', offset: 0.54 },
];

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

export function variant(random) {
  const { windowName, offset } = random.pick(windows);
  const isPeriodic = random.pick([true, false]);
  const period = 4 * random.integer(75, 105);
  const frame = isPeriodic ? period : period + 1;
  const hop = random.integer(Math.ceil(frame / 3) + 2, Math.floor(frame / 2) - 2);
  const tone = drawUntil(
    () => ({ frequency: random.integer(1100, 7000), shift: random.integer(9, 10) }),
    ({ frequency, shift }) => Math.abs(frequency - rate / 4) > 500 && (frame * 8192) ** 2 > 1.1 * 2 ** (32 + shift),
  );
  const weightAt = (n) => Math.round(32768 * (offset - (1 - offset) * Math.cos((2 * Math.PI * n) / period)));
  const quarter = Array.from({ length: period / 4 + 1 }, (_, n) => weightAt(n));
  const lineAt = (i) => quarter.slice(12 * i, 12 * i + 12).join(', ');
  const lines = Array.from({ length: Math.ceil(quarter.length / 12) }, (_, i) => lineAt(i));
  const last = `period ${period}, one less than the frame: the last sample has the weight of the first`;
  const periodComment = isPeriodic
    ? 'the frame, as for spectral analysis'
    : 'FRONT_FRAME - 1, so that the last weight is the first';
  const block = random.integer(40, 250);
  const samples = frame + 20 * hop;
  return {
    parameters: {
      ...tone,
      windowName,
      offsetText: offset.toFixed(2),
      scaleText: (1 - offset).toFixed(2),
      isPeriodic,
      windowKind: isPeriodic ? 'periodic' : 'symmetric',
      windowText: isPeriodic ? `period ${period}, the frame’s own length` : last,
      periodComment,
      period,
      frame,
      hop,
      coefficient: Math.round(2 * Math.cos((2 * Math.PI * tone.frequency) / rate) * 16384),
      sum: Math.floor(32768 * 2 * offset),
      quarter,
      quarterText: `{ \\\n    ${lines.join(', \\\n    ')} }`,
      block,
      samples,
      ramLimit: 4 * frame,
      instructionsFull: 21 * frame * 84,
      instructionsLimit: 21 * frame * 200,
    },
  };
}
