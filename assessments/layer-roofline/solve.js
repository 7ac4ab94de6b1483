// Works the answers out from the prompt as a candidate reads it: rows of pixels are counted, times come from both limits.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));

// Operations and bytes of both layers, row by row of the picture.
function count({ size, channels, outputs, kernel }, keepsBetween) {
  const depthwise = { operations: 0, bytes: kernel * kernel * channels };
  const pointwise = { operations: 0, bytes: channels * outputs };
  for (let row = 0; row < size; row++) {
    const between = keepsBetween ? 0 : size * channels;
    depthwise.operations += size * channels * kernel * kernel * 2;
    depthwise.bytes += size * channels + between;
    pointwise.operations += size * outputs * channels * 2;
    pointwise.bytes += between + size * outputs;
  }
  return [depthwise, pointwise];
}

// In microseconds.
const longer = ({ operations, bytes }, { tops, gigabytes }) =>
  1e6 * Math.max(operations / (tops * 1e12), bytes / (gigabytes * 1e9));

export function solve(prompt, _figures, fields) {
  const [, size, , channels] = /^\| Depthwise \| (\d+) × (\d+) × (\d+) \|/m.exec(prompt).map(Number);
  const outputs = number(prompt, /^\| Pointwise \|.*× (\d+) \|$/m);
  const kernel = number(prompt, /\| (\d+) × \d+, one filter/);
  const device = {
    tops: number(prompt, /([\d.]+) TOPS in int8/),
    gigabytes: number(prompt, /and ([\d.]+) GB\/s to memory/),
  };
  const measured = number(prompt, /takes ([\d.]+) µs/);
  const shape = { size, channels, outputs, kernel };
  const layers = count(shape, false);
  const total = (list, on) => list.reduce((sum, layer) => sum + longer(layer, on), 0);
  const options = fields.find(({ name }) => name === 'order').options;
  const fewer = Number(/channels to (\d+)/.exec(options.find(({ value }) => value === 'channels').label)[1]);
  const left = {
    fuse: total(count(shape, true), device),
    'double-compute': total(layers, { ...device, tops: device.tops * 2 }),
    'faster-memory': total(layers, { ...device, gigabytes: device.gigabytes * 1.5 }),
    channels: total(count({ ...shape, outputs: fewer }, false), device),
  };
  const [depthwise, pointwise] = layers.map(({ operations, bytes }) => ({
    intensity: operations / bytes,
    waits: bytes / (device.gigabytes * 1e9) > operations / (device.tops * 1e12),
  }));
  const bound = depthwise.waits
    ? pointwise.waits
      ? 'both-memory'
      : 'depthwise-memory'
    : pointwise.waits
      ? 'pointwise-memory'
      : 'both-compute';
  return {
    depthwiseIntensity: depthwise.intensity,
    pointwiseIntensity: pointwise.intensity,
    ridge: (device.tops * 1e12) / (device.gigabytes * 1e9),
    blockTime: total(layers, device),
    efficiency: (100 * longer(layers[0], device)) / measured,
    bound,
    order: options.map(({ value }) => value).sort((a, b) => left[a] - left[b]),
  };
}
