// npm run -s cli -- …: the command, built when needed, with nothing of its own on stdout.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { beSilent } from './progress.mjs';
import { endOf, ensureNode, root } from './toolchain.mjs';

await ensureNode();
if (process.argv.includes('--json')) beSilent();
ensureInstalled();
await ensureBuilt(['server']);
// The caller's folder stays the working folder, so that relative file names mean what the caller means.
const child = spawn(process.execPath, [path.join(root, 'dist/apps/cli/main.js'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
process.exit(await endOf(child));
