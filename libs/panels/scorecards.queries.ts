// The only place that opens scorecards: what the blind rule closes is not even read from the database.
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { type CardAccess, cardAccess, type CardReader, type CardState } from './domain/blind';
import type { CriterionTag } from './domain/kit';
import type { Recommendation } from './domain/scorecard';
import { ScorecardRating } from './data/scorecard-rating.entity';

/** One interview of an application and how far its scorecard is, without anything that stands on it. */
export interface ApplicationCard extends CardState {
  readonly interviewerName: string;
  readonly kitTitle: string;
  readonly focus: CriterionTag[];
}

export interface ScorecardView {
  id: string;
  interviewId: string;
  author: { id: string; name: string };
  kitTitle: string;
  state: 'draft' | 'submitted';
  ratings: { tag: CriterionTag; rating: number | null; note: string }[];
  recommendation: Recommendation | null;
  summary: string;
  savedAt: string;
  submittedAt: string | null;
  version: number;
}

interface CardRow {
  id: string;
  interviewId: string;
  authorId: string;
  authorName: string;
  kitTitle: string;
  recommendation: Recommendation | null;
  summary: string;
  savedAt: Date;
  submittedAt: Date | null;
  version: number;
}

/** The interviews of one application, cancelled ones included, with the progress of their scorecards. */
export async function cardsOfApplication(manager: EntityManager, applicationId: string): Promise<ApplicationCard[]> {
  return manager.query<ApplicationCard[]>(
    `SELECT i.id AS "interviewId", i.interviewer_id AS "interviewerId", u.name AS "interviewerName", k.title AS "kitTitle", k.focus,
            s.submitted_at IS NOT NULL AS submitted, i.cancelled_at IS NOT NULL AS cancelled
       FROM interview i
       JOIN user_account u ON u.id = i.interviewer_id
       JOIN interview_kit k ON k.id = i.kit_id
       LEFT JOIN scorecard s ON s.interview_id = i.id
      WHERE i.application_id = $1
      ORDER BY i.starts_at, i.id`,
    [applicationId],
  );
}

async function openCards(manager: EntityManager, interviewIds: readonly string[]): Promise<ScorecardView[]> {
  if (interviewIds.length === 0) return [];
  const rows = await manager.query<CardRow[]>(
    `SELECT s.id, s.interview_id AS "interviewId", s.author_id AS "authorId", u.name AS "authorName", k.title AS "kitTitle",
            s.recommendation, s.summary, s.saved_at AS "savedAt", s.submitted_at AS "submittedAt", s.version
       FROM scorecard s
       JOIN user_account u ON u.id = s.author_id
       JOIN interview i ON i.id = s.interview_id
       JOIN interview_kit k ON k.id = i.kit_id
      WHERE s.interview_id = ANY($1)
      ORDER BY i.starts_at, i.id`,
    [interviewIds],
  );
  const ratings =
    rows.length === 0
      ? []
      : await manager.find(ScorecardRating, {
          where: { scorecardId: In(rows.map((row) => row.id)) },
          order: { tag: 'ASC' },
        });
  return rows.map((row) =>
    viewOf(
      row,
      ratings.filter((rating) => rating.scorecardId === row.id),
    ),
  );
}

function viewOf(row: CardRow, ratings: readonly ScorecardRating[]): ScorecardView {
  return {
    id: row.id,
    interviewId: row.interviewId,
    author: { id: row.authorId, name: row.authorName },
    kitTitle: row.kitTitle,
    state: row.submittedAt ? 'submitted' : 'draft',
    ratings: ratings.map(({ tag, rating, note }) => ({ tag, rating, note })),
    recommendation: row.recommendation,
    summary: row.summary,
    savedAt: row.savedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    version: row.version,
  };
}

export interface ReadableCards {
  readonly states: readonly ApplicationCard[];
  readonly access: CardAccess;
  /** One's own, drafts included, and the submitted ones of others where the blind rule allows it. */
  readonly cards: readonly ScorecardView[];
}

/** The scorecards of one application that this person may open. */
export async function readableCards(
  manager: EntityManager,
  reader: CardReader,
  applicationId: string,
): Promise<ReadableCards> {
  const states = await cardsOfApplication(manager, applicationId);
  const access = cardAccess(reader, states);
  return { states, access, cards: await openCards(manager, access.readable) };
}
