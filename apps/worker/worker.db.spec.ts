// The worker as its own process, with each queue driver: it starts, does the work, stops in time, and several of them share it.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type GradingEngine } from '@bringup/grading';
import {
  attemptConsent,
  inviteCandidate,
  issueAttemptLink,
  saveDraft,
  startAttempt,
  submitAttempt,
  assessmentsOfApplication,
  type TaskDesk,
} from '@bringup/attempts';
import { systemActor } from '@bringup/platform';
import { newApplicant, openTestDesk } from '../../libs/attempts/testing';
import { eventually, freePort, startRedis } from '../../libs/platform/testing';
import { freshDatabase, type TestDatabase } from '../../test/database/database';

jest.setTimeout(90_000);

const script = path.resolve('dist/apps/worker/main.js');

interface Process {
  readonly child: ChildProcess;
  readonly output: () => { stdout: string; stderr: string };
  /** Milliseconds and exit code. */
  stop(): Promise<{ took: number; code: number | null }>;
}

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };
let redis: Awaited<ReturnType<typeof startRedis>>;
let processes: Process[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  // The worker goes by the machine's clock, so the test does too.
  db.clock.set(new Date());
  parts = await openTestDesk();
  redis = await startRedis();
});

afterEach(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  processes = [];
  await db.dataSource.query('TRUNCATE mail_message');
});

afterAll(async () => {
  await parts.engine.close();
  await redis.stop();
  await db.close();
});

function launch(env: NodeJS.ProcessEnv): Process {
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const started: Process = {
    child,
    output: () => output,
    async stop() {
      const before = Date.now();
      if (child.exitCode === null) child.kill('SIGTERM');
      const code = await ended;
      return { took: Date.now() - before, code };
    },
  };
  processes.push(started);
  return started;
}

async function startWorker(env: NodeJS.ProcessEnv = {}): Promise<Process> {
  const worker = launch({ DATABASE_URL: db.url, CACHE_FOLDER: '', WORKER_CONCURRENCY: '1', ...env });
  await eventually(
    `the worker is ready; it said ${JSON.stringify(worker.output())}`,
    () => worker.output().stdout.includes('worker ready') || worker.child.exitCode !== null,
    30_000,
  );
  if (worker.child.exitCode !== null) throw new Error(`the worker ended: ${worker.output().stderr}`);
  return worker;
}

/** A mail is written about this very application, invitation or attempt: workers of earlier tests may have left others to write. */
async function mailed(template: string, subjectId: string): Promise<boolean> {
  const rows = await db.dataSource.query<unknown[]>(
    `SELECT 1 FROM mail_message m JOIN outbox o ON o.id = m.id
      WHERE m.template = $1 AND m.state = 'captured' AND o.payload::text LIKE '%' || $2 || '%'`,
    [template, subjectId],
  );
  return rows.length > 0;
}

const drivers: [string, () => NodeJS.ProcessEnv][] = [
  ['in-process', () => ({})],
  ['bull', () => ({ REDIS_URL: redis.url })],
];

describe.each(drivers)('a worker with the %s queue', (name, env) => {
  it('prepares, mails, grades, and says what it works with', async () => {
    const worker = await startWorker(env());
    expect(worker.output().stdout).toBe('worker ready\n');
    expect(worker.output().stderr).toMatch(
      new RegExp(`Queue: ${name}\\. Sandbox: .+\\. Mail: kept on this machine\\.`),
    );
    const { staff, applicationId } = await newApplicant(db);
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await db.unitOfWork.run(staff.recruiter, (work) =>
      inviteCandidate(work, parts.desk, applicationId, { tasks: ['tensor-quantisation'], closesAt }),
    );
    await eventually(
      'the receipt and the invitation are written',
      async () => (await mailed('application-receipt', applicationId)) && (await mailed('invitation-ready', id)),
      20_000,
    );
    const token = await db.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, id));
    db.clock.set(new Date());
    await db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
    await saveDraft(
      db.unitOfWork,
      token,
      1,
      { baseRevision: 0, answer: { kind: 'numeric', fields: { scale: '1' } } },
      db.clock.now(),
    );
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    const item = async () =>
      (await assessmentsOfApplication(db.unitOfWork.reader, applicationId, db.clock.now())).items[0];
    await eventually('the verdict is in', async () => (await item())?.grading === 'graded', 20_000);
    const [{ attemptId }] = await db.dataSource.query<{ attemptId: string }[]>(
      'SELECT id AS "attemptId" FROM attempt WHERE invitation_id = $1',
      [id],
    );
    await eventually('the receipt for the attempt is written', () => mailed('attempt-submitted', attemptId), 10_000);
    const { took, code } = await worker.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(5000);
  });

  it('shares the work with others, and each thing is done once', async () => {
    await Promise.all([startWorker(env()), startWorker(env())]);
    const applicants: Awaited<ReturnType<typeof newApplicant>>[] = [];
    for (let index = 0; index < 5; index += 1) applicants.push(await newApplicant(db));
    const read = async () => {
      const rows = await db.dataSource.query<{ subject_id: string; count: number }[]>(
        `SELECT subject_id, count(*)::int AS count FROM audit_event WHERE action = 'application.read' AND subject_id = ANY($1) GROUP BY 1`,
        [applicants.map(({ applicationId }) => applicationId)],
      );
      return rows.map(({ count }) => count);
    };
    await eventually('every application is read', async () => (await read()).length === applicants.length, 30_000);
    expect(await read()).toEqual(applicants.map(() => 1));
  });

  it('gives the work in hand back when it is stopped in the middle', async () => {
    const worker = await startWorker(env());
    const { staff, applicationId } = await newApplicant(db);
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    await db.unitOfWork.run(staff.recruiter, (work) =>
      inviteCandidate(work, parts.desk, applicationId, { tasks: ['audio-ring-buffer'], closesAt }),
    );
    const prepared = async () => {
      const [row] = await db.dataSource.query<{ leased_until: Date | null; done_at: Date | null }[]>(
        `SELECT o.leased_until, o.done_at FROM outbox o JOIN invitation i ON o.payload->>'invitationId' = i.id::text
          WHERE o.topic = 'invitation.created' AND i.application_id = $1`,
        [applicationId],
      );
      return row;
    };
    await eventually(
      'the work is in hand',
      async () => (await prepared()).leased_until !== null || (await prepared()).done_at !== null,
      20_000,
    );
    const { took } = await worker.stop();
    expect(took).toBeLessThan(5000);
    expect((await prepared()).leased_until).toBeNull();
    await startWorker(env());
    await eventually('the work is done', async () => (await prepared()).done_at !== null, 30_000);
  });
});

describe('a worker that cannot start', () => {
  it.each([
    [
      'a broken address of the database',
      { DATABASE_URL: 'nonsense' },
      'DATABASE_URL is wrong: must look like postgres://',
    ],
    ['a Redis that is not there', { REDIS_URL: 'redis://127.0.0.1:1' }, 'Redis cannot be reached'],
  ])('says why: %s', async (_, env, words) => {
    const worker = launch({ DATABASE_URL: db.url, ...env });
    await eventually('it ends', () => worker.child.exitCode !== null, 30_000);
    expect(worker.child.exitCode).toBe(1);
    expect(worker.output().stderr.trim().split('\n').at(-1)).toContain(words);
    expect(worker.output().stdout).toBe('');
  });

  it('says why: a database that is not there', async () => {
    const worker = launch({ DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none` });
    await eventually('it ends', () => worker.child.exitCode !== null, 30_000);
    expect(worker.child.exitCode).toBe(1);
    expect(worker.output().stderr.trim().split('\n').at(-1)).toContain('The database cannot be reached');
  });
});
