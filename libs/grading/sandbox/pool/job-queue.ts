// Jobs that wait, those of the highest priority first, and first come, first served among equals.
import { type Priority } from '../sandbox';
import { type DeathCause, type Guards } from './guards';

export type PoolOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly reason: string; readonly cause: DeathCause };

export interface Job {
  readonly payload: unknown;
  readonly priority: Priority;
  readonly guards: Guards;
  readonly onProgress?: (progress: unknown) => void;
  resolve(outcome: PoolOutcome): void;
}

const ranks: Record<Priority, number> = { interactive: 0, final: 1, speculative: 2 };

export class JobQueue {
  private readonly jobs: Job[] = [];

  get length(): number {
    return this.jobs.length;
  }

  add(job: Job): void {
    const before = this.jobs.findIndex((other) => ranks[other.priority] > ranks[job.priority]);
    this.jobs.splice(before < 0 ? this.jobs.length : before, 0, job);
  }

  take(): Job | undefined {
    return this.jobs.shift();
  }

  takeAll(): Job[] {
    return this.jobs.splice(0);
  }

  /** Somebody who may go earlier waits for this job now too; nothing changes when it does not wait here. */
  promote(payload: unknown, priority: Priority): void {
    const at = this.jobs.findIndex((job) => job.payload === payload && ranks[job.priority] > ranks[priority]);
    for (const job of at < 0 ? [] : this.jobs.splice(at, 1)) this.add({ ...job, priority });
  }
}
