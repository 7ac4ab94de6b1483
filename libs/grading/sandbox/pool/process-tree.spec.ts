// A killed child leaves nothing behind, at whatever moment it is killed, and who started it can end.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { probeConfinement } from './confinement';
import { ProcessTree } from './process-tree';

const compiled = resolve('dist/libs/grading/sandbox');

/** How many processes have this text in their command lines; with `pid`, whether this one has. */
function processesWith(text: string, pid?: string): number {
  const commandLine = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    } catch {
      return '';
    }
  };
  const pids = pid === undefined ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [pid];
  return pids.filter((pid) => commandLine(pid).includes(text)).length;
}

describe('a child and what stands before it', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bringup-tree-'));
    writeFileSync(join(folder, 'child.js'), 'for (;;);');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([true, false])(
    'leave nothing when they are killed within 10 ms of the start (wrappers: %s)',
    async (wrappers) => {
      const confinement = await probeConfinement(wrappers);
      const { file, args } = confinement.command({
        ...{ script: join(folder, 'child.js'), args: [], nodeFlags: [], reads: [folder] },
        ...{ nativeAddons: false, dataBytes: 2 ** 31, lifeSeconds: 60 },
      });
      for (let batch = 0; batch < 24; batch++) {
        const trees = Array.from({ length: 10 }, async (_, index) => {
          const tree = new ProcessTree(file, args, () => undefined);
          const delay = (batch * 10 + index) % 11;
          if (delay > 0) await new Promise((wake) => setTimeout(wake, delay));
          tree.kill();
          await tree.ended;
        });
        await Promise.all(trees);
        expect(processesWith(folder)).toBe(0);
      }
    },
    120_000,
  );

  it('are ended when the outermost of them is killed by somebody else', async () => {
    const { command } = await probeConfinement();
    const { file, args } = command({
      ...{ script: join(folder, 'child.js'), args: [], nodeFlags: [], reads: [folder] },
      ...{ nativeAddons: false, dataBytes: 2 ** 31, lifeSeconds: 60 },
    });
    const exits: string[] = [];
    const tree = new ProcessTree(file, args, (words) => exits.push(words));
    process.kill(tree.pid!, 'SIGKILL');
    await tree.ended;
    expect(exits).toEqual(['ended with SIGKILL']);
    expect(processesWith(folder)).toBe(0);
  }, 30_000);

  it('say so when they cannot be started', async () => {
    const exits: string[] = [];
    const tree = new ProcessTree(join(folder, 'missing'), [], (words) => exits.push(words));
    await tree.ended;
    expect(exits).toEqual([expect.stringMatching(/^could not be started: .*ENOENT/)]);
  });
});

/**
 * A command in short: it compiles a bomb, closes, says so, and has nothing more to do. The bomb takes all the steps that a source
 * may take, seconds on any machine; the compiler is at it when the small program before it is done.
 */
const commandSource = (end: string): string => `
const { startSandbox } = require(${JSON.stringify(join(compiled, 'start-sandbox.js'))});
// Listens once, as services do, and before there is a child.
const told = new Promise((resolve) => process.once('SIGTERM', resolve));
startSandbox({ cache: false }).then(async (sandbox) => {
  const compile = (source) => sandbox.compile(
    { file: 'bomb.c', headers: [], flags: ['-O2'], exports: ['go'], stackBytes: 1024, heapBytes: 0, source });
  const before = compile('int go(int n) { return n; }');
  const doubled = Array.from({ length: 40 }, (_, i) => '#define A' + (i + 1) + ' A' + i + ' + A' + i + '\\n').join('');
  const bomb = compile('#define A0 n\\n' + doubled + 'int go(int n) { return A40; }');
  const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  ${end}
});`;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a command', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'bringup-command-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [
      'in the middle of a compile bomb',
      'await before; await after(200); await sandbox.close(); console.log((await bomb).status);',
    ],
    ['that closes at once', 'await sandbox.close(); console.log((await bomb).status);'],
    [
      'whose compiler was killed',
      'await after(500); process.kill(sandbox.status().compilers[0].pid, "SIGKILL"); await after(500); await sandbox.close(); console.log((await bomb).status);',
    ],
    [
      'that is told to end and closes in order',
      'await before; process.kill(process.pid, "SIGTERM"); await told; await after(300); await sandbox.close(); console.log((await bomb).status);',
    ],
    ['that throws', 'throw new Error("on purpose");'],
  ])(
    'ends by itself %s, and leaves no process',
    async (_, end) => {
      const script = join(folder, 'command.js');
      writeFileSync(script, commandSource(`console.error(JSON.stringify(sandbox.status())); ${end}`));
      const { stdout, stderr, code } = await new Promise<{ stdout: string; stderr: string; code: unknown }>(
        (resolve) => {
          execFile(process.execPath, [script], (error, stdout, stderr) =>
            resolve({ stdout, stderr, code: error?.code ?? 0 }),
          );
        },
      );
      expect({ stdout, code }).toEqual(
        end.startsWith('throw') ? { stdout: '', code: 1 } : { stdout: 'internal-error\n', code: 0 },
      );
      const pids = [...stderr.matchAll(/"pid":(\d+)/g)].map((found) => found[1] ?? '');
      expect(pids).toHaveLength(2);
      // What a command that throws leaves to the end of input takes a moment.
      while (pids.some((pid) => processesWith(`--child=`, pid) > 0)) await pause(20);
    },
    120_000,
  );
});
