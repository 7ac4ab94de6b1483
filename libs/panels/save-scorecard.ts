// Keeps the draft of one's own scorecard.
import { randomUUID } from 'node:crypto';
import type { Work } from '@bringup/platform';
import type { Interview } from './data/interview.entity';
import { findScorecard, interviewNotFound, lockInterview } from './data/panels.repository';
import { Scorecard } from './data/scorecard.entity';
import { ScorecardRating } from './data/scorecard-rating.entity';
import { assertMaySave, type CardContent } from './domain/scorecard';
import { signedIn } from './signed-in';

/** The interview, locked, when it is this person's own; somebody else's scorecard is "not found". */
export async function lockOwnInterview(work: Work, interviewId: string): Promise<Interview> {
  const interview = await lockInterview(work.manager, interviewId);
  if (interview.interviewerId !== signedIn(work.actor).id) throw interviewNotFound();
  return interview;
}

/**
 * Saves a draft; `version` is the one that the edit started from, 0 before the first save.
 * @throws DomainError `interview-not-found` and those of `assertMaySave`
 */
export async function saveScorecard(
  work: Work,
  interviewId: string,
  body: CardContent & { readonly version: number },
): Promise<{ version: number; savedAt: string }> {
  const interview = await lockOwnInterview(work, interviewId);
  const standing = await findScorecard(work.manager, interviewId);
  assertMaySave(standing ?? undefined, interview, body, body.version);
  const card =
    standing ??
    work.manager.create(Scorecard, {
      id: randomUUID(),
      interviewId,
      authorId: interview.interviewerId,
      submittedAt: null,
      version: 0,
    });
  Object.assign(card, {
    recommendation: body.recommendation,
    summary: body.summary,
    savedAt: work.now,
    version: card.version + 1,
  });
  await work.manager.save(card);
  await work.manager.delete(ScorecardRating, { scorecardId: card.id });
  if (body.ratings.length > 0)
    await work.manager.insert(
      ScorecardRating,
      body.ratings.map(({ tag, rating, note }) => ({ scorecardId: card.id, tag, rating, note })),
    );
  return { version: card.version, savedAt: work.now.toISOString() };
}
