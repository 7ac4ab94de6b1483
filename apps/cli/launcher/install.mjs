// Installs the packages of the lock file when they are missing, changed, or half installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, say } from './progress.mjs';
import { readIfThere, root } from './toolchain.mjs';

const stamp = path.join(root, 'node_modules/.bringup-lock');

/** The stamp is written last, so an install that was cut short is done again. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (readIfThere(stamp) === wanted) return;
  say('Installing packages (about two minutes the first time)');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  if (result.status !== 0) {
    if (/ENOSPC/.test(output))
      fail('The disk is full. Free at least 2 GB and start again; nothing else needs to be done.');
    if (/EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED/.test(output))
      fail('The npm registry cannot be reached. Check the network or the proxy settings of npm, then start again.');
    process.stderr.write(output);
    fail('npm ci failed; its own words are above.');
  }
  writeFileSync(stamp, wanted);
}
