// A job's closed word lists as candidates read them.
import type { HardwareProfile, JobRow } from '../api/models';

const levels: Readonly<Record<JobRow['level'], string>> = { junior: 'Junior', mid: 'Mid level', senior: 'Senior' };
const workplaces: Readonly<Record<JobRow['workplace'], string>> = {
  'on-site': 'On site',
  hybrid: 'Hybrid',
  remote: 'Remote',
};
const deviceClasses: Readonly<Record<HardwareProfile['deviceClass'], string>> = {
  microcontroller: 'Microcontroller',
  dsp: 'Digital signal processor',
  fpga: 'FPGA',
  'mobile-soc': 'Mobile SoC',
  'edge-soc': 'Edge SoC',
  accelerator: 'Accelerator',
};

export const levelWords = (level: JobRow['level']): string => levels[level];
export const workplaceWords = (workplace: JobRow['workplace']): string => workplaces[workplace];
export const deviceClassWords = (deviceClass: HardwareProfile['deviceClass']): string => deviceClasses[deviceClass];
