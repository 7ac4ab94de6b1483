// How to reach the embedded server: kept beside its data, so that the next start and the commands find it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { replaceFile } from './replace-file';

const schema = z.object({
  port: z.number().int().min(1).max(65_535),
  password: z.string().min(1),
  /** Process that started the server and stops it; absent in files of older versions. */
  launcher: z.number().int().positive().optional(),
});

export type Connection = z.infer<typeof schema>;

/** What the file says, or undefined when it is missing, empty, damaged or unreadable. */
export function readConnection(file: string): Connection | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeConnection(file: string, connection: Connection): void {
  replaceFile(file, JSON.stringify(connection), 0o600);
}
