// Role profiles: what a role does, what counts as evidence for it, and the context that is never a knock-out.
import { DomainError } from '@bringup/platform';
import { edgeAiEngineer } from './profiles/edge-ai-engineer';
import { embeddedAiEngineer } from './profiles/embedded-ai-engineer';

export interface Duty {
  /** D1–D10. */
  readonly tag: string;
  readonly text: string;
}

export interface ProfileCriterion {
  /** Q1–Q5. */
  readonly tag: string;
  readonly title: string;
  /** What counts as evidence, in words. */
  readonly counts: string;
}

export interface RoleProfile {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly duties: readonly Duty[];
  readonly criteria: readonly ProfileCriterion[];
  /** Education and certifications are context, never a knock-out. */
  readonly education: string;
  readonly experience: string;
  readonly certifications: string;
  /** Where people with this role work. */
  readonly employers: string;
  /** Whole units a year; absent where the source states none. */
  readonly payHint: { readonly currency: string; readonly min: number; readonly max: number } | null;
}

export const roleProfiles: readonly RoleProfile[] = [edgeAiEngineer, embeddedAiEngineer];

/** @throws DomainError `role-profile-not-found` */
export function getRoleProfile(slug: string): RoleProfile {
  const profile = roleProfiles.find((candidate) => candidate.slug === slug);
  if (!profile)
    throw new DomainError(
      'role-profile-not-found',
      `There is no role profile "${slug}". Choose one of: ${roleProfiles.map((each) => each.title).join(', ')}.`,
    );
  return profile;
}
