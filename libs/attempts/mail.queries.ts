// What the mails about assessments need to know.
import type { Answer } from '@bringup/grading';
import { issueLink, personById } from '@bringup/identity';
import type { Work } from '@bringup/platform';
import { applicationHeader } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { answerFileName } from './answers';
import {
  attemptById,
  attemptOfInvitation,
  getInvitation,
  type InvitedAttempt,
  timesOf,
} from './data/attempt.repository';
import { type InvitationState, invitationState } from './domain/invitation-state';

/** The link outlives the window, so that a late candidate finds a page with a person to write to, and a receipt afterwards. */
const linkLifeAfterCloseMs = 90 * 24 * 60 * 60_000;

export interface AssessmentMail {
  readonly state: InvitationState;
  readonly invitationId: string;
  readonly applicationId: string;
  readonly candidate: { readonly name: string; readonly email: string };
  readonly jobTitle: string;
  readonly contact: { readonly name: string; readonly email: string; readonly timeZone: string };
  readonly note: string | null;
  readonly minutes: number;
  /** Granted on top before the mail was written. */
  readonly extensionMinutes: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedBy: 'candidate' | 'deadline' | null;
  readonly tasks: {
    readonly position: number;
    readonly title: string;
    readonly kind: Answer['kind'];
    readonly minutes: number;
    readonly points: number;
    /** Name of the file that holds the answer. */
    readonly file: string;
    /** Of what was handed in; null when the task was left unanswered. */
    readonly sha256: string | null;
  }[];
}

/** No access rule. @throws DomainError `attempt-not-found` */
export async function invitationMail(manager: EntityManager, invitationId: string, now: Date): Promise<AssessmentMail> {
  return mailOf(manager, await attemptOfInvitation(manager, invitationId), now);
}

/** No access rule. @throws DomainError `attempt-not-found` */
export async function submittedAttemptMail(
  manager: EntityManager,
  attemptId: string,
  now: Date,
): Promise<AssessmentMail> {
  return mailOf(manager, await attemptById(manager, attemptId), now);
}

async function mailOf(manager: EntityManager, invited: InvitedAttempt, now: Date): Promise<AssessmentMail> {
  const { attempt, invitation } = invited;
  const { candidate, requisition } = await applicationHeader(manager, invitation.applicationId);
  const { name, email, timeZone } = await personById(manager, invitation.sentById);
  const tasks = await manager.query<(Omit<AssessmentMail['tasks'][number], 'file'> & { source: string | null })[]>(
    `SELECT t.position, p.title, p.kind, p.minutes, p.points, t.sheet->>'fileName' AS source, d.sha256
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest
       LEFT JOIN submission s ON s.attempt_task_id = t.id
       LEFT JOIN draft d ON d.attempt_task_id = s.attempt_task_id AND d.revision = s.draft_revision
      WHERE t.attempt_id = $1 ORDER BY t.position`,
    [attempt.id],
  );
  const { id: invitationId, applicationId, note, opensAt, closesAt } = invitation;
  const { minutes, extensionMinutes, submittedAt, submittedBy } = attempt;
  return {
    ...{
      state: invitationState(timesOf(invited), now),
      invitationId,
      applicationId,
      note,
      opensAt,
      closesAt,
      minutes,
      extensionMinutes,
      submittedAt,
      submittedBy,
    },
    candidate: { name: candidate.name, email: candidate.email },
    jobTitle: requisition.title,
    contact: { name, email, timeZone },
    tasks: tasks.map(({ source, ...task }) => ({ ...task, file: answerFileName(task.position, source) })),
  };
}

/** Makes one more link to the assessment and resolves to its token; the page is `/attempt/TOKEN`. @throws DomainError `invitation-not-found` */
export async function issueAttemptLink(work: Work, invitationId: string): Promise<string> {
  const { closesAt } = await getInvitation(work.manager, invitationId);
  return issueLink(work, { purpose: 'attempt', subjectId: invitationId, expiresAt: linkEnd(closesAt, work.now) });
}

/** Until when a link opens that is issued now. */
export function linkEnd(closesAt: Date, now: Date): Date {
  return new Date(Math.max(closesAt.getTime(), now.getTime()) + linkLifeAfterCloseMs);
}
