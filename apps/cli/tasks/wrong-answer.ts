// Whether a wrong answer lost what its author promised that it loses.
import type { Verdict } from '@bringup/grading';
import type { Task, WrongAnswer } from '@bringup/task-bank';

/** Null when the promise holds; otherwise a sentence that says how it broke. */
export function broken(task: Task, wrong: WrongAnswer, verdict: Verdict): string | null {
  if (wrong.kind === 'c' && wrong.verdict !== null) {
    return verdict.status === wrong.verdict
      ? null
      : `promises the verdict ${wrong.verdict} and gets ${verdict.status}: name that, or repair the answer`;
  }
  if (verdict.status === 'compile-error') return `does not compile: ${verdict.compilerOutput}`;
  const lost = new Set([
    ...verdict.checks.filter((c) => !c.passed).map((c) => c.id),
    ...verdict.budgets.filter((b) => b.used > b.full).map((b) => `budget:${b.metric}`),
  ]);
  const known = [...verdict.checks.map((c) => c.id), ...verdict.budgets.map((b) => `budget:${b.metric}`)];
  const strange = wrong.loses.filter((id) => !known.includes(id));
  if (strange.length > 0) return `there is no ${strange.join(', ')} to lose: name one of ${known.join(', ')}`;
  const kept = wrong.loses.filter((id) => !lost.has(id));
  if (kept.length > 0)
    return `should lose ${kept.join(', ')} and does not: repair the answer, or the check that lets it pass`;
  if (verdict.points >= verdict.maxPoints) return 'earns full marks: make it wrong, or remove it';
  if (task.kind === 'c') return null;
  const extra = [...lost].filter((id) => !wrong.loses.includes(id));
  return extra.length > 0 ? `also loses ${extra.join(', ')}: name it or repair the answer` : null;
}
