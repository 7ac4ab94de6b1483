// The only door of the task bank.
export { type TaskBank, loadPracticeBank, loadTaskBank, practiceFolder } from './load-task-bank';
export type {
  EquivalentMutant,
  GoodSolution,
  Task,
  TaskField,
  TaskKind,
  TaskLevel,
  TaskSummary,
  WrongAnswer,
} from './task';
export { asTask, type KeptTask, withoutProofs } from './task';
export { lineOf, lineOfMember, lineWith, type TaskFault } from './fault';
export { type FilledTask, fillTask } from './fill-task';
export { type GeneratedKey, type GeneratedVariant, readGeneratedKey, readGeneratedVariant } from './generated';
export {
  type PublicFigure,
  type PublicProgram,
  type PublicTask,
  type VisibleVariant,
  publicTaskOf,
} from './public-task';
export {
  type CoverageCell,
  type CoverageRow,
  type CoveredTask,
  coverageOf,
  emptyCells,
  emptyRows,
  taskKinds,
  taskLevels,
} from './domain/coverage';
export { newEntry, type PublishedVersion, sendingFault, versionFault } from './domain/published-versions';
export type { ReadyMadeSet } from './domain/ready-made';
export { publishVersion } from './read-versions';
export { slugPattern } from './task-schema';
