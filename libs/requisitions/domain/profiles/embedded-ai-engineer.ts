// Role profile: Embedded AI Engineer, the sister of the Edge AI Engineer, closer to the microcontroller.
import type { RoleProfile } from '../role-profile';
import { criteria } from './criteria';
import { duties } from './duties';
import { edgeAiEngineer } from './edge-ai-engineer';

export const embeddedAiEngineer: RoleProfile = {
  slug: 'embedded-ai-engineer',
  title: 'Embedded AI Engineer',
  summary:
    'You bring machine learning to microcontrollers, DSPs, FPGAs and edge SoCs whose budgets are milliwatts and kilobytes. Some have a megabyte of RAM and no operating system; ' +
    'every buffer has an owner and every inference a price.',
  duties,
  criteria,
  education: edgeAiEngineer.education,
  experience: edgeAiEngineer.experience,
  certifications: edgeAiEngineer.certifications,
  employers: edgeAiEngineer.employers,
  payHint: { currency: 'USD', min: 105_000, max: 175_000 },
};
