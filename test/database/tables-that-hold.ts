// Where in a database words stand, so that a spec can tell that they are gone from everywhere.
import type { DataSource } from 'typeorm';

/** Every table of the schema with a row that holds these words in any of its columns. */
export async function tablesThatHold(dataSource: DataSource, words: string): Promise<string[]> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const found = await dataSource.query<unknown[]>(
      `SELECT 1 FROM "${name}" AS row WHERE row::text LIKE '%' || $1 || '%' LIMIT 1`,
      [words],
    );
    if (found.length > 0) holding.push(name);
  }
  return holding;
}
