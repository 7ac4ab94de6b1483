// Searches what a candidate's browser receives for what it must not hold.
import type { Variant, Verdict } from '@bringup/grading';
import { lineWith, publicTaskOf, type Task } from '@bringup/task-bank';
import { inFile } from './places';

const shortestTellingLine = 40;

/** Sentences that name each secret found in the public view of `variant`; empty when there is none. */
export function leaksOf(task: Task, variant: Variant, verdict: Verdict): string[] {
  const view = publicTaskOf(task, variant);
  const everything = JSON.stringify(view);
  const holds = (text: string) => everything.includes(JSON.stringify(text).slice(1, -1));
  const leaks: string[] = [];
  for (const check of verdict.checks.filter((c) => !c.visible && task.kind === 'c')) {
    if (holds(check.title))
      leaks.push(
        `${inFile(task, 'checks.js', check.id)}: the title of the hidden check ${check.id} is in the public view: reword it`,
      );
  }
  for (const [file, text] of secretTexts(task)) {
    const line = tellingLines(text).find((l) => holds(l) && !(file.endsWith('.c') && isGivenCode(task, l)));
    if (line !== undefined)
      leaks.push(`${placeOf(task, file, line)}: this line is in the public view: ${line}: take it out of either`);
  }
  const words = `${view.prompt}\n${view.fields.map((f) => f.label).join('\n')}`;
  for (const [name, { value }] of Object.entries(variant.answerKey ?? {})) {
    const digits = typeof value === 'number' ? String(Number(value.toPrecision(6))) : '';
    if (digits.replace(/^[0.-]+|\D/g, '').length >= 5 && words.includes(digits))
      leaks.push(
        `${inFile(task, 'prompt.md.hbs', digits)}: the key of ${name} (${digits}) is in the prompt or a label: take it out`,
      );
  }
  return leaks;
}

function secretTexts(task: Task): [string, string][] {
  const names = ['reference.c', 'reference.yaml', 'checks.js', 'variant.js'];
  const files = names.flatMap((name): [string, string][] => (name in task.files ? [[name, task.files[name]]] : []));
  const notes: [string, string][] = [
    ['task.yaml', `${task.review.strong}\n${task.review.followUp}`],
    ['task.yaml', (task.justification?.anchors ?? []).join('\n')],
  ];
  const good = task.good.map(({ file, source }): [string, string] => [file, source]);
  return [
    ...files,
    ...notes,
    ...good,
    ...task.wrong.map((w): [string, string] => [w.file, w.kind === 'c' ? w.source : w.why]),
  ];
}

function tellingLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= shortestTellingLine);
}

/** Lines of C that a solution shares with what the candidate is given, such as a prototype, are no secret. */
function isGivenCode(task: Task, line: string): boolean {
  const given = ['starter.c', 'starter.c.hbs', ...(task.c?.headers ?? []).flatMap((h) => [h, `${h}.hbs`])];
  return given.some((name) => name in task.files && task.files[name].includes(line));
}

function placeOf(task: Task, file: string, line: string): string {
  const text = task.files[file] ?? [...task.wrong, ...task.good].find((one) => one.file === file)?.source ?? '';
  return `${task.slug}/${file}:${lineWith(text, line)}`;
}
