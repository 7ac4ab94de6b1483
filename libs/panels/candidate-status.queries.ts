// The candidate's own page behind the link in their mail: plain sentences, their documents, their interviews.
import { assessmentSummaries } from '@bringup/attempts';
import { documentsOfApplication } from '@bringup/candidates';
import { readLink } from '@bringup/identity';
import { applicationHeader, stageHistory } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { Decision } from './data/decision.entity';
import { candidateStanding, outcomeMessage } from './domain/candidate-standing';

interface OwnInterview {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string;
  interviewer: string;
}

async function interviewsOf(manager: EntityManager, applicationId: string): Promise<OwnInterview[]> {
  return manager.query<OwnInterview[]>(
    `SELECT i.id, k.title, i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.time_zone AS "timeZone", i.location, u.name AS interviewer
       FROM interview i JOIN interview_kit k ON k.id = i.kit_id JOIN user_account u ON u.id = i.interviewer_id
      WHERE i.application_id = $1 AND i.cancelled_at IS NULL
      ORDER BY i.starts_at`,
    [applicationId],
  );
}

/** The decision as far as it stands and the candidate has heard of it; null for a hold. */
export async function outcomeOf(
  manager: EntityManager,
  applicationId: string,
  header: { stage: string; status: string },
) {
  const decision = await manager.findOne(Decision, { where: { applicationId }, order: { decidedAt: 'DESC' } });
  if (!decision || decision.outcome === 'hold' || header.status === 'withdrawn') return null;
  if (decision.outcome === 'offer' && header.stage !== 'offer' && header.stage !== 'hired') return null;
  return {
    decidedAt: decision.decidedAt.toISOString(),
    message: outcomeMessage(decision.outcome, decision.messageToCandidate),
  };
}

/** When each stage was first entered. */
async function firstEntries(manager: EntityManager, applicationId: string) {
  const stays = await stageHistory(manager, applicationId);
  return new Map(stays.toReversed().map((stay) => [stay.stage, stay.enteredAt]));
}

/** @throws DomainError `link-not-found`, `link-revoked`, `link-expired` */
export async function candidateStatus(manager: EntityManager, token: string, now: Date) {
  const { subjectId: applicationId } = await readLink(manager, 'status', token, now);
  const header = await applicationHeader(manager, applicationId);
  const interviews = await interviewsOf(manager, applicationId);
  const assessment = (await assessmentSummaries(manager, [applicationId], now)).get(applicationId) ?? null;
  const documents = await documentsOfApplication(manager, applicationId);
  const { stage, status, stageSince } = header;
  const standing = candidateStanding(
    { stage, status, stageSince, assessment, interviews, entered: await firstEntries(manager, applicationId) },
    now,
  );
  return {
    candidateName: header.candidate.name,
    jobTitle: header.requisition.title,
    receipt: header.receipt,
    appliedAt: header.appliedAt.toISOString(),
    stage,
    state: status,
    ...standing,
    documents: documents.map(({ kind, fileName, sha256, text }) => ({ kind, fileName, sha256, text })),
    // The link to the assessment is a secret of its own: it is in the mail and cannot be read back.
    assessment: assessment
      ? { state: assessment.state, path: null, closesAt: assessment.closesAt.toISOString() }
      : null,
    interviews: interviews.map(({ id, title, startsAt, endsAt, location, interviewer }) => ({
      id,
      title,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      location,
      interviewers: [interviewer],
    })),
    outcome: await outcomeOf(manager, applicationId, header),
  };
}
