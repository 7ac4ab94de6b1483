// Coverage of the library as a table for a terminal.
import {
  type CoverageRow,
  coverageOf,
  type CoveredTask,
  emptyCells,
  emptyRows,
  taskKinds,
  taskLevels,
} from '@bringup/task-bank';

const cellWidth = 7;
const titleWidth = 40;

/** One line for each duty and criterion: tasks by kind and level, tasks and minutes in all; then what is empty. */
export function coverageText(tasks: readonly CoveredTask[]): string {
  const rows = coverageOf(tasks);
  const kinds = taskKinds.map((kind) => kind.padEnd(cellWidth * taskLevels.length)).join(' ');
  const levels = taskKinds.map(() => taskLevels.map((level) => level.padStart(cellWidth)).join('')).join(' ');
  const empty = emptyRows(rows);
  return [
    `${''.padEnd(titleWidth + 3)}${kinds}`.trimEnd(),
    `${'Tasks by kind and level'.padEnd(titleWidth)}${levels}  tasks  minutes`,
    ...rows.map(line),
    empty.length === 0
      ? `No row is empty; ${emptyCells(rows).length} of ${rows.length * taskKinds.length * taskLevels.length} cells are.`
      : `EMPTY: no task asks for ${empty.join(', ')}.`,
  ].join('\n');
}

function line({ tag, title, cells, tasks, minutes }: CoverageRow): string {
  const counts = taskKinds.map((kind) =>
    cells
      .filter((cell) => cell.kind === kind)
      .map((cell) => (cell.tasks.length === 0 ? '·' : String(cell.tasks.length)).padStart(cellWidth))
      .join(''),
  );
  const sums = `${String(tasks.length).padStart(5)}  ${String(minutes).padStart(7)}`;
  return `${`${tag.padEnd(4)}${title}`.padEnd(titleWidth)}${counts.join(' ')}  ${sums}`;
}
