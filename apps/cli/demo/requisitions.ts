// The requisitions of the demo company and how far each has come.
import {
  getRequisition,
  moveRequisition,
  openRequisition,
  requisitionView,
  type RequisitionAction,
  type RequisitionInput,
} from '@bringup/requisitions';
import { later } from './calendar';
import type { DemoCompany, First } from './company';

type Opened = Omit<RequisitionInput, 'hiringManagerId' | 'approverId' | 'panelIds'> & {
  readonly hiringManager: First;
  readonly approver: First;
  readonly panel: readonly First[];
};

const mib = 1024 * 1024;
const gib = 1024 * mib;

export const edgeAi: Opened = {
  profile: 'edge-ai-engineer',
  title: 'Edge AI Engineer',
  level: 'mid',
  seats: 2,
  payMin: 780_000,
  payMax: 960_000,
  payCurrency: 'NOK',
  location: 'Oslo, Norway',
  workplace: 'hybrid',
  reason: 'growth',
  summary:
    'Northlight makes cameras that decide on the spot: at level crossings, in harbours, on machines that must not hit anybody. You take our detectors from a training cluster to a box on a pole, at 15 frames a second within three watts, and you look after them once they are there.\n\nYou will work in a team of seven, with the people who train the networks on one side of the room and the people who design the boards on the other.',
  hiringManager: 'priya',
  approver: 'jonas',
  panel: ['amara', 'kenji'],
  hardware: {
    deviceClass: 'edge-soc',
    device: 'Jetson Orin Nano carrier, revision C',
    ramBytes: 8 * gib,
    flashBytes: 32 * gib,
    runtime: 'TensorRT on embedded Linux',
    latencyMs: 66,
    powerMilliwatts: 3000,
  },
};

export const embeddedAi: Opened = {
  profile: 'embedded-ai-engineer',
  title: 'Embedded AI Engineer',
  level: 'senior',
  seats: 1,
  payMin: 105_000,
  payMax: 140_000,
  payCurrency: 'USD',
  location: 'Oslo, Norway or remote in Europe',
  workplace: 'remote',
  reason: 'new-team',
  summary:
    'A new product listens to bearings. It runs on a coin cell for four years, and the network has 200 KB to live in. You build it from the first dataset to the production line, together with one hardware engineer and one person who knows bearings better than anybody.',
  hiringManager: 'jonas',
  approver: 'ingrid',
  panel: ['amara', 'kenji', 'priya'],
  hardware: {
    deviceClass: 'microcontroller',
    device: 'STM32U5A5',
    ramBytes: 2.5 * mib,
    flashBytes: 4 * mib,
    runtime: 'Zephyr with TensorFlow Lite Micro',
    latencyMs: 40,
    powerMilliwatts: 12,
  },
};

export const fpgaVision: Opened = {
  profile: 'edge-ai-engineer',
  title: 'Edge AI Engineer, FPGA vision',
  level: 'senior',
  seats: 1,
  payMin: 900_000,
  payMax: 1_120_000,
  payCurrency: 'NOK',
  location: 'Trondheim, Norway',
  workplace: 'on-site',
  reason: 'growth',
  summary:
    'Line-scan inspection at 200 frames a second, on a part that we can still buy in ten years. You own the pipeline from the sensor to the verdict.',
  hiringManager: 'priya',
  approver: 'jonas',
  panel: ['kenji', 'amara'],
  hardware: {
    deviceClass: 'fpga',
    device: 'Kria K26',
    ramBytes: 4 * gib,
    flashBytes: 16 * gib,
    runtime: 'Vitis AI',
    latencyMs: 5,
    powerMilliwatts: 9000,
  },
};

export const fleetDraft: Opened = {
  profile: 'edge-ai-engineer',
  title: 'Edge AI Engineer, fleet and updates',
  level: 'senior',
  seats: 1,
  payMin: 850_000,
  payMax: 1_050_000,
  payCurrency: 'NOK',
  location: 'Oslo, Norway',
  workplace: 'hybrid',
  reason: 'backfill',
  summary: 'Twelve thousand boxes in the field, one signed package at a time.',
  hiringManager: 'priya',
  approver: 'jonas',
  panel: ['amara'],
  hardware: {
    deviceClass: 'edge-soc',
    device: 'Jetson Orin Nano carrier, revision B',
    ramBytes: 8 * gib,
    flashBytes: 32 * gib,
    runtime: 'TensorRT on embedded Linux',
    latencyMs: 66,
    powerMilliwatts: 3000,
  },
};

export const audioFilled: Opened = {
  profile: 'edge-ai-engineer',
  title: 'Edge AI Engineer, audio',
  level: 'mid',
  seats: 1,
  payMin: 760_000,
  payMax: 920_000,
  payCurrency: 'NOK',
  location: 'Oslo, Norway',
  workplace: 'hybrid',
  reason: 'backfill',
  summary: 'Our microphones hear glass break and nothing else. You make sure of the second half.',
  hiringManager: 'priya',
  approver: 'jonas',
  panel: ['amara', 'kenji'],
  hardware: {
    deviceClass: 'microcontroller',
    device: 'i.MX RT1170',
    ramBytes: 2 * mib,
    flashBytes: 16 * mib,
    runtime: 'Zephyr with TensorFlow Lite Micro',
    latencyMs: 16,
    powerMilliwatts: 180,
  },
};

/** Opens a draft. */
export async function open(company: DemoCompany, by: First, when: Date, opened: Opened): Promise<string> {
  const { hiringManager, approver, panel, ...fields } = opened;
  const input: RequisitionInput = {
    ...fields,
    hiringManagerId: company.person(hiringManager).id,
    approverId: company.person(approver).id,
    panelIds: panel.map((first) => company.person(first).id),
  };
  const { id } = await company.run(by, when, (work) => openRequisition(work, input));
  return id;
}

export async function move(
  company: DemoCompany,
  by: First,
  when: Date,
  id: string,
  action: RequisitionAction,
  reason?: string,
): Promise<void> {
  const { version } = await getRequisition(company.dataSource.manager, id);
  await company.run(by, when, (work) => moveRequisition(work, id, { action, reason, version }));
}

/** Opens, submits, approves and publishes over two days; resolves to the address of the job page. */
export async function publish(company: DemoCompany, when: Date, opened: Opened): Promise<{ id: string; slug: string }> {
  const id = await open(company, opened.hiringManager, when, opened);
  await move(company, opened.hiringManager, later(when, 1), id, 'submit');
  await move(company, opened.approver, later(when, 5), id, 'approve');
  await move(company, 'tomas', later(when, 24), id, 'publish');
  const view = await requisitionView(company.dataSource.manager, company.person('tomas'), id);
  return { id, slug: view.posting?.slug ?? '' };
}
