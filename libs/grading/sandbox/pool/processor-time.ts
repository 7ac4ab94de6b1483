// What a child and all that it started take of the processors: measures of work that do not depend on how busy the machine is.
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in ticks of 10 ms on every architecture that Node runs on (sysconf(_SC_CLK_TCK), proc(5)). */
const ticksPerSecond = 100;

/** The fields of a `stat` file after the name in parentheses, so that the state (field 3 of proc(5)) comes first. */
function statFields(path: string): string[] {
  const stat = readFileSync(path, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** User and system time of one process: fields 14 and 15. */
function ownSeconds(pid: number): number {
  const fields = statFields(`/proc/${pid}/stat`);
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Seconds of processor time of a process and its living descendants (bubblewrap stands before Node); null where /proc does not say. */
export function processorSeconds(pid: number): number | null {
  try {
    return childrenOf(pid).reduce((sum, child) => sum + (processorSeconds(child) ?? 0), ownSeconds(pid));
  } catch {
    return null;
  }
}

/**
 * True when a thread of the process or of a descendant runs, waits for a processor or for a disk, or when somebody has halted
 * it: then it is the machine that keeps it from going on. False where /proc does not say.
 */
export function isHeldUp(pid: number): boolean {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const states = threads.map((thread) => statFields(`/proc/${pid}/task/${thread}/stat`)[0] ?? '');
    return states.some((state) => 'RDTt'.includes(state)) || childrenOf(pid).some(isHeldUp);
  } catch {
    return false;
  }
}
