// The embedded database outlives every accident to the small files beside it: real servers on real folders.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres';
import { findRunningServer, isAlive } from './server-process';

const fast = { durable: false };

async function inDatabase<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const keep = (url: string) => inDatabase(url, (client) => client.query(`CREATE TABLE kept AS SELECT 'here' AS word`));
const kept = (url: string) =>
  inDatabase(url, async (client) => (await client.query<{ word: string }>('SELECT word FROM kept')).rows[0]?.word);

/** The folder that holds cluster and connection file: root may be given another one than it asked for. */
const dataFolder = (url: string) =>
  inDatabase(url, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return path.dirname(rows[0]!.data_directory);
  });

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let data: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'embedded-'));
    chmodSync(folder, 0o755);
    const server = await startEmbeddedPostgres(folder, fast);
    await keep(server.url);
    data = await dataFolder(server.url);
    await server.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const connectionFile = () => path.join(data, 'connection.json');
  const accidents: [string, () => void][] = [
    ['nothing happened', () => undefined],
    ['the connection file is empty', () => truncateSync(connectionFile(), 0)],
    ['the connection file is cut short', () => truncateSync(connectionFile(), 9)],
    ['the connection file is missing', () => rmSync(connectionFile())],
    ['the connection file cannot be read', () => chmodSync(connectionFile(), 0)],
    ['the connection file holds something else', () => writeFileSync(connectionFile(), '{"port":"x"}')],
    ['the connection file holds zeros', () => writeFileSync(connectionFile(), Buffer.alloc(60))],
    [
      'the connection file holds another password',
      () => writeFileSync(connectionFile(), JSON.stringify({ port: 5999, password: 'another' })),
    ],
    ['a start left its lock', () => writeFileSync(path.join(data, 'starting.lock'), '999999999')],
    ['a start left half a connection file', () => writeFileSync(`${connectionFile()}.1.part`, '{"po')],
    ['a crash left a process number', () => writeFileSync(path.join(data, 'cluster/postmaster.pid'), '1\n')],
    ['the process number is empty', () => writeFileSync(path.join(data, 'cluster/postmaster.pid'), '')],
    ['an old marker is missing', () => rmSync(path.join(data, 'cluster/bringup-initialised'), { force: true })],
  ];

  it.each(accidents)('loses nothing when %s', async (_, accident) => {
    accident();
    const server = await startEmbeddedPostgres(folder, fast);
    try {
      expect(await kept(server.url)).toBe('here');
    } finally {
      await server.stop();
    }
  });

  it('leaves a folder without PG_VERSION as it is and says what to do', async () => {
    const version = path.join(data, 'cluster/PG_VERSION');
    renameSync(version, `${version}.away`);
    await expect(startEmbeddedPostgres(folder, fast)).rejects.toThrow(/holds files but no PG_VERSION.*backup/);
    renameSync(`${version}.away`, version);
    const server = await startEmbeddedPostgres(folder, fast);
    expect(await kept(server.url)).toBe('here');
    await server.stop();
  });

  it('is joined by a second start, also when the file names another port', async () => {
    const server = await startEmbeddedPostgres(folder, fast);
    const noted = JSON.parse(readFileSync(connectionFile(), 'utf8')) as object;
    writeFileSync(connectionFile(), JSON.stringify({ ...noted, port: 1 }));
    const second = await startEmbeddedPostgres(folder, fast);
    expect(second.url).toBe(server.url);
    await second.stop();
    expect(await kept(server.url)).toBe('here');
    await server.stop();
  });

  it('says what to do when it runs and its password is lost', async () => {
    const server = await startEmbeddedPostgres(folder, fast);
    const noted = readFileSync(connectionFile(), 'utf8');
    rmSync(connectionFile());
    await expect(startEmbeddedPostgres(folder, fast)).rejects.toThrow(/Stop the Bringup that runs there/);
    writeFileSync(connectionFile(), noted);
    await server.stop();
  });

  it('makes one database for two first starts at once', async () => {
    const fresh = mkdtempSync(path.join(tmpdir(), 'embedded-'));
    chmodSync(fresh, 0o755);
    const [one, two] = await Promise.all([startEmbeddedPostgres(fresh, fast), startEmbeddedPostgres(fresh, fast)]);
    expect(one.url).toBe(two.url);
    await Promise.all([one.stop(), two.stop()]);
    rmSync(fresh, { recursive: true, force: true });
  });

  it('ends with a launcher that is killed', async () => {
    const module = path.join(__dirname, '../../../dist/libs/platform/embedded/embedded-postgres.js');
    expect(existsSync(module)).toBe(true);
    const script = `require(${JSON.stringify(module)}).startEmbeddedPostgres(${JSON.stringify(folder)}, { durable: false })
      .then(() => { console.log('up'); setInterval(() => undefined, 1000); })`;
    const launcher: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => launcher.stdout?.once('data', resolve));
    const running = findRunningServer(path.join(data, 'cluster'));
    expect(running).toBeDefined();
    launcher.kill('SIGKILL');
    while (running && isAlive(running.pid)) await sleep(50);
    const server = await startEmbeddedPostgres(folder, fast);
    expect(await kept(server.url)).toBe('here');
    await server.stop();
  });
});
