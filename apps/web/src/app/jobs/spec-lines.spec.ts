// Hardware profiles as a data sheet.
import type { HardwareProfile } from '../api/models';
import { energyText, powerText, specLines } from './spec-lines';

const profile: HardwareProfile = {
  device: 'Detector, third generation',
  deviceClass: 'edge-soc',
  flashBytes: 16 * 1024 ** 3,
  latencyMs: 58,
  powerMilliwatts: 3000,
  ramBytes: 4 * 1024 ** 3,
  runtime: 'TensorRT',
};
const value = (name: string, change: Partial<HardwareProfile> = {}): string | undefined =>
  specLines({ ...profile, ...change })
    .find((line) => line.name === name)
    ?.value.replace(/\u00A0/g, ' ');

describe('specLines', () => {
  it('derives the rate and the energy of one result', () => {
    expect(specLines(profile).find((line) => line.name === 'Latency')?.meaning).toBe(
      'One result, end to end: 17.2 a second',
    );
    expect(value('Energy')).toBe('174 mJ');
  });

  it('writes small devices in small units', () => {
    expect(value('RAM', { ramBytes: 320 * 1024 })).toBe('320 KiB');
    expect(value('Power', { powerMilliwatts: 18.5 })).toBe('18.5 mW');
    expect(value('Energy', { powerMilliwatts: 5, latencyMs: 20 })).toBe('100 µJ');
  });

  it('promises no rate below one a second', () => {
    expect(specLines({ ...profile, latencyMs: 4000 }).find((line) => line.name === 'Latency')?.meaning).toBe(
      'One result, end to end',
    );
  });
});

describe('units', () => {
  it('change at a thousand', () => {
    expect(powerText(999).replace(/\u00A0/, ' ')).toBe('999 mW');
    expect(powerText(1000).replace(/\u00A0/, ' ')).toBe('1 W');
    expect(energyText(2_500_000).replace(/\u00A0/, ' ')).toBe('2.5 J');
  });
});
