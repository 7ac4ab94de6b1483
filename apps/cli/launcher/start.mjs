// npm start: everything that a fresh clone needs, then the product itself.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { started } from './progress.mjs';
import { endOf, ensureNode, root } from './toolchain.mjs';

await ensureNode();
ensureInstalled();
await ensureBuilt();
const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/apps/cli/main.js'), 'serve'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, BRINGUP_STARTED: String(started) },
});
process.exit(await endOf(child));
