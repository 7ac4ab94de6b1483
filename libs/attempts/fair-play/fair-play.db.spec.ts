// Fair play on a real database: signals once and within bounds, similarities once a pair, re-grading with one standing verdict.
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, GradingEngine, Verdict } from '@bringup/grading';
import { systemActor } from '@bringup/platform';
import { loadTaskBank } from '@bringup/task-bank';
import { AttemptsFairPlay1795608000000 } from '../../../migrations/20261125120000-attempts--fair-play';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { attemptConsent } from '../candidate.queries';
import { assessmentsOfApplication } from '../assessments.queries';
import { compareSubmission } from './compare-submission';
import { decideRegrade } from '../regrading/decide-regrade';
import { mostSignals, type SignalInput } from '../domain/signals';
import { recordSignals } from './record-signals';
import { listRegrades, regradesOfApplication, regradeView } from '../regrading/regrades.queries';
import { requestRegrade } from '../regrading/request-regrade';
import { saveDraft } from '../drafts/save-draft';
import { attemptCourses } from './signals.queries';
import { similaritiesOfApplication, similarityPairView } from './similarity.queries';
import { startAttempt } from '../start-attempt';
import { submitAttempt } from '../submit-attempt';
import { TaskDesk } from '../task-desk';
import { newInvitation, openTestDesk, testDispatcher, workOff } from '../testing';

jest.setTimeout(120_000);

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
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });
const numeric: Answer = { kind: 'numeric', fields: { scale: '1' } };

async function started(tasks = ['tensor-quantisation']) {
  const scene = await newInvitation(db, parts, { tasks });
  await db.unitOfWork.run(systemActor, (work) => startAttempt(work, scene.token, attemptConsent().version));
  return scene;
}

async function handedIn(answer: Answer = numeric, tasks?: string[]) {
  const scene = await started(tasks);
  await saveDraft(db.unitOfWork, scene.token, 1, { baseRevision: 0, answer }, now());
  await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, scene.token));
  return scene;
}

/** Grades with the real variants; the verdicts are made here, so that a fix of the engine can be played. */
function engineThatGives(
  points: number,
  status: Verdict['status'] = 'partial',
): Pick<GradingEngine, 'variant' | 'grade'> {
  return {
    variant: parts.engine.variant.bind(parts.engine),
    async grade(job) {
      const id = 'scale';
      const check = { id, title: 'Scale', visible: false, passed: points > 0, points, maxPoints: 20, message: '' };
      return {
        ...{ slug: job.task.slug, seed: job.seed, status, points, maxPoints: 20, checks: [check], metrics: null },
        ...{ budgets: [], compilerOutput: status === 'internal-error' ? 'the sandbox is gone' : '', toolchain: 'test' },
        digest: `${job.task.digest.slice(0, 8)}:${points}`,
      } as unknown as Verdict;
    },
  };
}

describe('signals', () => {
  const signal = (change: Partial<SignalInput> = {}): SignalInput => ({
    ...{ id: randomUUID(), kind: 'paste', position: 1, at: now().toISOString(), characters: 120 },
    ...{ durationMs: null, fromPage: false, ...change },
  });
  const tell = (token: string, ...batch: SignalInput[]) =>
    db.unitOfWork.run(systemActor, (work) => recordSignals(work, token, batch));
  const kept = async (applicationId: string) =>
    (await attemptCourses(reader(), applicationId))[0]?.entries.filter(
      ({ kind }) => kind !== 'started' && kind !== 'submitted',
    ) ?? [];
  const end = (token: string) => db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));

  it('are kept once, however often they are told, and stand between the start and the hand-in', async () => {
    const scene = await started();
    const [paste, away] = [signal(), signal({ kind: 'away', durationMs: 4000, position: null })];
    db.clock.advance(60_000);
    await tell(scene.token, paste);
    await Promise.all([tell(scene.token, paste, away), tell(scene.token, away, paste)]);
    await end(scene.token);
    const [course] = await attemptCourses(reader(), scene.applicationId);
    expect(course?.entries.map(({ kind }) => kind).sort()).toEqual(['away', 'paste', 'started', 'submitted']);
    expect(course?.full).toBe(false);
  });

  it('of one attempt are not those of another, also under the same id', async () => {
    const [one, two] = [await started(), await started()];
    const same = signal();
    await tell(one.token, same);
    await tell(two.token, { ...same, characters: 7 });
    for (const { token } of [one, two]) await end(token);
    expect((await kept(one.applicationId))[0]?.characters).toBe(120);
    expect((await kept(two.applicationId))[0]?.characters).toBe(7);
  });

  it('are not taken before the start, nor long after the end, nor through a link that is none', async () => {
    const scene = await newInvitation(db, parts);
    await rejectsWith(tell(scene.token, signal()), 'attempt-not-started');
    await rejectsWith(tell('x'.repeat(43), signal()), 'link-not-found');
    const over = await handedIn();
    db.clock.advance(121_000);
    await rejectsWith(tell(over.token, signal()), 'attempt-over');
  });

  it('end at a limit, and saving goes on', async () => {
    const scene = await started();
    await db.dataSource.query(
      `INSERT INTO attempt_signal SELECT a.id, gen_random_uuid(), 'away', NULL, $2, NULL, 10, NULL, $2
         FROM attempt a, generate_series(1, $3::int) WHERE a.invitation_id = $1`,
      [scene.invitationId, now(), mostSignals - 1],
    );
    await tell(scene.token, signal(), signal(), signal());
    await expect(
      saveDraft(db.unitOfWork, scene.token, 1, { baseRevision: 0, answer: numeric }, now()),
    ).resolves.toMatchObject({ revision: 1 });
    await end(scene.token);
    expect(await kept(scene.applicationId)).toHaveLength(mostSignals);
    expect((await attemptCourses(reader(), scene.applicationId))[0]?.full).toBe(true);
  });
});

describe('similarity', () => {
  const renamed = (source: string) => source.replaceAll('head', 'front').replaceAll('tail', 'back');

  it('is kept once a pair, says too few until there are enough others, and marks what matches', async () => {
    const reference = await readFile('assessments/audio-ring-buffer/reference.c', 'utf8');
    const c = (source: string): Answer => ({ kind: 'c', source });
    const engine = engineThatGives(20, 'accepted');
    const hand = async (source: string) => {
      const scene = await handedIn(c(source), ['audio-ring-buffer']);
      await workOff(db, engine);
      return scene;
    };
    const first = await hand(reference);
    const second = await hand(renamed(reference));
    const [row] = await similaritiesOfApplication(reader(), second.applicationId);
    expect(row).toMatchObject({ finding: 'too-few', others: 0 });
    expect(row?.nearest).toMatchObject({ applicationId: first.applicationId });
    expect(row?.nearest?.similarity).toBeGreaterThan(0.9);
    // The earlier one is told too.
    const [other] = await similaritiesOfApplication(reader(), first.applicationId);
    expect(other?.nearest?.applicationId).toBe(second.applicationId);
    const delivery = {
      ...{ id: randomUUID(), payload: { submissionId: row?.submissionId ?? '' }, tries: 1, isLastTry: false },
      finish: (write: Parameters<Parameters<typeof compareSubmission>[1]['finish']>[0]) =>
        db.unitOfWork.run(systemActor, write),
    };
    await compareSubmission({ reader: reader() }, delivery);
    await compareSubmission({ reader: reader() }, delivery);
    expect(await db.dataSource.query('SELECT count(*)::int AS n FROM similarity_pair')).toEqual([{ n: 1 }]);
    const pair = await similarityPairView(reader(), row?.submissionId ?? '', row?.nearest?.submissionId ?? '');
    expect(pair.first.parts.length).toBeGreaterThan(0);
    expect(pair.first.source).toContain('front');
    await rejectsWith(similarityPairView(reader(), randomUUID(), row?.submissionId ?? ''), 'similarity-not-found');
  });

  it('is not sought between numbers', async () => {
    const scene = await handedIn();
    await workOff(db, parts.engine);
    expect(await similaritiesOfApplication(reader(), scene.applicationId)).toEqual([]);
  });
});

describe('grading again', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bringup-regrade-'));
    await cp('assessments/tensor-quantisation', path.join(folder, 'tensor-quantisation'), { recursive: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await db.dataSource
      .query(`UPDATE regrade SET state = 'discarded', decided_at = asked_at, decided_by_id = asked_by_id
                                WHERE state IN ('running', 'ready')`);
  });

  const digest = () => parts.desk.task('tensor-quantisation').digest;
  const item = async (applicationId: string) =>
    (await assessmentsOfApplication(reader(), applicationId, now())).items[0];
  const newer = async (file = 'task.yaml', edit = (text: string) => text.replace(/^version: \d+/m, 'version: 90')) => {
    const name = path.join(folder, 'tensor-quantisation', file);
    await writeFile(name, edit(await readFile(name, 'utf8')));
    return new TaskDesk(await loadTaskBank(folder), () => Promise.resolve(parts.engine));
  };
  const ask = (
    staff: Awaited<ReturnType<typeof handedIn>>['staff'],
    by: 'sent' | 'library' = 'sent',
    desk = parts.desk,
  ) =>
    db.unitOfWork.run(staff.recruiter, (work) =>
      requestRegrade(work, desk, { taskDigest: digest(), by, reason: 'A check was too strict.' }),
    );
  const mine = async (id: string, applicationId: string) =>
    (await regradeView(reader(), id)).items.find((row) => row.applicationId === applicationId);

  it('keeps both verdicts, and the new one stands only when a person has adopted it', async () => {
    const scene = await handedIn();
    await workOff(db, engineThatGives(5));
    const { id } = await ask(scene.staff);
    await rejectsWith(
      db.unitOfWork.run(scene.staff.recruiter, (work) => decideRegrade(work, id, true)),
      'regrade-running',
    );
    await workOff(db, engineThatGives(15));
    expect(await item(scene.applicationId)).toMatchObject({ points: 5, grading: 'graded' });
    expect(await regradeView(reader(), id)).toMatchObject({ state: 'ready', withDigest: digest() });
    expect(await mine(id, scene.applicationId)).toMatchObject({
      ...{ changed: true, before: { points: 5 }, after: { points: 15 } },
      checks: [{ title: 'Scale', before: { points: 5 }, after: { points: 15 } }],
    });
    await db.unitOfWork.run(scene.staff.recruiter, (work) => decideRegrade(work, id, true));
    expect(await item(scene.applicationId)).toMatchObject({ points: 15 });
    expect(await regradesOfApplication(reader(), scene.applicationId)).toMatchObject([
      { pointsBefore: 5, pointsAfter: 15 },
    ]);
    const standing = await db.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM verdict GROUP BY submission_id HAVING count(*) <> 1`,
    );
    expect(standing).toEqual([]);
    await rejectsWith(
      db.unitOfWork.run(scene.staff.recruiter, (work) => decideRegrade(work, id, false)),
      'regrade-decided',
    );
    const audits = await db.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE subject_id = ANY($1) AND action ~ 'regrade' ORDER BY id`,
      [[id, scene.applicationId]],
    );
    expect(audits.map(({ action }) => action).sort()).toEqual([
      'assessment.regraded',
      'regrade.adopted',
      'regrade.requested',
    ]);
  });

  it('changes nothing when it is discarded, also while it runs', async () => {
    const scene = await handedIn();
    await workOff(db, engineThatGives(5));
    const { id } = await ask(scene.staff);
    await db.unitOfWork.run(scene.staff.recruiter, (work) => decideRegrade(work, id, false));
    await workOff(db, engineThatGives(15));
    expect(await item(scene.applicationId)).toMatchObject({ points: 5 });
    expect(await mine(id, scene.applicationId)).toMatchObject({ state: 'waiting', after: null });
  });

  it('has one result when the work is delivered twice', async () => {
    const scene = await handedIn();
    await workOff(db, engineThatGives(5));
    const { id } = await ask(scene.staff);
    const rows = await testDispatcher(db, engineThatGives(9)).lease('upkeep', 50);
    await Promise.all(
      rows.flatMap((row) => [9, 11].map((points) => testDispatcher(db, engineThatGives(points)).deliver(row))),
    );
    const first = await mine(id, scene.applicationId);
    expect(first?.state).toBe('graded');
    for (const row of rows) await testDispatcher(db, engineThatGives(3)).deliver(row);
    expect(await mine(id, scene.applicationId)).toEqual(first);
  });

  it('leaves the verdict alone when the fault is ours', async () => {
    const scene = await handedIn();
    await workOff(db, engineThatGives(5));
    const { id } = await ask(scene.staff);
    for (let tried = 0; tried < 6; tried += 1) {
      await workOff(db, engineThatGives(0, 'internal-error'));
      db.clock.advance(240_000);
    }
    expect(await mine(id, scene.applicationId)).toMatchObject({ state: 'failed', after: null, changed: false });
    await db.unitOfWork.run(scene.staff.admin, (work) => decideRegrade(work, id, true));
    expect(await item(scene.applicationId)).toMatchObject({ points: 5, grading: 'graded' });
  });

  it('by a newer version names its digest, and only where it asks the same', async () => {
    const scene = await handedIn();
    await workOff(db, engineThatGives(5));
    await rejectsWith(ask(scene.staff, 'library'), 'regrade-not-newer');
    const desk = await newer();
    const listed = (await listRegrades(reader(), desk)).tasks.find((task) => task.digest === digest());
    expect(listed?.newerVersion).toBe(90);
    const { id } = await ask(scene.staff, 'library', desk);
    await rejectsWith(ask(scene.staff), 'regrade-open');
    await workOff(db, engineThatGives(12));
    const fresh = desk.task('tensor-quantisation').digest;
    expect(await regradeView(reader(), id)).toMatchObject({ withVersion: 90, withDigest: fresh, taskDigest: digest() });
    expect(await mine(id, scene.applicationId)).toMatchObject({ after: { points: 12 } });
    await db.unitOfWork.run(scene.staff.recruiter, (work) => decideRegrade(work, id, false));
    const other = await newer('variant.js', (text) =>
      text.replace('export function variant(random) {', 'export function variant(random) { random.integer(1, 9);'),
    );
    const again = await ask(scene.staff, 'library', other);
    await workOff(db, engineThatGives(12));
    expect(await mine(again.id, scene.applicationId)).toMatchObject({ state: 'failed', after: null });
  });
});

it('goes back and forth: the tables go and come again, and verdicts stay', async () => {
  const own = await freshDatabase();
  const runner = own.dataSource.createQueryRunner();
  const tables = async () =>
    (
      (await runner.query(
        `SELECT table_name FROM information_schema.tables WHERE table_name ~ 'regrade|similarity|attempt_signal|^verdict$'`,
      )) as { table_name: string }[]
    )
      .map((row) => row.table_name)
      .sort();
  const before = await tables();
  await new AttemptsFairPlay1795608000000().down(runner);
  expect(await tables()).toEqual(['verdict']);
  await new AttemptsFairPlay1795608000000().up(runner);
  expect(await tables()).toEqual(before);
  await runner.release();
  await own.close();
});
