// Where the project is, whatever folder the command was called from.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder above that holds package.json: the same from the sources and from what was built of them. */
function folderOfPackage(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  return above === from ? process.cwd() : folderOfPackage(above);
}

export const projectRoot = folderOfPackage(__dirname);
