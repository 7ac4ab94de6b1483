// No guard on time or memory decides a verdict: with a tenth of each, in cold and warm children, alone and beside busy loops, every
// hostile answer ends as the corpus says. A part of the corpora is drawn by a seed; GUARDS=all takes all of them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRandom } from '../../libs/grading/domain/random';
import { type Sandbox } from '../../libs/grading/sandbox/sandbox';
import { startSandbox } from '../../libs/grading/sandbox/start-sandbox';
import { attack, corpus, good, grade, type HostileCase } from './corpus';

const takesAll = process.env['GUARDS'] === 'all';
const random = createRandom(`guards:${process.env['GUARDS_SEED'] ?? '1'}`);
const drawn = (folder: 'c' | 'javascript', count: number): HostileCase[] =>
  takesAll ? corpus(folder) : random.shuffle(corpus(folder)).slice(0, count);

const start = (): Promise<Sandbox> => startSandbox({ cache: false, guardScale: 0.1 });

async function statusOf(sandbox: Sandbox, folder: 'c' | 'javascript', source: string): Promise<string> {
  const { status, ...rest } = folder === 'c' ? await grade(sandbox, source) : await attack(sandbox, source);
  return status === 'internal-error' ? `${status}: ${JSON.stringify(rest)}` : status;
}

let loops: ChildProcess[] = [];

async function stopLoops(): Promise<void> {
  const ended = loops.map((loop) => once(loop, 'exit'));
  for (const loop of loops) loop.kill('SIGKILL');
  await Promise.all(ended);
  loops = [];
}

describe.each([
  ['alone', 0],
  ['beside four busy loops', 4],
])('with a tenth of every guard, %s', (_, busy) => {
  beforeAll(() => {
    loops = Array.from({ length: busy }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  });
  afterAll(stopLoops);

  describe('a warm sandbox', () => {
    let sandbox: Sandbox;
    beforeAll(async () => {
      sandbox = await start();
      await grade(sandbox, good);
    }, 300_000);
    afterAll(() => sandbox.close());

    it.each(
      (['c', 'javascript'] as const).flatMap((folder) =>
        drawn(folder, 5).map((one) => [folder, one.name, one] as const),
      ),
    )(
      '%s: %s',
      async (folder, _name, { source, verdict }) => {
        expect(await statusOf(sandbox, folder, source)).toBe(verdict);
      },
      900_000,
    );
  });

  it.each(
    (['c', 'javascript'] as const).flatMap((folder) => drawn(folder, 1).map((one) => [folder, one.name, one] as const)),
  )(
    'a sandbox that has just started: %s: %s',
    async (folder, _name, { source, verdict }) => {
      const sandbox = await start();
      try {
        expect(await statusOf(sandbox, folder, source)).toBe(verdict);
      } finally {
        await sandbox.close();
      }
    },
    900_000,
  );
});
