// A worker process that is at work, as it described itself last; no record of anything, so it may be lost.
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One process of the sandbox. Bytes are what the process held at its last job. */
export interface SandboxProcess {
  readonly busy: boolean;
  readonly jobs: number;
  readonly residentBytes: number;
}

/** What a worker says of itself. */
export interface WorkerFacts {
  readonly queue: string;
  readonly mail: 'kept' | 'sent';
  readonly node: string;
  /** The walls around candidates' programs that are in force on this host, strongest first. */
  readonly sandboxLevel: string;
  readonly toolchain: string;
  readonly compilers: SandboxProcess[];
  readonly runners: SandboxProcess[];
  /** Jobs that wait for a compiler or a runner. */
  readonly queued: number;
  /** Processes that died or were killed and were replaced, since the start. */
  readonly replaced: number;
  readonly cache: { readonly entries: number; readonly hits: number; readonly misses: number };
}

@Entity({ name: 'worker_presence' })
export class WorkerPresence {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  host!: string;

  @Column({ name: 'process_id', type: 'int' })
  processId!: number;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt!: Date;

  @Column({ type: 'jsonb' })
  facts!: WorkerFacts;
}
