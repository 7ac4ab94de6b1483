// Reads an answer from a file: C source, or a YAML or JSON sheet of fields.
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Answer } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import { parse } from 'yaml';
import { UsageError } from '../command';

const largestAnswer = 256 * 1024;

/** The answer in `file`; a usage error when the file does not fit the task. */
export async function readAnswer(task: Task, file: string): Promise<Answer> {
  const text = await readText(file);
  const extension = extname(file).toLowerCase();
  if (task.kind === 'c') {
    if (extension !== '.c') throw new UsageError(`${task.slug} is a C task: give a .c file, not ${file}.`);
    return { kind: 'c', source: text };
  }
  if (!['.yaml', '.yml', '.json'].includes(extension))
    throw new UsageError(`${task.slug} wants fields: give a .yaml or .json file, not ${file}.`);
  const { fields, justification } = readSheet(file, text);
  const known = (task.fields ?? []).map((f) => f.name);
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`${file}: ${task.slug} has no field "${unknown}". Its fields: ${known.join(', ')}.`);
  return task.kind === 'interpretation'
    ? { kind: 'interpretation', fields, justification }
    : { kind: 'numeric', fields };
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > largestAnswer)
      throw new UsageError(`${file} has ${size} bytes; an answer has at most ${largestAnswer}.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: give the path of an answer's file.`);
  }
}

/** Fields stand below `fields:`, or at the top beside `justification:`. */
function readSheet(file: string, text: string): { fields: Record<string, string>; justification: string } {
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw new UsageError(
      `${file}: ${error instanceof Error ? error.message.split('\n')[0] : 'not readable as YAML or JSON'}`,
    );
  }
  if (!isRecord(document)) throw new UsageError(`${file}: write one field a line, such as "scale: 0.0125".`);
  const { justification = '', ...top } = document;
  const fields = isRecord(top.fields) ? top.fields : top;
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fieldText(file, name, value)])),
    justification: typeof justification === 'string' ? justification : '',
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldText(file: string, name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value === null) return '';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',');
  throw new UsageError(`${file}: the field "${name}" is neither a number, a text nor a list of texts.`);
}
