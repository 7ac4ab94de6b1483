// Applications as the hiring team reviews them: the list, and one in full with its evidence.
import { documentsOfApplication } from '@bringup/candidates';
import { may, type Permission } from '@bringup/identity';
import { timelineOf, type UserActor } from '@bringup/platform';
import {
  applicationHeader,
  type ApplicationHeader,
  leads,
  listApplicationsRows,
  nextStages,
  stages,
} from '@bringup/requisitions';
import { ratingsOf, scoresOf } from '@bringup/rubric';
import type { EntityManager } from 'typeorm';
import { assertMaySeeApplication, interviewedApplicationIds } from './access.queries';

export type ApplicationListQuery = Parameters<typeof listApplicationsRows>[2];

/** A page of the applications that this person sees, newest first, with their scores. */
export async function listApplications(manager: EntityManager, actor: UserActor, query: ApplicationListQuery) {
  const page = await listApplicationsRows(manager, actor, query, await interviewedApplicationIds(manager, actor));
  const scores = await scoresOf(
    manager,
    page.items.map((row) => row.id),
  );
  return {
    items: page.items.map((row) => {
      const score = scores.get(row.id);
      return {
        ...row,
        suggestedScore: score?.suggested ?? null,
        confirmedScore: score?.confirmed ?? null,
        ratingsConfirmed: score?.ratingsConfirmed ?? 0,
      };
    }),
    total: page.total,
  };
}

/** What this person may do with this application now. */
function powersOver(actor: UserActor, header: ApplicationHeader) {
  const isOpen = header.status === 'active';
  const mayLead = (permission: Permission) =>
    isOpen && leads(actor, header.requisition) && may(actor.roles, permission);
  const beforeOffer = stages.indexOf(header.stage) < stages.indexOf('offer');
  return {
    mayRate: mayLead('application:rate'),
    mayMove: mayLead('application:move'),
    mayInvite: mayLead('assessment:send') && beforeOffer,
    maySchedule: mayLead('interview:schedule') && beforeOffer,
    mayDecide: isOpen && mayDecideOver(actor, header.requisition),
  };
}

/** The hiring manager of this requisition, and administrators. */
export function mayDecideOver(actor: UserActor, requisition: { readonly hiringManagerId: string }): boolean {
  return (
    may(actor.roles, 'decision:make') && (actor.roles.includes('admin') || requisition.hiringManagerId === actor.id)
  );
}

/** @throws DomainError `application-not-found`, also for those who may not see it */
export async function applicationView(manager: EntityManager, actor: UserActor, applicationId: string) {
  await assertMaySeeApplication(manager, actor, applicationId);
  const header = await applicationHeader(manager, applicationId);
  const documents = await documentsOfApplication(manager, applicationId);
  const rated = await ratingsOf(manager, applicationId);
  const powers = powersOver(actor, header);
  const { id, number, title, level } = header.requisition;
  return {
    id: header.id,
    candidateName: header.candidate.name,
    requisition: { id, number, title },
    stage: header.stage,
    status: header.status,
    appliedAt: header.appliedAt.toISOString(),
    stageSince: header.stageSince.toISOString(),
    candidate: header.candidate,
    receipt: header.receipt,
    source: header.source,
    level,
    erased: header.erased,
    documents: documents.map((document) => ({ ...document, warnings: [...document.warnings] })),
    ...rated,
    timeline: await timelineOf(manager, { type: 'application', id: applicationId }),
    ...powers,
    nextStages: powers.mayMove ? nextStages(header) : [],
  };
}
