// One write, one transaction: a fault takes the change, its audit line and its outbox row with it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { systemActor } from '../actor';
import { AuditEvent } from '../audit-event.entity';
import { liveChannel, outboxChannel } from '../events/channels';
import { OutboxRow } from '../outbox/outbox-row.entity';
import { topic } from '../outbox/topic';

const sampleTopic = topic<{ subjectId: string }>('sample.happened', 'upkeep');

describe('a unit of work on a real database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
  });
  afterAll(async () => db.close());

  it('commits the audit line and the outbox row together', async () => {
    const subjectId = randomUUID();
    await db.unitOfWork.run(systemActor, async (work) => {
      await work.audit('sample.happened', { type: 'sample', id: subjectId });
      await work.emit(sampleTopic, { subjectId });
    });
    expect(await db.dataSource.getRepository(AuditEvent).countBy({ subjectId })).toBe(1);
    const rows = await db.dataSource.getRepository(OutboxRow).findBy({ topic: 'sample.happened' });
    expect(rows.map((row) => row.payload)).toEqual([{ subjectId }]);
    expect(rows[0]?.availableAt).toEqual(db.clock.now());
  });

  it('tells those who listen once it is committed, each subject once, and of work that is due', async () => {
    const [kept, lost] = [randomUUID(), randomUUID()];
    const heard: string[] = [];
    const listener = new Client({ connectionString: db.url });
    listener.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
    await listener.connect();
    await listener.query(`LISTEN ${liveChannel}; LISTEN ${outboxChannel}`);
    const failed = db.unitOfWork.run(systemActor, async (work) => {
      work.announce(`sample:${lost}`);
      await work.emit(sampleTopic, { subjectId: lost });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const later = new Date(db.clock.now().getTime() + 60_000);
    await db.unitOfWork.run(systemActor, (work) => work.emit(sampleTopic, { subjectId: kept }, { availableAt: later }));
    await db.unitOfWork.run(systemActor, async (work) => {
      work.announce(`sample:${kept}`);
      await work.emit(sampleTopic, { subjectId: kept });
      work.announce(`sample:${kept}`);
    });
    db.unitOfWork.mention('sample:last');
    while (!heard.includes(`${liveChannel} sample:last`)) await sleep(10);
    await listener.end();
    expect(heard.sort()).toEqual([
      `${liveChannel} sample:${kept}`,
      `${liveChannel} sample:last`,
      `${outboxChannel} upkeep`,
    ]);
  });

  it('leaves no trace when the write fails', async () => {
    const subjectId = randomUUID();
    const write = db.unitOfWork.run(systemActor, async (work) => {
      await work.audit('sample.happened', { type: 'sample', id: subjectId });
      await work.emit(sampleTopic, { subjectId });
      throw new Error('changed my mind');
    });
    await expect(write).rejects.toThrow('changed my mind');
    expect(await db.dataSource.getRepository(AuditEvent).countBy({ subjectId })).toBe(0);
    expect(
      (await db.dataSource.getRepository(OutboxRow).find()).some((row) => row.payload['subjectId'] === subjectId),
    ).toBe(false);
  });
});
