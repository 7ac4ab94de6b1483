// A pool of confined children: jobs wait by priority, a dead child is replaced and its job tried once more.
import { type Priority, type WorkerStatus } from '../sandbox';
import { Child, ChildDied, type DeathCause } from './child';
import { type ChildNeeds, type Confinement } from './confinement';

export interface PoolOptions {
  readonly size: number;
  readonly needs: ChildNeeds;
  readonly confinement: Confinement;
  /** Without a sign of life for this long, the child is killed. */
  readonly jobMilliseconds: number;
  /** Processor time of one job; a job that uses it up is not tried again. */
  readonly jobProcessorSeconds?: number;
  /** A child is replaced after so many jobs, or when it has grown above so many bytes. */
  readonly recycleAfterJobs: number;
  readonly recycleAboveBytes: number;
}

export interface JobOptions {
  readonly priority: Priority;
  /** Instead of the pool's own time. */
  readonly milliseconds?: number;
  readonly onProgress?: (progress: unknown) => void;
}

interface Job {
  readonly payload: unknown;
  readonly rank: number;
  readonly milliseconds: number;
  readonly onProgress?: (progress: unknown) => void;
  resolve(outcome: PoolOutcome): void;
  tries: number;
}

export type PoolOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly reason: string; readonly cause: DeathCause };

const ranks: Record<Priority, number> = { interactive: 0, final: 1, speculative: 2 };
const mostTries = 2;

export class Pool {
  private readonly children: Child[] = [];
  private readonly queue: Job[] = [];
  private closed = false;
  private failedStarts = 0;
  replaced = 0;

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < options.size; i++) this.children.push(this.newChild());
  }

  /** Resolves when one child can work; rejects with the child's own words when none can be started. */
  async ready(): Promise<void> {
    await Promise.any(this.children.map((child) => child.ready)).catch((error: AggregateError) => {
      throw error.errors[0];
    });
  }

  get queued(): number {
    return this.queue.length;
  }

  status(): WorkerStatus[] {
    return this.children.map((child) => child.status());
  }

  /** Never rejects. A job whose child died is tried once more in a fresh one. */
  run(
    payload: unknown,
    { priority, milliseconds = this.options.jobMilliseconds, onProgress }: JobOptions,
  ): Promise<PoolOutcome> {
    if (this.closed) return Promise.resolve({ ok: false, reason: 'The sandbox is closed.', cause: 'death' });
    return new Promise((resolve) => {
      this.enqueue({ payload, rank: ranks[priority], milliseconds, onProgress, resolve, tries: 0 });
      this.dispatch();
    });
  }

  /** Somebody who may go earlier waits for this job now too; nothing changes when it is not waiting any more. */
  promote(payload: unknown, priority: Priority): void {
    const at = this.queue.findIndex((job) => job.payload === payload && job.rank > ranks[priority]);
    for (const job of at < 0 ? [] : this.queue.splice(at, 1)) this.enqueue({ ...job, rank: ranks[priority] });
  }

  private enqueue(job: Job): void {
    const before = this.queue.findIndex((other) => other.rank > job.rank);
    this.queue.splice(before < 0 ? this.queue.length : before, 0, job);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0))
      job.resolve({ ok: false, reason: 'The sandbox is closed.', cause: 'death' });
    for (const child of this.children) child.kill('was closed', 'death');
    await Promise.allSettled(this.children.map((child) => child.ready));
  }

  private newChild(): Child {
    // A child that nobody waits for is missed by nobody: it has to be replaced as well.
    const child = new Child(this.options.confinement, this.options.needs, () => this.replace(child));
    child.ready.then(
      () => {
        this.failedStarts = 0;
        this.dispatch();
      },
      () => this.startFailed(child),
    );
    return child;
  }

  private startFailed(child: Child): void {
    if (this.closed) return;
    this.failedStarts++;
    // A child that cannot start at all must not be started again without a pause.
    setTimeout(() => this.replace(child), Math.min(30_000, 100 * 2 ** this.failedStarts)).unref();
  }

  private replace(child: Child): void {
    const at = this.children.indexOf(child);
    if (this.closed || at < 0) return;
    this.replaced++;
    this.children[at] = this.newChild();
  }

  private dispatch(): void {
    for (const child of this.children) {
      if (child.busy || child.dead) continue;
      const job = this.nextJobFor(child);
      if (job) void this.give(job, child);
    }
  }

  /** A job whose child died waits for a fresh one, so that what an old child had left behind is not held against it twice. */
  private nextJobFor(child: Child): Job | undefined {
    const isFresh = child.jobs === 0;
    const wanted = this.queue.findIndex((job) => job.tries > 0 === isFresh);
    // Each death brings one fresh child, so a second try never waits for one in vain.
    const at = wanted < 0 && isFresh ? 0 : wanted;
    return at < 0 ? undefined : this.queue.splice(at, 1)[0];
  }

  private async give(job: Job, child: Child): Promise<void> {
    child.busy = true;
    job.tries++;
    try {
      const result = await child.run(
        job.payload,
        { milliseconds: job.milliseconds, processorSeconds: this.options.jobProcessorSeconds },
        job.onProgress,
      );
      job.resolve({ ok: true, result });
      this.recycleWhenWorn(child);
    } catch (error) {
      this.failed(job, error instanceof ChildDied ? error : new ChildDied(String(error), 'death'));
      this.replace(child);
    } finally {
      child.busy = false;
      this.dispatch();
    }
  }

  private failed(job: Job, error: ChildDied): void {
    // Not `exhausted`: isolates that were thrown away shortly before can hold the memory that is missing.
    const isFinal = this.closed || job.tries >= mostTries || error.deathCause === 'overworked';
    if (isFinal) job.resolve({ ok: false, reason: error.message, cause: error.deathCause });
    else this.queue.unshift(job);
  }

  private recycleWhenWorn(child: Child): void {
    const { residentBytes, jobs } = child.status();
    if (jobs < this.options.recycleAfterJobs && residentBytes < this.options.recycleAboveBytes) return;
    child.kill('was worn out', 'death');
    this.replace(child);
  }
}
