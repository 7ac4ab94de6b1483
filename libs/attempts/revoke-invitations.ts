// Takes back the assessments of an application that are not handed in, because it was withdrawn or closed.
import type { Work } from '@bringup/platform';
import { Invitation } from './data/invitation.entity';

/** What was handed in stays. `reason` is one sentence for staff. No access rule: the caller's act has one. */
export async function revokeInvitations(work: Work, applicationId: string, reason: string): Promise<void> {
  const rows = await work.manager.query<{ id: string; attempt_id: string }[]>(
    `SELECT i.id, a.id AS attempt_id FROM invitation i JOIN attempt a ON a.invitation_id = i.id
      WHERE i.application_id = $1 AND i.revoked_at IS NULL AND a.submitted_at IS NULL AND (a.started_at IS NOT NULL OR i.closes_at >= $2)
      FOR UPDATE OF a`,
    [applicationId, work.now],
  );
  for (const { id, attempt_id: attemptId } of rows) {
    await work.manager.update(Invitation, { id }, { revokedAt: work.now, revokedReason: reason });
    work.announce(`attempt:${attemptId}`);
  }
  if (rows.length > 0) await work.audit('assessment.revoked', { type: 'application', id: applicationId }, reason);
}
