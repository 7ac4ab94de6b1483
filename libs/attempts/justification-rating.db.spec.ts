// Written justifications on a real database: who rates them, what is kept, and that points never change.
import type { GradingEngine } from '@bringup/grading';
import { systemActor, timelineOf, type UserActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { attemptConsent } from './candidate.queries';
import { assessmentsOfApplication, verdictsOfApplication } from './assessments.queries';
import { type JustificationRatingInput, rateJustification } from './rate-justification';
import { saveDraft } from './drafts/save-draft';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';
import type { TaskDesk } from './task-desk';
import { type InvitedScene, newInvitation, openTestDesk, workOff } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
});
afterAll(async () => {
  await parts?.desk.close();
  await parts?.engine.close();
  await db?.close();
});

const tasks = ['tensor-quantisation', 'staged-rollout'];
const read = async ({ applicationId }: InvitedScene) =>
  (await assessmentsOfApplication(db.unitOfWork.reader, applicationId, db.clock.now())).items[0];

async function started(): Promise<InvitedScene> {
  const scene = await newInvitation(db, parts, { tasks });
  await db.unitOfWork.run(systemActor, (work) => startAttempt(work, scene.token, attemptConsent().version));
  const answer = { kind: 'interpretation' as const, fields: { rate: '1' }, justification: 'Stop revision 2 tonight.' };
  await saveDraft(db.unitOfWork, scene.token, 2, { baseRevision: 0, answer }, db.clock.now());
  return scene;
}

async function handedIn(): Promise<InvitedScene> {
  const scene = await started();
  await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, scene.token));
  await workOff(db, parts.engine);
  return scene;
}

function rate(scene: InvitedScene, actor: UserActor, change: Partial<JustificationRatingInput> = {}) {
  const { applicationId, invitationId } = scene;
  const input = { applicationId, invitationId, position: 2, rating: 3, reason: 'Names the revision.', ...change };
  return db.unitOfWork.run(actor, (work) => rateJustification(work, input));
}

it('shows the question, its anchors and no rating until a person gave one', async () => {
  const scene = await handedIn();
  const { tasks: shown } = await read(scene);
  expect(shown[0].justification).toBeNull();
  expect(shown[1].justification).toMatchObject({ rating: null });
  expect(shown[1].justification?.label).toMatch(/^Write the note that goes to operations/);
  expect(shown[1].justification?.anchors).toHaveLength(5);
  expect(shown[1].justification?.anchors[1]).toBe('States a decision without evidence.');
});

it('keeps every rating, shows the newest beside the verdict, and never touches the points', async () => {
  const scene = await handedIn();
  const before = await read(scene);
  await rate(scene, scene.staff.recruiter, { rating: 0 });
  await rate(scene, scene.staff.hiringManager, { rating: 4, reason: '  And says who decides. ' });
  const after = await read(scene);
  expect(after.tasks[1].justification?.rating).toMatchObject({
    rating: 4,
    reason: 'And says who decides.',
    ratedBy: { id: scene.staff.hiringManager.id },
  });
  expect(after).toMatchObject({ points: before.points, maxPoints: before.maxPoints, grading: 'graded' });
  expect(after.tasks.map((task) => task.verdict)).toEqual(before.tasks.map((task) => task.verdict));
  const [{ count }] = await db.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM justification_rating r JOIN attempt_task t ON t.id = r.attempt_task_id
       JOIN attempt a ON a.id = t.attempt_id WHERE a.invitation_id = $1`,
    [scene.invitationId],
  );
  expect(count).toBe(2);
  const [verdicts] = await verdictsOfApplication(db.unitOfWork.reader, parts.desk, scene.applicationId);
  expect(verdicts.tasks[1].justificationRating?.rating?.rating).toBe(4);
});

it('writes to the audit log that it was rated, and neither the rating nor the reason', async () => {
  const scene = await handedIn();
  await rate(scene, scene.staff.recruiter, { reason: 'SECRET-REASON' });
  await rate(scene, scene.staff.recruiter, { reason: 'SECRET-AGAIN' });
  const timeline = await timelineOf(db.unitOfWork.reader, { type: 'application', id: scene.applicationId });
  const text = JSON.stringify(timeline);
  expect(text).toContain('rated again.');
  expect(text).not.toContain('SECRET');
});

it('two people at the same moment make two versions', async () => {
  const scene = await handedIn();
  await Promise.all([rate(scene, scene.staff.recruiter), rate(scene, scene.staff.hiringManager, { rating: 1 })]);
  expect((await read(scene)).tasks[1].justification?.rating).not.toBeNull();
});

it('is for those who look after the application, for answers that were handed in, and for written ones', async () => {
  const scene = await handedIn();
  const rejects = (promise: Promise<void>, code: string) => expect(promise).rejects.toMatchObject({ code });
  await rejects(rate(scene, scene.staff.interviewer), 'application-lead-forbidden');
  await rejects(rate(scene, scene.staff.outsider), 'application-not-found');
  await rejects(rate(scene, scene.staff.recruiter, { position: 1 }), 'justification-missing');
  await rejects(rate(scene, scene.staff.recruiter, { position: 3 }), 'attempt-task-not-found');
  await rejects(rate(scene, scene.staff.recruiter, { rating: 5 }), 'rating-out-of-range');
  await rejects(rate(scene, scene.staff.recruiter, { reason: ' ' }), 'rating-reason-missing');
  const other = await handedIn();
  await rejects(rate(scene, scene.staff.recruiter, { invitationId: other.invitationId }), 'attempt-task-not-found');
  const open = await started();
  await rejects(rate(open, open.staff.recruiter), 'justification-open');
  await expect(
    db.unitOfWork.run(systemActor, (work) =>
      rateJustification(work, {
        applicationId: scene.applicationId,
        invitationId: scene.invitationId,
        position: 2,
        rating: 3,
        reason: 'x',
      }),
    ),
  ).rejects.toMatchObject({ code: 'rating-person-forbidden' });
});
