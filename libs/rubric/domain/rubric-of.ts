// The rubric of a role profile at a level: what the panel sees and rates against.
import { DomainError } from '@bringup/platform';
import { criteria, profileTitles, weights } from './criteria/profiles';
import { type Level, levels, type ProfileSlug, profileSlugs, type Rubric } from './rubric';

function isProfile(slug: string): slug is ProfileSlug {
  return (profileSlugs as readonly string[]).includes(slug);
}

function isLevel(name: string): name is Level {
  return (levels as readonly string[]).includes(name);
}

/** Checks the names of a profile and a level. Errors: `rubric-profile-not-found`, `rubric-level-not-found`. */
export function checkedRole(profile: string, level: string): { profile: ProfileSlug; level: Level } {
  if (!isProfile(profile))
    throw new DomainError(
      'rubric-profile-not-found',
      `There is no rubric for the profile "${profile}". Use one of: ${profileSlugs.join(', ')}.`,
    );
  if (!isLevel(level))
    throw new DomainError('rubric-level-not-found', `There is no level "${level}". Use one of: ${levels.join(', ')}.`);
  return { profile, level };
}

/** The criteria with titles, written anchors for 0–4 and weights in per cent. Errors as `checkedRole`. */
export function rubricOf(profileName: string, levelName: string): Rubric {
  const { profile, level } = checkedRole(profileName, levelName);
  return {
    profile,
    level,
    title: profileTitles[profile],
    criteria: criteria.map(({ tag, title, whatCounts, duties, areas, anchors, terms }) => ({
      tag,
      title,
      whatCounts,
      duties,
      areas: areas.map((area) => ({
        ...area,
        concepts: [...new Set(terms.filter((term) => term.area === area.slug).map((term) => term.concept))],
      })),
      anchors: anchors[level],
      weight: weights[profile][level][tag],
    })),
  };
}
