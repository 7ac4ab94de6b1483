// What a person's rating must hold before it is kept.
import { DomainError } from '@bringup/platform';

const highestRating = 4;

/** Returns the reason without blanks around it. @throws DomainError `application-closed`, `rating-out-of-range`, `rating-reason-missing` */
export function assertRatable(
  application: { readonly status: string },
  confirmation: { readonly rating: number; readonly reason: string },
): string {
  if (application.status !== 'active') {
    throw new DomainError(
      'application-closed',
      `This application is closed (${application.status}), so its ratings stand as they are.`,
      { status: application.status },
    );
  }
  if (!Number.isInteger(confirmation.rating) || confirmation.rating < 0 || confirmation.rating > highestRating) {
    throw new DomainError('rating-out-of-range', 'Choose a rating from 0 to 4.');
  }
  const reason = confirmation.reason.trim();
  if (reason === '')
    throw new DomainError('rating-reason-missing', 'Say in a sentence why: the reason is what others can check.');
  return reason;
}
