// A connection to the test server's own database, for making and dropping others.
import { Client } from 'pg';

export async function withServer<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const url = process.env['BRINGUP_TEST_SERVER'];
  if (!url) throw new Error('The database tests run through jest project "database", which starts PostgreSQL.');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
