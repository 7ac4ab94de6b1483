// What the tests need from the system: a browser, Redis, and bubblewrap for the sandbox's strongest level.
import { spawnSync } from 'node:child_process';
import { fail, say } from './progress.mjs';

const wanted = [
  { program: 'chromium', package: 'chromium' },
  { program: 'redis-server', package: 'redis-server' },
  { program: 'bwrap', package: 'bubblewrap' },
];

const isThere = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** Installs with apt-get what is missing, when that is possible; else says in one line what to install. */
export function ensureSystemPackages() {
  const missing = wanted.filter((item) => !isThere(item.program));
  if (missing.length === 0) return;
  const names = missing.map((item) => item.package);
  const canInstall = process.getuid?.() === 0 && isThere('apt-get');
  if (!canInstall)
    fail(
      `The tests need ${names.join(', ')}. Install them first, for example: sudo apt-get install -y ${names.join(' ')}`,
    );
  say(`Installing ${names.join(', ')} from the system's packages`);
  const script = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${names.join(' ')}`;
  const result = spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    fail(`apt-get could not install ${names.join(', ')}; its own words are above.`);
  }
}
