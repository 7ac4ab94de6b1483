// Replaces a small file whole: after a crash at any moment it holds what it held before, or all of what was written.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** @param mode permissions of the new file, for example 0o600 */
export function replaceFile(file: string, text: string, mode: number): void {
  const temporary = `${file}.${process.pid}.part`;
  rmSync(temporary, { force: true });
  const handle = openSync(temporary, 'wx', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  // The rename itself is on the disk only when the folder is; Windows cannot open a folder and needs no such step.
  if (process.platform !== 'win32') syncFolder(path.dirname(file));
}
