// Removes documents with their originals: uploads that nobody claimed, and what an application brought in when its time is over.
import type { Work } from '@bringup/platform';

/** Removes uploads that no application claimed within their day. Resolves to their number. */
export async function removeUnclaimedDocuments(work: Work): Promise<number> {
  return remove(work, 'application_id IS NULL AND token_expires_at <= $1', work.now);
}

/** Removes what an application brought in. Whatever quotes it must be gone before. Resolves to the number of documents. */
export async function removeDocumentsOfApplication(work: Work, applicationId: string): Promise<number> {
  return remove(work, 'application_id = $1', applicationId);
}

async function remove(work: Work, condition: string, value: Date | string): Promise<number> {
  const [removed] = await work.manager.query<[{ file_id: string }[], number]>(
    `DELETE FROM document WHERE ${condition} RETURNING file_id`,
    [value],
  );
  if (removed.length === 0) return 0;
  await work.manager.query('DELETE FROM stored_file WHERE id = ANY($1)', [removed.map((row) => row.file_id)]);
  return removed.length;
}
