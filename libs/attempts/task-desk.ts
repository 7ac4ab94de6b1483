// The task library and the grading engine in one place: lists, previews, and what preparing and grading need.
import type { GradingEngine } from '@bringup/grading';
import { startGradingEngine } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import {
  type CoverageRow,
  coverageOf,
  loadTaskBank,
  sendingFault,
  type Task,
  type TaskBank,
  type TaskSummary,
} from '@bringup/task-bank';
import { provenSheet } from './proven-sheet';
import { previewOf, type TaskPreview } from './task-preview';

/** A row of the coverage with numbers of tasks instead of their slugs. */
type CoverageCounts = Omit<CoverageRow, 'tasks' | 'cells'> & {
  readonly tasks: number;
  readonly cells: (Omit<CoverageRow['cells'][number], 'tasks'> & { readonly tasks: number })[];
};

interface DeskFolders {
  readonly tasksFolder: string;
  readonly cacheFolder: string;
}

/** The engine's processes start when they are first needed and end with `close`. */
export class TaskDesk {
  private engineStart: Promise<GradingEngine> | undefined;

  constructor(
    private readonly bank: TaskBank,
    private readonly startEngine: () => Promise<GradingEngine>,
  ) {}

  /** Reads the library. @throws DomainError `task-library-not-found`, `task-invalid` */
  static async open({ tasksFolder, cacheFolder }: DeskFolders): Promise<TaskDesk> {
    return new TaskDesk(await loadTaskBank(tasksFolder), () =>
      startGradingEngine({ compilers: 1, runners: 1, cacheFolder }),
    );
  }

  list(): Omit<TaskSummary, 'digest'>[] {
    return this.bank.list().map(({ slug, kind, title, summary, duties, criteria, level, minutes, points, version }) => {
      return { slug, kind, title, summary, duties, criteria, level, minutes, points, version };
    });
  }

  /** Which duties and criteria the library asks for. */
  coverage(): CoverageCounts[] {
    return coverageOf(this.bank.list()).map((row) => ({
      ...row,
      tasks: row.tasks.length,
      cells: row.cells.map((cell) => ({ ...cell, tasks: cell.tasks.length })),
    }));
  }

  /** Sets of tasks to choose from as a whole. */
  readyMade() {
    return this.bank.readyMade().map(({ slug, name, purpose, minutes, leans, tasks }) => {
      return { slug, name, purpose, minutes, leans: leans ?? null, tasks: [...tasks] };
    });
  }

  /** The task as the library has it now. @throws DomainError `task-not-found` */
  task(slug: string): Task {
    return this.bank.get(slug);
  }

  /**
   * The task as it may be sent: published, and unchanged since.
   * @throws DomainError `task-not-found`, `task-not-published`
   */
  taskToSend(slug: string): Task {
    const task = this.bank.get(slug);
    const fault = sendingFault(this.bank.versions(), task);
    if (fault === null) return task;
    throw new DomainError('task-not-published', `${slug} cannot be sent: ${fault}. Until then choose other tasks.`, {
      slug,
    });
  }

  /**
   * Refuses tasks that may not be sent, before anything is written. What one variant of such a task already shows to be wrong is in
   * the words, with file and line.
   * @throws DomainError `task-not-found`, `task-not-published`
   */
  async assertSendable(slugs: readonly string[]): Promise<void> {
    for (const slug of slugs) {
      try {
        this.taskToSend(slug);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'task-not-published') throw error;
        const found = await this.firstFault(slug);
        throw found === null ? error : new DomainError(error.code, `${error.message} What fails: ${found}`, { slug });
      }
    }
  }

  /** What is wrong with a task on its first variant; null when nothing is, or when our sandbox cannot tell. */
  private async firstFault(slug: string): Promise<string | null> {
    try {
      await provenSheet(await this.engine(), this.bank.get(slug), 1);
      return null;
    } catch (error) {
      return error instanceof DomainError && error.code.startsWith('task-') ? error.message : null;
    }
  }

  /** True when the library has the task no more, or in another edition than this. */
  hasChanged(slug: string, digest: string): boolean {
    return !this.bank.list().some((task) => task.slug === slug && task.digest === digest);
  }

  /** The started engine; a start that failed is tried again at the next call. */
  async engine(): Promise<GradingEngine> {
    this.engineStart ??= this.startEngine().catch((error: unknown) => {
      this.engineStart = undefined;
      throw error;
    });
    return this.engineStart;
  }

  /** Any variant with its answer key, for staff. @throws DomainError `task-not-found`, and those of `previewOf` */
  async preview(slug: string, seed: number): Promise<TaskPreview> {
    const task = this.bank.get(slug);
    return previewOf(await this.engine(), task, seed);
  }

  async close(): Promise<void> {
    const engine = await this.engineStart?.catch((error: unknown) => {
      if (error instanceof DomainError) return undefined;
      throw error;
    });
    this.engineStart = undefined;
    await engine?.close();
  }
}
