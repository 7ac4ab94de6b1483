// What a verdict on the reference says against a task: points that are lost, sums that do not agree, checks that are all alike.
import type { Variant, Verdict } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import type { SeedFault } from './found-faults';
import { inFile, inProgram, inYaml } from './places';

/** Each fault with its place; empty when the reference earns full marks. */
export function referenceFaults(task: Task, variant: Variant, verdict: Verdict): SeedFault[] {
  if (verdict.status === 'compile-error')
    return [
      {
        fault: `${inProgram(task, 'reference.c', verdict.compilerOutput)}: the reference does not compile: ${verdict.compilerOutput}`,
      },
    ];
  const same = [...sumFaults(task, variant, verdict), ...checkFaults(task, verdict)];
  return [...same.map((fault) => ({ fault })), ...lossFaults(task, verdict)];
}

function sumFaults(task: Task, variant: Variant, verdict: Verdict): string[] {
  const ids = verdict.checks.map(({ id }) => id);
  const unmeasured = variant.budgets.filter(({ check }) => check !== null && !ids.includes(check));
  if (unmeasured.length > 0)
    return unmeasured.map(
      ({ metric, check }) =>
        `${inYaml(task, 'task.yaml', ['c', 'budgets', metric, 'check'])}: there is no check ${check}: name one of ${ids.join(', ')}`,
    );
  if (verdict.maxPoints === task.points) return [];
  return [
    `${inYaml(task, 'task.yaml', ['points'])}: says ${task.points} points, the checks and budgets add up to ${verdict.maxPoints}: make both agree`,
  ];
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
  const ids = verdict.checks.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  const faults: string[] = [];
  if (twice !== undefined) faults.push(`${place}: two checks have the id ${twice}: give each its own`);
  if (!verdict.checks.some((c) => c.visible))
    faults.push(`${place}: no check is visible: let the candidate run at least one`);
  if (verdict.status === 'accepted' && verdict.checks.every((c) => c.visible))
    faults.push(`${place}: no check is hidden: say visible: false in some`);
  return faults;
}
