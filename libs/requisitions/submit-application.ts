// A stranger applies on the public job page: candidate, application, documents, consent and receipt in one transaction.
import { randomInt, randomUUID } from 'node:crypto';
import { type ApplicationDocument, claimDocuments, recordConsent, rememberCandidate } from '@bringup/candidates';
import { DomainError, type Work } from '@bringup/platform';
import { Application } from './data/application.entity';
import { Requisition } from './data/requisition.entity';
import { findPostingBySlug } from './data/requisition.repository';
import { StageTransition } from './data/stage-transition.entity';
import { assertTakesApplications, jobNotFound } from './domain/posting-state';
import { receiptCode } from './domain/receipt';
import { issueStatusLink } from './issue-status-link';
import { applicationReceipt, applicationReceived } from './topics';

export interface ApplicationInput {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly resumeToken: string;
  readonly coverLetterToken?: string | undefined;
  readonly source?: string | undefined;
}

/**
 * Resolves to the receipt. The body must carry consent; the API refuses it otherwise.
 * @throws DomainError `job-not-found`, `job-closed`, `application-exists`, `document-expired`, `document-kind-wrong`
 */
export async function submitApplication(work: Work, slug: string, input: ApplicationInput) {
  const requisition = await requisitionForApplying(work, slug);
  const candidateId = await rememberCandidate(work, input);
  await assertFirst(work, requisition.id, candidateId);
  const application = await insertApplication(work, requisition.id, candidateId, input.source);
  const documents = await claim(work, application, slug, input);
  await recordConsent(work, { candidateId, applicationId: application.id });
  const token = await issueStatusLink(work, application.id);
  await work.audit(
    'application.received',
    { type: 'application', id: application.id },
    `Receipt ${application.receipt}.`,
  );
  await work.emit(applicationReceived, { applicationId: application.id });
  await work.emit(applicationReceipt, { applicationId: application.id });
  work.announce(`requisition:${requisition.id}`);
  return {
    receipt: application.receipt,
    statusPath: `/status/${token}`,
    appliedAt: work.now.toISOString(),
    jobTitle: requisition.title,
    email: input.email.trim().toLowerCase(),
    documents: documents.map(({ kind, fileName, sha256, sizeBytes }) => ({ kind, fileName, sha256, sizeBytes })),
  };
}

/** Shared lock: many apply at the same time, but nobody while the requisition is being closed. */
async function requisitionForApplying(work: Work, slug: string): Promise<Requisition> {
  const posting = await findPostingBySlug(work.manager, slug);
  if (!posting) throw jobNotFound();
  const requisition = await work.manager.findOneOrFail(Requisition, {
    where: { id: posting.requisitionId },
    lock: { mode: 'pessimistic_read' },
  });
  assertTakesApplications(requisition);
  return requisition;
}

/** The candidate's row is locked, so the same person twice at the same moment is caught too. */
async function assertFirst(work: Work, requisitionId: string, candidateId: string): Promise<void> {
  if (!(await work.manager.existsBy(Application, { requisitionId, candidateId, status: 'active' }))) return;
  throw new DomainError(
    'application-exists',
    'Good news: an application with this e-mail address is already with us for this job, so there is nothing more to do. The link to its status page is in the mail that you got then.',
  );
}

async function insertApplication(
  work: Work,
  requisitionId: string,
  candidateId: string,
  source: string | undefined,
): Promise<Application> {
  const application = work.manager.create(Application, {
    id: randomUUID(),
    requisitionId,
    candidateId,
    receipt: await unusedReceipt(work),
    source: source?.replace(/\p{Cc}+/gu, ' ').trim() || null,
    stage: 'applied',
    status: 'active',
    rejectionReason: null,
    appliedAt: work.now,
    stageSince: work.now,
    closedAt: null,
    forgottenAt: null,
    version: 1,
  });
  await work.manager.insert(Application, application);
  await work.manager.insert(StageTransition, {
    id: randomUUID(),
    applicationId: application.id,
    stage: 'applied',
    enteredAt: work.now,
    exitedAt: null,
    enteredById: null,
    reason: null,
  });
  return application;
}

async function unusedReceipt(work: Work): Promise<string> {
  const receipt = receiptCode(randomInt);
  return (await work.manager.existsBy(Application, { receipt })) ? unusedReceipt(work) : receipt;
}

async function claim(
  work: Work,
  application: Application,
  jobSlug: string,
  input: ApplicationInput,
): Promise<ApplicationDocument[]> {
  const letter =
    input.coverLetterToken === undefined ? [] : [{ kind: 'cover-letter' as const, token: input.coverLetterToken }];
  const documents = [{ kind: 'resume' as const, token: input.resumeToken }, ...letter];
  return claimDocuments(work, {
    candidateId: application.candidateId,
    applicationId: application.id,
    jobSlug,
    documents,
  });
}
