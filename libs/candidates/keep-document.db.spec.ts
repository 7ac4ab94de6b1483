// Uploads on a real database, read by the real reading process.
import { createHash } from 'node:crypto';
import { DomainError, systemActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { keepDocument, removeUnclaimedDocuments } from './index';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const bytes = Buffer.from('Ada Example\nada@candidate.example\n\nQuantised a detector to INT8 on a Jetson Orin.\n');
const keep = (fileName: string) => keepDocument(db.unitOfWork, { jobSlug: 'job-a', kind: 'resume', fileName, bytes });
const counts = async () =>
  (
    await db.dataSource.query<[{ documents: number; files: number }]>(
      'SELECT (SELECT count(*)::int FROM document) AS documents, (SELECT count(*)::int FROM stored_file) AS files',
    )
  )[0];

it('shows what was read, keeps the original with its hash, and stores no token', async () => {
  const kept = await keep('../../evil\u0000/résumé.txt');
  expect(kept).toMatchObject({
    kind: 'resume',
    fileName: 'résumé.txt',
    format: 'text',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  expect(kept.text).toContain('INT8 on a Jetson Orin');
  expect(kept.fields.email).toBe('ada@candidate.example');
  expect(JSON.stringify(await db.dataSource.query('SELECT * FROM document'))).not.toContain(kept.token);
  const [{ content }] = await db.dataSource.query<[{ content: Buffer }]>('SELECT content FROM stored_file');
  expect(content.equals(bytes)).toBe(true);
});

it('keeps nothing of what cannot be read', async () => {
  const before = await counts();
  const empty = keepDocument(db.unitOfWork, {
    jobSlug: 'job-a',
    kind: 'resume',
    fileName: 'empty.pdf',
    bytes: Buffer.alloc(0),
  });
  await expect(empty).rejects.toBeInstanceOf(DomainError);
  expect(await counts()).toEqual(before);
});

it('removes uploads and their originals when their day is over, and not before', async () => {
  const remove = () => db.unitOfWork.run(systemActor, removeUnclaimedDocuments);
  const { documents } = await counts();
  expect(await remove()).toBe(0);
  db.clock.advance(12 * 3_600_000);
  await keep('later.txt');
  db.clock.advance(12 * 3_600_000);
  expect(await remove()).toBe(documents);
  expect(await counts()).toEqual({ documents: 1, files: 1 });
});
