// Starts the built product as a user does: its own database, worker, API and site, on a free port.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@bringup/platform';
import { freePort } from '../../libs/platform/testing';

const root = path.resolve(__dirname, '../..');

export interface Product {
  /** Address of the site, without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Everything that the processes wrote, for a test that failed. */
  log(): string;
  /** The server processes end and come back on the same port and database, as after a deployment or a crash. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function untilReady(child: ChildProcess, log: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Not ready within 180 s:\n${log()}`)), 180_000);
    child.once('exit', (code) => reject(new Error(`Stopped with ${code} while starting:\n${log()}`)));
    child.stderr?.on('data', () => {
      if (!log().includes('Ready.')) return;
      clearTimeout(limit);
      resolve();
    });
  });
}

/** The product with the demo company in a database of its own; `env` adds settings such as REDIS_URL. */
export async function startProduct(env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bringup-journey-'));
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres(folder, { durable: false });
  const port = await freePort();
  let text = '';
  const start = () => {
    const started = spawn(process.execPath, [path.join(root, 'dist/apps/cli/main.js'), 'serve'], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: postgres.url,
        PORT: String(port),
        DEMO: '1',
        NODE_ENV: 'production',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    text = '';
    const collect = (chunk: Buffer) => (text += chunk.toString());
    started.stdout.on('data', collect);
    started.stderr.on('data', collect);
    return started;
  };
  let child = start();
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end('SIGTERM');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const restart = async () => {
    await end('SIGKILL');
    child = start();
    await untilReady(child, () => text);
  };
  try {
    await untilReady(child, () => text);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, databaseUrl: postgres.url, log: () => text, restart, stop };
}
