// Reads ratings for screens: one application in full, or the scores of many.
import { peopleByIds } from '@bringup/identity';
import { DomainError } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { ApplicationReading } from './data/application-reading.entity';
import { CriterionEvidence } from './data/criterion-evidence.entity';
import { CriterionSuggestion } from './data/criterion-suggestion.entity';
import { MeasuredFigure } from './data/measured-figure.entity';
import { ConfirmedRating } from './data/rating.entity';
import type { CriterionTag } from './domain/rubric';
import { rubricOf } from './domain/rubric-of';
import { type Score, scoreOf } from './scores';

/** One criterion: what it means, what the documents showed, and what a person made of it. */
export interface CriterionRatingView {
  tag: CriterionTag;
  title: string;
  counts: string;
  /** Per cent of the score; the weights of a rubric add up to 100. */
  weight: number;
  anchors: { rating: number; text: string }[];
  suggestedRating: number | null;
  reasons: string[];
  evidence: { document: string; start: number; end: number; quote: string; term: string }[];
  confirmed: { rating: number; reason: string; by: { id: string; name: string }; at: string } | null;
}

export interface RatingsView {
  ratings: CriterionRatingView[];
  score: { suggested: number | null; confirmed: number | null; coverage: number };
  ratingsConfirmed: number;
  experience: {
    embeddedYears: number;
    mlYears: number;
    equivalenceMet: boolean;
    positions: { title: string; from: string; to: string; kinds: string[] }[];
  };
  figures: { kind: string; value: number; unit: string; quote: string; document: string; start: number; end: number }[];
  context: { education: string[]; certifications: string[] };
}

interface Role {
  profile: string;
  level: string;
}

/** The role by which an application is rated: as it was read, and before that as the requisition says. */
async function roleOf(
  manager: EntityManager,
  applicationId: string,
  reading: ApplicationReading | null,
): Promise<Role> {
  if (reading) return reading;
  const [role] = await manager.query<Role[]>(
    'SELECT r.profile, r.level FROM application a JOIN requisition r ON r.id = a.requisition_id WHERE a.id = $1',
    [applicationId],
  );
  if (!role) throw new DomainError('application-not-found', 'There is no such application.');
  return role;
}

/** The rating that counts for each criterion: the newest version. */
async function newestRatings(manager: EntityManager, applicationIds: readonly string[]): Promise<ConfirmedRating[]> {
  return manager
    .createQueryBuilder(ConfirmedRating, 'rating')
    .distinctOn(['rating.applicationId', 'rating.tag'])
    .where('rating.applicationId IN (:...applicationIds)', { applicationIds })
    .orderBy({ 'rating.applicationId': 'ASC', 'rating.tag': 'ASC', 'rating.version': 'DESC' })
    .getMany();
}

function evidenceOf(rows: readonly CriterionEvidence[], tag: CriterionTag): CriterionRatingView['evidence'] {
  return rows
    .filter((row) => row.tag === tag)
    .map((row) => ({
      document: row.documentId,
      start: row.startOffset,
      end: row.endOffset,
      quote: row.quote,
      term: row.term,
    }));
}

function experienceView(reading: ApplicationReading | null): RatingsView['experience'] {
  if (!reading) return { embeddedYears: 0, mlYears: 0, equivalenceMet: false, positions: [] };
  const { embeddedYears, mlYears, equivalenceMet } = reading;
  return {
    embeddedYears,
    mlYears,
    equivalenceMet,
    positions: reading.positions.map((position) => ({ ...position, kinds: [...position.kinds] })),
  };
}

function figureView(row: MeasuredFigure): RatingsView['figures'][number] {
  return {
    kind: row.kind,
    value: row.value,
    unit: row.unit,
    quote: row.quote,
    document: row.documentId,
    start: row.startOffset,
    end: row.endOffset,
  };
}

/**
 * Everything that the rubric has to say about one application. Before the documents were read the suggestions are null.
 * No access rule: ask `assertMaySeeApplication` first.
 * @throws DomainError `application-not-found`
 */
export async function ratingsOf(manager: EntityManager, applicationId: string): Promise<RatingsView> {
  const where = { applicationId };
  const reading = await manager.findOneBy(ApplicationReading, where);
  const role = await roleOf(manager, applicationId, reading);
  const suggestions = await manager.findBy(CriterionSuggestion, where);
  const evidence = await manager.find(CriterionEvidence, { where, order: { position: 'ASC' } });
  const figures = await manager.find(MeasuredFigure, { where, order: { position: 'ASC' } });
  const confirmed = await newestRatings(manager, [applicationId]);
  const people = await peopleByIds(manager, [...new Set(confirmed.map((rating) => rating.ratedBy))]);
  const ratings = rubricOf(role.profile, role.level).criteria.map((criterion): CriterionRatingView => {
    const suggestion = suggestions.find((row) => row.tag === criterion.tag);
    const rating = confirmed.find((row) => row.tag === criterion.tag);
    return {
      tag: criterion.tag,
      title: criterion.title,
      counts: criterion.whatCounts,
      weight: criterion.weight,
      anchors: criterion.anchors.map((text, value) => ({ rating: value, text })),
      suggestedRating: suggestion?.suggestedRating ?? null,
      reasons: suggestion?.reasons ?? [],
      evidence: evidenceOf(evidence, criterion.tag),
      confirmed: rating
        ? {
            rating: rating.rating,
            reason: rating.reason,
            by: { id: rating.ratedBy, name: people.get(rating.ratedBy)?.name ?? '' },
            at: rating.ratedAt.toISOString(),
          }
        : null,
    };
  });
  return {
    ratings,
    score: scoreOf(reading?.suggestedScore ?? null, new Map(confirmed.map((row) => [row.tag, row.rating])), role),
    ratingsConfirmed: confirmed.length,
    experience: experienceView(reading),
    figures: figures.map(figureView),
    context: { education: reading?.education ?? [], certifications: reading?.certifications ?? [] },
  };
}

interface ScoredRow extends Role {
  id: string;
  suggested_score: number | null;
}

/** The scores of many applications in two statements, for lists and boards. No access rule. */
export async function scoresOf(
  manager: EntityManager,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Score & { readonly ratingsConfirmed: number }>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await manager.query<ScoredRow[]>(
    `SELECT a.id, d.suggested_score, coalesce(d.profile, r.profile) AS profile, coalesce(d.level, r.level) AS level
       FROM application a JOIN requisition r ON r.id = a.requisition_id LEFT JOIN application_reading d ON d.application_id = a.id
      WHERE a.id = ANY($1)`,
    [applicationIds],
  );
  const newest = new Map<string, Map<CriterionTag, number>>();
  for (const { applicationId, tag, rating } of await newestRatings(manager, applicationIds)) {
    const ratings = newest.get(applicationId) ?? new Map<CriterionTag, number>();
    newest.set(applicationId, ratings.set(tag, rating));
  }
  return new Map(
    rows.map((row) => {
      const confirmed = newest.get(row.id) ?? new Map<CriterionTag, number>();
      return [row.id, { ...scoreOf(row.suggested_score, confirmed, row), ratingsConfirmed: confirmed.size }];
    }),
  );
}

/** Every rating that people gave one criterion, newest first. No access rule. */
export async function ratingHistory(
  manager: EntityManager,
  applicationId: string,
  tag: CriterionTag,
): Promise<ConfirmedRating[]> {
  return manager.find(ConfirmedRating, { where: { applicationId, tag }, order: { version: 'DESC' } });
}
