// Builds what has changed since the last build: the backend with swc, the site with Angular's builder.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { fail, say } from './progress.mjs';
import { ensureNode, readIfThere, root } from './toolchain.mjs';

const ignored = new Set(['node_modules', '.angular', 'dist', '.cache']);

function addFolder(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !ignored.has(entry.name) && file !== path.join(root, 'apps/web/src/app/api'))
      addFolder(hash, file);
    else if (entry.isFile() && !entry.name.endsWith('.spec.ts'))
      hash.update(path.relative(root, file)).update(readFileSync(file));
  }
}

function digestOf(places) {
  const hash = createHash('sha256');
  for (const place of places.map((name) => path.join(root, name))) {
    if (existsSync(place) && readdirSafe(place)) addFolder(hash, place);
    else hash.update(place).update(readIfThere(place));
  }
  return hash.digest('hex');
}

function readdirSafe(place) {
  try {
    readdirSync(place);
    return true;
  } catch {
    return false;
  }
}

async function run(program, args, cwd = root) {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', program), ...args], {
    cwd,
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code === 0) return;
  process.stderr.write(output);
  fail(
    /ENOSPC/.test(output)
      ? 'The disk is full. Free some space and start again.'
      : `Building failed in ${program}; its own words are above.`,
  );
}

async function buildBackend() {
  for (const folder of ['apps', 'libs', 'migrations'])
    rmSync(path.join(root, 'dist', folder), { recursive: true, force: true });
  await run('@nestjs/cli/bin/nest.js', ['build']);
}

async function buildSite() {
  await run('ng-openapi-gen/lib/index.js', ['--config', 'apps/web/ng-openapi-gen.json']);
  await run('@angular/cli/bin/ng.js', ['build'], path.join(root, 'apps/web'));
}

const parts = [
  {
    name: 'server',
    places: [
      'apps/api',
      'apps/worker',
      'apps/cli',
      'libs',
      'migrations',
      '.swcrc',
      'nest-cli.json',
      'package-lock.json',
    ],
    build: buildBackend,
  },
  {
    name: 'site',
    places: ['apps/web', 'apps/api/openapi.json', 'libs/quantities', 'package-lock.json'],
    build: buildSite,
  },
];

/** Builds the named parts (all by default) whose sources differ from what was last built. */
export async function ensureBuilt(names = parts.map((part) => part.name)) {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const stale = parts
    .filter((part) => names.includes(part.name))
    .map((part) => ({ ...part, stamp: path.join(root, 'dist', `.built-${part.name}`), digest: digestOf(part.places) }))
    .filter((part) => readIfThere(part.stamp) !== part.digest);
  if (stale.length > 0) say(`Building the ${stale.map((part) => part.name).join(' and the ')}`);
  await Promise.all(
    stale.map(async (part) => {
      rmSync(part.stamp, { force: true });
      await part.build();
      writeFileSync(part.stamp, part.digest);
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureNode();
  ensureInstalled();
  await ensureBuilt();
}
