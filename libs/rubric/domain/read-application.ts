// Reads the documents of an application against a rubric: evidence, experience, figures, suggested ratings and their score.
import { DomainError } from '@bringup/platform';
import { type Background, findBackground } from './background';
import { criteria, ladderCriteria } from './criteria/profiles';
import { type Deployment, findDeployments } from './deployments';
import {
  type ApplicationDocument,
  type Evidence,
  findEvidence,
  type FoundEvidence,
  type ReadDocument,
  readParts,
} from './evidence';
import { type Experience, experienceOf } from './experience';
import type { Figure } from './figures';
import type { PlacedPosition } from './positions';
import type { CriterionSource, CriterionTag, Level, ProfileSlug, Rating } from './rubric';
import { checkedRole, rubricOf } from './rubric-of';
import { suggestExperienceRating } from './suggest-experience-rating';
import { type Suggestion, suggestRating } from './suggest-rating';
import { type WeightedScore, weightedScore } from './weighted-score';

export interface Application {
  readonly documents: readonly ApplicationDocument[];
  readonly profile: string;
  readonly level: string;
  /** The day of reading, YYYY-MM-DD (a longer ISO date is cut): it ends what goes on "to the present". */
  readonly now: string;
}

export interface CriterionReading {
  readonly tag: CriterionTag;
  readonly title: string;
  readonly suggestedRating: Rating;
  /** The documents are silent about it: the rating 0 then means "nothing shown", and `suggestedScore` leaves the criterion out. */
  readonly silent: boolean;
  /** What the suggested rating means at this level. */
  readonly anchor: string;
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  /** What counts, the strongest first. */
  readonly evidence: readonly Evidence[];
  /** What was read but not counted (wishes, negations, words of job advertisements, work of others), each with the reason. */
  readonly notCounted: readonly Evidence[];
}

/** All JSON; the same documents, profile, level and day always give the same reading. */
export interface Reading {
  readonly profile: ProfileSlug;
  readonly level: Level;
  readonly now: string;
  readonly criteria: readonly CriterionReading[];
  readonly experience: Experience;
  readonly figures: readonly Figure[];
  readonly deployments: readonly Deployment[];
  readonly context: Background;
  /** 0 to 100 over the criteria that the documents speak of; null when they speak of none. */
  readonly suggestedScore: number | null;
  readonly score: WeightedScore;
}

const longestText = 1_000_000;
const mostEvidence = 60;

function checkedDay(now: string): string {
  const day = now.slice(0, 10);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day))
    throw new DomainError('date-invalid', `"${now}" is not a date. Write it as YYYY-MM-DD.`);
  return day;
}

function checkDocuments(documents: readonly ApplicationDocument[]): void {
  if (new Set(documents.map(({ id }) => id)).size < documents.length)
    throw new DomainError(
      'document-id-conflict',
      'Two documents of the application have the same id. Give each its own.',
    );
  const long = documents.find(({ text }) => text.length > longestText);
  if (long)
    throw new DomainError(
      'document-too-large',
      `The text of "${long.id}" is longer than ${longestText} characters. A résumé that long cannot be read for evidence.`,
      { document: long.id },
    );
}

const order = ['work', 'claim', 'familiar'];

function isCounted(evidence: FoundEvidence): boolean {
  return order.includes(evidence.stance);
}

function published({ tag: _tag, shape: _shape, firm: _firm, ...evidence }: FoundEvidence): Evidence {
  return evidence;
}

/** Work before claims, figures before none, then as the documents tell it. */
function strongestFirst(a: FoundEvidence, b: FoundEvidence): number {
  return (
    order.indexOf(a.stance) - order.indexOf(b.stance) ||
    Number(b.measured) - Number(a.measured) ||
    Number(b.dated) - Number(a.dated)
  );
}

function positionEvidence(position: PlacedPosition): FoundEvidence {
  const { document, start, end, quote, dates: term } = position;
  const concept =
    position.kinds.length === 2
      ? 'embedded and machine learning position'
      : position.kinds[0] === 'ml'
        ? 'machine learning position'
        : 'embedded position';
  return {
    tag: 'Q4',
    document,
    start,
    end,
    quote,
    term,
    concept,
    area: 'experience',
    stance: 'work',
    measured: false,
    dated: true,
    shape: quote,
    firm: true,
  };
}

/** What stands behind Q4 beside its own terms: the dated positions, and for a junior the models that ran on a device. */
function experienceEvidence(
  level: Level,
  { evidence }: Findings,
  positions: readonly PlacedPosition[],
): FoundEvidence[] {
  const dated = positions.filter(({ kinds }) => kinds.length > 0).map(positionEvidence);
  return level === 'junior' ? [...dated, ...onDevice(evidence)] : dated;
}

/** Accounts of a model that ran on an accelerator or board. */
function onDevice(evidence: readonly FoundEvidence[]): FoundEvidence[] {
  return evidence.filter(({ tag, stance }) => tag === 'Q3' && stance === 'work');
}

/** Positions are read from the résumé; a letter repeats them, so it is only read for them when there is no other source. */
function positionsOf(documents: readonly ReadDocument[]): PlacedPosition[] {
  const resumes = documents.filter(({ kind }) => kind === 'resume').flatMap(({ positions }) => positions);
  return resumes.length > 0 ? resumes : documents.flatMap(({ positions }) => positions);
}

interface Findings {
  readonly evidence: readonly FoundEvidence[];
  readonly experience: Experience;
  readonly deployments: readonly Deployment[];
}

function suggestionFor(
  source: CriterionSource,
  level: Level,
  { evidence, experience, deployments }: Findings,
): Suggestion {
  const own = evidence.filter(({ tag }) => tag === source.tag);
  const ladder = ladderCriteria.find(({ tag }) => tag === source.tag);
  if (ladder) return suggestRating(ladder, level, own);
  return suggestExperienceRating(level, { experience, deployments, onDevice: onDevice(evidence) }, own);
}

function readCriterion(
  source: CriterionSource,
  anchors: readonly string[],
  level: Level,
  findings: Findings,
  positions: readonly PlacedPosition[],
): CriterionReading {
  const suggestion = suggestionFor(source, level, findings);
  const own = findings.evidence.filter(({ tag }) => tag === source.tag);
  const further = source.tag === 'Q4' ? experienceEvidence(level, findings, positions) : [];
  return {
    tag: source.tag,
    title: source.title,
    suggestedRating: suggestion.rating,
    silent: suggestion.silent,
    anchor: anchors[suggestion.rating] ?? '',
    rules: suggestion.rules,
    reasons: suggestion.reasons,
    evidence: [...further, ...own.filter(isCounted).sort(strongestFirst)].slice(0, mostEvidence).map(published),
    notCounted: own
      .filter((one) => !isCounted(one))
      .slice(0, mostEvidence)
      .map(published),
  };
}

/**
 * Reads an application. Pure and deterministic.
 * Errors: `rubric-profile-not-found`, `rubric-level-not-found`, `date-invalid`, `document-id-conflict`, `document-too-large`.
 */
export function readApplication(application: Application): Reading {
  const { profile, level } = checkedRole(application.profile, application.level);
  const now = checkedDay(application.now);
  checkDocuments(application.documents);
  const documents = application.documents.map((document) => readParts(document, now));
  const positions = positionsOf(documents);
  const evidence = documents.flatMap((document) => findEvidence(document, criteria));
  const figures = documents.flatMap((document) => document.figures);
  const findings = {
    evidence,
    experience: experienceOf(positions),
    deployments: findDeployments(documents, evidence, figures),
  };
  const rubric = rubricOf(profile, level);
  const read = criteria.map((source, index) =>
    readCriterion(source, rubric.criteria[index]?.anchors ?? [], level, findings, positions),
  );
  const backgrounds = documents.map(({ id, text }) => findBackground(id, text));
  const score = weightedScore(
    Object.fromEntries(read.filter((one) => !one.silent).map((one) => [one.tag, one.suggestedRating])),
    profile,
    level,
  );
  return {
    profile,
    level,
    now,
    criteria: read,
    experience: findings.experience,
    figures,
    deployments: findings.deployments,
    context: {
      education: backgrounds.flatMap((one) => one.education),
      courses: [...new Set(backgrounds.flatMap((one) => one.courses))],
      certifications: backgrounds.flatMap((one) => one.certifications),
    },
    suggestedScore: score.score,
    score,
  };
}
