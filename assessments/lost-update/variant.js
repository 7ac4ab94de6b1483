// Draws the device, the length of a report, the spare words and the order in which the faulty driver reads the time.
// The faults are the same three in every variant.

const devices = [
  { device: 'flow meter', quantity: 'pulses of a turbine', place: 'in a cooling loop' },
  { device: 'vibration sensor', quantity: 'accelerations', place: 'on a gearbox' },
  { device: 'strain gauge', quantity: 'loads', place: 'on a bridge' },
  { device: 'gyroscope', quantity: 'rates of turn', place: 'on a gimbal' },
  { device: 'light barrier', quantity: 'passing parcels', place: 'at a conveyor' },
  { device: 'current probe', quantity: 'currents', place: 'on a motor phase' },
];

export function variant(random) {
  const tick = random.pick([1, 2, 4, 5, 8, 10]);
  const spareWords = random.integer(4, 6);
  return {
    parameters: {
      ...random.pick(devices),
      tick,
      wrapMinutes: Math.round((2 ** 32 * tick) / 6e6) / 10,
      rate: random.integer(20, 400) * 5,
      uplinkSteps: random.integer(10, 24),
      spareWords,
      words: 6 + spareWords,
      highFirst: random.pick([true, false]),
      shortSection: 4,
      boundedSection: 8,
    },
  };
}
