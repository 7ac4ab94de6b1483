// Public job pages and what search engines read on them.
import { applicationConsent } from '@bringup/candidates';
import { personById } from '@bringup/identity';
import { type EntityManager, In } from 'typeorm';
import { Posting } from './data/posting.entity';
import { Requisition } from './data/requisition.entity';
import { findPostingBySlug, getRequisition } from './data/requisition.repository';
import { jobPosting, postingText } from './domain/posting';
import { assertReadable, assertTakesApplications, jobNotFound, postingState } from './domain/posting-state';
import { getRoleProfile } from './domain/role-profiles';

function jobRow(requisition: Requisition, posting: Posting) {
  const { title, level, location, workplace, payMin, payMax, payCurrency } = requisition;
  return {
    slug: posting.slug,
    title,
    level,
    location,
    workplace,
    publishedAt: posting.publishedAt.toISOString(),
    pay: { min: payMin, max: payMax, currency: payCurrency },
  };
}

/** Jobs that take applications, newest first. */
export async function publicJobs(manager: EntityManager) {
  const open = await manager.findBy(Requisition, { status: 'open' });
  const requisitions = new Map(open.map((requisition) => [requisition.id, requisition]));
  const postings = await manager.find(Posting, {
    where: { requisitionId: In([...requisitions.keys()]) },
    order: { publishedAt: 'DESC', id: 'ASC' },
  });
  return postings.flatMap((posting) => {
    const requisition = requisitions.get(posting.requisitionId);
    return requisition ? [jobRow(requisition, posting)] : [];
  });
}

async function postedJob(
  manager: EntityManager,
  slug: string,
): Promise<{ posting: Posting; requisition: Requisition }> {
  const posting = await findPostingBySlug(manager, slug);
  if (!posting) throw jobNotFound();
  return { posting, requisition: await getRequisition(manager, posting.requisitionId) };
}

/** The job page. While the requisition is on hold it can be read but takes no applications. @throws DomainError `job-not-found`, `job-closed-not-found` */
export async function publicJob(manager: EntityManager, slug: string) {
  const { posting, requisition } = await postedJob(manager, slug);
  assertReadable(requisition);
  const contact = await personById(manager, posting.contactId);
  const text = postingText(requisition, getRoleProfile(requisition.profile));
  return {
    ...jobRow(requisition, posting),
    ...text,
    hardware: requisition.hardware,
    contact: { name: contact.name, email: contact.email },
    acceptsApplications: postingState(requisition.status) === 'live',
    retention: applicationConsent.retention,
    consentWording: applicationConsent.wording,
  };
}

/** Before a stranger's upload is read and kept. @throws DomainError `job-not-found`, `job-closed`, `job-on-hold` */
export async function assertAcceptsApplications(manager: EntityManager, slug: string): Promise<void> {
  assertTakesApplications((await postedJob(manager, slug)).requisition);
}

/**
 * The schema.org JobPosting for the head of the server-rendered page; undefined unless the job takes applications,
 * because search engines want the markup gone when it does not. Write `<` as `\u003c` when embedding it.
 */
export async function jobPostingJsonLd(
  manager: EntityManager,
  slug: string,
  company: string,
  publicUrl: string,
): Promise<Record<string, unknown> | undefined> {
  const posting = await findPostingBySlug(manager, slug);
  if (!posting) return undefined;
  const requisition = await getRequisition(manager, posting.requisitionId);
  if (postingState(requisition.status) !== 'live') return undefined;
  return jobPosting(requisition, getRoleProfile(requisition.profile), {
    slug,
    publishedAt: posting.publishedAt,
    company,
    publicUrl,
  });
}
