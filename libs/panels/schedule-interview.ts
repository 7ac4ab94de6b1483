// Puts an interview into the calendar: a kit of the plan, an interviewer who is free, a time in the future.
import { randomUUID } from 'node:crypto';
import { may, personById } from '@bringup/identity';
import { DomainError, type Work } from '@bringup/platform';
import {
  advanceApplication,
  type Application,
  assertLeads,
  getApplicationForChange,
  getRequisition,
} from '@bringup/requisitions';
import { ensurePlan } from './change-interview-plan';
import { getKit } from './data/panels.repository';
import { Interview } from './data/interview.entity';
import { localTime, type Slot, slotOf } from './domain/schedule';
import { signedIn } from './signed-in';
import { interviewScheduled } from './topics';

export interface InterviewRequest {
  readonly kitId: string;
  readonly interviewerId: string;
  /** ISO 8601 with offset. */
  readonly startsAt: string;
  readonly minutes: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly location: string;
}

/**
 * Schedules an interview and tells the candidate and the interviewer by mail. Whoever is asked to interview may see the
 * application from then on, whether or not they are named on the requisition's panel.
 * @throws DomainError `application-not-found`, `application-lead-forbidden`, `application-closed`, `interview-kit-not-found`, `interviewer-unsuitable`,
 * `interviewer-busy`, `candidate-busy` and those of `slotOf`
 */
export async function scheduleInterview(
  work: Work,
  applicationId: string,
  request: InterviewRequest,
): Promise<{ id: string }> {
  const actor = signedIn(work.actor);
  await assertLeads(work.manager, actor, applicationId);
  const application = await getApplicationForChange(work.manager, applicationId);
  if (application.status !== 'active')
    throw new DomainError(
      'application-closed',
      `This application is closed (${application.status}); no interview can be scheduled.`,
    );
  const slot = slotOf(request, work.now);
  await assertKitInPlan(work, application, request.kitId);
  const interviewer = await suitableInterviewer(work, request.interviewerId);
  await assertFree(work, application, interviewer, slot, request.timeZone);
  const id = randomUUID();
  await work.manager.insert(Interview, {
    id,
    applicationId,
    kitId: request.kitId,
    interviewerId: interviewer.id,
    ...slot,
    timeZone: request.timeZone,
    location: request.location.trim(),
    scheduledBy: actor.id,
    scheduledAt: work.now,
    cancelledAt: null,
    cancelReason: null,
  });
  await advanceApplication(work, applicationId, 'interview', 'An interview was scheduled.');
  await work.audit(
    'interview.scheduled',
    { type: 'application', id: applicationId },
    `With ${interviewer.name}, ${localTime(slot.startsAt, request.timeZone)} (${request.timeZone}).`,
  );
  for (const to of ['candidate', 'interviewer']) await work.emit(interviewScheduled, { interviewId: id, to });
  work.announce(`application:${applicationId}`);
  return { id };
}

async function assertKitInPlan(work: Work, application: Application, kitId: string): Promise<void> {
  const requisition = await getRequisition(work.manager, application.requisitionId);
  await ensurePlan(work, requisition);
  const kit = await getKit(work.manager, kitId);
  if (kit.requisitionId !== requisition.id || kit.retiredAt) {
    throw new DomainError(
      'interview-kit-not-found',
      'This interview kit is not in the plan any more. Reload the plan and choose another.',
    );
  }
}

async function suitableInterviewer(work: Work, id: string): Promise<{ id: string; name: string }> {
  const person = await personById(work.manager, id);
  if (!person.active || !may(person.roles, 'scorecard:write')) {
    throw new DomainError(
      'interviewer-unsuitable',
      `${person.name} cannot write scorecards here. Choose another interviewer.`,
    );
  }
  return person;
}

interface Clash {
  interviewer_id: string;
  starts_at: Date;
}

/** Locks both calendars for the rest of the transaction, so that two people cannot take the same hour at the same moment. */
async function assertFree(
  work: Work,
  application: Application,
  interviewer: { id: string; name: string },
  slot: Slot,
  timeZone: string,
): Promise<void> {
  for (const calendar of [`candidate:${application.candidateId}`, `interviewer:${interviewer.id}`].sort()) {
    await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [calendar]);
  }
  const clashes = await work.manager.query<Clash[]>(
    `SELECT i.interviewer_id, i.starts_at
       FROM interview i JOIN application a ON a.id = i.application_id
      WHERE i.cancelled_at IS NULL AND i.starts_at < $2 AND i.ends_at > $1 AND (i.interviewer_id = $3 OR a.candidate_id = $4)
      ORDER BY i.starts_at LIMIT 5`,
    [slot.startsAt, slot.endsAt, interviewer.id, application.candidateId],
  );
  const own = clashes.find((clash) => clash.interviewer_id === interviewer.id);
  if (own)
    throw new DomainError(
      'interviewer-busy',
      `${interviewer.name} has another interview at ${localTime(own.starts_at, timeZone)}. Choose another time or another interviewer.`,
    );
  const other = clashes[0];
  if (other)
    throw new DomainError(
      'candidate-busy',
      `The candidate has another interview at ${localTime(other.starts_at, timeZone)}. Choose another time.`,
    );
}
