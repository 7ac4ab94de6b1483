// What mails about interviews and decisions are written from.
import { DomainError } from '@bringup/platform';
import { requisitionNumber } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { interviewNotFound } from './data/panels.repository';
import type { DecisionOutcome } from './domain/decision';

export interface InterviewMail {
  readonly interviewId: string;
  readonly applicationId: string;
  readonly candidate: { readonly name: string; readonly email: string };
  readonly interviewer: { readonly name: string; readonly email: string; readonly timeZone: string };
  readonly jobTitle: string;
  readonly requisitionNumber: string;
  readonly kitTitle: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA name in which the time was agreed. */
  readonly timeZone: string;
  readonly location: string;
  /** Of RFC 5545: 0 when scheduled, 1 when cancelled. */
  readonly sequence: number;
  readonly cancelReason: string | null;
}

interface InterviewMailRow extends Omit<InterviewMail, 'candidate' | 'interviewer' | 'requisitionNumber' | 'sequence'> {
  readonly number: number;
  readonly candidateName: string;
  readonly candidateEmail: string;
  readonly interviewerName: string;
  readonly interviewerEmail: string;
  readonly interviewerZone: string;
}

/** No access rule: for the mail handlers. @throws DomainError `interview-not-found` */
export async function interviewMail(manager: EntityManager, interviewId: string): Promise<InterviewMail> {
  const [row] = await manager.query<InterviewMailRow[]>(
    `SELECT i.id AS "interviewId", i.application_id AS "applicationId", r.title AS "jobTitle", r.number, k.title AS "kitTitle",
            i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.time_zone AS "timeZone", i.location, i.cancel_reason AS "cancelReason",
            c.name AS "candidateName", c.email AS "candidateEmail",
            u.name AS "interviewerName", u.email AS "interviewerEmail", u.time_zone AS "interviewerZone"
       FROM interview i
       JOIN application a ON a.id = i.application_id
       JOIN candidate c ON c.id = a.candidate_id
       JOIN requisition r ON r.id = a.requisition_id
       JOIN interview_kit k ON k.id = i.kit_id
       JOIN user_account u ON u.id = i.interviewer_id
      WHERE i.id = $1`,
    [interviewId],
  );
  if (!row) throw interviewNotFound();
  const { number, candidateName, candidateEmail, interviewerName, interviewerEmail, interviewerZone, ...facts } = row;
  return {
    ...facts,
    requisitionNumber: requisitionNumber(number),
    candidate: { name: candidateName, email: candidateEmail },
    interviewer: { name: interviewerName, email: interviewerEmail, timeZone: interviewerZone },
    sequence: facts.cancelReason === null ? 0 : 1,
  };
}

export interface DecisionMail {
  readonly applicationId: string;
  readonly candidate: { readonly name: string; readonly email: string };
  readonly jobTitle: string;
  readonly outcome: DecisionOutcome;
  /** In the hiring manager's own words; may be empty. Never the rationale, which is for the team. */
  readonly message: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** No access rule: for the mail handlers. @throws DomainError `decision-not-found` */
export async function decisionMail(manager: EntityManager, decisionId: string): Promise<DecisionMail> {
  const [row] = await manager.query<
    (Omit<DecisionMail, 'candidate'> & { candidateName: string; candidateEmail: string })[]
  >(
    `SELECT d.application_id AS "applicationId", d.outcome, d.message_to_candidate AS message, d.decided_at AS "decidedAt", u.name AS "decidedBy",
            r.title AS "jobTitle", c.name AS "candidateName", c.email AS "candidateEmail"
       FROM decision d
       JOIN application a ON a.id = d.application_id
       JOIN candidate c ON c.id = a.candidate_id
       JOIN requisition r ON r.id = a.requisition_id
       JOIN user_account u ON u.id = d.decided_by
      WHERE d.id = $1`,
    [decisionId],
  );
  if (!row) throw new DomainError('decision-not-found', 'There is no such decision.');
  const { candidateName, candidateEmail, ...facts } = row;
  return { ...facts, candidate: { name: candidateName, email: candidateEmail } };
}
