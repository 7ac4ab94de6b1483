// A fresh installation gets its first administrator from the command line, and that person can sign in.
import { signIn } from '@bringup/identity';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import type { Output } from '../command';
import { command } from './people';

describe('the people command', () => {
  let db: TestDatabase;
  const documents: unknown[] = [];
  const output: Output = { json: (document) => documents.push(document), text: () => undefined, log: () => undefined };
  beforeAll(async () => {
    db = await freshDatabase();
    process.env['DATABASE_URL'] = db.url;
  });
  afterAll(async () => {
    delete process.env['DATABASE_URL'];
    await db.close();
  });

  it('adds an administrator whose password is shown once and works', async () => {
    const args = ['add', '--email', 'ada@example.org', '--name', 'Ada Example', '--role', 'admin', '--json'];
    expect(await command.run(args, output)).toBe(0);
    const { password } = documents.at(-1) as { password: string };
    const session = await signIn(db.unitOfWork, { email: 'ada@example.org', password, userAgent: 'spec' });
    expect(session.actor).toMatchObject({ name: 'Ada Example', roles: ['admin'] });
    await command.run(['list', '--json'], output);
    expect(documents.at(-1)).toEqual([{ name: 'Ada Example', email: 'ada@example.org', roles: ['admin'] }]);
  });

  it('says what is missing, and what is there already', async () => {
    await expect(command.run(['add', '--name', 'Nobody'], output)).rejects.toThrow('--email');
    await expect(
      command.run(['add', '--email', 'b@example.org', '--name', 'B', '--role', 'king'], output),
    ).rejects.toThrow('admin, recruiter');
    const again = ['add', '--email', 'ADA@example.org', '--name', 'Ada', '--role', 'recruiter'];
    await expect(command.run(again, output)).rejects.toMatchObject({ code: 'user-exists' });
  });
});
