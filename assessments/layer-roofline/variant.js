// Draws a depthwise-separable block and a device. Drawn until the four changes leave clearly different times, so that their order
// is no matter of rounding.

const round1 = (x) => Math.round(x * 10) / 10;

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 20000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Operations (two for a multiply-accumulate) and bytes of a block in int8; every tensor and weight crosses the memory bus once.
function block({ size, channels, outputs, kernel }, isFused = false) {
  const pixels = size * size;
  const between = isFused ? 0 : pixels * channels;
  const depthwise = { ops: 2 * pixels * channels * kernel * kernel, bytes: pixels * channels + channels * kernel * kernel + between };
  const pointwise = { ops: 2 * pixels * channels * outputs, bytes: between + channels * outputs + pixels * outputs };
  return [depthwise, pointwise];
}

const microseconds = ({ ops, bytes }, tops, gigabytes) => Math.max(ops / (tops * 1e6), bytes / (gigabytes * 1e3));
const total = (layers, tops, gigabytes) => layers.reduce((sum, layer) => sum + microseconds(layer, tops, gigabytes), 0);

function roofline({ parameters, ridge }) {
  const { tops, gigabytes } = parameters;
  const ceiling = (intensity) => Math.min(tops * 1000, intensity * gigabytes);
  const intensities = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048].filter((x) => x < ridge / 1.05 || x > ridge * 1.05);
  const sorted = [...intensities, ridge].sort((a, b) => a - b);
  return {
    id: 'roofline',
    title: 'Figure 1. Roofline of the device',
    type: 'line',
    x: { label: 'Arithmetic intensity', unit: 'OP/B' },
    y: { label: 'Attainable rate', unit: 'GOP/s' },
    series: [{ name: 'Ceiling', points: sorted.map((x) => [round1(x), round1(ceiling(x))]) }],
    description: 'Attainable rate against arithmetic intensity: a slope given by the memory bandwidth that bends into a flat ceiling at the peak rate.',
  };
}

export function variant(random) {
  const isPointwiseBoundByMemory = random.pick([true, false]);
  const drawn = drawUntil(
    () => {
      const shape = {
        size: random.integer(10, 40) * 2,
        channels: random.integer(4, 24) * 16,
        outputs: random.integer(6, 32) * 16,
        kernel: random.pick([3, 5]),
      };
      const fewerChannels = Math.round((shape.outputs * random.real(0.5, 0.8)) / 16) * 16;
      const tops = round1(random.real(0.6, 6));
      const gigabytes = round1(random.real(4, 26));
      const layers = block(shape);
      const times = {
        fuse: total(block(shape, true), tops, gigabytes),
        'double-compute': total(layers, 2 * tops, gigabytes),
        'faster-memory': total(layers, tops, 1.5 * gigabytes),
        channels: total(block({ ...shape, outputs: fewerChannels }), tops, gigabytes),
      };
      const measured = round1(microseconds(layers[0], tops, gigabytes) / random.real(0.35, 0.85));
      const ridge = (tops * 1e12) / (gigabytes * 1e9);
      const intensities = layers.map(({ ops, bytes }) => ops / bytes);
      return { parameters: { ...shape, fewerChannels, tops, gigabytes, measured }, times, ridge, intensities };
    },
    ({ times, ridge, intensities }) => {
      const sorted = Object.values(times).sort((a, b) => a - b);
      const apart = sorted.every((t, i) => i === 0 || t / sorted[i - 1] > 1.04);
      return apart && intensities.every((x) => Math.abs(x / ridge - 1) > 0.15) && intensities[0] < ridge && intensities[1] < ridge === isPointwiseBoundByMemory;
    },
  );
  return { parameters: drawn.parameters, figures: [roofline(drawn)] };
}
