// Removes uploads that no application claimed within their day, with their originals.
import type { Work } from '@bringup/platform';

/** Resolves to the number of uploads that were removed. */
export async function removeUnclaimedDocuments(work: Work): Promise<number> {
  const [removed] = await work.manager.query<[{ file_id: string }[], number]>(
    'DELETE FROM document WHERE application_id IS NULL AND token_expires_at <= $1 RETURNING file_id',
    [work.now],
  );
  if (removed.length === 0) return 0;
  await work.manager.query('DELETE FROM stored_file WHERE id = ANY($1)', [removed.map((row) => row.file_id)]);
  return removed.length;
}
