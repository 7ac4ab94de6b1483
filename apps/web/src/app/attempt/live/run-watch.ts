// Follows one task's run of the visible checks: asked for, queued, compiling, check k of n, done.
import { signal } from '@angular/core';
import type { Answer, Run } from '../../api/models';
import { toProblem } from '../../ui/problem';

const pollMs = 1200;
/** The place in the queue changes without an event: others' runs are nobody else's business. */
const queuePollMs = 2000;
/** With a live stream the poll is only a safety net. */
const slowPollMs = 6000;

/** Whether a run is still under way. */
export function running(run: Run | undefined): boolean {
  return run !== undefined && run.state !== 'done' && run.state !== 'failed';
}

/** Where runs are asked for and read: in the attempt, or in practice. */
export interface RunPorts {
  request(answer: Answer): Promise<{ readonly id: string }>;
  read(id: string): Promise<Run>;
}

export class RunWatch {
  private readonly present = signal<Run | undefined>(undefined);
  private readonly asking = signal(false);
  private readonly fault = signal<unknown>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly run = this.present.asReadonly();
  /** Asked for and not yet known to the server. */
  readonly requesting = this.asking.asReadonly();
  readonly problem = this.fault.asReadonly();

  constructor(
    private readonly ports: RunPorts,
    private readonly position: number,
    private readonly live: () => boolean,
    last: Run | null,
  ) {
    if (last) this.show(last);
  }

  /** Asks for a run of this answer; does nothing while one is under way. */
  async start(answer: Answer): Promise<void> {
    if (this.asking() || running(this.present())) return;
    this.asking.set(true);
    this.fault.set(undefined);
    try {
      const { id } = await this.ports.request(answer);
      this.show({
        id,
        position: this.position,
        // What the queue says of it is asked for at once.
        state: 'queued',
        check: null,
        of: null,
        ahead: null,
        sha256: '',
        requestedAt: '',
        finishedAt: null,
        verdict: null,
      });
      void this.look();
    } catch (error) {
      this.fault.set(error);
    } finally {
      this.asking.set(false);
    }
  }

  /** Asks how the run stands; called on every event of the stream. */
  async look(): Promise<void> {
    const run = this.present();
    if (!run || !running(run)) return;
    try {
      const news = await this.ports.read(run.id);
      if (this.present()?.id === news.id && running(this.present())) this.show(news);
    } catch (error) {
      if (!toProblem(error).retriable) {
        this.fault.set(error);
        this.present.set({ ...run, state: 'failed' });
        return;
      }
      this.again();
    }
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private show(run: Run): void {
    this.present.set(run);
    if (running(run)) this.again();
    else clearTimeout(this.timer);
  }

  private again(): void {
    clearTimeout(this.timer);
    const liveMs = this.present()?.state === 'queued' ? queuePollMs : slowPollMs;
    this.timer = setTimeout(() => void this.look(), this.live() ? liveMs : pollMs);
  }
}
