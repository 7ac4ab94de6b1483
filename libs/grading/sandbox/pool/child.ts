// One confined child process: started, given one job at a time, killed when a guard stops it, or when it is silent or wrong.
import { type WorkerStatus } from '../sandbox';
import { type ChildNeeds, type Confinement } from './confinement';
import { encodeFrame, FrameReader } from './frames';
import { type DeathCause, type Guards, timesAsMuch, Watch } from './guards';
import { ProcessTree } from './process-tree';
import { type ChildMessage } from './serve';

/** The child died, was killed or spoke nonsense in the middle of a job. */
export class ChildDied extends Error {
  constructor(
    message: string,
    readonly deathCause: DeathCause,
  ) {
    super(message);
  }
}

/** For loading, and for warming up before the first job: neither is charged to a job. */
const startGuards: Guards = { processorSeconds: 120, idleSeconds: 20 };
const mostErrorText = 4000;

export interface ChildOptions {
  readonly confinement: Confinement;
  readonly needs: ChildNeeds;
  /** All guards of this child are so many times as wide. */
  readonly guardScale: number;
  /** Called when the child, once ready, dies while it has no job. */
  readonly onIdleDeath: () => void;
}

interface Waiting {
  onMessage(message: ChildMessage): void;
  onDeath(error: ChildDied): void;
}

export class Child {
  private readonly tree: ProcessTree;
  private readonly reader = new FrameReader();
  private waiting: Waiting | null = null;
  private errorText = '';
  private residentBytes = 0;
  private usedSeconds = 0;
  private isDead = false;
  jobs = 0;
  busy = false;
  /** Resolves when the child can take a job. */
  readonly ready: Promise<void>;

  constructor(private readonly options: ChildOptions) {
    const { confinement, needs } = options;
    const { file, args } = confinement.command(needs);
    this.tree = new ProcessTree(file, args, (words) => this.exited(words));
    this.tree.stdout.on('data', (piece: Buffer) => this.receive(piece));
    this.tree.stderr.on('data', (piece: Buffer) => {
      if (this.errorText.length < mostErrorText) this.errorText += piece.toString('utf8');
    });
    this.ready = this.watchStart();
    this.ready.catch(() => undefined);
  }

  get dead(): boolean {
    return this.isDead;
  }

  /** Resolves when every process of it has ended. */
  get ended(): Promise<void> {
    return this.tree.ended;
  }

  status(): WorkerStatus {
    return { pid: this.tree.pid, busy: this.busy, jobs: this.jobs, residentBytes: this.residentBytes };
  }

  /** It has used up half of the processor time of its life: the next job might not be able to end. */
  get isOld(): boolean {
    return this.usedSeconds > this.options.needs.lifeSeconds / 2;
  }

  /**
   * Runs one job. The guards count anew with each sign of progress.
   * @throws ChildDied when the child did not answer.
   */
  async run(job: unknown, guards: Guards, onProgress?: (progress: unknown) => void): Promise<unknown> {
    await this.ready;
    if (this.isDead) throw new ChildDied('The child process died before it had a job.', 'death');
    this.jobs++;
    const watch = this.watch(startGuards);
    try {
      return await new Promise((resolve, reject) => {
        this.waiting = {
          onMessage: (message) => {
            if (message.type === 'begun') return watch.restart(timesAsMuch(guards, this.options.guardScale));
            if (message.type === 'progress') {
              watch.restart();
              onProgress?.(message.progress);
              return;
            }
            if (message.type === 'exhausted') return this.kill('used up the memory that it may take', 'exhausted');
            if (message.type !== 'result') return this.kill('spoke out of turn', 'death');
            this.waiting = null;
            this.residentBytes = Number(message.residentBytes) || 0;
            this.usedSeconds = Number(message.processorSeconds) || 0;
            resolve(message.result);
          },
          onDeath: reject,
        };
        this.tree.stdin.write(encodeFrame(job));
      });
    } finally {
      watch.end();
    }
  }

  /** Ends the child at once; `ended` tells when nothing is left of it. */
  kill(reason: string, deathCause: DeathCause): void {
    this.tree.kill();
    this.died(reason, deathCause);
  }

  private watch(guards: Guards): Watch {
    const scaled = timesAsMuch(guards, this.options.guardScale);
    return new Watch(this.tree.pid ?? 0, scaled, (reason, cause) => this.kill(reason, cause));
  }

  private watchStart(): Promise<void> {
    const watch = this.watch(startGuards);
    const started = new Promise<void>((resolve, reject) => {
      this.waiting = {
        onMessage: (message) => {
          this.waiting = null;
          if (message.type === 'ready') resolve();
          else this.kill('spoke before it was asked', 'death');
        },
        onDeath: reject,
      };
    });
    return started.finally(() => watch.end());
  }

  private exited(words: string): void {
    const said = this.errorText.trim();
    // The limits of the host make V8 and the C++ library end the process; that is the memory of what it ran.
    const isExhausted = /bad_alloc|out of memory|allocat(e|ion)\b.*\bfail|could not allocate/i.test(said);
    this.died(`${words}${said === '' ? '' : `: ${said}`}`, isExhausted ? 'exhausted' : 'death');
  }

  private receive(piece: Buffer): void {
    if (this.isDead) return;
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
    else this.options.onIdleDeath();
  }
}
