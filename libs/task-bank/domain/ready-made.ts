// Ready-made assessments: named sets of tasks, held to the time they state and to a balanced coverage.
import { type CoveredTask, pointsByCriterion, tagsOf } from './coverage';

export type CriterionTag = 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5';

/** A set as `ready-made.yaml` has it. */
export interface ReadyMadeSet {
  readonly slug: string;
  readonly name: string;
  /** When to choose it, in a sentence or two. */
  readonly purpose: string;
  /** What a candidate needs at most. */
  readonly minutes: number;
  /** Duties and criteria that it must ask for. */
  readonly reaches: readonly string[];
  /** The criterion that may have more than half of the points. */
  readonly leans?: CriterionTag | undefined;
  /** Slugs, in the order in which the candidate sees them. */
  readonly tasks: readonly string[];
}

/** Tasks take at least this share of the stated time: a set that is much shorter states the wrong time. */
const leastShareOfTime = 0.8;
const mostShareOfPoints = 0.5;

/** A fault of a set, at the member of it that is to be mended. */
export interface SetFault {
  readonly member: keyof ReadyMadeSet;
  readonly message: string;
}

/** What is wrong with a set over these tasks; empty when nothing is. */
export function readyMadeFaults(set: ReadyMadeSet, library: readonly CoveredTask[]): SetFault[] {
  const unknown = set.tasks.filter((slug) => !library.some((task) => task.slug === slug));
  if (unknown.length > 0)
    return [{ member: 'tasks', message: `there is no task ${unknown.join(', ')}: name tasks of the library` }];
  if (new Set(set.tasks).size < set.tasks.length)
    return [{ member: 'tasks', message: 'names a task twice: name each once' }];
  const tasks = library.filter((task) => set.tasks.includes(task.slug));
  return [...timeFaults(set, tasks), ...reachFaults(set, tasks), ...balanceFaults(set, tasks)];
}

function timeFaults({ minutes }: ReadyMadeSet, tasks: readonly CoveredTask[]): SetFault[] {
  const total = tasks.reduce((sum, task) => sum + task.minutes, 0);
  if (total > minutes)
    return [
      {
        member: 'minutes',
        message: `the tasks take ${total} minutes: choose shorter ones or state more than ${minutes}`,
      },
    ];
  if (total < minutes * leastShareOfTime)
    return [
      { member: 'minutes', message: `the tasks take ${total} minutes only: add one or state less than ${minutes}` },
    ];
  return [];
}

function reachFaults({ reaches }: ReadyMadeSet, tasks: readonly CoveredTask[]): SetFault[] {
  const reached = new Set(tasks.flatMap(tagsOf));
  const missed = reaches.filter((tag) => !reached.has(tag));
  if (missed.length === 0) return [];
  return [{ member: 'reaches', message: `no task of the set asks for ${missed.join(', ')}: add one that does` }];
}

function balanceFaults({ leans }: ReadyMadeSet, tasks: readonly CoveredTask[]): SetFault[] {
  const all = tasks.reduce((sum, task) => sum + task.points, 0);
  const heavy = [...pointsByCriterion(tasks)].filter(([, points]) => points > all * mostShareOfPoints + 1e-9);
  const faults = heavy
    .filter(([tag]) => tag !== leans)
    .map(([tag, points]): SetFault => {
      const share = Math.round((points / all) * 100);
      return {
        member: 'tasks',
        message: `${tag} has ${share} % of the points: balance the tasks, or say leans: ${tag}`,
      };
    });
  if (leans !== undefined && !heavy.some(([tag]) => tag === leans))
    faults.push({ member: 'leans', message: `${leans} has no more than half of the points: remove leans` });
  return faults;
}
