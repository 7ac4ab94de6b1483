// A child and everything that stands between it and us (nice, prlimit, bubblewrap): started, ended and waited for as one.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Readable, type Writable } from 'node:stream';

/** Pauses between looks for what is left of a killed child, and the end of patience with a host that cannot end a process. */
const firstLookMilliseconds = 30;
const longestPauseMilliseconds = 1000;
const mostWaitMilliseconds = 30_000;

const living = new Set<ProcessTree>();
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function killAll(): void {
  for (const tree of living) tree.kill();
}

/** Children have a session of their own, so a terminal's Ctrl-C does not reach them: who leaves the end to Node ends them too. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  killAll();
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}

function began(tree: ProcessTree): void {
  if (living.size === 0) {
    process.on('exit', killAll);
    // Before all others: one that listens once is off the list when its turn is over.
    for (const signal of endingSignals) process.prependListener(signal, onSignal);
  }
  living.add(tree);
}

function isOver(tree: ProcessTree): void {
  living.delete(tree);
  if (living.size > 0) return;
  process.off('exit', killAll);
  for (const signal of endingSignals) process.off(signal, onSignal);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** Processes whose command line holds the mark; a process that has ended and waits for its parent has none. */
function markedProcesses(mark: string): number[] {
  const isMarked = (pid: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(mark);
    } catch {
      return false;
    }
  };
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isMarked(name))
      .map(Number);
  } catch {
    return [];
  }
}

export class ProcessTree {
  private readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** An argument that nothing uses: it is in the command line of every process of the tree. */
  private readonly mark = `--child=${randomUUID()}`;
  private hasExited = false;
  private isEnding = false;
  private timer: NodeJS.Timeout | undefined;
  private finish: () => void = () => undefined;
  /** Resolves when every process of the tree has ended and its pipes are closed. */
  readonly ended: Promise<void>;

  /** @param onExit told once: why it ended, or that it could not be started */
  constructor(file: string, args: readonly string[], onExit: (words: string) => void) {
    this.process = spawn(file, [...args, this.mark], {
      env: {},
      cwd: '/',
      stdio: ['pipe', 'pipe', 'pipe'],
      // A session and a process group of its own: one signal reaches all of it.
      detached: true,
    });
    this.ended = new Promise((resolve) => (this.finish = resolve));
    began(this);
    this.process.stdin.on('error', () => undefined);
    this.process.on('error', (error) => {
      onExit(`could not be started: ${error.message}`);
      if (this.pid === null) this.over();
    });
    this.process.on('exit', (code, signal) => {
      this.hasExited = true;
      onExit(`ended with ${signal ?? `code ${code ?? '?'}`}`);
      this.kill();
    });
    // Every process of the tree holds the pipes, so they are closed when none is left.
    this.process.on('close', () => this.over());
  }

  get pid(): number | null {
    return this.process.pid ?? null;
  }

  get stdin(): Writable {
    return this.process.stdin;
  }

  get stdout(): Readable {
    return this.process.stdout;
  }

  get stderr(): Readable {
    return this.process.stderr;
  }

  /**
   * Ends all of it, at once and whenever it was started. Bubblewrap's inner process leaves the group before it is tied to the
   * life of the outer one; killed between the two, the outer one would leave it behind. So what is left is looked for by its mark.
   */
  kill(): void {
    const { pid } = this;
    // The number of a process that was waited for can belong to another one.
    if (pid !== null && !this.hasExited) killQuietly(-pid);
    if (this.isEnding) return;
    this.isEnding = true;
    this.process.stdin.destroy();
    this.lookAfter(firstLookMilliseconds, Date.now() + mostWaitMilliseconds);
  }

  private lookAfter(pause: number, until: number): void {
    this.timer = setTimeout(() => {
      markedProcesses(this.mark).forEach(killQuietly);
      if (Date.now() > until) this.over();
      else this.lookAfter(Math.min(2 * pause, longestPauseMilliseconds), until);
    }, pause);
  }

  /** Nothing of it keeps the event loop going any more. */
  private over(): void {
    clearTimeout(this.timer);
    this.isEnding = true;
    for (const pipe of [this.process.stdin, this.process.stdout, this.process.stderr]) pipe.destroy();
    this.process.unref();
    isOver(this);
    this.finish();
  }
}
