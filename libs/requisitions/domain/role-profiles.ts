// The role profiles that requisitions are opened from.
import { DomainError } from '@bringup/platform';
import { edgeAiEngineer } from './profiles/edge-ai-engineer';
import { embeddedAiEngineer } from './profiles/embedded-ai-engineer';
import type { RoleProfile } from './role-profile';

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
