// What the team reads of how an attempt went, on a real database: the same whatever time was given, and no word while it is given.
import { randomUUID } from 'node:crypto';
import type { Answer, GradingEngine } from '@bringup/grading';
import { LiveEvents, NotificationListener, systemActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { eventually } from '../../platform/testing';
import { attemptConsent, candidateAttempt } from '../candidate.queries';
import { attemptByLink } from '../data/attempt.repository';
import { declineAccommodation, grantAccommodation } from './decide-accommodation';
import { extendAttempt } from './extend-attempt';
import { inviteCandidate } from '../invite-candidate';
import { pauseAttempt, resumeAttempt } from './pause-attempt';
import { playBackTask } from '../drafts/play-back-task';
import { recordSignals } from '../fair-play/record-signals';
import { requestAccommodation } from './request-accommodation';
import { requestRun } from '../runs/request-run';
import { revokeInvitations } from '../revoke-invitations';
import { saveDraft } from '../drafts/save-draft';
import { attemptCourses } from '../fair-play/signals.queries';
import { startAttempt } from '../start-attempt';
import { submitAttempt } from '../submit-attempt';
import { returnFromBreak, takeBreak } from './take-break';
import type { TaskDesk } from '../task-desk';
import { hoursFromNow, type InvitedScene, newInvitation, openTestDesk } from '../testing';
import { subjectsHeard } from './time-keeping';

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
const answer = (scale: string): Answer => ({ kind: 'numeric', fields: { scale } });

interface Scene extends InvitedScene {
  readonly attemptId: string;
}

async function invited(): Promise<Scene> {
  const scene = await newInvitation(db, parts);
  const { attempt } = await attemptByLink(reader(), scene.token, now());
  expect(attempt.minutes).toBe(25);
  return { ...scene, attemptId: attempt.id };
}

const start = ({ token }: Scene) =>
  db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
const grant = ({ staff, attemptId }: Scene, multiplier: number) =>
  db.unitOfWork.run(staff.recruiter, (work) =>
    grantAccommodation(work, attemptId, {
      ...{ multiplier, extraMinutes: 0, breaks: 1, breakMinutes: 10, format: null, reason: 'Of course.' },
    }),
  );
const save = ({ token }: Scene, scale: string, baseRevision: number) =>
  saveDraft(db.unitOfWork, token, 1, { baseRevision, answer: answer(scale) }, now());
const run = ({ token }: Scene, scale: string) =>
  db.unitOfWork.run(systemActor, (work) => requestRun(work, token, 1, { answer: answer(scale) }, now()));
const handIn = ({ token }: Scene) => db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
const pause = ({ staff, attemptId }: Scene) =>
  db.unitOfWork.run(staff.recruiter, (work) => pauseAttempt(work, attemptId, 'Fire alarm.'));
const resume = ({ staff, attemptId }: Scene) =>
  db.unitOfWork.run(staff.recruiter, (work) => resumeAttempt(work, attemptId, 'All clear.'));

const away = (durationMs: number) => ({
  ...{ id: randomUUID(), kind: 'away' as const, position: 1, at: now().toISOString() },
  ...{ characters: null, durationMs, fromPage: null },
});
const burst = () => ({ ...away(900), kind: 'burst' as const, characters: 80 });

/** Works, and hands in, at the same shares of whatever time there is; `unit` is a twenty-fifth of it. */
async function work(scene: Scene, unit: number): Promise<void> {
  const { token } = scene;
  await start(scene);
  db.clock.advance(5 * unit);
  await save(scene, '1', 0);
  db.clock.advance(unit);
  await run(scene, '1');
  db.clock.advance(4 * unit);
  await db.unitOfWork.run(systemActor, (work) => recordSignals(work, token, [away(2 * unit)]));
  db.clock.advance(5 * unit);
  await db.unitOfWork.run(systemActor, (work) => recordSignals(work, token, [burst()]));
  await save(scene, '12', 1);
  db.clock.advance(5 * unit);
  await handIn(scene);
}

async function read({ staff, applicationId, invitationId }: Scene) {
  const place = { applicationId, invitationId, position: 1, after: 0 };
  const playback = await db.unitOfWork.run(staff.recruiter, (work) => playBackTask(work, place));
  const courses = await attemptCourses(reader(), applicationId);
  return { playback, entries: courses.flatMap(({ entries }) => entries) };
}

const instant = /\d{4}-\d\d-\d\dT/;

describe('how an attempt went', () => {
  it('reads the same with twice the time as without', async () => {
    const [plain, given] = [await invited(), await invited()];
    await grant(given, 2);
    await work(plain, minute);
    await work(given, 2 * minute);
    const [one, other] = [await read(plain), await read(given)];
    const timesOf = ({ playback }: typeof one) => [
      playback.steps.map(({ atMs }) => atMs),
      playback.runs.map(({ atMs }) => atMs),
      playback.submittedAtMs,
    ];
    const { entries } = one;
    expect(timesOf(one)).toEqual([[5 * minute, 15 * minute], [6 * minute], 20 * minute]);
    expect(entries.map(({ kind, atMs, durationMs }) => [kind, atMs, durationMs])).toEqual([
      ['started', 0, null],
      ['run', 6 * minute, null],
      ['away', 10 * minute, 2 * minute],
      ['burst', 15 * minute, 900],
      ['submitted', 20 * minute, null],
    ]);
    expect(timesOf(other)).toEqual(timesOf(one));
    expect(other.entries).toEqual(entries);
    expect(JSON.stringify(other)).not.toMatch(instant);
  });

  it('ends at the own minutes, whatever paused, broken and extended it, and within the grace', async () => {
    const scene = await invited();
    await grant(scene, 1.2);
    await start(scene);
    db.clock.advance(4 * minute);
    await save(scene, '1', 0);
    await pause(scene);
    db.clock.advance(37 * minute);
    await resume(scene);
    await db.unitOfWork.run(systemActor, (work) => takeBreak(work, scene.token));
    db.clock.advance(3 * minute);
    await db.unitOfWork.run(systemActor, (work) => returnFromBreak(work, scene.token));
    await db.unitOfWork.run(scene.staff.recruiter, (work) =>
      extendAttempt(work, scene.attemptId, { minutes: 9, reason: 'The line was down.' }),
    );
    const { deadlineAt } = await candidateAttempt(reader(), scene.token, now());
    db.clock.set(new Date(Date.parse(deadlineAt!) + 4000));
    await save(scene, '12', 1);
    db.clock.advance(6000);
    await handIn(scene);
    const { playback, entries } = await read(scene);
    expect(playback.steps.at(-1)?.atMs).toBe(25 * minute);
    expect(playback.submittedAtMs).toBe(25 * minute);
    expect(entries.at(-1)).toMatchObject({ kind: 'submitted', byDeadline: true, atMs: 25 * minute });
  });

  it('is not read while it runs, when a moved deadline would move what was read before', async () => {
    const scene = await invited();
    await start(scene);
    await run(scene, '1');
    expect(await attemptCourses(reader(), scene.applicationId)).toEqual([]);
    await db.unitOfWork.run(scene.staff.recruiter, (work) =>
      revokeInvitations(work, scene.applicationId, 'Sent by mistake.'),
    );
    expect(await attemptCourses(reader(), scene.applicationId)).toHaveLength(1);
  });
});

describe('live changes', () => {
  it('of time reach the keepers, and the team hears of the start and the hand-in alone', async () => {
    const listener = new NotificationListener(db.url);
    const live = new LiveEvents(listener);
    await live.onModuleInit();
    const told: string[] = [];
    const heard = live.changes(() => true).subscribe((subject) => told.push(subject));
    const scene = await invited();
    const { staff, applicationId, token, attemptId } = scene;
    const ask = () =>
      db.unitOfWork.run(systemActor, (work) => requestAccommodation(work, token, { kinds: ['breaks'], words: '' }));
    /** What each hears of what is done. */
    const hear = async (act: () => Promise<unknown>) => {
      told.length = 0;
      await act();
      const end = `end:${randomUUID()}`;
      await db.unitOfWork.run(systemActor, async (work) => work.announce(end));
      await eventually('everything is told', () => told.includes(end));
      const [keeper, manager, interviewer] = await Promise.all(
        [staff.recruiter, staff.hiringManager, staff.interviewer].map((actor) =>
          subjectsHeard(reader(), actor, applicationId),
        ),
      );
      const some = (subjects?: ReadonlySet<string>) => told.some((subject) => subjects?.has(subject));
      return [some(keeper), some(manager), some(interviewer)];
    };
    const all = [true, true, true];
    const keeperAlone = [true, false, false];
    expect(await hear(ask)).toEqual(keeperAlone);
    const decline = () => db.unitOfWork.run(staff.recruiter, (work) => declineAccommodation(work, attemptId, 'No.'));
    expect(await hear(decline)).toEqual(keeperAlone);
    expect(await hear(() => grant(scene, 1.5))).toEqual(keeperAlone);
    expect(await hear(() => start(scene))).toEqual(all);
    expect(await hear(() => pause(scene))).toEqual(keeperAlone);
    expect(await hear(() => resume(scene))).toEqual(keeperAlone);
    for (const move of [takeBreak, returnFromBreak])
      expect(await hear(() => db.unitOfWork.run(systemActor, (work) => move(work, token)))).toEqual(keeperAlone);
    expect(await hear(() => handIn(scene))).toEqual(all);
    heard.unsubscribe();
    live.onModuleDestroy();
    await listener.close();
  });
});

describe('whoever sends another assessment', () => {
  const send = ({ staff, applicationId }: Scene) =>
    db.unitOfWork.run(staff.hiringManager, (work) =>
      inviteCandidate(work, parts.desk, applicationId, {
        tasks: ['tensor-quantisation'],
        closesAt: hoursFromNow(db, 48),
      }),
    );

  it('is refused without the deadline of the running one, and without the start of the last one', async () => {
    const scene = await invited();
    await grant(scene, 1.5);
    const closesAt = hoursFromNow(db, 24);
    await db.dataSource.query('UPDATE invitation SET closes_at = $2 WHERE id = $1', [scene.invitationId, closesAt]);
    db.clock.advance(7 * minute);
    await start(scene);
    await expect(send(scene)).rejects.toMatchObject({
      code: 'invitation-conflict',
      details: { invitationId: scene.invitationId, closesAt: new Date(closesAt).toISOString() },
    });
    await save(scene, '1', 0);
    db.clock.advance(20 * minute);
    await handIn(scene);
    await expect(send(scene)).rejects.toMatchObject({
      code: 'retake-reason-required',
      details: { tasks: [{ seenAt: now().toISOString() }] },
    });
  });
});
