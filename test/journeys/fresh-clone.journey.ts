// A stranger's first minutes: clone into a folder that only its owner can read, npm start, one request, stop; and again with the data kept.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../libs/platform/testing';

const root = path.resolve(__dirname, '../..');
const firstStartMs = 480_000;
const secondStartMs = 60_000;

interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
}

function npmStart(folder: string, port: number, env: NodeJS.ProcessEnv = {}): Started {
  const clean = { ...process.env };
  delete clean['DATABASE_URL'];
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...clean, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const collect = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { child, text: () => text };
}

async function ready({ child, text }: Started, limitMs: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Not ready within ${limitMs / 1000} s:\n${text()}`)), limitMs);
    const look = () => {
      if (!text().includes('Ready.')) return;
      clearTimeout(limit);
      resolve();
    };
    child.stderr?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`Ended with ${code}:\n${text()}`));
    });
  });
}

async function ended({ child }: Started): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

/** What a terminal does at Ctrl-C: the signal goes to the whole group. */
function pressCtrlC({ child }: Started): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
}

async function jobTitles(port: number): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${port}/api/jobs`);
  const { items } = (await response.json()) as { items: { title: string }[] };
  return items.map((item) => item.title);
}

describe('a fresh clone', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'bringup-clone-'));
  const folder = path.join(parent, 'bringup');
  /** Where root's embedded PostgreSQL goes when its own user cannot reach the clone; everybody may look into this folder. */
  const state = mkdtempSync(path.join(tmpdir(), 'bringup-state-'));
  let port = 0;

  beforeAll(async () => {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, folder]);
    chmodSync(state, 0o755);
    port = await freePort();
  });
  afterAll(() => {
    for (const made of [parent, state]) rmSync(made, { recursive: true, force: true });
  });

  it(
    'starts from nothing, answers, stops cleanly, and keeps its data for the second, quick start',
    async () => {
      const first = npmStart(folder, port, { BRINGUP_STATE_FOLDER: state });
      await ready(first, firstStartMs);
      expect(first.text()).toMatch(/bringup-demo/);
      const before = await jobTitles(port);
      expect(before.length).toBeGreaterThan(0);
      pressCtrlC(first);
      await ended(first);
      await expect(fetch(`http://127.0.0.1:${port}/api/jobs`)).rejects.toThrow();

      const second = npmStart(folder, port, { BRINGUP_STATE_FOLDER: state });
      await ready(second, secondStartMs);
      expect(await jobTitles(port)).toEqual(before);

      // While it runs: the port is taken, and a broken DATABASE_URL is named; one clear line each.
      const taken = npmStart(folder, port, { BRINGUP_STATE_FOLDER: state });
      expect(await ended(taken)).toBe(1);
      expect(taken.text()).toMatch(new RegExp(`bringup: Port ${port} is taken.*PORT=`));
      const broken = npmStart(folder, await freePort(), {
        DATABASE_URL: 'mysql://nowhere',
        BRINGUP_STATE_FOLDER: state,
      });
      expect(await ended(broken)).toBe(1);
      expect(broken.text()).toMatch(/bringup: DATABASE_URL is wrong: .*postgres:\/\//);
      pressCtrlC(second);
      await ended(second);
    },
    firstStartMs + 4 * secondStartMs,
  );
});
