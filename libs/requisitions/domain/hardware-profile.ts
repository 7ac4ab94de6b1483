// The device that the work is for, and whether its numbers can be true.
import { DomainError } from '@bringup/platform';

export type DeviceClass = 'microcontroller' | 'dsp' | 'fpga' | 'mobile-soc' | 'edge-soc' | 'accelerator';

/** Bytes, milliseconds an inference, milliwatts. */
export interface HardwareProfile {
  readonly deviceClass: DeviceClass;
  readonly device: string;
  readonly ramBytes: number;
  readonly flashBytes: number;
  readonly runtime: string;
  readonly latencyMs: number;
  readonly powerMilliwatts: number;
}

const kib = 1024;
const mib = 1024 * kib;
const gib = 1024 * mib;

interface Range {
  readonly title: string;
  readonly ramBytes: readonly [number, number];
  readonly flashBytes: readonly [number, number];
  readonly powerMilliwatts: readonly [number, number];
}

/** Wide on purpose: they catch a wrong unit (KB typed as MB, W as mW), not an unusual board. */
const ranges: Readonly<Record<DeviceClass, Range>> = {
  microcontroller: {
    title: 'microcontroller',
    ramBytes: [2 * kib, 256 * mib],
    flashBytes: [4 * kib, 2 * gib],
    powerMilliwatts: [0.01, 20_000],
  },
  dsp: {
    title: 'DSP',
    ramBytes: [4 * kib, 16 * gib],
    flashBytes: [4 * kib, 256 * gib],
    powerMilliwatts: [0.01, 60_000],
  },
  fpga: {
    title: 'FPGA',
    ramBytes: [4 * kib, 128 * gib],
    flashBytes: [16 * kib, 1024 * gib],
    powerMilliwatts: [1, 300_000],
  },
  'mobile-soc': {
    title: 'mobile SoC',
    ramBytes: [64 * mib, 64 * gib],
    flashBytes: [64 * mib, 4096 * gib],
    powerMilliwatts: [10, 60_000],
  },
  'edge-soc': {
    title: 'edge SoC',
    ramBytes: [16 * mib, 256 * gib],
    flashBytes: [4 * mib, 8192 * gib],
    powerMilliwatts: [10, 300_000],
  },
  accelerator: {
    title: 'accelerator',
    ramBytes: [64 * kib, 1024 * gib],
    flashBytes: [64 * kib, 16_384 * gib],
    powerMilliwatts: [1, 1_000_000],
  },
};

/** Device classes as people read them. */
export function deviceClassTitle(deviceClass: DeviceClass): string {
  return ranges[deviceClass].title;
}

/** `1 MiB`, `512 KiB`: binary units, at most one decimal. */
export function byteWords(bytes: number): string {
  const [unit, size] =
    bytes >= gib ? ['GiB', gib] : bytes >= mib ? ['MiB', mib] : bytes >= kib ? ['KiB', kib] : ['bytes', 1];
  return `${Number((bytes / Number(size)).toFixed(1))} ${unit}`;
}

/** `300 mW`, `3 W`. */
export function powerWords(milliwatts: number): string {
  return milliwatts >= 1000 ? `${Number((milliwatts / 1000).toFixed(2))} W` : `${milliwatts} mW`;
}

/** @throws DomainError `hardware-implausible` naming the number that cannot be right */
export function assertPlausible(hardware: HardwareProfile): void {
  const range = ranges[hardware.deviceClass];
  const faults: readonly (readonly [number, readonly [number, number], string, (value: number) => string])[] = [
    [hardware.ramBytes, range.ramBytes, 'RAM', byteWords],
    [hardware.flashBytes, range.flashBytes, 'flash', byteWords],
    [hardware.powerMilliwatts, range.powerMilliwatts, 'power budget', powerWords],
  ];
  for (const [value, [least, most], name, words] of faults) {
    if (value >= least && value <= most) continue;
    throw new DomainError(
      'hardware-implausible',
      `${words(value)} is not a plausible ${name} for a ${range.title} (${words(least)} to ${words(most)}). Check the unit or the device class.`,
      {
        field: name,
      },
    );
  }
}

/** The target in one sentence, for the job page. */
export function hardwareSentence(hardware: HardwareProfile): string {
  const device =
    hardware.device === ''
      ? `a ${deviceClassTitle(hardware.deviceClass)}`
      : `${hardware.device} (${deviceClassTitle(hardware.deviceClass)})`;
  return (
    `The target is ${device} with ${byteWords(hardware.ramBytes)} of RAM and ${byteWords(hardware.flashBytes)} of flash, running ${hardware.runtime}: ` +
    `one inference in ${hardware.latencyMs} ms within ${powerWords(hardware.powerMilliwatts)}.`
  );
}
