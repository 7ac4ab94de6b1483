// The task library and the grading engine in one place: lists, previews, and what preparing and grading need.
import type { GradingEngine, KeyEntry } from '@bringup/grading';
import { startGradingEngine } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import { loadTaskBank, type Task, type TaskBank, type TaskSummary } from '@bringup/task-bank';
import { type VariantParts, variantParts } from './task-sheet';

/** A task with one of its variants and the answers to it; for staff. */
export interface TaskPreview extends Omit<TaskSummary, 'digest'>, VariantParts {
  readonly seed: number;
  readonly answerKey: {
    readonly field: string;
    readonly value: string;
    readonly unit: string;
    readonly tolerance: string;
  }[];
  readonly review: { readonly strong: string; readonly followUp: string };
}

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

  /** The task as the library has it now. @throws DomainError `task-not-found` */
  task(slug: string): Task {
    return this.bank.get(slug);
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

  /** Any variant with its answer key, for staff. @throws DomainError `task-not-found`, `task-preview-failed` */
  async preview(slug: string, seed: number): Promise<TaskPreview> {
    const task = this.bank.get(slug);
    const variant = await (await this.engine()).variant(task, seed);
    const { kind, title, summary, duties, criteria, level, minutes, points, version, review } = task;
    return {
      ...{ slug, kind, title, summary, duties, criteria, level, minutes, points, version, review, seed },
      ...variantParts(variant),
      answerKey: Object.entries(variant.answerKey ?? {}).map(([field, entry]) => ({ field, ...keyTexts(entry) })),
    };
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

function keyTexts(entry: KeyEntry): { value: string; unit: string; tolerance: string } {
  const value = Array.isArray(entry.value) ? entry.value.join(', ') : String(entry.value);
  return { value, unit: entry.unit, tolerance: toleranceText(entry) };
}

function toleranceText({ tolerance }: KeyEntry): string {
  if (tolerance === null) return 'exact';
  return 'absolute' in tolerance
    ? `± ${tolerance.absolute}`
    : `± ${Number((tolerance.relative * 100).toPrecision(3))} %`;
}
