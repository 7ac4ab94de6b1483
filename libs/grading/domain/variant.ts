// A task filled for one seed: what the candidate reads and, beside it, what grading needs.

/** A chart as data; the site draws it and offers the same numbers as a table. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly type: 'line' | 'bar' | 'scatter';
  readonly x: { readonly label: string; readonly unit?: string };
  readonly y: { readonly label: string; readonly unit?: string };
  readonly series: readonly { readonly name: string; readonly points: readonly (readonly [number, number])[] }[];
  readonly description: string;
}

/** One option of a choice or order field. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** A field of the answer sheet with its labels filled; options stand in the order in which the candidate sees them. */
export interface FilledField {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'choice' | 'order';
  /** Unit in which the answer is graded; empty for a plain number. */
  readonly unit: string;
  readonly points: number;
  /** Digits that the candidate is asked for. Without a tolerance in the key it also sets one: half a unit of the last digit. */
  readonly significantDigits: number | null;
  readonly options: readonly FieldOption[];
  /** True when the options have a natural order and are not shuffled. */
  readonly keepOrder: boolean;
}

/** How far an answer may be from the key's value. */
export type Tolerance = { readonly absolute: number } | { readonly relative: number };

/** A mistake with a known cause: an answer at this value earns `credit` (0 to 1) of the field's points. */
export interface Slip {
  readonly value: number | string | readonly string[];
  readonly credit: number;
  readonly cause: string;
}

/**
 * How the right answer follows from an earlier one: `factor · given^power + offset`, with what the candidate gave for the field
 * `from`. An answer that is wrong only because the earlier one was earns `credit` (0 to 1) of its points.
 */
export interface CarriedError {
  readonly from: string;
  readonly factor: number;
  readonly power: number;
  readonly offset: number;
  readonly credit: number;
}

/** The right answer of one field: a number, an option's value, or the option values in their right order. */
export interface KeyEntry {
  readonly value: number | string | readonly string[];
  readonly unit: string;
  readonly tolerance: Tolerance | null;
  readonly slips: readonly Slip[];
  /** Absent: a mistake in an earlier field costs this one too. */
  readonly carried?: CarriedError;
}

export type AnswerKey = Readonly<Record<string, KeyEntry>>;

export const budgetMetrics = [
  'codeBytes',
  'staticRamBytes',
  'stackPeakBytes',
  'heapPeakBytes',
  'instructions',
] as const;
export type BudgetMetric = (typeof budgetMetrics)[number];

/** A budget with its numbers filled for the variant. */
export interface FilledBudget {
  readonly metric: BudgetMetric;
  /** Full marks at or below. */
  readonly full: number;
  /** No marks at or above; equal to `full` makes a cliff. */
  readonly limit: number;
  readonly points: number;
  /** Measured in this check alone; null: the whole run (sum of instructions, highest of the peaks). */
  readonly check: string | null;
}

/** A task filled for one seed. Holds the key: never send it to a candidate; `publicTaskOf` of the task bank makes the view for a browser. */
export interface Variant {
  readonly slug: string;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly prompt: string;
  readonly figures: readonly Figure[];
  readonly fields: readonly FilledField[];
  readonly starter: string | null;
  readonly headers: readonly { readonly name: string; readonly text: string }[];
  readonly budgets: readonly FilledBudget[];
  /** The question that asks for a written justification, filled; null when there is none. */
  readonly justification: string | null;
  /** Null for C tasks. */
  readonly answerKey: AnswerKey | null;
}
