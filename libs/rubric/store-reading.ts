// Keeps a reading as rows, replacing an earlier one of the same application as a whole.
import type { Work } from '@bringup/platform';
import { ApplicationReading } from './data/application-reading.entity';
import { CriterionEvidence } from './data/criterion-evidence.entity';
import { CriterionSuggestion } from './data/criterion-suggestion.entity';
import { MeasuredFigure } from './data/measured-figure.entity';
import type { CriterionReading, Reading } from './domain/read-application';

/** Removes evidence, figures, suggestions and what was found out of one application. */
export async function removeReading(work: Work, applicationId: string): Promise<void> {
  for (const entity of [CriterionEvidence, CriterionSuggestion, MeasuredFigure, ApplicationReading])
    await work.manager.delete(entity, { applicationId });
}

function evidenceRows(applicationId: string, criterion: CriterionReading): CriterionEvidence[] {
  return criterion.evidence.map((one, position) => ({
    applicationId,
    tag: criterion.tag,
    position,
    documentId: one.document,
    startOffset: one.start,
    endOffset: one.end,
    quote: one.quote,
    term: one.term,
  }));
}

function figureRows(applicationId: string, reading: Reading): MeasuredFigure[] {
  return reading.figures.map(({ kind, value, unit, document, start, end, quote }, position) => ({
    applicationId,
    position,
    kind,
    value,
    unit,
    documentId: document,
    startOffset: start,
    endOffset: end,
    quote,
  }));
}

/** Stores a reading; documents are named by the ids that the reading was made with. */
export async function storeReading(work: Work, applicationId: string, reading: Reading): Promise<void> {
  await removeReading(work, applicationId);
  const { experience, context } = reading;
  await work.manager.insert(ApplicationReading, {
    applicationId,
    profile: reading.profile,
    level: reading.level,
    readAt: work.now,
    suggestedScore: reading.suggestedScore,
    embeddedYears: experience.embeddedYears,
    mlYears: experience.mlYears,
    equivalenceMet: experience.equivalenceMet,
    positions: experience.positions.map(({ title, from, to, kinds }) => ({ title, from, to, kinds })),
    education: context.education.map(({ quote }) => quote),
    certifications: context.certifications.map(({ name }) => name),
  });
  const suggestions = reading.criteria.map(({ tag, silent, suggestedRating, reasons }) => ({
    applicationId,
    tag,
    suggestedRating: silent ? null : suggestedRating,
    reasons: [...reasons],
  }));
  await work.manager.insert(CriterionSuggestion, suggestions);
  const evidence = reading.criteria.flatMap((criterion) => evidenceRows(applicationId, criterion));
  if (evidence.length > 0) await work.manager.insert(CriterionEvidence, evidence);
  const figures = figureRows(applicationId, reading);
  if (figures.length > 0) await work.manager.insert(MeasuredFigure, figures);
}
