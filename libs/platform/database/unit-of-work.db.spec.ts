// One write, one transaction: a fault takes the change, its audit line and its outbox row with it.
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { systemActor } from '../actor';
import { AuditEvent } from '../audit-event.entity';
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
