// A hardware profile as the lines of a data sheet, with what each figure means for the work. Pure.
import type { HardwareProfile } from '../api/models';
import { bytesText, countText } from '../ui/figures';

/** `bound` is ≤ for a budget that must be kept and empty for what the device has. */
export interface SpecLine {
  readonly name: string;
  readonly bound: '' | '≤';
  readonly value: string;
  readonly meaning: string;
}

const gap = '\u00A0';

/** Three significant digits at most, so that no figure looks more exact than it is. */
function short(value: number): string {
  return value >= 1000 ? countText(Number(value.toPrecision(3))) : String(Number(value.toPrecision(3)));
}

export function powerText(milliwatts: number): string {
  return milliwatts >= 1000 ? `${short(milliwatts / 1000)}${gap}W` : `${short(milliwatts)}${gap}mW`;
}

/** Milliwatts times milliseconds are microjoules. */
export function energyText(microjoules: number): string {
  if (microjoules >= 1e6) return `${short(microjoules / 1e6)}${gap}J`;
  return microjoules >= 1000 ? `${short(microjoules / 1000)}${gap}mJ` : `${short(microjoules)}${gap}µJ`;
}

export function specLines(profile: HardwareProfile): readonly SpecLine[] {
  const { ramBytes, flashBytes, latencyMs, powerMilliwatts } = profile;
  const rate = 1000 / latencyMs;
  return [
    { name: 'RAM', bound: '', value: bytesText(ramBytes), meaning: ramMeaning(profile) },
    {
      name: 'Flash',
      bound: '',
      value: bytesText(flashBytes),
      meaning: 'Firmware and models together, with room to update in the field',
    },
    {
      name: 'Latency',
      bound: '≤',
      value: `${short(latencyMs)}${gap}ms`,
      meaning: rate >= 1 ? `One result, end to end: ${short(rate)} a second` : 'One result, end to end',
    },
    {
      name: 'Power',
      bound: '≤',
      value: powerText(powerMilliwatts),
      meaning: 'Measured at the rail while the model runs',
    },
    {
      name: 'Energy',
      bound: '≤',
      value: energyText(powerMilliwatts * latencyMs),
      meaning: 'One result at full budget: power times latency',
    },
  ];
}

function ramMeaning(profile: HardwareProfile): string {
  const firmware = profile.deviceClass === 'microcontroller' || profile.deviceClass === 'dsp';
  return firmware
    ? 'Activations, buffers and every stack share it'
    : 'Shared by the system, the application and the tensors';
}
