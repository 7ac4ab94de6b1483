// A task with one of its variants and everything that staff may know of it: key, checks, reference, sources, difficulty, anchors.
import type { CheckResult, GradingEngine, KeyEntry, Variant } from '@bringup/grading';
import type { Task, TaskSummary } from '@bringup/task-bank';
import { anchorTexts } from './domain/justification-rating';
import { type VariantParts, variantParts } from './task-sheet';

/** For staff alone: no member beyond `VariantParts` is ever part of a candidate's sheet. */
export interface TaskPreview extends Omit<TaskSummary, 'digest'>, VariantParts {
  readonly seed: number;
  readonly answerKey: {
    readonly field: string;
    readonly value: string;
    readonly unit: string;
    readonly tolerance: string;
  }[];
  readonly review: { readonly strong: string; readonly followUp: string };
  readonly sources: { readonly title: string; readonly where: string; readonly accessed: string | null }[];
  /** What makes this variant hard, with the range in which every variant keeps it. */
  readonly difficulty: {
    readonly measure: string;
    readonly value: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly justification: { readonly label: string; readonly anchors: string[] } | null;
  /** The reference solution of a C task. */
  readonly reference: string | null;
  /** Of a C task, hidden ones too, as its reference meets them. */
  readonly checks: {
    readonly id: string;
    readonly title: string;
    readonly visible: boolean;
    readonly points: number;
    readonly lesson: string | null;
  }[];
}

type Engine = Pick<GradingEngine, 'variant' | 'grade' | 'evaluateAnswers'>;

/** @throws DomainError `seed-invalid`, `task-code-failed`, `task-invalid`, `task-fill-failed`, `sandbox-unavailable` */
export async function previewOf(engine: Engine, task: Task, seed: number): Promise<TaskPreview> {
  const variant = await engine.variant(task, seed);
  const { slug, kind, title, summary, duties, criteria, level, minutes, points, version, review } = task;
  return {
    ...{ slug, kind, title, summary, duties, criteria, level, minutes, points, version, review, seed },
    ...variantParts(variant),
    answerKey: Object.entries(variant.answerKey ?? {}).map(([field, entry]) => ({
      field,
      ...keyTexts(entry, variant.fields.find(({ name }) => name === field)?.significantDigits ?? null),
    })),
    sources: task.sources.map((source) => ({
      title: source.title,
      where: source.where,
      accessed: source.accessed ?? null,
    })),
    difficulty: await difficultyOf(engine, task, variant),
    justification:
      task.justification && variant.justification !== null
        ? { label: variant.justification, anchors: anchorTexts(task.justification.anchors) }
        : null,
    reference: task.kind === 'c' ? task.files['reference.c'] : null,
    checks: (await checksOf(engine, task, seed)).map(({ id, title: name, visible, maxPoints, lesson }) => ({
      ...{ id, title: name, visible, points: maxPoints, lesson: lesson ?? null },
    })),
  };
}

async function difficultyOf(engine: Engine, task: Task, variant: Variant): Promise<TaskPreview['difficulty']> {
  const expressions = Object.fromEntries(task.difficulty.map(({ value }, index) => [`input${index + 1}`, value]));
  const values = await engine.evaluateAnswers(variant, expressions);
  return task.difficulty.map(({ measure, from, to }, index) => {
    return { measure, value: Number(values[`input${index + 1}`]), from, to };
  });
}

/** The checks are read off a grading of the reference: what they are called is decided by the task's own code. */
async function checksOf(engine: Engine, task: Task, seed: number): Promise<readonly CheckResult[]> {
  if (task.kind !== 'c') return [];
  const answer = { kind: 'c' as const, source: task.files['reference.c'] };
  return (await engine.grade({ task, seed, answer, scope: 'all', priority: 'speculative' })).checks;
}

function keyTexts(entry: KeyEntry, digits: number | null): { value: string; unit: string; tolerance: string } {
  const value = Array.isArray(entry.value) ? entry.value.join(', ') : String(entry.value);
  return { value, unit: entry.unit, tolerance: toleranceText(entry, digits) };
}

function toleranceText({ tolerance }: KeyEntry, digits: number | null): string {
  if (tolerance === null) return digits === null ? 'exact' : `to ${digits} significant digits`;
  return 'absolute' in tolerance
    ? `± ${tolerance.absolute}`
    : `± ${Number((tolerance.relative * 100).toPrecision(3))} %`;
}
