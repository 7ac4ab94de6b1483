// Processor time of a child and all that it started: a measure of work that does not depend on how busy the machine is.
import { readFileSync } from 'node:fs';

/** Linux counts in ticks of 10 ms on every architecture that Node runs on (sysconf(_SC_CLK_TCK), proc(5)). */
const ticksPerSecond = 100;

/** User and system time of one process; proc(5): fields 14 and 15 of `stat`, after the name in parentheses. */
function ownSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Seconds of processor time of a process and its living descendants (bubblewrap stands before Node); null where /proc does not say. */
export function processorSeconds(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.reduce((sum, child) => sum + (processorSeconds(child) ?? 0), ownSeconds(pid));
  } catch {
    return null;
  }
}
