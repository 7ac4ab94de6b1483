// The only door of grading. Runs without Nest, TypeORM and a database.
export type { Answer } from './domain/answer';
export { creditOf, readField, type FieldReading, toleranceOf } from './domain/field-answer';
export { carriedCredit } from './domain/grade-sheet';
export { createRandom, type Random, variantSeedText } from './domain/random';
export { budgetMetrics } from './domain/variant';
export type {
  AnswerKey,
  BudgetMetric,
  Figure,
  FieldOption,
  FilledBudget,
  FilledField,
  KeyEntry,
  Slip,
  Tolerance,
  Variant,
} from './domain/variant';
export {
  type BudgetResult,
  type CheckResult,
  type Metrics,
  type Scope,
  type Verdict,
  type VerdictStatus,
  verdictStatuses,
} from './domain/verdict';
export { type GradingEngine, type GradingEngineOptions, startGradingEngine } from './engine';
export type { GradeJob, Progress } from './grade-answer';
export { removeOldPrograms } from './sandbox/cache/remove-old-programs';
export { type BenchmarkReport, runBenchmark } from './sandbox/benchmark/run-benchmark';
export { percentile } from './sandbox/benchmark/statistics';
export type { CheckOutcome, Priority, SandboxStatus } from './sandbox/sandbox';
