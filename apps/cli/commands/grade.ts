// `grade`: grades one answer from a file, exactly as a submission is graded.
import { parseArgs } from 'node:util';
import type { Verdict } from '@bringup/grading';
import { type Command, UsageError } from '../command';
import { openTaskBank, withEngine } from '../tasks/open-engine';
import { readAnswer } from '../tasks/read-answer';
import { wholeNumber } from '../tasks/whole-number';

const usage = `Usage: grade SLUG --seed N --answer FILE [--visible] [--json]
  --answer FILE    a .c source, or a .yaml or .json file with the fields
  --visible        run only what the candidate may see while working
  --tasks FOLDER   the library to read (default: assessments)`;

export const command: Command = {
  name: 'grade',
  summary: 'grade an answer from a file',
  usage,
  run: async (args, output) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string' },
        answer: { type: 'string' },
        visible: { type: 'boolean', default: false },
        tasks: { type: 'string' },
      },
    });
    const [slug, ...rest] = positionals;
    if (slug === undefined) throw new UsageError('Name a task: grade SLUG --seed N --answer FILE.');
    if (rest.length > 0) throw new UsageError(`“${rest[0]}” is one argument too many. See grade --help.`);
    if (values.answer === undefined)
      throw new UsageError('Give --answer FILE: a .c source, or a .yaml or .json file with the fields.');
    const seed = wholeNumber('--seed', values.seed);
    const task = (await openTaskBank(values.tasks, output)).get(slug);
    const answer = await readAnswer(task, values.answer);
    const scope = values.visible ? 'visible' : 'all';
    const verdict = await withEngine(1, (engine) =>
      engine.grade({ task, seed, answer, scope, priority: 'interactive' }),
    );
    if (values.json) output.json(verdict);
    else output.text(verdictText(verdict));
    return verdict.status === 'internal-error' ? 1 : 0;
  },
};

function verdictText(verdict: Verdict): string {
  const lines = [
    `${verdict.slug}, seed ${verdict.seed}: ${verdict.status}, ${verdict.points} of ${verdict.maxPoints} points`,
  ];
  for (const check of verdict.checks) {
    lines.push(
      `  ${check.passed ? 'pass' : 'FAIL'}  ${check.id} (${check.points} of ${check.maxPoints}${check.visible ? '' : ', hidden'})  ${check.message}`,
    );
  }
  for (const b of verdict.budgets)
    lines.push(
      `  ${b.metric}: ${b.used} used; full marks up to ${b.full}, none from ${b.limit} (${b.points} of ${b.maxPoints})`,
    );
  if (verdict.compilerOutput !== '') lines.push(verdict.compilerOutput.trimEnd());
  lines.push(`toolchain ${verdict.toolchain}`, `digest ${verdict.digest}`);
  return lines.join('\n');
}
