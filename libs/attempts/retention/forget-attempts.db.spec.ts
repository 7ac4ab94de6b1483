// The promise of the consent on a real database: twelve months after the closing nothing that the candidate wrote is left anywhere.
import type { Answer, GradingEngine } from '@bringup/grading';
import { systemActor, type UserActor, type Work } from '@bringup/platform';
import { getApplication, rejectApplication, retentionEnd, retentionEnded } from '@bringup/requisitions';
import { loadPracticeBank } from '@bringup/task-bank';
import { AttemptsRetention1795622400000 } from '../../../migrations/20261125160000-attempts--retention';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { tablesThatHold } from '../../../test/database/tables-that-hold';
import { assessmentsOfApplication, verdictsOfApplication } from '../assessments.queries';
import { answerFile, candidateOutcome } from '../candidate-outcome.queries';
import { attemptConsent, candidateAttempt } from '../candidate.queries';
import { Attempt } from '../data/attempt.entity';
import { playBackTask } from '../drafts/play-back-task';
import { saveDraft } from '../drafts/save-draft';
import { attemptCourses } from '../fair-play/signals.queries';
import { recordSignals } from '../fair-play/record-signals';
import { similaritiesOfApplication, similarityPairView } from '../fair-play/similarity.queries';
import { inviteCandidate } from '../invite-candidate';
import { issueAttemptLink, submittedAttemptMail } from '../mail.queries';
import { practise } from '../practice/practise';
import { preparePractice } from '../practice/prepare-practice';
import { rateJustification } from '../rate-justification';
import { decideRegrade } from '../regrading/decide-regrade';
import { listRegrades, regradesOfApplication, regradeView } from '../regrading/regrades.queries';
import { requestRegrade } from '../regrading/request-regrade';
import { retryGrading } from '../retry-grading';
import { requestRun } from '../runs/request-run';
import { startAttempt } from '../start-attempt';
import { submitAttempt } from '../submit-attempt';
import type { TaskDesk } from '../task-desk';
import {
  hoursFromNow,
  type InvitedScene,
  newInvitation,
  openTestDesk,
  quotingEngine,
  testDispatcher,
  workOff,
} from '../testing';
import { attemptTimes } from '../time/attempt-times.queries';
import { grantAccommodation } from '../time/decide-accommodation';
import { markSeen } from '../time/mark-seen';
import { pauseAttempt } from '../time/pause-attempt';
import { requestAccommodation } from '../time/request-accommodation';

jest.setTimeout(180_000);

const marker = 'kvikksølv-7031';
const program = (words: string): Answer => ({
  kind: 'c',
  source: `/* ${words} */ int head, tail; int f(void) { return head; }`,
});
const written: Answer = { kind: 'interpretation', fields: { rate: '1' }, justification: `Stop it, ${marker}.` };

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
  const tools = { unitOfWork: db.unitOfWork, reader: db.unitOfWork.reader, engine: parts.engine };
  await preparePractice(tools, await loadPracticeBank('assessments'));
});

afterAll(async () => {
  await parts?.desk.close();
  await parts?.engine.close();
  await db?.close();
});

const now = () => db.clock.now();
const reader = () => db.unitOfWork.reader;
const asSystem = <T>(write: (work: Work) => Promise<T>) => db.unitOfWork.run(systemActor, write);
const as = <T>(actor: UserActor, write: (work: Work) => Promise<T>) => db.unitOfWork.run(actor, write);
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });

const attemptOf = ({ invitationId }: InvitedScene) => reader().findOneByOrFail(Attempt, { invitationId });

/** Everything that an attempt can come to hold, with the marker wherever somebody writes words. */
async function fullLife(): Promise<InvitedScene> {
  const scene = await newInvitation(db, parts, { tasks: ['audio-ring-buffer', 'staged-rollout'] });
  const { token, staff, applicationId, invitationId } = scene;
  const engine = quotingEngine(parts.engine, 7);
  await asSystem((work) => requestAccommodation(work, token, { kinds: ['breaks'], words: `I need rest, ${marker}.` }));
  const { id: attemptId } = await attemptOf(scene);
  const grant = { multiplier: 1.5, extraMinutes: 0, breaks: 1, breakMinutes: 10, format: `On paper, ${marker}` };
  await as(staff.recruiter, (work) => grantAccommodation(work, attemptId, { ...grant, reason: `Gladly, ${marker}.` }));
  await asSystem((work) => startAttempt(work, token, attemptConsent().version));
  await markSeen(reader(), attemptId, now());
  const signal = { id: '7031d3c1-52b6-4f0e-9a0e-000000000001', kind: 'paste' as const, position: 1, characters: 9 };
  const at = now().toISOString();
  await asSystem((work) => recordSignals(work, token, [{ ...signal, at, durationMs: null, fromPage: false }]));
  await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer: program('earlier') }, now());
  await saveDraft(db.unitOfWork, token, 1, { baseRevision: 1, answer: program(marker) }, now());
  await saveDraft(db.unitOfWork, token, 2, { baseRevision: 0, answer: written }, now());
  await asSystem((work) => requestRun(work, token, 1, { answer: program(marker) }, now()));
  await workOff(db, engine);
  await asSystem((work) => submitAttempt(work, token));
  await workOff(db, engine);
  const rating = { applicationId, invitationId, position: 2, rating: 3, reason: `Says ${marker}.` };
  await as(staff.recruiter, (work) => rateJustification(work, rating));
  await regradeAndAdopt(staff.recruiter);
  // What the mails' handlers keep, and what faults of ours leave behind.
  await db.dataSource.query(
    `INSERT INTO mail_message (id, template, recipient, subject, html, body, state, created_at)
     SELECT id, topic, 'casey@candidate.example', topic, $1, $1, 'sent', created_at FROM outbox
      WHERE topic IN ('accommodation.decided', 'attempt.submitted')`,
    [marker],
  );
  await db.dataSource.query(`UPDATE submission SET trouble = $1`, [`Could not grade ${marker}.`]);
  await db.dataSource.query(`UPDATE outbox SET last_error = $1 WHERE topic = 'submission.received'`, [marker]);
  return scene;
}

async function regradeAndAdopt(actor: UserActor): Promise<void> {
  const taskDigest = parts.desk.task('audio-ring-buffer').digest;
  const input = { taskDigest, by: 'sent' as const, reason: 'A check was too strict.' };
  const { id } = await as(actor, (work) => requestRegrade(work, parts.desk, input));
  await workOff(db, quotingEngine(parts.engine, 9));
  await as(actor, (work) => decideRegrade(work, id, true));
}

/** A second assessment that is practised for and never started. */
async function practiceWaiting({ staff, applicationId }: InvitedScene): Promise<void> {
  db.clock.advance(60_000);
  const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(db, 48) };
  const { id } = await as(staff.recruiter, (work) => inviteCandidate(work, parts.desk, applicationId, input));
  await workOff(db, parts.engine);
  const token = await asSystem((work) => issueAttemptLink(work, id));
  await asSystem((work) => practise(work, token, 1, { answer: program(marker) }));
}

/** An attempt that is handed in and graded. */
async function handedIn(
  tasks = ['tensor-quantisation'],
  answer: Answer = { kind: 'numeric', fields: { scale: '1' } },
  points = 4,
): Promise<InvitedScene> {
  const scene = await newInvitation(db, parts, { tasks });
  await asSystem((work) => startAttempt(work, scene.token, attemptConsent().version));
  await saveDraft(db.unitOfWork, scene.token, 1, { baseRevision: 0, answer }, now());
  await asSystem((work) => submitAttempt(work, scene.token));
  await workOff(db, quotingEngine(parts.engine, points));
  return scene;
}

async function close({ applicationId }: InvitedScene): Promise<Date> {
  await asSystem((work) => rejectApplication(work, applicationId, 'experience'));
  return retentionEnd(now());
}

/** Does what is due of the upkeep, which the erasing is part of, and nothing else. */
async function upkeep(): Promise<void> {
  const dispatcher = testDispatcher(db, parts.engine);
  for (const row of await dispatcher.lease('upkeep', 50)) await dispatcher.deliver(row);
}

async function erase(scene: InvitedScene): Promise<void> {
  db.clock.set(await close(scene));
  await upkeep();
}

const timesErased = async ({ applicationId }: InvitedScene) =>
  (
    await db.dataSource.query<unknown[]>(
      `SELECT 1 FROM audit_event WHERE action = 'attempt.forgotten' AND subject_type = 'application' AND subject_id = $1`,
      [applicationId],
    )
  ).length;

const waiting = async ({ applicationId }: InvitedScene) =>
  (
    await db.dataSource.query<{ available_at: Date }[]>(
      `SELECT available_at FROM outbox WHERE topic = $1 AND done_at IS NULL AND payload->>'applicationId' = $2`,
      [retentionEnded.name, applicationId],
    )
  ).map((row) => row.available_at);

describe('twelve months after the closing', () => {
  let scene: InvitedScene;
  let other: InvitedScene;
  let words: string;
  let before: Awaited<ReturnType<typeof assessmentsOfApplication>>['items'];
  let token: string;
  const item = async () => (await assessmentsOfApplication(reader(), scene.applicationId, now())).items[1];

  beforeAll(async () => {
    scene = await fullLife();
    other = await handedIn(['audio-ring-buffer'], program('another'), 5);
    await practiceWaiting(scene);
    before = (await assessmentsOfApplication(reader(), scene.applicationId, now())).items;
  });

  it('and not a moment earlier, no table holds a word of the candidate or about their answers', async () => {
    expect(await tablesThatHold(db.dataSource, marker)).toEqual([
      ...['accommodation', 'draft', 'justification_rating', 'mail_message', 'outbox', 'practice_run'],
      ...['regraded_submission', 'run', 'submission', 'verdict'],
    ]);
    const due = await close(scene);
    db.clock.set(new Date(due.getTime() - 1));
    await upkeep();
    expect(await tablesThatHold(db.dataSource, marker)).toContain('draft');
    expect(await timesErased(scene)).toBe(0);
    db.clock.set(due);
    await upkeep();
    expect(await timesErased(scene)).toBe(1);
    expect(await tablesThatHold(db.dataSource, marker)).toEqual([]);
    words = `Erased on ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(due)}, 12 months after the application was closed.`;
    token = await asSystem((work) => issueAttemptLink(work, scene.invitationId));
  });

  it('rows that hang on an attempt are gone, or are listed here with what stays of them', async () => {
    const hanging = await db.dataSource.query<{ child: string }[]>(
      `SELECT DISTINCT conrelid::regclass::text AS child FROM pg_constraint
        WHERE contype = 'f' AND confrelid::regclass::text IN ('attempt', 'attempt_task', 'submission', 'draft', 'run') ORDER BY 1`,
    );
    const { id } = await attemptOf(scene);
    const rowsOf: Record<string, string> = {
      accommodation: 'attempt_id = $1',
      attempt_presence: 'attempt_id = $1',
      attempt_signal: 'attempt_id = $1',
      attempt_task: 'attempt_id = $1',
      draft: 'attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = $1)',
      justification_rating: 'attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = $1)',
      practice_run: 'attempt_id = $1',
      regraded_submission:
        'submission_id IN (SELECT s.id FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id WHERE t.attempt_id = $1)',
      run: 'attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = $1)',
      similarity_check:
        'submission_id IN (SELECT s.id FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id WHERE t.attempt_id = $1)',
      similarity_pair:
        'EXISTS (SELECT 1 FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id WHERE t.attempt_id = $1 AND s.id IN (first_id, second_id))',
      submission: 'attempt_task_id IN (SELECT id FROM attempt_task WHERE attempt_id = $1)',
      verdict:
        'submission_id IN (SELECT s.id FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id WHERE t.attempt_id = $1)',
    };
    expect(hanging.map(({ child }) => child)).toEqual(Object.keys(rowsOf));
    const kept: string[] = [];
    for (const [table, where] of Object.entries(rowsOf)) {
      const rows = await db.dataSource.query<unknown[]>(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`, [id]);
      if (rows.length > 0) kept.push(table);
    }
    expect(kept).toEqual(['attempt_task', 'justification_rating', 'regraded_submission', 'submission', 'verdict']);
  });

  it('what stays is that it took place, when, and the points and status of each task', async () => {
    const after = await item();
    const was = before[1];
    expect(after).toMatchObject({ erased: words, points: was.points, maxPoints: was.maxPoints, grading: 'graded' });
    expect(after).toMatchObject({ sentAt: was.sentAt, submittedAt: was.submittedAt, state: was.state });
    expect(after.tasks.map(({ verdict, answer }) => [verdict?.status, verdict?.points, answer])).toEqual(
      was.tasks.map(({ verdict }) => [verdict?.status, verdict?.points, null]),
    );
    expect(after.tasks[1].justification?.rating).toMatchObject({ rating: 3, reason: words });
    const verdicts = await verdictsOfApplication(reader(), parts.desk, scene.applicationId);
    expect(verdicts[0]).toMatchObject({
      erased: words,
      points: was.points,
      tasks: [{ source: null }, { justification: null }],
    });
  });

  it('the team reads a calm sentence instead of versions, signals and similarities', async () => {
    const { applicationId, invitationId, staff } = scene;
    const place = { applicationId, invitationId, position: 1, after: 0 };
    await expect(as(staff.recruiter, (work) => playBackTask(work, place))).rejects.toMatchObject({
      ...{ code: 'attempt-forgotten', message: words },
    });
    expect(await attemptCourses(reader(), applicationId)).toEqual([]);
    expect(await similaritiesOfApplication(reader(), applicationId)).toEqual([]);
    const [theirs] = await similaritiesOfApplication(reader(), other.applicationId);
    expect(theirs.nearest).toBeNull();
    await rejectsWith(similarityPairView(reader(), theirs.submissionId, theirs.submissionId), 'similarity-not-found');
    const { items } = await attemptTimes(reader(), staff.recruiter, applicationId, now());
    expect(items[1]).toMatchObject({ extensionMinutes: 0, accommodations: [], breaks: { allowed: 0, taken: 0 } });
  });

  it('the candidate reads it behind their link, and downloads nothing', async () => {
    const view = await candidateAttempt(reader(), token, now());
    expect(view).toMatchObject({ erased: words, state: 'submitted', accommodations: [] });
    expect(view.tasks.map(({ answerSha256 }) => answerSha256)).toEqual([null, null]);
    expect(await candidateOutcome(reader(), token, now())).toMatchObject({ grading: 'graded' });
    await rejectsWith(answerFile(reader(), token, 1, now()), 'attempt-forgotten');
    const mail = await submittedAttemptMail(reader(), (await attemptOf(scene)).id, now());
    expect(mail.tasks.map(({ sha256 }) => sha256)).toEqual([null, null]);
  });

  it('nothing is graded again, and what was is still told', async () => {
    expect(await regradesOfApplication(reader(), scene.applicationId)).toMatchObject([
      { pointsBefore: 7, pointsAfter: 9 },
    ]);
    const [regrade] = (await listRegrades(reader(), parts.desk)).items;
    expect((await regradeView(reader(), regrade.id)).items).toMatchObject([{ before: { points: 7 }, changed: true }]);
    await rejectsWith(
      as(scene.staff.recruiter, (work) => retryGrading(work, scene.applicationId)),
      'nothing-to-grade',
    );
  });

  it('an assessment that was not started is taken back, so that nothing new is kept', async () => {
    const { items } = await assessmentsOfApplication(reader(), scene.applicationId, now());
    expect(items[0]).toMatchObject({ erased: words, submittedAt: null });
    const link = await asSystem((work) => issueAttemptLink(work, items[0].id));
    const start = asSystem((work) => startAttempt(work, link, attemptConsent().version));
    await expect(start).rejects.toBeInstanceOf(Error);
  });

  it('happens once, however often it is delivered', async () => {
    await asSystem((work) => work.emit(retentionEnded, { applicationId: scene.applicationId }));
    await upkeep();
    expect(await timesErased(scene)).toBe(1);
    expect(await waiting(scene)).toEqual([]);
    expect((await item()).erased).toBe(words);
  });

  it('leaves the other candidate’s answer alone', async () => {
    const [theirs] = (await assessmentsOfApplication(reader(), other.applicationId, now())).items;
    expect(theirs).toMatchObject({ erased: null, tasks: [{ answer: program('another') }] });
    expect(await timesErased(other)).toBe(0);
  });
});

it('an attempt that was paused and never ended is erased too', async () => {
  const scene = await newInvitation(db, parts);
  await asSystem((work) => startAttempt(work, scene.token, attemptConsent().version));
  const { id } = await attemptOf(scene);
  await as(scene.staff.recruiter, (work) => pauseAttempt(work, id, 'The power failed.'));
  await erase(scene);
  expect(await attemptOf(scene)).toMatchObject({ forgottenAt: now(), pausedAt: null, pausedReason: null });
});

describe('an application that was opened again', () => {
  const reopen = ({ applicationId }: InvitedScene) =>
    db.dataSource.query(
      `UPDATE application SET status = 'active', closed_at = NULL, rejection_reason = NULL WHERE id = $1`,
      [applicationId],
    );

  it('is left alone', async () => {
    const scene = await handedIn();
    const due = await close(scene);
    await reopen(scene);
    db.clock.set(due);
    await upkeep();
    expect(await timesErased(scene)).toBe(0);
    expect(await waiting(scene)).toEqual([]);
  });

  it('and closed once more is kept for twelve months from then', async () => {
    const scene = await handedIn();
    const first = await close(scene);
    await reopen(scene);
    db.clock.advance(40 * 24 * 3_600_000);
    const second = await close(scene);
    db.clock.set(first);
    await upkeep();
    expect(await timesErased(scene)).toBe(0);
    // The row of the second closing, and the one that the first left in its place.
    expect(await waiting(scene)).toEqual([second, second]);
    db.clock.set(second);
    await upkeep();
    expect(await timesErased(scene)).toBe(1);
  });
});

it('a re-grading under way lists an erased answer as not graded, with the reason, and ends', async () => {
  const scene = await handedIn();
  const taskDigest = parts.desk.task('tensor-quantisation').digest;
  const input = { taskDigest, by: 'sent' as const, reason: 'A check was too strict.' };
  const { id } = await as(scene.staff.recruiter, (work) => requestRegrade(work, parts.desk, input));
  const row = async () =>
    (await regradeView(reader(), id)).items.find(({ applicationId }) => applicationId === scene.applicationId);
  await db.dataSource.query(`UPDATE outbox SET available_at = $1 WHERE topic = 'regrade.requested'`, [
    new Date(retentionEnd(now()).getTime() + 1),
  ]);
  await erase(scene);
  expect(await row()).toMatchObject({ state: 'waiting', before: { points: 4 } });
  db.clock.advance(1);
  await workOff(db, quotingEngine(parts.engine, 8));
  expect((await regradeView(reader(), id)).state).toBe('ready');
  const failed = await row();
  expect(failed).toMatchObject({ state: 'failed', after: null });
  expect(failed?.trouble).toMatch(/^Erased on .*, 12 months after the application was closed\.$/);
  await as(scene.staff.recruiter, (work) => decideRegrade(work, id, true));
});

it('goes back and forth, and asks for every application that was closed before', async () => {
  const [erased, closed] = [await handedIn(), await handedIn()];
  await erase(erased);
  const due = await close(closed);
  const runner = db.dataSource.createQueryRunner();
  await new AttemptsRetention1795622400000().down(runner);
  expect(await waiting(closed)).toEqual([]);
  await new AttemptsRetention1795622400000().up(runner);
  await runner.release();
  const { closedAt } = await getApplication(reader(), closed.applicationId);
  expect(closedAt && retentionEnd(closedAt)).toEqual(due);
  expect(await waiting(closed)).toEqual([due]);
});
