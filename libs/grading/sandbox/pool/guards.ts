// Guards stop what hangs. They say nothing about a program: what they stop is tried again with more, and then it is a fault of ours.
import { isHeldUp, processorSeconds } from './processor-time';

/** `timeout`: idle for too long; `overworked`: too much processor time; `exhausted`: too much memory; `death`: anything else. */
export type DeathCause = 'timeout' | 'overworked' | 'exhausted' | 'death';

/** What a child may take before it must have answered or shown progress. */
export interface Guards {
  readonly processorSeconds: number;
  /** Time in which it neither works nor waits for a processor or a disk. */
  readonly idleSeconds: number;
}

export function timesAsMuch(guards: Guards, factor: number): Guards {
  return { processorSeconds: guards.processorSeconds * factor, idleSeconds: guards.idleSeconds * factor };
}

const sampleMilliseconds = 100;
/** Where the host does not tell processor time, real time takes its place: a busy machine gives a child a part of it only. */
const realTimeFactor = 4;

const inWords = (seconds: number): string => `${Math.round(seconds * 10) / 10} seconds`;

/** Watches a child from now on, until `end`. */
export class Watch {
  private readonly timer: NodeJS.Timeout;
  private startedAt = performance.now();
  /** Processor time at the first look: reading it earlier would cost every short job. */
  private firstSeconds: number | null = null;
  private lastSeconds = 0;
  private idleLooks = 0;

  constructor(
    private readonly pid: number,
    private guards: Guards,
    private readonly stop: (reason: string, cause: DeathCause) => void,
  ) {
    this.timer = setInterval(() => this.look(), sampleMilliseconds);
  }

  /** A sign of life: everything is counted anew. */
  restart(guards: Guards = this.guards): void {
    this.guards = guards;
    this.startedAt = performance.now();
    this.firstSeconds = null;
    this.idleLooks = 0;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const seconds = processorSeconds(this.pid);
    if (seconds === null) return this.lookAtTheClock();
    this.firstSeconds ??= seconds;
    if (seconds - this.firstSeconds > this.guards.processorSeconds)
      return this.stop(`used more than ${inWords(this.guards.processorSeconds)} of processor time`, 'overworked');
    // Looks are counted and not time: a machine that slept, or a parent that was busy, is no reason.
    this.idleLooks = seconds === this.lastSeconds && !isHeldUp(this.pid) ? this.idleLooks + 1 : 0;
    this.lastSeconds = seconds;
    if ((this.idleLooks * sampleMilliseconds) / 1000 > this.guards.idleSeconds)
      this.stop(`did nothing for ${inWords(this.guards.idleSeconds)}`, 'timeout');
  }

  private lookAtTheClock(): void {
    const limit = realTimeFactor * (this.guards.processorSeconds + this.guards.idleSeconds);
    if (performance.now() - this.startedAt > limit * 1000)
      this.stop(`did not answer within ${inWords(limit)}`, 'timeout');
  }
}
