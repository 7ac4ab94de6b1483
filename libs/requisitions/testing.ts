// Builders for specs: requisitions in any status that a normal life reaches, and applications to them.
import { randomUUID } from 'node:crypto';
import { systemActor, type UnitOfWork, type UserActor } from '@bringup/platform';
import { newUpload } from '../candidates/testing';
import type { TestStaff } from '../identity/testing';
import { Application } from './data/application.entity';
import { findPosting, getRequisition } from './data/requisition.repository';
import type { RequisitionInput } from './domain/requisition';
import type { RequisitionAction } from './domain/requisition-status';
import { moveRequisition } from './move-requisition';
import { openRequisition } from './open-requisition';
import { submitApplication } from './submit-application';

/** A sound requisition of the hiring manager with the interviewer on the panel. */
export function requisitionInput(staff: TestStaff, overrides: Partial<RequisitionInput> = {}): RequisitionInput {
  return {
    profile: 'edge-ai-engineer',
    title: 'Edge AI Engineer',
    level: 'mid',
    seats: 1,
    payMin: 700_000,
    payMax: 950_000,
    payCurrency: 'NOK',
    location: 'Trondheim, Norway',
    workplace: 'hybrid',
    reason: 'growth',
    summary: 'Our hearing sensors decide on the device.',
    hiringManagerId: staff.hiringManager.id,
    approverId: staff.approver.id,
    panelIds: [staff.interviewer.id],
    hardware: {
      deviceClass: 'microcontroller',
      device: 'STM32H747',
      ramBytes: 1_048_576,
      flashBytes: 2_097_152,
      runtime: 'Zephyr with TFLite Micro',
      latencyMs: 20,
      powerMilliwatts: 300,
    },
    ...overrides,
  };
}

/** Moves a requisition at its present version; for `close` and the like give the reason. */
export async function act(
  unitOfWork: UnitOfWork,
  actor: UserActor,
  id: string,
  action: RequisitionAction,
  reason?: string,
): Promise<void> {
  const { version } = await getRequisition(unitOfWork.reader, id);
  await unitOfWork.run(actor, (work) => moveRequisition(work, id, { action, reason, version }));
}

export type ReachedStatus = 'draft' | 'pending-approval' | 'approved' | 'open';

/** A requisition opened by the hiring manager, by default approved and published; `slug` is empty until it is published. */
export async function newRequisition(
  unitOfWork: UnitOfWork,
  staff: TestStaff,
  overrides: Partial<RequisitionInput> = {},
  status: ReachedStatus = 'open',
): Promise<{ id: string; slug: string }> {
  const { id } = await unitOfWork.run(staff.hiringManager, (work) =>
    openRequisition(work, requisitionInput(staff, overrides)),
  );
  const steps: readonly [ReachedStatus, UserActor, RequisitionAction][] = [
    ['draft', staff.hiringManager, 'submit'],
    ['pending-approval', staff.approver, 'approve'],
    ['approved', staff.recruiter, 'publish'],
  ];
  for (const [at, actor, action] of steps) {
    if (at === status) break;
    await act(unitOfWork, actor, id, action);
  }
  return { id, slug: (await findPosting(unitOfWork.reader, id))?.slug ?? '' };
}

/** An application with a résumé, and a letter when its text is given; resolves to ids and the token of the status link. */
export async function newApplication(
  unitOfWork: UnitOfWork,
  slug: string,
  overrides: { name?: string; email?: string; resume?: string; letter?: string } = {},
): Promise<{ id: string; candidateId: string; receipt: string; statusToken: string }> {
  return unitOfWork.run(systemActor, async (work) => {
    const resumeToken = await newUpload(work, {
      jobSlug: slug,
      ...(overrides.resume === undefined ? {} : { text: overrides.resume }),
    });
    const letter = overrides.letter;
    const coverLetterToken =
      letter === undefined
        ? undefined
        : await newUpload(work, { jobSlug: slug, kind: 'cover-letter', fileName: 'letter.txt', text: letter });
    const email = overrides.email ?? `${randomUUID()}@candidate.example`;
    const { receipt, statusPath } = await submitApplication(work, slug, {
      name: overrides.name ?? 'Casey Candidate',
      email,
      resumeToken,
      coverLetterToken,
    });
    const { id, candidateId } = await work.manager.findOneByOrFail(Application, { receipt });
    return { id, candidateId, receipt, statusToken: statusPath.replace('/status/', '') };
  });
}
