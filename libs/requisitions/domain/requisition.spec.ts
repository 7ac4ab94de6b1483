// What a requisition must say, and which changes ask the approver again.
import { DomainError } from '@bringup/platform';
import { assertPlausible, byteWords, hardwareSentence, type HardwareProfile, powerWords } from './hardware-profile';
import { assertSound, needsNewApproval, type RequisitionInput, vouchedChanges } from './requisition';
import { requisitionStatuses } from './requisition-status';

const hardware: HardwareProfile = {
  deviceClass: 'microcontroller',
  device: 'STM32H747',
  ramBytes: 1_048_576,
  flashBytes: 2_097_152,
  runtime: 'FreeRTOS',
  latencyMs: 20,
  powerMilliwatts: 300,
};
const input: RequisitionInput = {
  profile: 'edge-ai-engineer',
  title: 'Edge AI Engineer',
  level: 'mid',
  seats: 2,
  payMin: 100,
  payMax: 200,
  payCurrency: 'EUR',
  location: 'Oslo, Norway',
  workplace: 'hybrid',
  reason: 'growth',
  summary: '',
  hiringManagerId: 'manager',
  approverId: 'director',
  panelIds: ['one'],
  hardware,
};
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

it.each<[string, Partial<RequisitionInput>]>([
  ['nothing thrown', {}],
  ['nothing thrown', { payMin: 200 }],
  ['nothing thrown', { payMin: 0 }],
  ['pay-band-reversed', { payMin: 201 }],
  ['pay-missing', { payMin: 0, payMax: 0 }],
  ['approver-is-opener', { approverId: 'opener' }],
  ['panel-missing', { panelIds: [] }],
  ['hardware-implausible', { hardware: { ...hardware, ramBytes: 16 * 1024 ** 3 } }],
])('%s for %j', (code, change) => {
  expect(codeOf(() => assertSound({ ...input, ...change }, 'opener'))).toBe(code);
});

it.each<[string, Partial<HardwareProfile>]>([
  ['a microcontroller with 16 GiB', { ramBytes: 16 * 1024 ** 3 }],
  ['a microcontroller of 300 W', { powerMilliwatts: 300_000 }],
  ['a microcontroller with a terabyte of flash', { flashBytes: 1024 ** 4 }],
  ['a mobile SoC with 1 MiB', { deviceClass: 'mobile-soc' }],
])('does not believe %s', (_, change) => {
  expect(codeOf(() => assertPlausible({ ...hardware, ...change }))).toBe('hardware-implausible');
});

it.each<[HardwareProfile['deviceClass'], number, number, number]>([
  ['microcontroller', 256 * 1024, 1024 ** 2, 5],
  ['dsp', 1024 ** 2, 4 * 1024 ** 2, 150],
  ['fpga', 2 * 1024 ** 3, 32 * 1024 ** 2, 12_000],
  ['mobile-soc', 8 * 1024 ** 3, 128 * 1024 ** 3, 3000],
  ['edge-soc', 8 * 1024 ** 3, 64 * 1024 ** 3, 15_000],
  ['accelerator', 1024 ** 3, 1024 ** 3, 2500],
])('believes an ordinary %s', (deviceClass, ramBytes, flashBytes, powerMilliwatts) => {
  expect(codeOf(() => assertPlausible({ ...hardware, deviceClass, ramBytes, flashBytes, powerMilliwatts }))).toBe(
    'nothing thrown',
  );
});

it('says the target in one sentence with units that people read', () => {
  expect(hardwareSentence(hardware)).toBe(
    'The target is STM32H747 (microcontroller) with 1 MiB of RAM and 2 MiB of flash, running FreeRTOS: one inference in 20 ms within 300 mW.',
  );
  expect(hardwareSentence({ ...hardware, deviceClass: 'dsp', device: '' })).toContain('The target is a DSP with');
  expect([512, 1536, 3_250_586, 5 * 1024 ** 3].map(byteWords)).toEqual(['512 bytes', '1.5 KiB', '3.1 MiB', '5 GiB']);
  expect([0.5, 999, 1000, 3250].map(powerWords)).toEqual(['0.5 mW', '999 mW', '1 W', '3.25 W']);
});

it('names what the approver vouched for, and nothing else', () => {
  expect(
    vouchedChanges(input, {
      ...input,
      title: 'New',
      summary: 'x',
      location: 'Bergen',
      panelIds: ['two'],
      hardware: { ...hardware, device: 'nRF' },
    } as RequisitionInput),
  ).toEqual([]);
  expect(vouchedChanges(input, { ...input, payMin: 1, payMax: 2, payCurrency: 'USD' })).toEqual(['pay']);
  expect(vouchedChanges(input, { ...input, level: 'senior', seats: 3, profile: 'embedded-ai-engineer' })).toEqual([
    'role profile',
    'level',
    'seats',
  ]);
});

it('asks again only after somebody was asked, and never for what has ended', () => {
  expect(requisitionStatuses.filter((status) => needsNewApproval(status, ['pay']))).toEqual([
    'pending-approval',
    'approved',
    'open',
    'on-hold',
  ]);
  expect(requisitionStatuses.filter((status) => needsNewApproval(status, []))).toEqual([]);
});
