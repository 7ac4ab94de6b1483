// Starts a worker process; any number of them may run against one database.
import 'reflect-metadata';
import { DomainError, readConfig } from '@bringup/platform';
import { StderrLogger } from './stderr-logger';
import { startWorker } from './worker';

const stopLimitMs = 4800;

/** Codes of Node and PostgreSQL for a database that is not there or lets nobody in. */
const databaseTroubles = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '28P01',
  '28000',
  '3D000',
  '57P03',
]);

function explain(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (databaseTroubles.has(code))
    return `The database cannot be reached (${code}). Check DATABASE_URL, and that PostgreSQL runs.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    // Started by the launcher, it ends with the launcher, however that ends.
    process.once('disconnect', () => resolve());
  });
  const logger = new StderrLogger('Bringup', { logLevels: ['log', 'warn', 'error', 'fatal'] });
  const worker = await startWorker(readConfig(process.env), logger);
  process.stdout.write('worker ready\n');
  await asked;
  // Leases run out by themselves, so a stop that hangs may be cut short without losing anything.
  setTimeout(() => process.exit(0), stopLimitMs).unref();
  await worker.stop();
  process.exit(0);
}

if (require.main === module) main().catch(fail);
