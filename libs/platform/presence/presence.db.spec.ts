// Workers come, report, fall silent and leave; queues are counted as an administrator reads them.
import { eventually } from '../testing';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { reportPresence } from './report-presence';
import { listWorkers, queueStands, recentFailures } from './system.queries';
import type { WorkerFacts } from './worker-presence.entity';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const facts: WorkerFacts = {
  queue: 'bull',
  mail: 'kept',
  node: 'v24.11.0',
  sandboxLevel: 'bubblewrap + prlimit',
  toolchain: 'a toolchain',
  compilers: [{ busy: false, jobs: 3, residentBytes: 1000 }],
  runners: [],
  queued: 0,
  replaced: 1,
  cache: { entries: 1, hits: 2, misses: 3 },
};
const later = (seconds: number) => new Date(db.clock.now().getTime() + seconds * 1000);
const workers = (now = db.clock.now()) => listWorkers(db.unitOfWork.reader, now);

it('a worker is on the list while it reports, is silent when it does not, and gone when it says goodbye', async () => {
  const leave = reportPresence(db.dataSource, db.clock, () => facts);
  await eventually('the worker is on the list', async () => (await workers()).length === 1);
  expect(await workers(later(30))).toMatchObject([{ ...facts, processId: process.pid, present: true }]);
  expect(await workers(later(31))).toMatchObject([{ present: false }]);
  await leave();
  expect(await workers()).toEqual([]);
});

it('what died a day ago is forgotten when the next one reports', async () => {
  await db.dataSource.query(`INSERT INTO worker_presence VALUES (gen_random_uuid(), 'gone', 1, $1, $1, '{}')`, [
    later(-86_401),
  ]);
  const leave = reportPresence(db.dataSource, db.clock, () => facts);
  await eventually('only the new one is left', async () => (await workers()).every(({ host }) => host !== 'gone'));
  await leave();
});

it('counts what waits, is in hand, is due later and has failed, and lists the failures', async () => {
  const row = (queue: string, availableAt: Date, leasedUntil: Date | null, failedAt: Date | null) =>
    db.dataSource.query(
      `INSERT INTO outbox (id, topic, queue, payload, created_at, available_at, leased_until, failed_at, last_error)
       VALUES (gen_random_uuid(), 'some.work', $1, '{}', $2, $2, $3, $4, CASE WHEN $4::timestamptz IS NULL THEN NULL ELSE 'why' END)`,
      [queue, availableAt, leasedUntil, failedAt],
    );
  await row('mail', later(-60), null, null);
  await row('mail', later(-30), later(-1), null);
  await row('mail', later(-30), later(20), null);
  await row('mail', later(30), null, null);
  await row('mail', later(-30), null, later(-10));
  const stands = await queueStands(db.unitOfWork.reader, db.clock.now());
  expect(stands.find(({ name }) => name === 'mail')).toEqual({
    name: 'mail',
    waiting: 2,
    inHand: 1,
    later: 1,
    failed: 1,
    oldestSince: later(-60).toISOString(),
  });
  expect(stands.filter(({ name }) => name !== 'mail').every(({ waiting, failed }) => waiting + failed === 0)).toBe(
    true,
  );
  expect(await recentFailures(db.unitOfWork.reader)).toMatchObject([{ topic: 'some.work', error: 'why' }]);
});
