// The project's task library with one task more, which nobody could prove: one of its checks fails by itself.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const brokenTask = { slug: 'unproved-pool', title: 'A pool that nobody has proved' };

export interface Library {
  readonly folder: string;
  /** Where the check fails, as staff read it. */
  readonly fault: string;
  remove(): void;
}

export function libraryWithBrokenTask(): Library {
  const folder = mkdtempSync(path.join(tmpdir(), 'bringup-library-'));
  cpSync(path.resolve(__dirname, '../../assessments'), folder, { recursive: true });
  const task = path.join(folder, brokenTask.slug);
  cpSync(path.join(folder, 'block-pool'), task, { recursive: true });
  const change = (file: string, edit: (text: string) => string) => {
    const name = path.join(task, file);
    writeFileSync(name, edit(readFileSync(name, 'utf8')));
  };
  change('task.yaml', (text) =>
    text
      .replace(/^id: .*/m, `id: ${randomUUID()}`)
      .replace(/^title: .*/m, `title: ${brokenTask.title}`)
      .replace(/^version: .*/m, 'version: 1'),
  );
  let line = 0;
  change('checks.js', (text) => {
    const proved = text.replace(/^export const checks = /m, 'const proved = ').trimEnd();
    line = proved.split('\n').length + 2;
    return `${proved}
const broken = () => {
  throw new Error('no traffic to replay');
};
export const checks = proved.map((check, i) => (i === 0 ? { ...check, run: broken } : check));
`;
  });
  const fault = `${brokenTask.slug}/checks.js:${line}: the check itself failed: Error: no traffic to replay`;
  return { folder, fault, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
