// The two role profiles: which criteria they weigh, and how much at each level.
import type { CriterionSource, CriterionTag, Level, ProfileSlug } from '../rubric';
import { modelOptimisation } from './q1-model-optimisation';
import { embeddedSystems } from './q2-embedded-systems';
import { hardwareAccelerators } from './q3-hardware-accelerators';
import { experienceOwnership } from './q4-experience-ownership';
import { workingHabits } from './q5-working-habits';

export const ladderCriteria = [modelOptimisation, embeddedSystems, hardwareAccelerators, workingHabits] as const;
export const criteria: readonly CriterionSource[] = [
  modelOptimisation,
  embeddedSystems,
  hardwareAccelerators,
  experienceOwnership,
  workingHabits,
];

export const profileTitles: Readonly<Record<ProfileSlug, string>> = {
  'edge-ai-engineer': 'Edge AI Engineer',
  'embedded-ai-engineer': 'Embedded AI Engineer',
};

/** Per cent. Ownership weighs more with the level; the embedded profile leans on the machine, the edge profile on the model. */
export const weights: Readonly<Record<ProfileSlug, Readonly<Record<Level, Readonly<Record<CriterionTag, number>>>>>> = {
  'edge-ai-engineer': {
    junior: { Q1: 30, Q2: 30, Q3: 15, Q4: 10, Q5: 15 },
    mid: { Q1: 25, Q2: 25, Q3: 20, Q4: 20, Q5: 10 },
    senior: { Q1: 20, Q2: 20, Q3: 20, Q4: 30, Q5: 10 },
  },
  'embedded-ai-engineer': {
    junior: { Q1: 20, Q2: 40, Q3: 15, Q4: 10, Q5: 15 },
    mid: { Q1: 20, Q2: 35, Q3: 15, Q4: 20, Q5: 10 },
    senior: { Q1: 15, Q2: 30, Q3: 15, Q4: 30, Q5: 10 },
  },
};
