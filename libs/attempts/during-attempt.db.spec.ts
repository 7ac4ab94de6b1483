// What happens between start and hand-in, on a real PostgreSQL: whose run is next, what can be gone back to, and what staff see later.
import type { Answer, GradingEngine } from '@bringup/grading';
import { systemActor, timelineOf } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { attemptConsent, candidateAttempt, candidateRun, candidateTask } from './candidate.queries';
import { Draft } from './data/draft.entity';
import { Run } from './data/run.entity';
import { abandonedAfterMs } from './domain/run-queue';
import { runAnswer, savedVersion, taskHistory } from './drafts/history.queries';
import { playBackTask } from './drafts/play-back-task';
import { requestRun } from './runs/request-run';
import { saveDraft } from './drafts/save-draft';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';
import type { TaskDesk } from './task-desk';
import { type InvitedScene, newInvitation, openTestDesk, testDispatcher, workOff } from './testing';

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
const reader = () => db.unitOfWork.reader;
const numeric = (scale: string): Answer => ({ kind: 'numeric', fields: { scale } });
const two = { tasks: ['tensor-quantisation', 'batch-norm-folding'] };
const save = (token: string, answer: Answer, baseRevision = 0, position = 1, cursor?: number) =>
  saveDraft(db.unitOfWork, token, position, { baseRevision, answer, cursor }, now());
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });

async function run(token: string, answer: Answer, position = 1): Promise<string> {
  db.clock.advance(10);
  const { id } = await db.unitOfWork.run(systemActor, (work) => requestRun(work, token, position, { answer }, now()));
  return id;
}

async function started(overrides: Parameters<typeof newInvitation>[2] = {}): Promise<InvitedScene> {
  const scene = await newInvitation(db, parts, overrides);
  await db.unitOfWork.run(systemActor, (work) => startAttempt(work, scene.token, attemptConsent().version));
  return scene;
}

/** Works on the runs one at a time from the front, and says in which order they were taken. */
async function takeRuns(): Promise<string[]> {
  const dispatcher = testDispatcher(db, parts.engine);
  const order: string[] = [];
  for (;;) {
    db.clock.advance(10);
    const [row] = await dispatcher.lease('runs', 1);
    if (!row) return order;
    order.push(row.payload['runId'] ?? '');
    await dispatcher.deliver(row);
  }
}

describe('runs', () => {
  it('take turns by attempt: who asks for two is served before and after somebody who asks for one', async () => {
    const [eager, calm] = [await started(two), await started()];
    const first = await run(eager.token, numeric('1'), 1);
    const second = await run(eager.token, numeric('2'), 2);
    const other = await run(calm.token, numeric('3'));
    const ahead = async ({ token }: InvitedScene, id: string) => (await candidateRun(reader(), token, id, now())).ahead;
    expect([await ahead(eager, first), await ahead(calm, other), await ahead(eager, second)]).toEqual([0, 1, null]);
    expect(await takeRuns()).toEqual([first, other, second]);
    const { state, ahead: none } = await candidateRun(reader(), eager.token, second, now());
    expect({ state, none }).toEqual({ state: 'done', none: null });
  });

  it('keep one place however often and at once they are asked for', async () => {
    const scene = await started(two);
    await Promise.all([1, 2, 1, 2, 1].map((position, index) => run(scene.token, numeric(String(index)), position)));
    const [{ count }] = await db.dataSource.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM outbox WHERE topic = 'run.requested' AND done_at IS NULL`,
    );
    expect(count).toBe(1);
    expect(await takeRuns()).toHaveLength(2);
  });

  it('do not wait for ever behind one whose workers all died', async () => {
    const scene = await started(two);
    const dead = await run(scene.token, numeric('1'), 1);
    await reader().update(Run, { id: dead }, { state: 'checking' });
    await db.dataSource.query('UPDATE outbox SET failed_at = $1 WHERE payload->>$2 = $3', [now(), 'runId', dead]);
    const waiting = await run(scene.token, numeric('2'), 2);
    expect(await takeRuns()).toEqual([]);
    db.clock.advance(abandonedAfterMs);
    expect(await run(scene.token, numeric('3'), 2)).toBe(waiting);
    expect(await takeRuns()).toEqual([waiting]);
  });
});

describe('the history of a task', () => {
  it('holds every version and every run with their texts, for this candidate alone', async () => {
    const [scene, stranger] = [await started(), await started()];
    await save(scene.token, numeric('1'));
    await save(scene.token, numeric('2'), 1);
    await rejectsWith(save(scene.token, numeric('elsewhere'), 1), 'draft-conflict');
    const id = await run(scene.token, numeric('2'));
    await takeRuns();
    const history = await taskHistory(reader(), scene.token, 1, undefined, now());
    expect(history.versions.map(({ revision, conflicting }) => [revision, conflicting])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(history).toMatchObject({ earlier: null, runs: [{ id, state: 'done', sha256: history.versions[1].sha256 }] });
    expect(await savedVersion(reader(), scene.token, 1, 3, now())).toEqual({ answer: numeric('elsewhere') });
    expect(await runAnswer(reader(), scene.token, id, now())).toEqual({ answer: numeric('2') });
    await rejectsWith(runAnswer(reader(), stranger.token, id, now()), 'run-not-found');
    for (const revision of [0, 4, 99_999_999_999])
      await rejectsWith(savedVersion(reader(), scene.token, 1, revision, now()), 'version-not-found');
  });

  it('is read in pages', async () => {
    const scene = await started();
    for (let revision = 0; revision < 70; revision += 1) await save(scene.token, numeric(String(revision)), revision);
    const first = await taskHistory(reader(), scene.token, 1, undefined, now());
    expect([first.versions.length, first.earlier]).toEqual([60, 11]);
    const second = await taskHistory(reader(), scene.token, 1, first.earlier ?? undefined, now());
    expect([second.versions.map(({ revision }) => revision), second.earlier]).toEqual([
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
      null,
    ]);
  });
});

it('another machine is told where the work was left', async () => {
  const scene = await started({ tasks: ['tensor-quantisation', 'audio-ring-buffer'] });
  expect((await candidateAttempt(reader(), scene.token, now())).lastWorkedOn).toBeNull();
  await save(scene.token, numeric('1'));
  db.clock.advance(1000);
  await save(scene.token, { kind: 'c', source: 'int x;' }, 0, 2, 4);
  expect((await candidateAttempt(reader(), scene.token, now())).lastWorkedOn).toBe(2);
  expect((await candidateTask(reader(), scene.token, 2, now())).draft).toMatchObject({ revision: 1, cursor: 4 });
});

describe('playing back', () => {
  const played = (scene: InvitedScene, after = 0) =>
    db.unitOfWork.run(scene.staff.recruiter, (work) => {
      const { applicationId, invitationId } = scene;
      return playBackTask(work, { applicationId, invitationId, position: 1, after });
    });
  const looks = async ({ applicationId }: InvitedScene) =>
    (await timelineOf(reader(), { type: 'application', id: applicationId })).filter(
      ({ action }) => action === 'attempt.played-back',
    );

  it('waits for the hand-in, tells every version as a step, and is written down once a look', async () => {
    const scene = await started();
    await save(scene.token, numeric('1'));
    await save(scene.token, numeric('12'), 1);
    await rejectsWith(save(scene.token, numeric('3'), 1), 'draft-conflict');
    await run(scene.token, numeric('12'));
    await rejectsWith(played(scene), 'attempt-not-handed-in');
    expect(await looks(scene)).toEqual([]);
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, scene.token));
    await workOff(db, parts.engine);
    const playback = await played(scene);
    expect(playback).toMatchObject({ total: 3, next: null, runs: [{ state: 'done' }] });
    expect(playback.steps.map(({ conflicting, handedIn }) => [conflicting, handedIn])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
    const texts = playback.steps.reduce<string[]>((all, { step: { from, to, insert } }) => {
      const before = all.at(-1) ?? playback.before;
      return [...all, before.slice(0, from) + insert + before.slice(to)];
    }, []);
    expect(texts.map((text) => /: (\d+)$/m.exec(text)?.[1])).toEqual(['1', '12', '3']);
    expect(await looks(scene)).toEqual([
      expect.objectContaining({
        actor: 'Rita Recruiter',
        detail: expect.stringMatching(/^Versions of task 1, /) as string,
      }),
    ]);
    db.clock.advance(6 * 60_000);
    await played(scene);
    expect(await looks(scene)).toHaveLength(2);
  });

  it('goes on where a page ended', async () => {
    const scene = await started();
    const { id } = (
      await db.dataSource.query<{ id: string }[]>(
        'SELECT t.id FROM attempt_task t JOIN attempt a ON a.id = t.attempt_id WHERE a.invitation_id = $1',
        [scene.invitationId],
      )
    )[0];
    await reader().insert(
      Draft,
      Array.from({ length: 205 }, (_, index) => ({
        ...{ attemptTaskId: id, revision: index + 1, baseRevision: index, conflicting: false },
        ...{ answer: numeric(String(index)), sha256: String(index), savedAt: now(), cursor: null },
      })),
    );
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, scene.token));
    const first = await played(scene);
    expect([first.steps.length, first.next, first.total]).toEqual([200, 200, 205]);
    const second = await played(scene, 200);
    expect([second.steps.map(({ revision }) => revision), second.next]).toEqual([[201, 202, 203, 204, 205], null]);
    expect(second.before).toContain(': 199');
    expect(await looks(scene)).toHaveLength(1);
  });
});
