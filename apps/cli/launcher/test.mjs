// npm test: checks, unit tests, tests on a real PostgreSQL and Redis, the site's tests, the task library's proof, browser journeys.
// `npm test -- unit web` runs the named parts alone.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
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

/** A part that takes longer hangs: on a slow and busy machine the longest part takes half of it. */
const partMinutes = 45;
/** What jest may still take after its report; longer means that a test left something open. */
const endSeconds = 60;

/**
 * Runs a program of ours in a process group of its own; resolves to its exit code.
 * @param isDone tells that the work is over, so that only the end of the process is waited for
 * @param stdout where it writes; here unless a file is named
 */
async function run(args, isDone = () => false, stdout = 'inherit') {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    env: process.env,
    detached: true,
  });
  const stop = () => process.kill(-child.pid, 'SIGKILL');
  const stopForOthers = () => {
    stop();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopForOthers);
  const started = Date.now();
  let doneAt;
  const watch = setInterval(() => {
    if (isDone()) doneAt ??= Date.now();
    const isLate = Date.now() - started > partMinutes * 60_000;
    const isLeftOpen = doneAt !== undefined && Date.now() - doneAt > endSeconds * 1000;
    if (!isLate && !isLeftOpen) return;
    say(
      isLeftOpen ? `stopped: still open ${endSeconds} s after its report` : `stopped: no end after ${partMinutes} min`,
    );
    stop();
  }, 1000);
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  clearInterval(watch);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stopForOthers);
  return code;
}

/** Runs jest and reads its own report; a run that dies without one counts as a failure. */
async function jest(name, config, args = []) {
  const report = path.join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const code = await run(
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '-c',
      config,
      '--json',
      `--outputFile=${report}`,
      '--ci',
      ...args,
    ],
    () => existsSync(report),
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites, code === 0 ? 0 : 1) };
}

/** What the command prints as JSON; null when it printed none, and then it told why. */
async function documentOf(name, args) {
  const report = path.join(reports, `${name}.json`);
  const file = openSync(report, 'w');
  const code = await run([path.join(root, 'dist/apps/cli/main.js'), ...args, '--json'], undefined, file);
  closeSync(file);
  const text = readFileSync(report, 'utf8');
  return { code, document: text === '' ? null : JSON.parse(text) };
}

/** Proves the task library, each task a test of its own; then grades some mutants of each C task, the same ones every time. */
async function proofs() {
  const proved = await documentOf('tasks', ['tasks', 'verify', '--quick']);
  if (proved.document === null) return { passed: 0, failed: 1 };
  const mutated = await documentOf('mutants', ['tasks', 'mutate', '--sample', '12', '--seed', '1']);
  const reported = mutated.document ?? [];
  const open = [
    ...proved.document
      .filter(({ faults }) => faults.length > 0)
      .map(({ slug, faults }) => [`${slug} is not proved:`, ...faults]),
    ...reported
      .filter(({ survivors, faults }) => survivors.length + faults.length > 0)
      .map(({ slug, survivors, faults }) => [
        `${slug} has mutants that no check notices:`,
        ...survivors.map(({ id, line, after }) => `${id} (line ${line}): ${after}`),
        ...faults,
      ]),
  ];
  for (const lines of open) say(lines.join('\n  - '));
  const failed = Math.max(open.length, proved.code === 0 && mutated.code === 0 ? 0 : 1);
  return { passed: proved.document.length + reported.length - open.length, failed };
}

const backend = '.config/jest.config.cjs';
const parts = {
  checks: () => runChecks(),
  unit: () => jest('unit', backend, ['--selectProjects', 'unit']),
  database: () => jest('database', backend, ['--selectProjects', 'database']),
  web: () => jest('web', 'apps/web/jest.config.cjs'),
  tasks: () => proofs(),
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
