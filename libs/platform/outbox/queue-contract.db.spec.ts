// What every queue driver must do, run against each of them on a real PostgreSQL and a real Redis.
import Bull from 'bull';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { systemActor } from '../actor';
import { NotificationListener } from '../events/notification-listener';
import { eventually, freePort, startRedis } from '../testing';
import { BullQueue } from './bull-queue';
import { OutboxDispatcher } from './dispatcher';
import { OutboxHandlers, type OutboxJob } from './handlers';
import { InProcessQueue } from './in-process-queue';
import type { JobQueue } from './job-queue';
import { maxTries, retryDelay } from './retry';
import { type QueueName, queueNames, topic } from './topic';

type Job = OutboxJob<{ name: string }>;
interface Worker {
  readonly queue: JobQueue;
  readonly dispatcher: OutboxDispatcher;
}
type Redis = Awaited<ReturnType<typeof startRedis>>;

const work = topic<{ name: string }>('contract.work', 'upkeep');

jest.setTimeout(20_000);

let db: TestDatabase;
let redis: Redis;
let running: { queue: JobQueue; listener: NotificationListener }[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  redis = await startRedis();
  await db.dataSource.query('CREATE TABLE effect (outbox_id uuid NOT NULL, name text NOT NULL, worker int NOT NULL)');
});

afterEach(async () => {
  for (const { queue, listener } of running) {
    await queue.stop(100);
    await listener.close();
  }
  running = [];
  await db.dataSource.query('TRUNCATE outbox, effect');
});

afterAll(async () => {
  await db.close();
  await redis.stop();
});

function bullQueues(url: string): Map<QueueName, Bull.Queue<{ outboxId: string }>> {
  return new Map(queueNames.map((name) => [name, new Bull(name, url, { prefix: `spec` })]));
}

async function startWorker(driver: string, handler: (job: Job) => Promise<void>, concurrency = 2): Promise<Worker> {
  const listener = new NotificationListener(db.url);
  const dispatcher = new OutboxDispatcher(db.dataSource, db.clock, new OutboxHandlers().register(work, handler));
  const queue =
    driver === 'bull'
      ? new BullQueue(bullQueues(redis.url), dispatcher, db.dataSource, listener, db.clock, concurrency)
      : new InProcessQueue(dispatcher, listener, concurrency);
  await queue.start();
  running.push({ queue, listener });
  return { queue, dispatcher };
}

async function emit(name: string, availableAt?: Date): Promise<string> {
  return db.unitOfWork.run(systemActor, async (unit) => unit.emit(work, { name }, availableAt ? { availableAt } : {}));
}

function record(job: Job, worker = 1): Promise<void> {
  return job.finish(async (unit) => {
    await unit.manager.query('INSERT INTO effect VALUES ($1, $2, $3)', [job.id, job.payload.name, worker]);
  });
}

async function effects(): Promise<{ name: string; worker: number }[]> {
  return db.dataSource.query('SELECT name, worker FROM effect ORDER BY name');
}

async function row(id: string) {
  const rows = await db.dataSource.query<
    {
      tries: number;
      done_at: Date | null;
      failed_at: Date | null;
      leased_until: Date | null;
      last_error: string | null;
    }[]
  >('SELECT * FROM outbox WHERE id = $1', [id]);
  return rows[0];
}

/** A door that handlers wait at until the test opens it. */
function door() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

describe.each(['in-process', 'bull'])('the %s driver', (driver) => {
  it('gives every row exactly one result with two workers at once', async () => {
    await startWorker(driver, (job) => record(job, 1), 4);
    await startWorker(driver, (job) => record(job, 2), 4);
    const names = Array.from({ length: 120 }, (_, index) => `row ${String(index).padStart(3, '0')}`);
    for (const name of names) await emit(name);
    await eventually('all rows have a result', async () => (await effects()).length >= names.length);
    expect((await effects()).map((effect) => effect.name)).toEqual(names);
  });

  it('takes up work that was written while nobody listened', async () => {
    await emit('early');
    await startWorker(driver, (job) => record(job));
    await eventually('the row has a result', async () => (await effects()).length === 1);
  });

  it('keeps one result when a slow worker is taken for dead and the row is delivered again', async () => {
    const slow = door();
    let deliveries = 0;
    const handler = async (job: Job) => {
      deliveries += 1;
      if (deliveries === 1) await slow.opened;
      await record(job, deliveries);
    };
    await startWorker(driver, handler);
    await startWorker(driver, handler);
    await emit('twice');
    await eventually('the first delivery', () => deliveries === 1);
    db.clock.advance(31_000);
    await eventually('the second delivery has its result', async () => (await effects()).length === 1);
    slow.open();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(deliveries).toBe(2);
    expect(await effects()).toHaveLength(1);
  });

  it('tries again after a growing delay and not before', async () => {
    const tries: number[] = [];
    await startWorker(driver, async (job) => {
      tries.push(job.tries);
      if (job.tries < 3) throw new Error('not yet');
      await record(job);
    });
    const id = await emit('later');
    await eventually('the first failure', async () => (await row(id)).last_error === 'not yet');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(tries).toEqual([1]);
    db.clock.advance(retryDelay(1));
    await eventually('the second try', () => tries.length === 2);
    await eventually('the second failure', async () => (await row(id)).leased_until === null);
    db.clock.advance(retryDelay(2));
    await eventually('the result', async () => (await effects()).length === 1);
    expect(tries).toEqual([1, 2, 3]);
  });

  it('leaves a row for staff after the last try', async () => {
    let last = 0;
    await startWorker(driver, (job) => {
      if (job.isLastTry) last = job.tries;
      throw new Error('never');
    });
    const id = await emit('hopeless');
    for (let tried = 1; tried <= maxTries; tried += 1) {
      await eventually(
        `try ${tried}`,
        async () => (await row(id)).tries === tried && (await row(id)).leased_until === null,
      );
      db.clock.advance(retryDelay(tried));
    }
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(last).toBe(maxTries);
    expect(await row(id)).toMatchObject({
      tries: maxTries,
      last_error: 'never',
      done_at: null,
      failed_at: expect.any(Date) as Date,
    });
  });

  it('takes a handler that records nothing for a failure', async () => {
    await startWorker(driver, async () => undefined);
    const id = await emit('forgotten');
    await eventually('the failure', async () => (await row(id)).last_error !== null);
    expect((await row(id)).last_error).toBe('the handler of contract.work ended without recording a result');
  });

  it('rolls the result back together with the mark when writing it fails', async () => {
    await startWorker(driver, (job) =>
      job.finish(async (unit) => {
        await unit.manager.query('INSERT INTO effect VALUES ($1, $2, 1)', [job.id, job.payload.name]);
        if (job.tries === 1) throw new Error('the disk is full');
      }),
    );
    const id = await emit('whole');
    await eventually('the failure', async () => (await row(id)).last_error === 'the disk is full');
    expect(await effects()).toEqual([]);
    db.clock.advance(retryDelay(1));
    await eventually('the result', async () => (await effects()).length === 1);
  });

  it('waits until a row is due', async () => {
    await startWorker(driver, (job) => record(job));
    await emit('due', new Date(db.clock.now().getTime() + 60_000));
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(await effects()).toEqual([]);
    db.clock.advance(60_000);
    await eventually('the result', async () => (await effects()).length === 1);
  });

  it('takes over from a worker that died', async () => {
    const dead = new OutboxDispatcher(db.dataSource, db.clock, new OutboxHandlers());
    const id = await emit('orphan');
    expect(await dead.leaseOne(id)).toMatchObject({ id, tries: 1 });
    await startWorker(driver, (job) => record(job));
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(await effects()).toEqual([]);
    db.clock.advance(31_000);
    await eventually('the result', async () => (await effects()).length === 1);
  });

  it('gives back what is in hand when it stops, and a late result of it does not count twice', async () => {
    const slow = door();
    let reached = false;
    const first = await startWorker(driver, async (job) => {
      reached = true;
      await slow.opened;
      await record(job, 1);
    });
    const id = await emit('handed over');
    await eventually('the row is in hand', () => reached);
    const before = Date.now();
    await first.queue.stop(100);
    expect(Date.now() - before).toBeLessThan(3000);
    expect(await row(id)).toMatchObject({ tries: 0, leased_until: null, done_at: null });
    await startWorker(driver, (job) => record(job, 2));
    await eventually('the result', async () => (await effects()).length === 1);
    slow.open();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await effects()).toEqual([{ name: 'handed over', worker: 2 }]);
  });

  it('does not let a row that kills its workers go round for ever', async () => {
    const id = await emit('poison');
    await db.dataSource.query('UPDATE outbox SET tries = $2 WHERE id = $1', [id, maxTries]);
    let called = false;
    await startWorker(driver, async () => {
      called = true;
    });
    await eventually('the row is left for staff', async () => (await row(id)).failed_at !== null);
    expect(called).toBe(false);
  });
});

describe('the bull driver', () => {
  it('loses nothing when Redis is flushed in mid-flight', async () => {
    const gate = door();
    await startWorker('bull', async (job) => {
      await gate.opened;
      await record(job);
    });
    const names = Array.from({ length: 30 }, (_, index) => `row ${String(index).padStart(2, '0')}`);
    for (const name of names) await emit(name);
    const probe = new Bull('upkeep', redis.url, { prefix: 'spec' });
    await eventually('rows wait in Redis', async () => (await probe.getWaitingCount()) >= names.length - 2);
    await probe.client.flushall();
    expect(await probe.getWaitingCount()).toBe(0);
    await probe.close();
    gate.open();
    await eventually('what was in hand has its result', async () => (await effects()).length >= 2);
    db.clock.advance(16_000);
    await eventually('all rows have a result', async () => (await effects()).length >= names.length);
    expect((await effects()).map((effect) => effect.name)).toEqual(names);
  });

  it('leaves nothing behind in Redis', async () => {
    await startWorker('bull', (job) => record(job));
    for (let index = 0; index < 5; index += 1) await emit(`row ${index}`);
    await eventually('all rows have a result', async () => (await effects()).length === 5);
    const probe = new Bull('upkeep', redis.url, { prefix: 'spec' });
    await eventually('no job is kept', async () =>
      Object.values(await probe.getJobCounts()).every((count) => count === 0),
    );
    await probe.close();
  });

  it('says at start that Redis cannot be reached', async () => {
    const listener = new NotificationListener(db.url);
    const dispatcher = new OutboxDispatcher(db.dataSource, db.clock, new OutboxHandlers());
    const queues = bullQueues(`redis://127.0.0.1:${await freePort()}`);
    const queue = new BullQueue(queues, dispatcher, db.dataSource, listener, db.clock, 1);
    await expect(queue.start()).rejects.toMatchObject({ code: 'queue-unreachable' });
    await queue.stop(0);
  }, 20_000);
});
