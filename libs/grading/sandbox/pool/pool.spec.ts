// What the pool does when a child dies: with real processes whose jobs say how they end.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Confinement } from './confinement';
import { Pool } from './pool';

const served = resolve('dist/libs/grading/sandbox/pool/serve.js');

/** Ends the first tries of a job as told, one way a try; `served` is how many jobs the process had before this one. */
const childSource = (log: string): string => `
const fs = require('node:fs');
const { dieExhausted, serve } = require(${JSON.stringify(served)});
let served = 0;
let rests = 0;
const burn = (seconds) => {
  const start = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(start);
    if (user + system > seconds * 1e6) return;
  }
};
serve({
  rest: async () => {
    if (rests++ === 0) burn(Number(process.argv[2] ?? 0));
  },
  restAfterMilliseconds: 60_000,
  run: async ({ name, endings, seconds }) => {
    fs.appendFileSync(${JSON.stringify(log)}, name + '\\n');
    const tries = fs.readFileSync(${JSON.stringify(log)}, 'utf8').split('\\n').filter((line) => line === name).length;
    const ending = endings[tries - 1];
    if (ending === 'exhausted') dieExhausted();
    if (ending === 'out of memory') {
      process.stderr.write('Fatal process out of memory: Failed to reserve virtual memory for CodeRange');
      process.abort();
    }
    if (ending === 'death') process.kill(process.pid, 'SIGKILL');
    if (ending === 'idle') await new Promise(() => setInterval(() => undefined, 1000));
    if (seconds) burn(seconds);
    return { tries, served: served++ };
  },
});`;

let folder: string;
let pool: Pool;
let rooms: { readonly memory: number; readonly time: number }[] = [];

/** @param warmUp seconds of processor time that each child takes before its first job */
function open(size: number, { warmUp = 0, time = 1 } = {}): Pool {
  folder = mkdtempSync(join(tmpdir(), 'pool-'));
  const script = join(folder, 'child.js');
  writeFileSync(script, childSource(join(folder, 'log')));
  appendFileSync(join(folder, 'log'), '');
  const confinement: Confinement = {
    level: 'none',
    command: ({ args }) => ({ file: process.execPath, args: [script, ...args] }),
  };
  const needs = { script, nodeFlags: [], reads: [], nativeAddons: false, dataBytes: 0, lifeSeconds: 900 };
  pool = new Pool({
    ...{ size, confinement, guards: { processorSeconds: 20, idleSeconds: 20 }, scale: { memory: 1, time } },
    needs: (room) => {
      rooms.push(room);
      return { ...needs, args: [String(warmUp)] };
    },
    ...{ recycleAfterJobs: 1000, recycleAboveBytes: Infinity },
  });
  return pool;
}

afterEach(async () => {
  await pool.close();
  rooms = [];
  rmSync(folder, { recursive: true, force: true });
});

const run = (name: string, endings: string[] = []) => pool.run({ name, endings }, { priority: 'interactive' });
const triesOf = (name: string) =>
  readFileSync(join(folder, 'log'), 'utf8')
    .split('\n')
    .filter((line) => line === name).length;

it.each(['exhausted', 'out of memory', 'death'])(
  'tries a job once more in a fresh process after: %s',
  async (ending) => {
    open(2);
    // Both children have worked before, so the only fresh process is the one that takes the dead one's place.
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => run(name)));
    while (pool.status().some(({ jobs }) => jobs === 0)) await run('warm');
    expect(await run('unlucky', [ending])).toEqual({ ok: true, result: { tries: 2, served: 0 } });
    expect(pool.replaced).toBe(1);
  },
  30_000,
);

it.each([
  ['exhausted', 'exhausted'],
  ['out of memory', 'exhausted'],
  ['death', 'death'],
])(
  'believes it the second time: %s',
  async (ending, cause) => {
    open(1);
    expect(await run('bomb', [ending, ending])).toMatchObject({ ok: false, cause });
    expect(triesOf('bomb')).toBe(2);
    expect(await run('next')).toMatchObject({ ok: true });
  },
  30_000,
);

it('replaces a child that is killed while it rests', async () => {
  open(1);
  await run('first');
  const [{ pid }] = pool.status();
  process.kill(pid!, 'SIGKILL');
  while (pool.status()[0].pid === pid) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await run('second')).toEqual({ ok: true, result: { tries: 1, served: 0 } });
}, 30_000);

it('lets others go on while a second try waits for its fresh process', async () => {
  open(2);
  await Promise.all([run('a'), run('b')]);
  const names = Array.from({ length: 20 }, (_, index) => `job ${index}`);
  const outcomes = await Promise.all(names.map((name, index) => run(name, index % 5 === 0 ? ['exhausted'] : [])));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(names.map(triesOf)).toEqual(names.map((_, index) => (index % 5 === 0 ? 2 : 1)));
}, 60_000);

it('lets a job go earlier when somebody waits for it who may', async () => {
  open(1);
  const over: string[] = [];
  const queued = (name: string, priority: 'final' | 'speculative') => {
    const payload = { name, endings: [] };
    return { payload, done: pool.run(payload, { priority }).then(() => over.push(name)) };
  };
  const jobs = [
    queued('running', 'final'),
    queued('final', 'final'),
    queued('draft', 'speculative'),
    queued('wanted draft', 'speculative'),
  ];
  pool.promote(jobs[3].payload, 'interactive');
  pool.promote({ name: 'not here' }, 'interactive');
  await Promise.all(jobs.map(({ done }) => done));
  expect(over).toEqual(['running', 'wanted draft', 'final', 'draft']);
}, 30_000);

describe('what a guard stops', () => {
  const guards = { processorSeconds: 0.5, idleSeconds: 0.5 };
  const spend = (seconds: number) =>
    pool.run({ name: 'heavy', endings: [], seconds }, { priority: 'final', guards: { ...guards, idleSeconds: 20 } });

  it('ends well the second time, in a child that may take four times as much', async () => {
    open(1);
    expect(await spend(1)).toEqual({ ok: true, result: { tries: 2, served: 0 } });
    expect(rooms.map(({ memory, time }) => [memory, time])).toEqual([...[1, 4].map((room) => [room, room]), [1, 1]]);
  }, 30_000);

  it('is told as overworked when four times as much is too little', async () => {
    open(1);
    expect(await spend(600)).toEqual({
      ...{ ok: false, cause: 'overworked' },
      reason: 'The child process used more than 2 seconds of processor time.',
    });
  }, 30_000);

  it('is told as a timeout when it does nothing at all', async () => {
    open(1);
    const job = { name: 'idle', endings: ['idle', 'idle'] };
    const outcome = await pool.run(job, { priority: 'final', guards: { ...guards, processorSeconds: 20 } });
    expect(outcome).toEqual({
      ...{ ok: false, cause: 'timeout' },
      reason: 'The child process did nothing for 2 seconds.',
    });
    expect(triesOf('idle')).toBe(2);
  }, 30_000);

  it('is not charged the warming up of a cold child', async () => {
    open(1, { warmUp: 1.5 });
    expect(await spend(0.1)).toEqual({ ok: true, result: { tries: 1, served: 0 } });
  }, 30_000);

  it('is less on a slow machine', async () => {
    open(1, { time: 4 });
    expect(await spend(1)).toEqual({ ok: true, result: { tries: 1, served: 0 } });
  }, 30_000);

  it('lets others go on meanwhile', async () => {
    open(1);
    const idle = pool.run({ name: 'idle', endings: ['', 'idle'], seconds: 600 }, { priority: 'final', guards });
    const over: string[] = [];
    void idle.then(() => over.push('idle'));
    await run('other');
    over.push('other');
    await idle;
    expect(over).toEqual(['other', 'idle']);
  }, 30_000);
});
