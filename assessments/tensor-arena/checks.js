// The key: what is alive at each layer, by formula. reference.yaml plays the layers one after another.

const aligned = (bytes) => Math.ceil(bytes / 16) * 16;

export function answerKey(p) {
  const size = p.tensors.map((tensor) => aligned(tensor.bytes));
  const alive = (i, hasSkip) => size[i - 1] + size[i] + (hasSkip && p.from < i - 1 && i <= p.to ? size[p.from] : 0);
  const layers = [1, 2, 3, 4, 5, 6];
  const peak = Math.max(...layers.map((i) => alive(i, true)));
  const withoutSkip = Math.max(...layers.map((i) => alive(i, false)));
  const weights = p.kernel * p.kernel * p.channelsIn * p.channelsOut;
  const exactly = { absolute: 0 };
  const bytes = (value, slips = []) => ({ value, unit: 'B', tolerance: exactly, slips });
  const unaligned = p.tensors.reduce((sum, tensor) => sum + tensor.bytes, 0);
  return {
    total: bytes(size.reduce((sum, x) => sum + x, 0), [{ value: unaligned, credit: 0.5, cause: 'Every tensor starts at a multiple of 16, so each is rounded up.' }]),
    peak: bytes(peak, [{ value: withoutSkip, credit: 0.25, cause: 'The skip tensor lives until the layer that adds it.' }]),
    peakLayer: { value: layers.find((i) => alive(i, true) === peak), unit: '', tolerance: exactly },
    withoutSkip: bytes(withoutSkip),
    flash: bytes(weights + 8 * p.channelsOut, [{ value: weights + 4 * p.channelsOut, credit: 0.5, cause: 'Each output channel has a scale besides its bias.' }]),
  };
}
