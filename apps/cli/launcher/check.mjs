// npm run check: layout, lint, types, layers and sizes; each a rule that a machine can hold.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, say } from './progress.mjs';
import { ensureNode, root } from './toolchain.mjs';

const checks = [
  { name: 'layout (prettier)', args: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'types (tsc)', args: ['typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'layers (dependency-cruiser)',
    args: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.config/dependency-cruiser.cjs',
      'apps/api',
      'apps/worker',
      'apps/cli',
      'apps/web/src',
      'libs',
      'migrations',
    ],
  },
  {
    name: 'lint (eslint)',
    args: [
      'eslint/bin/eslint.js',
      '-c',
      '.config/eslint.config.mjs',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      '.cache/eslint/',
      'apps',
      'libs',
      'migrations',
      'test',
      '.config',
    ],
  },
];

async function runOne(check) {
  const started = Date.now();
  const [program, ...args] = check.args;
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=4096', path.join(root, 'node_modules', program), ...args],
    { cwd: root },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (code !== 0) process.stderr.write(output);
  return code === 0;
}

/** Runs every check, two at a time; resolves to how many passed and failed. */
export async function runChecks() {
  const waiting = [...checks];
  const results = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runOne(next));
  };
  await Promise.all([lane(), lane()]);
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureNode();
  ensureInstalled();
  // The web's types include the generated client.
  await ensureBuilt();
  const { failed } = await runChecks();
  if (failed > 0) fail(`${failed} of ${checks.length} checks failed.`);
}
