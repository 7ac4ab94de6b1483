// One confined child process: started, given one job at a time, killed when it is slow, silent or wrong.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { type Readable, type Writable } from 'node:stream';
import { type WorkerStatus } from '../sandbox';
import { type ChildNeeds, type Confinement } from './confinement';
import { encodeFrame, FrameReader } from './frames';
import { processorSeconds } from './processor-time';
import { type ChildMessage } from './serve';

/** `timeout`: no sign of life for too long; `overworked`: the job used up its processor time; `exhausted`: it used up the memory; `death`: anything else. */
export type DeathCause = 'timeout' | 'overworked' | 'exhausted' | 'death';

/** What one job may take. */
export interface JobLimits {
  /** Without a sign of life for this long, the child is killed. */
  readonly milliseconds: number;
  /** Processor time of the job; where the host does not tell it, real time stands in for it. */
  readonly processorSeconds?: number;
}

/** The child died, was killed or spoke nonsense in the middle of a job. */
export class ChildDied extends Error {
  constructor(
    message: string,
    readonly deathCause: DeathCause,
  ) {
    super(message);
  }
}

const startMilliseconds = 30_000;
const mostErrorText = 4000;

interface Waiting {
  onMessage(message: ChildMessage): void;
  onDeath(error: ChildDied): void;
}

export class Child {
  private readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly reader = new FrameReader();
  private waiting: Waiting | null = null;
  private errorText = '';
  private residentBytes = 0;
  private isDead = false;
  jobs = 0;
  busy = false;
  /** Resolves when the child can take a job. */
  readonly ready: Promise<void>;

  /** @param onIdleDeath called when the child, once ready, dies while it has no job */
  constructor(
    confinement: Confinement,
    needs: ChildNeeds,
    private readonly onIdleDeath: () => void,
  ) {
    const { file, args } = confinement.command(needs);
    this.process = spawn(file, args, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], detached: false });
    this.process.stdout.on('data', (piece: Buffer) => this.receive(piece));
    this.process.stderr.on('data', (piece: Buffer) => {
      if (this.errorText.length < mostErrorText) this.errorText += piece.toString('utf8');
    });
    this.process.stdin.on('error', () => undefined);
    this.process.on('error', (error) => this.died(`could not be started: ${error.message}`, 'death'));
    this.process.on('exit', (code, signal) => {
      const words = this.errorText.trim();
      // The limits of the host make V8 and the C++ library end the process; that is the memory of what it ran.
      const isExhausted = /bad_alloc|out of memory|Allocation failed/i.test(words);
      this.died(
        `ended with ${signal ?? `code ${code ?? '?'}`}${words === '' ? '' : `: ${words}`}`,
        isExhausted ? 'exhausted' : 'death',
      );
    });
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.kill('did not start in time', 'timeout'), startMilliseconds);
      this.waiting = {
        onMessage: (message) => {
          clearTimeout(timer);
          this.waiting = null;
          if (message.type === 'ready') resolve();
          else this.kill('spoke before it was asked', 'death');
        },
        onDeath: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
    });
    this.ready.catch(() => undefined);
  }

  get dead(): boolean {
    return this.isDead;
  }

  status(): WorkerStatus {
    return { pid: this.process.pid ?? null, busy: this.busy, jobs: this.jobs, residentBytes: this.residentBytes };
  }

  /**
   * Runs one job. The clock starts anew with each sign of progress.
   * @throws ChildDied when the child did not answer.
   */
  async run(job: unknown, limits: JobLimits, onProgress?: (progress: unknown) => void): Promise<unknown> {
    await this.ready;
    this.jobs++;
    const watch = this.watchProcessor(limits.processorSeconds);
    try {
      return await this.answerTo(job, limits.milliseconds, onProgress);
    } finally {
      clearInterval(watch);
    }
  }

  private watchProcessor(limit: number | undefined): NodeJS.Timeout | undefined {
    if (limit === undefined) return undefined;
    const clock = (): number => processorSeconds(this.process.pid ?? 0) ?? performance.now() / 1000;
    const start = clock();
    return setInterval(() => {
      if (clock() - start > limit) this.kill(`used more than ${limit} seconds of processor time`, 'overworked');
    }, 250);
  }

  private answerTo(job: unknown, milliseconds: number, onProgress?: (progress: unknown) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const stop = (): void => this.kill(`did not answer within ${milliseconds / 1000} seconds`, 'timeout');
      let timer = setTimeout(stop, milliseconds);
      this.waiting = {
        onMessage: (message) => {
          clearTimeout(timer);
          if (message.type === 'progress') {
            timer = setTimeout(stop, milliseconds);
            onProgress?.(message.progress);
            return;
          }
          this.waiting = null;
          if (message.type === 'exhausted') {
            reject(new ChildDied('What the child process ran used up its memory.', 'exhausted'));
            return this.kill('ran out of memory', 'exhausted');
          }
          if (message.type !== 'result') return this.kill('spoke out of turn', 'death');
          this.residentBytes = Number(message.residentBytes) || 0;
          resolve(message.result);
        },
        onDeath: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      this.process.stdin.write(encodeFrame(job));
    });
  }

  /** Ends the child at once. */
  kill(reason: string, deathCause: DeathCause): void {
    this.process.kill('SIGKILL');
    this.died(reason, deathCause);
  }

  private receive(piece: Buffer): void {
    try {
      for (const message of this.reader.push(piece)) {
        if (!this.waiting) return this.kill('spoke without being asked', 'death');
        this.waiting.onMessage(message as ChildMessage);
      }
    } catch {
      this.kill('sent something that is not a message', 'death');
    }
  }

  private died(reason: string, deathCause: DeathCause): void {
    if (this.isDead) return;
    this.isDead = true;
    const { waiting } = this;
    this.waiting = null;
    if (waiting) waiting.onDeath(new ChildDied(`The child process ${reason}.`, deathCause));
    else this.onIdleDeath();
  }
}
