// The written justification of an interpretation task is rated by a person, 0 to 4 by the task's anchors, and earns no points.
import { DomainError } from '@bringup/platform';

export const longestReason = 2000;

/** What is to be rated, as it stands now. */
export interface RatableAnswer {
  readonly applicationStatus: string;
  /** The task asks for a justification. */
  readonly asksForReasons: boolean;
  /** The answer was handed in. */
  readonly handedIn: boolean;
}

/**
 * The reason, trimmed. An answer whose justification is empty can be rated: the anchors say what that is worth.
 * @throws DomainError `justification-missing`, `justification-open`, `application-closed`, `rating-out-of-range`, `rating-reason-missing`, `rating-reason-long`
 */
export function assertJustificationRatable(answer: RatableAnswer, rating: number, reason: string): string {
  if (!answer.asksForReasons)
    throw new DomainError(
      'justification-missing',
      'This task asks for no written justification, so there is none to rate.',
    );
  if (!answer.handedIn)
    throw new DomainError('justification-open', 'This answer was not handed in. Only an answer that was is rated.');
  if (answer.applicationStatus !== 'active')
    throw new DomainError('application-closed', 'This application is closed, so nothing in it is rated any more.');
  if (!Number.isInteger(rating) || rating < 0 || rating > 4)
    throw new DomainError('rating-out-of-range', 'Choose a rating from 0 to 4.');
  const words = reason.trim();
  if (words === '') throw new DomainError('rating-reason-missing', 'Say in a sentence why you rate it so.');
  if (words.length > longestReason)
    throw new DomainError('rating-reason-long', `Keep the reason within ${longestReason} characters.`);
  return words;
}

/** Anchors without the figure that their authors may set before them: the scale shows it. */
export function anchorTexts(anchors: readonly string[]): string[] {
  return anchors.map((anchor) => anchor.replace(/^\s*[0-4]\s*[:.–-]\s*/, ''));
}
