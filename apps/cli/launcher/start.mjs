// npm start: everything that a fresh clone needs, then the product itself.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode, root } from './toolchain.mjs';

await ensureNode();
ensureInstalled();
await ensureBuilt();
const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/apps/cli/main.js'), 'serve'], {
  cwd: root,
  stdio: 'inherit',
});
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
