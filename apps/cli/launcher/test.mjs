// npm test: checks, unit tests, tests on a real PostgreSQL and Redis, the site's tests, the task library's proof, browser journeys.
// `npm test -- unit web` runs the named parts alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runChecks } from './check.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, say } from './progress.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { ensureNode, root } from './toolchain.mjs';

await ensureNode();
ensureInstalled();
ensureSystemPackages();

const reports = path.join(root, '.cache/reports');
mkdirSync(reports, { recursive: true });

async function run(args, cwd = root) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: process.env });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Runs jest and reads its own report; a run that dies without one counts as a failure. */
async function jest(name, config, args = []) {
  const report = path.join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const code = await run([
    path.join(root, 'node_modules/jest/bin/jest.js'),
    '-c',
    config,
    '--json',
    `--outputFile=${report}`,
    '--ci',
    ...args,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites, code === 0 ? 0 : 1) };
}

async function command(args) {
  const code = await run([path.join(root, 'dist/apps/cli/main.js'), ...args]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

const backend = '.config/jest.config.cjs';
const parts = {
  checks: () => runChecks(),
  unit: () => jest('unit', backend, ['--selectProjects', 'unit']),
  database: () => jest('database', backend, ['--selectProjects', 'database']),
  web: () => jest('web', 'apps/web/jest.config.cjs'),
  tasks: () => command(['tasks', 'verify', '--seeds', '3']),
  journeys: () => jest('journeys', '.config/jest.journeys.cjs', ['--runInBand']),
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) fail(`There is no part "${unknown}". Known: ${Object.keys(parts).join(', ')}.`);

await ensureBuilt();
const total = { passed: 0, failed: 0 };
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  say(`--- ${name}`);
  const { passed, failed } = await parts[name]();
  say(`--- ${name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
