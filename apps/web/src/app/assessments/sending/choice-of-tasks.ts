// What a choice of tasks covers, and what of the role it leaves out.
import type { ReadyMadeView, TaskRow } from '../../api/models';

export type ReadyMadeSet = ReadyMadeView['items'][number];

/** The criteria of every role profile. */
export const roleCriteria = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;

export interface CoveredTags {
  readonly criteria: readonly string[];
  readonly duties: readonly string[];
  /** Criteria of the role that no chosen task asks for. */
  readonly leftOut: readonly string[];
}

const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));

export function coveredBy(tasks: readonly Pick<TaskRow, 'criteria' | 'duties'>[]): CoveredTags {
  const criteria = [...new Set(tasks.flatMap((task) => task.criteria))].sort(byNumber);
  const duties = [...new Set(tasks.flatMap((task) => task.duties))].sort(byNumber);
  return { criteria, duties, leftOut: roleCriteria.filter((tag) => !criteria.includes(tag)) };
}
