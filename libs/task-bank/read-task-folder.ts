// Reads one task's folder: which files belong there, what they hold, and the digest over them.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lineOf, readYaml, type TaskFault } from './fault';
import type { Task, WrongAnswer } from './task';
import {
  type EquivalentMutant,
  mutantsSchema,
  referenceSchema,
  slugPattern,
  taskSchema,
  type TaskDocument,
  wrongAnswerSchema,
} from './task-schema';

const mutantsFile = 'mutants.yaml';
const solutionFile = 'solve.js';
const largestFile = 256 * 1024;
/** Addresses of the site beside the tasks. */
const reservedSlugs = ['coverage', 'ready-made', 'regrades'];

/** The task, or every fault found in its folder. */
export type FolderReading = { readonly task: Task } | { readonly faults: readonly TaskFault[] };

/** Reads and validates `folder/slug`. Faults are returned, not thrown, so that a library's faults can be shown together. */
export async function readTaskFolder(folder: string, slug: string): Promise<FolderReading> {
  const at = (file: string, message: string, line = 1): TaskFault => ({ file: `${slug}/${file}`, line, message });
  if (!slugPattern.test(slug))
    return { faults: [at('', 'name the folder in lower case with dashes, for example int8-ring-buffer')] };
  if (reservedSlugs.includes(slug)) return { faults: [at('', `the name ${slug} is taken: choose another`)] };
  const { texts, faults: sizeFaults } = await readTexts(join(folder, slug), slug);
  if (sizeFaults.length > 0) return { faults: sizeFaults };
  const yaml = texts.get('task.yaml');
  if (yaml === undefined)
    return { faults: [at('task.yaml', 'the folder has no task.yaml: write one (see the README of the library)')] };
  const document = readYaml(`${slug}/task.yaml`, yaml, taskSchema);
  if (!document.ok) return { faults: document.faults };
  const faults = fileFaults(document.value, [...texts.keys()]).map((f) => at(f.file, f.message));
  const reference =
    document.value.kind === 'c'
      ? null
      : readYaml(`${slug}/reference.yaml`, texts.get('reference.yaml') ?? '', referenceSchema);
  if (reference && texts.has('reference.yaml'))
    faults.push(
      ...(reference.ok
        ? referenceFaults(document.value, slug, texts.get('reference.yaml') ?? '', reference.value)
        : reference.faults),
    );
  const wrong = readWrongAnswers(document.value, slug, texts, faults);
  const equivalentMutants = readEquivalentMutants(slug, texts, faults);
  if (faults.length > 0) return { faults };
  const own = [...texts].filter(([name]) => !isProof(name));
  return {
    task: {
      ...document.value,
      slug,
      files: Object.fromEntries(own),
      reference: reference?.ok ? reference.value : null,
      wrong,
      good: [...texts].flatMap(([file, source]) => (file.startsWith('good/') ? [{ file, source }] : [])),
      equivalentMutants,
      solution: texts.get(solutionFile) ?? null,
      digest: digestOf(own),
    },
  };
}

/** What only proves the task is no part of its digest: it can be added to a published version. */
const isProof = (name: string) =>
  name.startsWith('wrong/') || name.startsWith('good/') || name === mutantsFile || name === solutionFile;

async function readTexts(folder: string, slug: string): Promise<{ texts: Map<string, string>; faults: TaskFault[] }> {
  const texts = new Map<string, string>();
  const faults: TaskFault[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (!entry.isFile())
      faults.push({
        file: `${slug}/${name}`,
        line: 1,
        message: 'is not a plain file: replace links by the file itself',
      });
    else if ((await stat(path)).size > largestFile)
      faults.push({ file: `${slug}/${name}`, line: 1, message: `is larger than ${largestFile / 1024} KiB` });
    else texts.set(name, await readFile(path, 'utf8'));
  }
  return { texts, faults };
}

/** sha256 over each file's name, length and bytes in the order of names, so that no two folders share a stream. */
function digestOf(files: readonly (readonly [string, string])[]): string {
  const hash = createHash('sha256');
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}

function fileFaults(task: TaskDocument, names: readonly string[]): { file: string; message: string }[] {
  const required = ['variant.js', 'checks.js', 'prompt.md.hbs', task.kind === 'c' ? 'reference.c' : 'reference.yaml'];
  const present = new Set(names);
  const missing = required
    .filter((name) => !present.has(name))
    .map((file) => ({ file, message: 'is missing: add it' }));
  const fillable = task.c ? ['starter.c', ...task.c.headers] : [];
  const absent = fillable
    .filter((name) => present.has(name) === present.has(`${name}.hbs`))
    .map((file) => ({ file, message: `add either ${file} or ${file}.hbs` }));
  const known = new Set(['task.yaml', 'README.md', ...required, ...fillable, ...fillable.map((name) => `${name}.hbs`)]);
  known.add(task.kind === 'c' ? mutantsFile : solutionFile);
  const proofs = task.kind === 'c' ? /^(wrong|good)\/[a-z0-9_-]+\.c$/ : /^wrong\/[a-z0-9_-]+\.(c|yaml)$/;
  const stray = names
    .filter((name) => !known.has(name) && !proofs.test(name))
    .map((file) => ({ file, message: 'does not belong in a task folder: remove it, or list it under headers' }));
  return [...missing, ...absent, ...stray];
}

/** Fields that an answer names and the task does not have. */
function unknownFields(
  task: TaskDocument,
  file: string,
  text: string,
  { answers, loses = [] }: { answers: Readonly<Record<string, string>>; loses?: readonly string[] },
): TaskFault[] {
  const names = (task.fields ?? []).map(({ name }) => name);
  const message = (name: string) => `there is no field ${name}: name one of ${names.join(', ')}`;
  const unknown = (name: string) => !names.includes(name);
  return [
    ...loses.filter(unknown).map((name) => ({ file, line: lineOf(text, ['loses']), message: message(name) })),
    ...Object.keys(answers)
      .filter(unknown)
      .map((name) => ({ file, line: lineOf(text, ['answers', name]), message: message(name) })),
  ];
}

function referenceFaults(
  task: TaskDocument,
  slug: string,
  text: string,
  reference: { readonly answers: Readonly<Record<string, string>> },
): TaskFault[] {
  const file = `${slug}/reference.yaml`;
  const missing = (task.fields ?? []).filter(({ name }) => !Object.hasOwn(reference.answers, name));
  return [
    ...unknownFields(task, file, text, reference),
    ...missing.map(({ name }) => ({ file, line: lineOf(text, ['answers']), message: `answers: add ${name}` })),
  ];
}

function readEquivalentMutants(
  slug: string,
  texts: ReadonlyMap<string, string>,
  faults: TaskFault[],
): readonly EquivalentMutant[] {
  const text = texts.get(mutantsFile);
  if (text === undefined) return [];
  const reading = readYaml(`${slug}/${mutantsFile}`, text, mutantsSchema);
  if (reading.ok) return reading.value.mutants;
  faults.push(...reading.faults);
  return [];
}

function readWrongAnswers(
  task: TaskDocument,
  slug: string,
  texts: ReadonlyMap<string, string>,
  faults: TaskFault[],
): WrongAnswer[] {
  const answers: WrongAnswer[] = [];
  for (const [name, text] of texts) {
    if (!name.startsWith('wrong/')) continue;
    const file = `${slug}/${name}`;
    if (task.kind === 'c' && name.endsWith('.c')) {
      const promise = /^\/\/ (loses|verdict): (.+)/.exec(text);
      if (!promise)
        faults.push({ file, line: 1, message: 'start the file with "// loses: check-id" or "// verdict: status"' });
      else {
        const loses = promise[1] === 'loses' ? promise[2].split(',').map((id) => id.trim()) : [];
        answers.push({
          kind: 'c',
          file: name,
          source: text,
          loses,
          verdict: promise[1] === 'verdict' ? promise[2].trim() : null,
        });
      }
    } else if (task.kind !== 'c' && name.endsWith('.yaml')) {
      const reading = readYaml(file, text, wrongAnswerSchema);
      if (!reading.ok) faults.push(...reading.faults);
      else {
        faults.push(...unknownFields(task, file, text, reading.value));
        answers.push({ kind: 'fields', file: name, source: text, ...reading.value });
      }
    } else
      faults.push({
        file,
        line: 1,
        message: `answers to a task of kind ${task.kind} end in ${task.kind === 'c' ? '.c' : '.yaml'}`,
      });
  }
  return answers;
}
