// A person rates one criterion of one application, with a reason; earlier ratings are kept.
import { DomainError, type Work } from '@bringup/platform';
import { assertLeads, getApplicationForChange } from '@bringup/requisitions';
import { CriterionSuggestion } from './data/criterion-suggestion.entity';
import { ConfirmedRating } from './data/rating.entity';
import { assertRatable } from './domain/confirmation';
import type { CriterionTag } from './domain/rubric';

export interface RatingConfirmation {
  readonly applicationId: string;
  readonly tag: CriterionTag;
  readonly rating: number;
  readonly reason: string;
}

/**
 * Confirms or changes the suggested rating. A second confirmation makes a new version; none is overwritten.
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `application-closed`, `rating-out-of-range`, `rating-reason-missing`, `rating-person-forbidden`
 */
export async function confirmRating(work: Work, confirmation: RatingConfirmation): Promise<void> {
  const { applicationId, tag, rating } = confirmation;
  if (work.actor.kind !== 'user')
    throw new DomainError('rating-person-forbidden', 'Ratings are given by people who are signed in.');
  await assertLeads(work.manager, work.actor, applicationId);
  // Two people who rate at the same moment make two versions, one after the other.
  const application = await getApplicationForChange(work.manager, applicationId);
  const reason = assertRatable(application, confirmation);
  const suggestion = await work.manager.findOneBy(CriterionSuggestion, { applicationId, tag });
  const versions = await work.manager.countBy(ConfirmedRating, { applicationId, tag });
  await work.manager.insert(ConfirmedRating, {
    applicationId,
    tag,
    version: versions + 1,
    rating,
    suggestedRating: suggestion?.suggestedRating ?? null,
    reason,
    ratedBy: work.actor.id,
    ratedAt: work.now,
  });
  await work.audit(
    'application.rated',
    { type: 'application', id: applicationId },
    versions === 0 ? `${tag} confirmed.` : `${tag} rated again.`,
  );
  work.announce(`application:${applicationId}`);
}
