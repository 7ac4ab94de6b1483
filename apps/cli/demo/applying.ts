// Candidates apply as strangers do: documents uploaded and read, application sent, evidence gathered.
import { keepDocument } from '@bringup/candidates';
import { readLink } from '@bringup/identity';
import { systemActor } from '@bringup/platform';
import { submitApplication } from '@bringup/requisitions';
import { confirmRating, type CriterionTag, criterionTags, ratingsOf } from '@bringup/rubric';
import { later } from './calendar';
import type { DemoCandidate } from './candidate';
import type { DemoCompany, First } from './company';
import { reasonFor } from './rating-reasons';

export interface Applied {
  readonly applicationId: string;
  readonly statusToken: string;
}

/** Uploads and sends, and leaves the reading to whoever does the work. */
export async function sendApplication(
  company: DemoCompany,
  slug: string,
  candidate: DemoCandidate,
  when: Date,
): Promise<Applied> {
  const unitOfWork = company.at(when);
  const upload = async (kind: 'resume' | 'cover-letter', document: { fileName: string; text: string }) =>
    keepDocument(unitOfWork, {
      jobSlug: slug,
      kind,
      fileName: document.fileName,
      bytes: Buffer.from(document.text, 'utf8'),
    });
  const resume = await upload('resume', candidate.resume);
  const letter = candidate.letter ? await upload('cover-letter', candidate.letter) : undefined;
  const { name, email, phone, source } = candidate;
  const receipt = await unitOfWork.run(systemActor, (work) =>
    submitApplication(work, slug, {
      name,
      email,
      phone,
      source,
      resumeToken: resume.token,
      ...(letter ? { coverLetterToken: letter.token } : {}),
    }),
  );
  const statusToken = receipt.statusPath.replace('/status/', '');
  const { subjectId: applicationId } = await readLink(unitOfWork.reader, 'status', statusToken, when);
  return { applicationId, statusToken };
}

/** Resolves when the application is up for review. */
export async function apply(
  company: DemoCompany,
  slug: string,
  candidate: DemoCandidate,
  when: Date,
): Promise<Applied> {
  const applied = await sendApplication(company, slug, candidate, when);
  await company.doWork('application.received', applied.applicationId, later(when, 0.01));
  return applied;
}

export type Judgement = Partial<Record<CriterionTag, { readonly rating: number; readonly reason: string }>>;

/**
 * Rates criteria one after the other, some minutes apart: as given, otherwise as suggested.
 * Where the documents are silent and nobody says otherwise, nothing is rated.
 */
export async function rate(
  company: DemoCompany,
  by: First,
  when: Date,
  applicationId: string,
  judgement: Judgement = {},
  tags: readonly CriterionTag[] = criterionTags,
): Promise<void> {
  const { ratings } = await ratingsOf(company.dataSource.manager, applicationId);
  for (const [index, tag] of tags.entries()) {
    const suggested = ratings.find((row) => row.tag === tag)?.suggestedRating ?? null;
    const given =
      judgement[tag] ?? (suggested === null ? undefined : { rating: suggested, reason: reasonFor(tag, suggested) });
    if (given)
      await company.run(by, later(when, index * 0.07), (work) => confirmRating(work, { applicationId, tag, ...given }));
  }
}
