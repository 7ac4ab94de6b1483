// Where the project is, whatever folder the command was called from.
import path from 'node:path';

/** From dist/apps/cli back to the folder that holds package.json. */
export const projectRoot = process.env['BRINGUP_ROOT'] ?? path.resolve(__dirname, '../../..');
