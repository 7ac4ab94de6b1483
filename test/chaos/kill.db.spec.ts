// Whatever dies in the middle of grading, every submission gets exactly one verdict, and the one that it would have got anyway.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attemptConsent, saveDraft, startAttempt, submitAttempt, TaskDesk } from '@bringup/attempts';
import { type GradingEngine, startGradingEngine, type Verdict } from '@bringup/grading';
import { systemActor } from '@bringup/platform';
import { loadTaskBank } from '@bringup/task-bank';
import { newInvitation } from '../../libs/attempts/testing';
import { eventually, startRedis } from '../../libs/platform/testing';
import { freshDatabase, type TestDatabase } from '../database/database';
import { busyChild, descendantsOf, startWorker, stillAlive, type WorkerProcess } from './worker-process';

jest.setTimeout(120_000);

const slug = 'audio-ring-buffer';
let folder: string;
let db: TestDatabase;
let engine: GradingEngine;
let desk: TaskDesk;
let redis: Awaited<ReturnType<typeof startRedis>>;
let worker: WorkerProcess | undefined;
let sources: Record<'slowToRun' | 'slowToCompile', string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bringup-chaos-'));
  const task = path.join(folder, 'tasks', slug);
  await cp(path.join('assessments', slug), task, { recursive: true });
  // Room for programs that run long enough to be killed in the middle.
  const yaml = path.join(task, 'task.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace(/instructionLimit: \d+/, 'instructionLimit: 200000000'));
  [db, engine, redis] = await Promise.all([
    freshDatabase(),
    startGradingEngine({ cacheFolder: path.join(folder, 'own-cache') }),
    startRedis(),
  ]);
  desk = new TaskDesk(await loadTaskBank(path.join(folder, 'tasks')), () => Promise.resolve(engine));
  const reference = desk.task(slug).files['reference.c'] ?? '';
  const start = 'void ring_init(ring_t *ring) {';
  sources = {
    slowToRun: reference.replace(start, `${start}\n  for (volatile uint32_t i = 0; i < 15000000u; i++) {}`),
    slowToCompile: reference + Array.from({ length: 60 }, (_, index) => oneMoreFunction(index)).join('\n'),
  };
  expect(sources.slowToRun).not.toBe(reference);
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

afterAll(async () => {
  await Promise.all([engine.close(), redis.stop(), db.close()]);
  await rm(folder, { recursive: true });
});

const oneMoreFunction = (index: number): string => `
__attribute__((used, noinline)) static int f${index}(int *a, int n) {
  int s = ${index};
  for (int i = 0; i < n; i++) { s = s * 31 + a[i] % ${index + 3}; if (s & ${index + 1}) s ^= a[s & 7] / ${index + 5}; }
  return s;
}`;

type Driver = 'in-process' | 'bull';

async function launch(driver: Driver): Promise<WorkerProcess> {
  const env = driver === 'bull' ? { REDIS_URL: redis.url } : {};
  // A cache of its own for each, so that what is to be compiled has not been compiled before.
  const cache = await mkdtemp(path.join(folder, 'cache-'));
  worker = await startWorker({ DATABASE_URL: db.url, CACHE_FOLDER: cache, ...env });
  return worker;
}

interface HandedIn {
  readonly applicationId: string;
  readonly token: string;
  readonly expected: Pick<Verdict, 'status' | 'points'>;
}

/** Attempts that are ready to be handed in; no worker may run meanwhile. */
async function answered(count: number, source: string): Promise<HandedIn[]> {
  db.clock.set(new Date());
  const scenes: HandedIn[] = [];
  for (let index = 0; index < count; index += 1) {
    const { applicationId, token } = await newInvitation(db, { desk, engine }, { tasks: [slug] });
    await db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
    await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer: { kind: 'c', source } }, db.clock.now());
    scenes.push({ applicationId, token, expected: await undisturbed(applicationId, source) });
  }
  return scenes;
}

async function undisturbed(applicationId: string, source: string): Promise<Verdict> {
  const [{ seed }] = await db.dataSource.query<{ seed: string }[]>(
    `SELECT t.seed FROM attempt_task t JOIN attempt a ON a.id = t.attempt_id JOIN invitation i ON i.id = a.invitation_id
      WHERE i.application_id = $1`,
    [applicationId],
  );
  const answer = { kind: 'c', source } as const;
  return engine.grade({ task: desk.task(slug), seed: Number(seed), answer, scope: 'all', priority: 'final' });
}

async function handIn(scenes: readonly HandedIn[]): Promise<void> {
  db.clock.set(new Date());
  for (const { token } of scenes) await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
}

interface Graded {
  readonly state: string;
  readonly verdicts: { status: string; points: number }[] | null;
  readonly reports: number;
}

async function resultOf({ applicationId }: HandedIn): Promise<Graded> {
  const rows = await db.dataSource.query<Graded[]>(
    `SELECT s.state,
            (SELECT json_agg(json_build_object('status', v.status, 'points', v.points)) FROM verdict v
              WHERE v.submission_id = s.id) AS verdicts,
            (SELECT count(*)::int FROM audit_event WHERE action = 'assessment.graded' AND subject_id = $1) AS reports
       FROM submission s JOIN attempt_task t ON t.id = s.attempt_task_id JOIN attempt a ON a.id = t.attempt_id
       JOIN invitation i ON i.id = a.invitation_id WHERE i.application_id = $1`,
    [applicationId],
  );
  expect(rows).toHaveLength(1);
  return rows[0];
}

const open = async (where: string): Promise<number> => {
  const [{ n }] = await db.dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM outbox WHERE topic = 'submission.received' AND done_at IS NULL AND ${where}`,
  );
  return n;
};
const isInHand = async (): Promise<boolean> => (await open('leased_until IS NOT NULL')) > 0;

async function expectOneVerdictEach(scenes: readonly HandedIn[]): Promise<void> {
  await eventually('nothing is left to grade', async () => (await open('true')) === 0, 60_000);
  for (const scene of scenes) {
    const { status, points } = scene.expected;
    expect(await resultOf(scene)).toEqual({ state: 'graded', verdicts: [{ status, points }], reports: 1 });
  }
}

/** As if half a minute had gone by: the leases of a worker that is dead run out. */
async function letLeasesRunOut(): Promise<void> {
  await db.dataSource.query(
    `UPDATE outbox SET leased_until = leased_until - interval '31 s', carried_at = carried_at - interval '31 s' WHERE done_at IS NULL`,
  );
}

async function flushRedis(): Promise<void> {
  const socket = connect(Number(new URL(redis.url).port), '127.0.0.1');
  const reply = new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
  });
  socket.write('FLUSHALL\r\n');
  expect(await reply).toBe('+OK\r\n');
  socket.destroy();
}

describe.each([
  ['runner', 'slowToRun'],
  ['compiler', 'slowToCompile'],
] as const)('a %s that is killed in the middle of a job', (role, source) => {
  it('is replaced, and its submission graded all the same', async () => {
    const scenes = await answered(2, sources[source]);
    const { pid } = await launch('in-process');
    await handIn(scenes);
    const victim = await busyChild(pid, role, isInHand);
    process.kill(victim, 'SIGKILL');
    await expectOneVerdictEach(scenes);
    expect(stillAlive([victim])).toEqual([]);
  });
});

describe.each(['in-process', 'bull'] as const)(
  'a worker with the %s queue that is killed in the middle of a job',
  (driver) => {
    it('leaves nothing running, and another one takes its work over', async () => {
      const scenes = await answered(2, sources.slowToRun);
      const first = await launch(driver);
      await handIn(scenes);
      await busyChild(first.pid, 'runner', isInHand);
      const family = descendantsOf(first.pid).map(({ pid }) => pid);
      await first.stop('SIGKILL');
      expect(await open('true')).toBeGreaterThan(0);
      await eventually('its sandbox is gone', () => stillAlive(family).length === 0, 15_000);
      await letLeasesRunOut();
      await launch(driver);
      await expectOneVerdictEach(scenes);
    });
  },
);

describe('a Redis that forgets everything', () => {
  it('loses no submission: what was waiting in it is handed out again', async () => {
    const scenes = await answered(3, sources.slowToRun);
    const { pid } = await launch('bull');
    await handIn(scenes);
    await busyChild(pid, 'runner', isInHand);
    expect(await open('carried_at IS NOT NULL AND leased_until IS NULL')).toBeGreaterThan(0);
    await flushRedis();
    await expectOneVerdictEach(scenes);
  });
});
