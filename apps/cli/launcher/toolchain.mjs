// Makes sure that everything runs on Node 24: uses the host's when it is new enough, else fetches one into .toolchain/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, say, started } from './progress.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const nodeVersion = '24.21.0';
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodeFolder = path.join(root, '.toolchain/node_modules', nodePackage, 'bin');

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 11);
}

function fetchedNodeWorks() {
  const node = path.join(nodeFolder, 'node');
  return existsSync(node) && spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${nodeVersion}`;
}

function fetchNode() {
  say(`Fetching Node ${nodeVersion} (this machine has ${process.version}; the product needs 24.11 or newer)`);
  rmSync(path.join(root, '.toolchain'), { recursive: true, force: true });
  const result = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      path.join(root, '.toolchain'),
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${nodePackage}@${nodeVersion}`,
    ],
    { encoding: 'utf8', cwd: root },
  );
  if (result.status === 0 && fetchedNodeWorks()) return;
  if (/ENOSPC/.test(`${result.stdout}${result.stderr}`)) fail('The disk is full. Free at least 2 GB and start again.');
  fail(
    `Node ${nodeVersion} could not be fetched from the npm registry. Install Node 24 yourself, or check the network and start again.`,
  );
}

/** Runs the calling script again on Node 24 when this process is older; returns only when the version is right. */
export async function ensureNode() {
  if (isNewEnough(process.version)) return;
  if (!fetchedNodeWorks()) fetchNode();
  const child = spawn(path.join(nodeFolder, 'node'), process.argv.slice(1), {
    stdio: 'inherit',
    env: {
      ...process.env,
      BRINGUP_STARTED: String(started),
      PATH: `${nodeFolder}${path.delimiter}${process.env.PATH ?? ''}`,
    },
  });
  process.exit(await endOf(child));
}

/** Waits for a child and passes on the wish to stop; a terminal sends Ctrl-C to both, so being asked twice is normal for it. */
export async function endOf(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (status, signal) => resolve(signal ? 1 : (status ?? 1))));
}

/** The text of a file, or nothing when it is not there. */
export function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
