// A candidate's attempt from the invitation to the verdict, on a real PostgreSQL with the real engine and the real task library.
import type { Answer, GradingEngine } from '@bringup/grading';
import { systemActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { assessmentsOfApplication } from './assessments.queries';
import { attemptConsent, candidateAttempt, candidateRun, candidateTask } from './candidate.queries';
import { AttemptTask } from './data/attempt-task.entity';
import { attemptByLink } from './data/attempt.repository';
import { Draft } from './data/draft.entity';
import { Submission } from './data/submission.entity';
import { VerdictRecord } from './data/verdict.entity';
import { graceMs, settleMs } from './domain/attempt-clock';
import { requestRun } from './runs/request-run';
import { saveDraft } from './drafts/save-draft';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';
import type { TaskDesk } from './task-desk';
import { hoursFromNow, type InvitedScene, newInvitation, openTestDesk, testDispatcher, workOff } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
});

afterAll(async () => {
  await parts.desk.close();
  await parts.engine.close();
  await db.close();
});

const now = () => db.clock.now();
const numeric = (fields: Record<string, string>): Answer => ({ kind: 'numeric', fields });
const draft = (token: string, answer: Answer, baseRevision = 0, position = 1) =>
  saveDraft(db.unitOfWork, token, position, { baseRevision, answer }, now());
const start = (token: string) =>
  db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
const submit = (token: string) => db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
const run = (token: string, answer: Answer, position = 1) =>
  db.unitOfWork.run(systemActor, (work) => requestRun(work, token, position, { answer }, now()));
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });

async function started(overrides: Parameters<typeof newInvitation>[2] = {}): Promise<InvitedScene> {
  const scene = await newInvitation(db, parts, overrides);
  await start(scene.token);
  return scene;
}

/** The right answers of this candidate's own variant, by the reference's route. */
async function rightAnswer(token: string): Promise<Answer> {
  const { attempt } = await attemptByLink(db.unitOfWork.reader, token, now());
  const { seed } = await db.unitOfWork.reader.findOneByOrFail(AttemptTask, { attemptId: attempt.id, position: 1 });
  const task = parts.desk.task('tensor-quantisation');
  const variant = await parts.engine.variant(task, seed);
  return numeric(await parts.engine.evaluateAnswers(variant, task.reference!.answers));
}

async function firstItem(scene: InvitedScene) {
  const { items } = await assessmentsOfApplication(db.unitOfWork.reader, scene.applicationId, now());
  return items[0];
}

async function outboxRows(topic: string, id: string): Promise<{ id: string }[]> {
  return db.dataSource.query('SELECT id FROM outbox WHERE topic = $1 AND payload::text LIKE $2', [topic, `%${id}%`]);
}

describe('an invitation', () => {
  it('is mailed when its tasks are prepared, and holds nothing private', async () => {
    const scene = await newInvitation(db, parts);
    expect(await outboxRows('invitation.ready', scene.invitationId)).toHaveLength(1);
    const view = await candidateAttempt(db.unitOfWork.reader, scene.token, now());
    expect(view).toMatchObject({
      state: 'open',
      startedAt: null,
      contact: { name: 'Rita Recruiter' },
      candidateName: 'Casey Candidate',
    });
    expect(view.tasks).toEqual([expect.objectContaining({ position: 1, answered: false, savedAt: null })]);
    await start(scene.token);
    const task = await candidateTask(db.unitOfWork.reader, scene.token, 1, now());
    expect(task.promptHtml).toContain('<');
    expect(task.fields.map((field) => field.name)).toContain('scale');
    const text = JSON.stringify(task);
    for (const secret of ['answerKey', 'parameters', 'tolerance', 'slips', 'seed', 'digest'])
      expect(text).not.toContain(`"${secret}"`);
    const right = await rightAnswer(scene.token);
    expect(right.kind === 'numeric' && text.includes(`"${right.fields['scale']}"`)).toBe(false);
  });

  it('cannot be started before it opens or after it closed, and says whom to write to', async () => {
    const early = await newInvitation(db, parts, { opensAt: hoursFromNow(db, 1), closesAt: hoursFromNow(db, 2) });
    expect((await candidateAttempt(db.unitOfWork.reader, early.token, now())).state).toBe('scheduled');
    await rejectsWith(start(early.token), 'window-not-open');
    const late = await newInvitation(db, parts, { closesAt: hoursFromNow(db, 2) });
    db.clock.advance(2 * 3_600_000 + 1);
    await expect(start(late.token)).rejects.toMatchObject({
      code: 'window-closed',
      message: expect.stringContaining('Write to the person') as string,
    });
    const view = await candidateAttempt(db.unitOfWork.reader, late.token, now());
    expect(view).toMatchObject({ state: 'expired', contact: { name: 'Rita Recruiter' } });
  });

  it('opens by its own link alone', async () => {
    await rejectsWith(start('x'.repeat(43)), 'link-not-found');
  });
});

describe('the clock', () => {
  it('starts once, whatever is pressed twice or at once', async () => {
    const scene = await newInvitation(db, parts);
    await Promise.all([start(scene.token), start(scene.token), start(scene.token)]);
    const first = await candidateAttempt(db.unitOfWork.reader, scene.token, now());
    db.clock.advance(60_000);
    await start(scene.token);
    const second = await candidateAttempt(db.unitOfWork.reader, scene.token, now());
    expect(second.deadlineAt).toBe(first.deadlineAt);
    expect(Date.parse(second.deadlineAt!) - Date.parse(second.startedAt!)).toBe(second.minutes * 60_000);
    const { attempt } = await attemptByLink(db.unitOfWork.reader, scene.token, now());
    expect(await outboxRows('attempt.deadline', attempt.id)).toHaveLength(1);
  });

  it('shows tasks and takes answers only while it runs', async () => {
    const scene = await newInvitation(db, parts);
    await rejectsWith(candidateTask(db.unitOfWork.reader, scene.token, 1, now()), 'attempt-not-started');
    await rejectsWith(draft(scene.token, numeric({ scale: '1' })), 'attempt-not-started');
    await rejectsWith(run(scene.token, numeric({ scale: '1' })), 'attempt-not-started');
    await rejectsWith(submit(scene.token), 'attempt-not-started');
  });

  it('takes a draft that arrives within the grace, and none after it', async () => {
    const scene = await started();
    const { deadlineAt } = await candidateAttempt(db.unitOfWork.reader, scene.token, now());
    db.clock.set(new Date(Date.parse(deadlineAt!) + graceMs));
    await expect(draft(scene.token, numeric({ scale: '1' }))).resolves.toMatchObject({ revision: 1 });
    db.clock.advance(1);
    await expect(draft(scene.token, numeric({ scale: '2' }), 1)).rejects.toMatchObject({
      code: 'attempt-over',
      message: expect.stringContaining('Time is up') as string,
    });
    await rejectsWith(run(scene.token, numeric({ scale: '2' })), 'attempt-over');
    await rejectsWith(candidateTask(db.unitOfWork.reader, scene.token, 1, now()), 'attempt-over');
  });

  it('hands in the last saved drafts when the browser is gone', async () => {
    const scene = await started();
    await draft(scene.token, numeric({ scale: '1' }));
    await draft(scene.token, numeric({ scale: '2' }), 1);
    const { deadlineAt } = await candidateAttempt(db.unitOfWork.reader, scene.token, now());
    db.clock.set(new Date(Date.parse(deadlineAt!) + graceMs + settleMs - 1));
    await workOff(db, parts.engine);
    expect((await candidateAttempt(db.unitOfWork.reader, scene.token, now())).state).toBe('in-progress');
    db.clock.advance(1);
    await workOff(db, parts.engine);
    const view = await candidateAttempt(db.unitOfWork.reader, scene.token, now());
    expect(view.state).toBe('submitted');
    const item = await firstItem(scene);
    expect(item.tasks[0]).toMatchObject({
      answer: { fields: { scale: '2' } },
      answerSha256: view.tasks[0].answerSha256,
    });
    expect(item.grading).toBe('graded');
  });

  it('waits for a deadline that was moved, and leaves alone what was handed in', async () => {
    const moved = await started();
    const { attempt } = await attemptByLink(db.unitOfWork.reader, moved.token, now());
    await db.dataSource.query(`UPDATE attempt SET deadline_at = deadline_at + interval '30 minutes' WHERE id = $1`, [
      attempt.id,
    ]);
    db.clock.set(new Date(attempt.deadlineAt!.getTime() + graceMs + settleMs));
    await workOff(db, parts.engine);
    expect((await candidateAttempt(db.unitOfWork.reader, moved.token, now())).state).toBe('in-progress');
    expect(await outboxRows('attempt.deadline', attempt.id)).toHaveLength(2);
    db.clock.advance(30 * 60_000);
    await workOff(db, parts.engine);
    expect((await candidateAttempt(db.unitOfWork.reader, moved.token, now())).state).toBe('submitted');
  });
});

describe('drafts', () => {
  it('are kept in every revision', async () => {
    const scene = await started();
    const first = await draft(scene.token, numeric({ scale: '1' }));
    const second = await draft(scene.token, numeric({ scale: '2' }), first.revision);
    expect([first.revision, second.revision]).toEqual([1, 2]);
    expect((await candidateTask(db.unitOfWork.reader, scene.token, 1, now())).draft).toMatchObject({
      revision: 2,
      answer: { fields: { scale: '2' } },
    });
    const { attempt } = await attemptByLink(db.unitOfWork.reader, scene.token, now());
    const { id } = await db.unitOfWork.reader.findOneByOrFail(AttemptTask, { attemptId: attempt.id });
    expect(await db.unitOfWork.reader.countBy(Draft, { attemptTaskId: id })).toBe(2);
  });

  it('that conflict are both kept, and the writer is told what to do', async () => {
    const scene = await started();
    await draft(scene.token, numeric({ scale: '1' }));
    await draft(scene.token, numeric({ scale: 'from the first window' }), 1);
    await expect(draft(scene.token, numeric({ scale: 'from the second window' }), 1)).rejects.toMatchObject({
      code: 'draft-conflict',
      details: { current: 2, keptAs: 3 },
      message: expect.stringContaining('Both versions are kept') as string,
    });
    const kept = await db.dataSource.query<{ revision: number; conflicting: boolean }[]>(
      `SELECT d.revision, d.conflicting FROM draft d JOIN attempt_task t ON t.id = d.attempt_task_id JOIN attempt a ON a.id = t.attempt_id
        WHERE a.invitation_id = $1 ORDER BY d.revision`,
      [scene.invitationId],
    );
    expect(kept.map((row) => row.conflicting)).toEqual([false, false, true]);
    expect((await candidateTask(db.unitOfWork.reader, scene.token, 1, now())).draft?.revision).toBe(2);
    await expect(draft(scene.token, numeric({ scale: 'from the second window' }), 2)).resolves.toMatchObject({
      revision: 4,
    });
  });

  it('are saved once when two windows save the first at the same instant', async () => {
    const scene = await started();
    const results = await Promise.allSettled([
      draft(scene.token, numeric({ scale: 'a' })),
      draft(scene.token, numeric({ scale: 'b' })),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('may be sent again when the reply was lost', async () => {
    const scene = await started();
    const first = await draft(scene.token, numeric({ scale: '1' }));
    await expect(draft(scene.token, numeric({ scale: '1' }))).resolves.toEqual(first);
  });

  it('of another kind, of no text, or of no task are refused', async () => {
    const scene = await started();
    await rejectsWith(draft(scene.token, { kind: 'c', source: 'int x;' }), 'answer-kind-mismatch');
    await rejectsWith(draft(scene.token, numeric({ scale: '1\0' })), 'answer-invalid');
    await rejectsWith(draft(scene.token, numeric({ scale: '1' }), 0, 9), 'attempt-task-not-found');
  });

  it('are either acknowledged and handed in, or refused, when they race the handing in', async () => {
    for (let round = 0; round < 8; round += 1) {
      const scene = await started();
      await draft(scene.token, numeric({ scale: 'first' }));
      const [saved] = await Promise.allSettled([
        draft(scene.token, numeric({ scale: 'last' }), 1),
        submit(scene.token),
      ]);
      const { answer } = (await firstItem(scene)).tasks[0];
      expect(answer).toMatchObject({ fields: { scale: saved.status === 'fulfilled' ? 'last' : 'first' } });
      if (saved.status === 'rejected') expect(saved.reason).toMatchObject({ code: 'attempt-over' });
    }
  });
});

describe('runs', () => {
  it('answer with the visible checks, and a newer one takes the place of one that waits', async () => {
    const scene = await started();
    const first = await run(scene.token, numeric({ scale: 'not a number' }));
    const second = await run(scene.token, numeric({ scale: '0,5' }));
    expect(second.id).toBe(first.id);
    expect((await candidateRun(db.unitOfWork.reader, scene.token, first.id, now())).state).toBe('queued');
    await workOff(db, parts.engine);
    const view = await candidateRun(db.unitOfWork.reader, scene.token, first.id, now());
    expect(view).toMatchObject({ state: 'done', position: 1, verdict: { points: 0, maxPoints: 0 } });
    expect(view.verdict!.checks.every((check) => check.visible)).toBe(true);
    db.clock.advance(1000);
    const third = await run(scene.token, numeric({ scale: '1' }));
    expect(third.id).not.toBe(first.id);
    expect((await candidateTask(db.unitOfWork.reader, scene.token, 1, now())).lastRun?.id).toBe(third.id);
  });

  it('belong to their own candidate', async () => {
    const [mine, theirs] = [await started(), await started()];
    const { id } = await run(theirs.token, numeric({ scale: '1' }));
    await rejectsWith(candidateRun(db.unitOfWork.reader, mine.token, id, now()), 'run-not-found');
  });

  it('that fail through our fault end as failed and may be asked for again', async () => {
    const scene = await started();
    const broken = {
      variant: parts.engine.variant.bind(parts.engine),
      grade: () => Promise.reject(new Error('the sandbox is gone')),
    };
    const { id } = await run(scene.token, numeric({ scale: '1' }));
    for (let tried = 0; tried < 3; tried += 1) {
      await workOff(db, broken);
      db.clock.advance(20_000);
    }
    expect((await candidateRun(db.unitOfWork.reader, scene.token, id, now())).state).toBe('failed');
    await expect(run(scene.token, numeric({ scale: '1' }))).resolves.not.toEqual({ id });
  });
});

describe('handing in', () => {
  it('grades the right answers with full marks', async () => {
    const scene = await started();
    await draft(scene.token, await rightAnswer(scene.token));
    await submit(scene.token);
    expect(await firstItem(scene)).toMatchObject({ state: 'submitted', grading: 'grading', points: null });
    await workOff(db, parts.engine);
    const item = await firstItem(scene);
    expect(item).toMatchObject({ grading: 'graded', points: 20, maxPoints: 20 });
    expect(item.tasks[0].verdict).toMatchObject({
      status: 'accepted',
      points: 20,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('happens once, whatever is pressed twice or at once', async () => {
    const scene = await started();
    await draft(scene.token, numeric({ scale: '1' }));
    await Promise.all([submit(scene.token), submit(scene.token), submit(scene.token)]);
    await submit(scene.token);
    const { attempt } = await attemptByLink(db.unitOfWork.reader, scene.token, now());
    expect(await outboxRows('attempt.submitted', attempt.id)).toHaveLength(1);
    const tasks = await db.unitOfWork.reader.findBy(AttemptTask, { attemptId: attempt.id });
    expect(await db.unitOfWork.reader.countBy(Submission, { attemptTaskId: tasks[0].id })).toBe(1);
  });

  it('after the deadline hands in what was saved, like the deadline itself', async () => {
    const scene = await started();
    await draft(scene.token, numeric({ scale: '1' }));
    db.clock.advance(3 * 3_600_000);
    await submit(scene.token);
    const { attempt } = await attemptByLink(db.unitOfWork.reader, scene.token, now());
    expect(attempt.submittedBy).toBe('deadline');
  });

  it('leaves a task without an answer out, and it earns nothing', async () => {
    const scene = await started({ tasks: ['tensor-quantisation', 'detector-latency-run'] });
    await draft(scene.token, await rightAnswer(scene.token));
    await submit(scene.token);
    await workOff(db, parts.engine);
    const item = await firstItem(scene);
    expect(item).toMatchObject({ grading: 'graded', points: 20 });
    expect(item.maxPoints).toBeGreaterThan(20);
    expect(item.tasks[1]).toMatchObject({ answer: null, verdict: null });
  });

  it('gives one verdict, however often and by however many the work is delivered', async () => {
    const scene = await started();
    await draft(scene.token, numeric({ scale: '1' }));
    await submit(scene.token);
    const { attempt } = await attemptByLink(db.unitOfWork.reader, scene.token, now());
    const [task] = await db.unitOfWork.reader.findBy(AttemptTask, { attemptId: attempt.id });
    const submission = await db.unitOfWork.reader.findOneByOrFail(Submission, { attemptTaskId: task.id });
    const [row] = await outboxRows('submission.received', submission.id);
    const workers = [
      testDispatcher(db, parts.engine),
      testDispatcher(db, parts.engine),
      testDispatcher(db, parts.engine),
    ];
    const leased = await workers[0].leaseOne(row.id);
    await Promise.all(workers.map((worker) => worker.deliver(leased!)));
    await workers[1].deliver(leased!);
    expect(await db.unitOfWork.reader.countBy(VerdictRecord, { submissionId: submission.id })).toBe(1);
    const audits = await db.dataSource.query<unknown[]>(
      `SELECT 1 FROM audit_event WHERE action = 'assessment.graded' AND subject_id = $1`,
      [scene.applicationId],
    );
    expect(audits).toHaveLength(1);
  });
});

describe('a C task', () => {
  const ring = 'audio-ring-buffer';

  it('shows visible checks by title, counts hidden ones, runs what is written and grades it in full', async () => {
    const scene = await started({ tasks: [ring] });
    const task = await candidateTask(db.unitOfWork.reader, scene.token, 1, now());
    expect(task.visibleChecks.length).toBeGreaterThan(0);
    expect(task.hiddenChecks).toBeGreaterThan(0);
    expect(task.fileName).toMatch(/\.c$/);
    expect(JSON.stringify(task)).not.toContain('reference');
    const broken = await run(scene.token, { kind: 'c', source: 'int ring_init( { return 0 }' });
    await workOff(db, parts.engine);
    const view = await candidateRun(db.unitOfWork.reader, scene.token, broken.id, now());
    expect(view.verdict).toMatchObject({
      status: 'compile-error',
      compilerOutput: expect.stringContaining('error:') as string,
    });
    const source = parts.desk.task(ring).files['reference.c'];
    const tried = await run(scene.token, { kind: 'c', source });
    await workOff(db, parts.engine);
    const good = (await candidateRun(db.unitOfWork.reader, scene.token, tried.id, now())).verdict!;
    expect(good.checks.every((check) => check.visible && check.passed)).toBe(true);
    expect(good.checks).toHaveLength(task.visibleChecks.length);
    await draft(scene.token, { kind: 'c', source });
    await submit(scene.token);
    await workOff(db, parts.engine);
    const item = await firstItem(scene);
    expect(item).toMatchObject({ grading: 'graded', points: item.maxPoints });
    expect(item.tasks[0].verdict!.metrics!.instructions).toBeGreaterThan(0);
  });
});
