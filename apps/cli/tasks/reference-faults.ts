// What a verdict on the reference says against a task: points that are lost, checks that are all alike. Sums and ids are held by
// grading itself.
import type { Verdict } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import type { SeedFault } from './found-faults';
import { inFile, inProgram, inYaml } from './places';

/** Each fault with its place; empty when the reference earns full marks. */
export function referenceFaults(task: Task, verdict: Verdict): SeedFault[] {
  if (verdict.status === 'compile-error')
    return [
      {
        fault: `${inProgram(task, 'reference.c', verdict.compilerOutput)}: the reference does not compile: ${verdict.compilerOutput}`,
      },
    ];
  return [...checkFaults(task, verdict).map((fault) => ({ fault })), ...lossFaults(task, verdict)];
}

function lossFaults(task: Task, verdict: Verdict): SeedFault[] {
  if (verdict.status === 'accepted') return [];
  const lost = verdict.checks.filter((c) => !c.passed);
  const over = verdict.budgets
    .filter((b) => b.points < b.maxPoints)
    .map((b) => `budget ${b.metric}: used ${b.used} of ${b.full}`);
  const place =
    task.kind === 'c'
      ? `${task.slug}/reference.c:1`
      : inYaml(task, 'reference.yaml', ['answers', ...lost.slice(0, 1).map(({ id }) => id)]);
  const what = [...lost.map((c) => `${c.id}: ${c.message}`), ...over].join('; ');
  return [
    {
      fault: `${place}: the reference does not earn full marks: mend it, or the ${task.kind === 'c' ? 'checks' : 'key'}`,
      example: `; it earns ${verdict.points} of ${verdict.maxPoints} (${verdict.status}): ${what}`,
    },
  ];
}

function checkFaults(task: Task, verdict: Verdict): string[] {
  if (task.kind !== 'c') return [];
  const place = inFile(task, 'checks.js', 'export const checks');
  const faults: string[] = [];
  if (!verdict.checks.some((c) => c.visible))
    faults.push(`${place}: no check is visible: let the candidate run at least one`);
  if (verdict.status === 'accepted' && verdict.checks.every((c) => c.visible))
    faults.push(`${place}: no check is hidden: say visible: false in some`);
  return faults;
}
