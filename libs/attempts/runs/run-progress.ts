// Keeps the row of a run up to date while it is graded, not more often than a person can follow.
import type { Progress } from '@bringup/grading';
import { systemActor, type UnitOfWork } from '@bringup/platform';
import { In } from 'typeorm';
import { Run } from '../data/run.entity';

const everyMs = 250;

/** Writes the newest progress at most every quarter of a second; call `settle` before the result is written. */
export class RunProgress {
  private newest: Progress | undefined;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runId: string,
    private readonly attemptId: string,
  ) {}

  report(progress: Progress): void {
    this.newest = progress;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.write();
    }, everyMs);
  }

  async settle(): Promise<void> {
    clearTimeout(this.timer);
    this.newest = undefined;
    await this.writing;
  }

  private write(): void {
    const progress = this.newest;
    if (!progress || progress.phase === 'queued') return;
    const change =
      progress.phase === 'checking'
        ? { state: 'checking' as const, checkNumber: progress.check, checkCount: progress.of }
        : { state: 'compiling' as const };
    this.writing = this.writing
      .then(() =>
        this.unitOfWork.run(systemActor, async (work) => {
          await work.manager.update(Run, { id: this.runId, state: In(['compiling', 'checking']) }, change);
          work.announce(`attempt:${this.attemptId}`);
        }),
      )
      // Progress is a courtesy: the result does not depend on it.
      .catch(() => undefined);
  }
}
