// The key, from the counts of the cited papers. reference.yaml counts element by element.

function layersOf(p, isFused = false, outputs = p.outputs) {
  const pixels = p.size * p.size;
  const between = isFused ? 0 : pixels * p.channels;
  const taps = p.kernel * p.kernel;
  return {
    depthwise: { ops: 2 * pixels * p.channels * taps, bytes: pixels * p.channels + p.channels * taps + between },
    pointwise: { ops: 2 * pixels * p.channels * outputs, bytes: between + p.channels * outputs + pixels * outputs },
  };
}

const time = ({ ops, bytes }, tops, gigabytes) => Math.max(ops / (tops * 1e6), bytes / (gigabytes * 1e3));
const sumOfTimes = ({ depthwise, pointwise }, tops, gigabytes) => time(depthwise, tops, gigabytes) + time(pointwise, tops, gigabytes);

export function answerKey(p) {
  const layers = layersOf(p);
  const ridge = (p.tops * 1000) / p.gigabytes;
  const depthwiseIntensity = layers.depthwise.ops / layers.depthwise.bytes;
  const pointwiseIntensity = layers.pointwise.ops / layers.pointwise.bytes;
  const left = {
    fuse: sumOfTimes(layersOf(p, true), p.tops, p.gigabytes),
    'double-compute': sumOfTimes(layers, 2 * p.tops, p.gigabytes),
    'faster-memory': sumOfTimes(layers, p.tops, 1.5 * p.gigabytes),
    channels: sumOfTimes(layersOf(p, false, p.fewerChannels), p.tops, p.gigabytes),
  };
  const bounds = { true: { true: 'both-memory', false: 'depthwise-memory' }, false: { true: 'pointwise-memory', false: 'both-compute' } };
  const tolerance = { relative: 0.01 };
  const halved = { credit: 0.5, cause: 'A multiply-accumulate counts as two operations here, as in the rated TOPS.' };
  return {
    depthwiseIntensity: { value: depthwiseIntensity, unit: 'OP/B', tolerance, slips: [{ value: depthwiseIntensity / 2, ...halved }] },
    pointwiseIntensity: { value: pointwiseIntensity, unit: 'OP/B', tolerance, slips: [{ value: pointwiseIntensity / 2, ...halved }] },
    ridge: { value: ridge, unit: 'OP/B', tolerance },
    blockTime: {
      value: sumOfTimes(layers, p.tops, p.gigabytes),
      unit: 'µs',
      tolerance,
      slips: [
        { value: (layers.depthwise.ops + layers.pointwise.ops) / (p.tops * 1e6), credit: 0.25, cause: 'This is the arithmetic alone; a layer can also wait for memory.' },
        { value: (layers.depthwise.bytes + layers.pointwise.bytes) / (p.gigabytes * 1e3), credit: 0.25, cause: 'This is the traffic alone; a layer can also wait for arithmetic.' },
      ],
    },
    efficiency: { value: (100 * time(layers.depthwise, p.tops, p.gigabytes)) / p.measured, unit: '%', tolerance: { relative: 0.02 } },
    bound: { value: bounds[depthwiseIntensity < ridge][pointwiseIntensity < ridge], unit: '' },
    order: { value: Object.keys(left).sort((a, b) => left[a] - left[b]), unit: '' },
  };
}
