// npm run openapi: writes apps/api/openapi.json from the controllers, and the web client from it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode, root } from './toolchain.mjs';

await ensureNode();
ensureInstalled();
await ensureBuilt(['server']);
for (const args of [
  [path.join(root, 'dist/apps/api/openapi.js'), 'apps/api/openapi.json'],
  [path.join(root, 'node_modules/ng-openapi-gen/lib/index.js'), '--config', 'apps/web/ng-openapi-gen.json'],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
