// Right answers for whatever variant a candidate was given, from the command that task authors use.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface KeyEntry {
  value: number | string | (number | string)[];
  unit: string;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'choice' | 'order';
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface VariantOfTask {
  readonly answerKey: Record<string, KeyEntry>;
  readonly fields: readonly Field[];
  readonly parameters: Record<string, unknown>;
}

/** What `tasks variant` says about one seed. */
export function variantOf(slug: string, seed: number): VariantOfTask {
  const output = execFileSync(
    process.execPath,
    [path.join(root, 'dist/apps/cli/main.js'), 'tasks', 'variant', slug, '--seed', String(seed), '--json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  return JSON.parse(output) as VariantOfTask;
}

/** The reference program of a C task: full marks on every variant. */
export function referenceProgram(slug: string): string {
  return readFileSync(path.join(root, 'assessments', slug, 'reference.c'), 'utf8');
}
