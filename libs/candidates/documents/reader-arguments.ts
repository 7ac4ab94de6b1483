// How the reading process is started: what it may read, and how much heap it gets.
import { dirname, resolve } from 'node:path';
import { documentLimits } from './document';

/** Started from the build, also by tests, because the reading process runs plain JavaScript. */
export const builtFolder = __filename.endsWith('.ts')
  ? resolve(__dirname, '../../../dist/libs/candidates/documents')
  : __dirname;
export const readerProgram = resolve(builtFolder, 'reader/main.js');

/** The folder of installed packages that holds the parsers. */
function packagesFolder(): string {
  return dirname(dirname(require.resolve('mammoth/package.json')));
}

/** Node's permission model: reading only the program and its packages; no writing, processes, threads or native addons. */
export function readerArguments(): string[] {
  return [
    '--permission',
    `--allow-fs-read=${builtFolder}/*`,
    `--allow-fs-read=${packagesFolder()}/*`,
    `--max-old-space-size=${documentLimits.heapMebibytes}`,
    '--no-warnings',
  ];
}
