// A pool of confined children: jobs wait by priority, a dead child is replaced and its job tried once more with room to spare.
import { type Priority, type WorkerStatus } from '../sandbox';
import { Child, ChildDied } from './child';
import { type ChildNeeds, type Confinement } from './confinement';
import { type Guards } from './guards';
import { type Job, JobQueue, type PoolOutcome } from './job-queue';

export interface PoolOptions {
  readonly size: number;
  readonly confinement: Confinement;
  /** What a child needs that may take `memory` times what is usual beyond what it cannot do without, and `time` times as long. */
  needs(room: { readonly memory: number; readonly time: number }): ChildNeeds;
  /** Of one job, unless it brings its own. */
  readonly guards: Guards;
  /** All guards are so many times as wide: for tests, and for slow machines. */
  readonly scale: { readonly memory: number; readonly time: number };
  /** A child is replaced after so many jobs, or when it has grown above so many bytes. */
  readonly recycleAfterJobs: number;
  readonly recycleAboveBytes: number;
}

export interface JobOptions {
  readonly priority: Priority;
  /** Instead of the pool's own. */
  readonly guards?: Guards;
  readonly onProgress?: (progress: unknown) => void;
}

/** A job whose child died, or that a guard stopped, gets so many times as much of everything the second time. */
const secondTryFactor = 4;

export class Pool {
  private readonly children: Child[] = [];
  private readonly queue = new JobQueue();
  /** Second tries have a child of their own, one after another, so that the others go on meanwhile. */
  private readonly secondTries = new JobQueue();
  private secondChild: Child | null = null;
  /** All whose processes have not ended yet. */
  private readonly living = new Set<Child>();
  private closed = false;
  private failedStarts = 0;
  replaced = 0;

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < options.size; i++) this.children.push(this.newMember());
  }

  /** Resolves when one child can work; rejects with the child's own words when none can be started. */
  async ready(): Promise<void> {
    await Promise.any(this.children.map((child) => child.ready)).catch((error: AggregateError) => {
      throw error.errors[0];
    });
  }

  get queued(): number {
    return this.queue.length + this.secondTries.length;
  }

  status(): WorkerStatus[] {
    const second = this.secondChild ? [this.secondChild] : [];
    return [...this.children, ...second].map((child) => child.status());
  }

  /** Never rejects. A job whose child died is tried once more, in a fresh child that may take four times as much. */
  run(payload: unknown, { priority, guards = this.options.guards, onProgress }: JobOptions): Promise<PoolOutcome> {
    if (this.closed) return Promise.resolve({ ok: false, reason: 'The sandbox is closed.', cause: 'death' });
    return new Promise((resolve) => {
      this.queue.add({ payload, priority, guards, onProgress, resolve });
      this.dispatch();
    });
  }

  /** Somebody who may go earlier waits for this job now too; nothing changes when it is not waiting any more. */
  promote(payload: unknown, priority: Priority): void {
    this.queue.promote(payload, priority);
    this.secondTries.promote(payload, priority);
  }

  /** Resolves when every process of every child has ended. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of [...this.queue.takeAll(), ...this.secondTries.takeAll()])
      job.resolve({ ok: false, reason: 'The sandbox is closed.', cause: 'death' });
    for (const child of this.living) child.kill('was closed', 'death');
    await Promise.all([...this.living].map((child) => child.ended));
  }

  private newChild(more: number, onIdleDeath: (child: Child) => void): Child {
    const { confinement, scale } = this.options;
    const needs = this.options.needs({ memory: scale.memory * more, time: scale.time * more });
    const child = new Child({
      ...{ confinement, needs, guardScale: scale.time * more },
      onIdleDeath: () => onIdleDeath(child),
    });
    this.living.add(child);
    void child.ended.then(() => this.living.delete(child));
    return child;
  }

  private newMember(): Child {
    // A child that nobody waits for is missed by nobody: it has to be replaced as well.
    const child = this.newChild(1, (dead) => this.replace(dead));
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
    this.children[at] = this.newMember();
  }

  private dispatch(): void {
    for (const child of this.children) {
      if (child.busy || child.dead) continue;
      const job = this.queue.take();
      if (job) void this.give(job, child);
    }
  }

  private async give(job: Job, child: Child): Promise<void> {
    child.busy = true;
    try {
      job.resolve({ ok: true, result: await child.run(job.payload, job.guards, job.onProgress) });
      this.recycleWhenWorn(child);
    } catch (error) {
      this.tryAgain(job, error);
      this.replace(child);
    } finally {
      child.busy = false;
      this.dispatch();
    }
  }

  private tryAgain(job: Job, error: unknown): void {
    if (this.closed) return fail(job, error);
    this.secondTries.add(job);
    if (!this.secondChild) void this.trySecondTime();
  }

  private async trySecondTime(): Promise<void> {
    for (let job = this.secondTries.take(); job; job = this.secondTries.take()) {
      const child = this.newChild(secondTryFactor, () => undefined);
      this.secondChild = child;
      child.busy = true;
      try {
        job.resolve({ ok: true, result: await child.run(job.payload, job.guards, job.onProgress) });
      } catch (error) {
        fail(job, error);
      }
      child.kill('has done what it was started for', 'death');
    }
    this.secondChild = null;
  }

  private recycleWhenWorn(child: Child): void {
    const { residentBytes, jobs } = child.status();
    const isFresh = jobs < this.options.recycleAfterJobs && residentBytes < this.options.recycleAboveBytes;
    if (isFresh && !child.isOld) return;
    child.kill('was worn out', 'death');
    this.replace(child);
  }
}

function fail(job: Job, error: unknown): void {
  const { message, deathCause } = error instanceof ChildDied ? error : new ChildDied(String(error), 'death');
  job.resolve({ ok: false, reason: message, cause: deathCause });
}
