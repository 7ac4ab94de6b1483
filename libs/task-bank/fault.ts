// Faults of task folders: where they are and how to mend them, gathered so that an author sees all at once.
import { DomainError } from '@bringup/platform';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One fault: `file` relative to the library's folder, `line` from 1. */
export interface TaskFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Turns faults into the one error that lists them, one a line. */
export function taskInvalid(faults: readonly TaskFault[]): DomainError {
  const lines = faults.map((f) => `${f.file}:${f.line}: ${f.message}`);
  return new DomainError('task-invalid', lines.join('\n'), { faults });
}

/** What a YAML text holds, or its faults with their lines. */
export type YamlReading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: TaskFault[] };

/** Parses YAML 1.2 and validates it; each fault names the line of the nearest node that is there. */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlReading<z.infer<S>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((e) => ({ file, line: lineAt(e.pos[0]), message: e.message.split('\n')[0] })),
    };
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }));
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    return { file, line: lineAt(offsetOf(document, path)), message: where + issue.message };
  });
  return { ok: false, faults };
}

/** The line of a node of a YAML text that was read before. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  return counter.linePos(offsetOf(document, path)).line;
}

/** The first line of a text that holds these words; the first of all when none does. */
export function lineWith(text: string, words: string): number {
  return (
    Math.max(
      0,
      text.split('\n').findIndex((line) => line.includes(words)),
    ) + 1
  );
}

/** The line of a JavaScript text that gives a member of a result its value; `path` leads to the member. Else the line with the words. */
export function lineOfMember(text: string, path: readonly (string | number)[], words: string): number {
  const names = path.filter((part) => typeof part === 'string').reverse();
  const found = names.flatMap((name) => {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const written = text.search(new RegExp(`(^|[^\\w$.])['"]?${literal}['"]?\\s*:`, 'm'));
    const short = text.search(new RegExp(`[{,]\\s*${literal}\\s*[,}]`, 'm'));
    return [written, short].filter((index) => index >= 0).slice(0, 1);
  });
  if (found[0] === undefined) return lineWith(text, words);
  // The search may begin with the end of the line before.
  const start = text.slice(found[0]).search(/[\w$'"]/);
  return text.slice(0, found[0] + start).split('\n').length;
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
