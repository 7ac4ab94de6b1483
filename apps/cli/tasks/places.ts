// Where in a task's folder something stands, as an author's editor opens it: slug/file:line.
import { lineOf, lineWith, type Task, type WrongAnswer } from '@bringup/task-bank';

/** A node of task.yaml or reference.yaml; the nearest one that is there. */
export function inYaml(task: Task, file: 'task.yaml' | 'reference.yaml', path: readonly (string | number)[]): string {
  return `${task.slug}/${file}:${lineOf(task.files[file], path)}`;
}

/** The first line of a file that holds the words. */
export function inFile(task: Task, file: string, words: string): string {
  const name = file in task.files ? file : `${file}.hbs`;
  return `${task.slug}/${name}:${lineWith(task.files[name], words)}`;
}

/** A node of a wrong answer; its first line in C, where the promise stands. */
export function inWrong(task: Task, wrong: WrongAnswer, path: readonly string[]): string {
  return `${task.slug}/${wrong.file}:${wrong.kind === 'c' ? 1 : lineOf(wrong.source, path)}`;
}

/** The line of a C file that the compiler's output complains of first. */
export function inProgram(task: Task, file: string, compilerOutput: string): string {
  const line = /^[a-z0-9_]+\.c:(\d+)/m.exec(compilerOutput)?.[1] ?? '1';
  const name = file in task.files || /^(wrong|good)\//.test(file) ? file : `${file}.hbs`;
  return `${task.slug}/${name}:${line}`;
}
