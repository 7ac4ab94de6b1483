// Candidates' time on a real PostgreSQL: what is granted, paused, extended and taken as a break, who may, and what is left behind.
import type { Answer, GradingEngine } from '@bringup/grading';
import { systemActor, timelineOf, type UserActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { newUser } from '../../identity/testing';
import { newApplication, newRequisition } from '../../requisitions/testing';
import { attemptTimes } from './attempt-times.queries';
import { attemptConsent, candidateAttempt, candidateTask } from '../candidate.queries';
import { AttemptTask } from '../data/attempt-task.entity';
import { attemptByLink } from '../data/attempt.repository';
import { declineAccommodation, grantAccommodation, type GrantInput } from './decide-accommodation';
import { graceMs, settleMs } from '../domain/attempt-clock';
import { extendAttempt } from './extend-attempt';
import { inviteCandidate } from '../invite-candidate';
import { liveAttempts } from './live-attempts.queries';
import { markSeen } from './mark-seen';
import { pauseAttempt, resumeAttempt } from './pause-attempt';
import { requestAccommodation } from './request-accommodation';
import { requestRun } from '../runs/request-run';
import { saveDraft } from '../drafts/save-draft';
import { startAttempt } from '../start-attempt';
import { submitAttempt } from '../submit-attempt';
import { returnFromBreak, takeBreak } from './take-break';
import type { TaskDesk } from '../task-desk';
import { hoursFromNow, type InvitedScene, newInvitation, openTestDesk, workOff } from '../testing';
import { waitingAccommodations } from './waiting-accommodations.queries';

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

const minute = 60_000;
const now = () => db.clock.now();
const reader = () => db.unitOfWork.reader;
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });
const start = (token: string) =>
  db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
const view = (token: string) => candidateAttempt(reader(), token, now());
const draft = (token: string, scale: string, baseRevision = 0) => {
  const answer: Answer = { kind: 'numeric', fields: { scale } };
  return saveDraft(db.unitOfWork, token, 1, { baseRevision, answer }, now());
};
const pause = (actor: UserActor, id: string) =>
  db.unitOfWork.run(actor, (work) => pauseAttempt(work, id, 'Fire alarm.'));
const resume = (actor: UserActor, id: string) =>
  db.unitOfWork.run(actor, (work) => resumeAttempt(work, id, 'All clear.'));
const extend = (actor: UserActor, id: string, minutes: number) =>
  db.unitOfWork.run(actor, (work) => extendAttempt(work, id, { minutes, reason: 'The network was down.' }));
const ask = (token: string) =>
  db.unitOfWork.run(systemActor, (work) =>
    requestAccommodation(work, token, { kinds: ['extra-time', 'breaks'], words: 'I read slowly.' }),
  );
const grant = (actor: UserActor, id: string, change: Partial<GrantInput> = {}) =>
  db.unitOfWork.run(actor, (work) =>
    grantAccommodation(work, id, {
      ...{ multiplier: 1.5, extraMinutes: 0, breaks: 2, breakMinutes: 10, format: null, reason: 'Of course.' },
      ...change,
    }),
  );
const log = async (attemptId: string) =>
  (await timelineOf(reader(), { type: 'attempt', id: attemptId })).map(({ action, actor, detail }) => ({
    action,
    actor,
    detail,
  }));

interface Scene extends InvitedScene {
  readonly attemptId: string;
}

async function invited(): Promise<Scene> {
  const scene = await newInvitation(db, parts);
  const { attempt } = await attemptByLink(reader(), scene.token, now());
  return { ...scene, attemptId: attempt.id };
}

async function started(): Promise<Scene> {
  const scene = await invited();
  await start(scene.token);
  return scene;
}

const deadlineOf = async (token: string) => Date.parse((await view(token)).deadlineAt!);

describe('a pause', () => {
  it('takes no answer, shows no task, and is not handed in; the deadline moves by its length', async () => {
    const { staff, token, attemptId } = await started();
    await draft(token, '1');
    const deadline = await deadlineOf(token);
    db.clock.advance(5 * minute);
    await pause(staff.recruiter, attemptId);
    expect((await view(token)).clock).toMatchObject({ stand: 'paused', pause: { by: 'Rita Recruiter' } });
    expect(JSON.stringify(await view(token))).not.toContain('Fire alarm');
    await rejectsWith(draft(token, '2', 1), 'attempt-paused');
    await rejectsWith(candidateTask(reader(), token, 1, now()), 'attempt-paused');
    const answer: Answer = { kind: 'numeric', fields: { scale: '1' } };
    await rejectsWith(
      db.unitOfWork.run(systemActor, (work) => requestRun(work, token, 1, { answer }, now())),
      'attempt-paused',
    );
    await rejectsWith(
      db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token)),
      'attempt-paused',
    );
    db.clock.advance(300 * minute);
    await workOff(db, parts.engine);
    expect((await view(token)).state).toBe('in-progress');
    await resume(staff.recruiter, attemptId);
    expect(await deadlineOf(token)).toBe(deadline + 300 * minute);
    await expect(draft(token, '2', 1)).resolves.toMatchObject({ revision: 2 });
    db.clock.set(new Date(deadline + 300 * minute + graceMs + settleMs - 1));
    await workOff(db, parts.engine);
    expect((await view(token)).state).toBe('in-progress');
    db.clock.advance(1);
    await workOff(db, parts.engine);
    expect((await view(token)).state).toBe('submitted');
    const [submitted] = await db.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM outbox WHERE topic = 'attempt.submitted' AND payload->>'attemptId' = $1`,
      [attemptId],
    );
    expect(submitted?.count).toBe(1);
    expect(await log(attemptId)).toEqual([
      { action: 'attempt.resumed', actor: 'Rita Recruiter', detail: 'All clear.' },
      { action: 'attempt.paused', actor: 'Rita Recruiter', detail: 'Fire alarm.' },
      { action: 'attempt.started', actor: 'Bringup', detail: null },
      { action: 'attempt.consent-given', actor: 'Bringup', detail: expect.stringContaining('version') as string },
    ]);
  });

  it('races an answer: the answer is on record, or it is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { staff, token, attemptId } = await started();
      const [saved, paused] = await Promise.allSettled([draft(token, 'last'), pause(staff.recruiter, attemptId)]);
      expect(paused.status).toBe('fulfilled');
      if (saved.status === 'rejected') expect(saved.reason).toMatchObject({ code: 'attempt-paused' });
      expect((await view(token)).tasks[0].answered).toBe(saved.status === 'fulfilled');
    }
  });

  it('happens once, and only while the clock runs', async () => {
    const { staff, token, attemptId } = await invited();
    await rejectsWith(pause(staff.recruiter, attemptId), 'attempt-not-started');
    await start(token);
    await rejectsWith(resume(staff.recruiter, attemptId), 'attempt-not-paused');
    const both = await Promise.allSettled([pause(staff.recruiter, attemptId), pause(staff.admin, attemptId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an extension', () => {
  it('moves the deadline and is handed in at the last one, once', async () => {
    const { staff, token, attemptId } = await started();
    await draft(token, '1');
    const deadline = await deadlineOf(token);
    await extend(staff.recruiter, attemptId, 10);
    await extend(staff.recruiter, attemptId, 5);
    expect(await view(token)).toMatchObject({ addedMinutes: 15, minutes: 25 });
    for (const late of [0, 10, 15]) {
      db.clock.set(new Date(deadline + late * minute + graceMs + settleMs - 1));
      await workOff(db, parts.engine);
      expect((await view(token)).state).toBe('in-progress');
    }
    db.clock.advance(1);
    await workOff(db, parts.engine);
    expect((await view(token)).state).toBe('submitted');
    await rejectsWith(extend(staff.recruiter, attemptId, 5), 'attempt-over');
    expect((await log(attemptId))[1]).toEqual({
      action: 'attempt.extended',
      actor: 'Rita Recruiter',
      detail: '10 minutes. The network was down.',
    });
  });
});

describe('an accommodation', () => {
  it('is asked for before the start, granted with a word, and counts from the start', async () => {
    const { staff, token, attemptId, applicationId } = await invited();
    await ask(token);
    await rejectsWith(ask(token), 'accommodation-conflict');
    expect(await waitingAccommodations(reader(), staff.recruiter, 10)).toEqual(
      expect.arrayContaining([expect.objectContaining({ applicationId })]),
    );
    await grant(staff.recruiter, attemptId);
    expect(await waitingAccommodations(reader(), staff.recruiter, 50)).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ applicationId })]),
    );
    expect(await view(token)).toMatchObject({
      minutes: 25,
      extensionMinutes: 13,
      accommodations: [
        { state: 'granted', kinds: ['extra-time', 'breaks'], reason: 'Of course.', words: 'I read slowly.' },
      ],
      clock: { breaks: { allowed: 2, minutes: 10, taken: 0 } },
    });
    await start(token);
    const { startedAt, deadlineAt } = await view(token);
    expect(Date.parse(deadlineAt!) - Date.parse(startedAt!)).toBe(38 * minute);
    await rejectsWith(ask(token), 'attempt-started');
    const acts = await log(attemptId);
    expect(acts.map(({ action }) => action)).toEqual([
      'attempt.started',
      'attempt.consent-given',
      'accommodation.granted',
      'accommodation.requested',
    ]);
    expect(JSON.stringify(acts)).not.toContain('read slowly');
  });

  it('is declined with a word, and may be asked for again', async () => {
    const { staff, token, attemptId } = await invited();
    await rejectsWith(
      db.unitOfWork.run(staff.recruiter, (work) => declineAccommodation(work, attemptId, 'No request.')),
      'accommodation-not-found',
    );
    await ask(token);
    await db.unitOfWork.run(staff.recruiter, (work) => declineAccommodation(work, attemptId, 'Let us talk first.'));
    expect(await view(token)).toMatchObject({
      extensionMinutes: 0,
      accommodations: [{ state: 'declined', reason: 'Let us talk first.', grant: null }],
    });
    await expect(ask(token)).resolves.toBeUndefined();
  });

  it('of an attempt that runs moves the deadline, and never takes back', async () => {
    const { staff, token, attemptId } = await started();
    const deadline = await deadlineOf(token);
    await grant(staff.recruiter, attemptId);
    expect(await deadlineOf(token)).toBe(deadline + 13 * minute);
    await rejectsWith(grant(staff.recruiter, attemptId, { multiplier: 1.2 }), 'grant-shortened');
    await grant(staff.recruiter, attemptId, { multiplier: 2 });
    expect(await deadlineOf(token)).toBe(deadline + 25 * minute);
  });

  it('gives breaks in which the clock stands, and what is left of a break is no time lost', async () => {
    const { staff, token, attemptId } = await invited();
    await grant(staff.recruiter, attemptId);
    await start(token);
    const deadline = await deadlineOf(token);
    const rest = () => db.unitOfWork.run(systemActor, (work) => takeBreak(work, token));
    await rest();
    expect((await view(token)).clock).toMatchObject({ stand: 'on-break', timeLeftSeconds: 38 * 60 });
    await rejectsWith(draft(token, '1'), 'attempt-on-break');
    await rejectsWith(candidateTask(reader(), token, 1, now()), 'attempt-on-break');
    db.clock.advance(4 * minute);
    await db.unitOfWork.run(systemActor, (work) => returnFromBreak(work, token));
    await db.unitOfWork.run(systemActor, (work) => returnFromBreak(work, token));
    expect(await deadlineOf(token)).toBe(deadline + 4 * minute);
    await rest();
    db.clock.advance(10 * minute);
    await expect(draft(token, '1')).resolves.toMatchObject({ revision: 1 });
    await rejectsWith(rest(), 'break-none-left');
    expect(await deadlineOf(token)).toBe(deadline + 14 * minute);
  });
});

describe('who looks after time', () => {
  it('is a recruiter or an administrator, and never who decides about the candidate', async () => {
    const { staff, attemptId, applicationId } = await started();
    for (const actor of [staff.hiringManager, staff.interviewer]) {
      await rejectsWith(pause(actor, attemptId), 'attempt-time-forbidden');
      await rejectsWith(grant(actor, attemptId), 'attempt-time-forbidden');
      await rejectsWith(extend(actor, attemptId, 5), 'attempt-time-forbidden');
      await rejectsWith(attemptTimes(reader(), actor, applicationId, now()), 'attempt-time-forbidden');
      expect((await liveAttempts(reader(), actor, now())).items).toEqual([]);
      expect(await waitingAccommodations(reader(), actor, 10)).toEqual([]);
    }
    await rejectsWith(pause(staff.outsider, attemptId), 'application-not-found');
    const both: UserActor = { ...staff.hiringManager, roles: ['hiring-manager', 'admin'] };
    const panelist: UserActor = { ...staff.interviewer, roles: ['interviewer', 'recruiter'] };
    for (const actor of [both, panelist]) {
      await rejectsWith(grant(actor, attemptId), 'attempt-time-forbidden');
      const seen = (await liveAttempts(reader(), actor, now())).items.map(({ id }) => id);
      expect(seen).not.toContain(attemptId);
    }
    await expect(extend(staff.admin, attemptId, 5)).resolves.toBeUndefined();
  });

  it('sees who works now: time, answers, saves, runs and the connection', async () => {
    const { staff, token, attemptId, applicationId } = await started();
    const mine = async () =>
      (await liveAttempts(reader(), staff.recruiter, now())).items.find(({ id }) => id === attemptId)!;
    expect(await mine()).toMatchObject({
      ...{ applicationId, candidateName: 'Casey Candidate', stand: 'running', timeLeftSeconds: 25 * 60 },
      ...{ tasks: 1, answered: 0, savedAt: null, runAt: null, seenAt: null, pause: null },
    });
    await draft(token, ' ');
    expect(await mine()).toMatchObject({ answered: 0, savedAt: now().toISOString() });
    await draft(token, '1', 1);
    db.clock.advance(minute);
    await markSeen(reader(), attemptId, now());
    expect(await mine()).toMatchObject({ answered: 1, seenAt: now().toISOString(), timeLeftSeconds: 24 * 60 });
    await pause(staff.recruiter, attemptId);
    db.clock.advance(90 * minute);
    expect(await mine()).toMatchObject({
      stand: 'paused',
      timeLeftSeconds: 24 * 60,
      pause: { by: 'Rita Recruiter', reason: 'Fire alarm.' },
    });
    await resume(staff.recruiter, attemptId);
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    expect(await mine()).toBeUndefined();
  });
});

describe('sending a task again', () => {
  const invite = (actor: UserActor, applicationId: string, retakeReason?: string) =>
    db.unitOfWork.run(actor, (work) =>
      inviteCandidate(work, parts.desk, applicationId, {
        tasks: ['tensor-quantisation'],
        closesAt: hoursFromNow(db, 48),
        retakeReason,
      }),
    );

  it('needs a reason within the days, in any requisition, and gives new numbers', async () => {
    const { staff, token, applicationId } = await started();
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    await expect(invite(staff.recruiter, applicationId)).rejects.toMatchObject({
      code: 'retake-reason-required',
      details: { retakeDays: 180, tasks: [{ slug: 'tensor-quantisation' }] },
    });
    await invite(staff.recruiter, applicationId, 'The connection failed on our side.');
    const seeds = await reader()
      .createQueryBuilder(AttemptTask, 't')
      .where(
        't.attempt_id IN (SELECT a.id FROM attempt a JOIN invitation i ON i.id = a.invitation_id WHERE i.application_id = :applicationId)',
        { applicationId },
      )
      .getMany();
    expect(new Set(seeds.map(({ seed }) => seed)).size).toBe(2);
    const acts = await timelineOf(reader(), { type: 'application', id: applicationId });
    expect(acts.find(({ action }) => action === 'assessment.retake')?.detail).toBe(
      'tensor-quantisation: The connection failed on our side.',
    );
  });

  it('is free again after the days, and one that was never started does not count', async () => {
    const staff = await db.unitOfWork.run(systemActor, (work) => newUser(work, { roles: ['recruiter'] }));
    const scene = await started();
    const email = 'twice@candidate.example';
    const apply = async () => {
      const { slug } = await newRequisition(db.unitOfWork, scene.staff);
      return (await newApplication(db.unitOfWork, slug, { email })).id;
    };
    const [first, second, third] = [await apply(), await apply(), await apply()];
    await invite(staff, first);
    // It can still be started, so the candidate would have the same task twice.
    await rejectsWith(invite(staff, second), 'retake-reason-required');
    db.clock.advance(49 * 60 * minute);
    await invite(staff, second);
    db.clock.advance(181 * 24 * 60 * minute);
    await expect(invite(staff, third)).resolves.toBeDefined();
  });
});
