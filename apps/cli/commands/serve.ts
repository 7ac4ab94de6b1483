// `serve`: the whole product on this machine: database, migrations, demo company, worker, API and site.
import path from 'node:path';
import { DomainError, migrate, readConfig } from '@bringup/platform';
import { migrations } from '../../../migrations';
import type { Command, Output } from '../command';
import { projectRoot } from '../project-root';
import { openDatabase } from '../serve/database';
import { assertPortFree } from '../serve/port';
import { runToEnd, Service } from '../serve/service';
import { welcome } from '../serve/welcome';

/** The launcher's own start, so that the seconds go on from there. */
const started = Number(process.env['BRINGUP_STARTED'] ?? Date.now());

async function fillDemo(env: NodeJS.ProcessEnv, output: Output): Promise<void> {
  const script = path.join(projectRoot, 'dist/apps/cli/main.js');
  const { code, text } = await runToEnd(process.execPath, [script, 'demo', '--if-empty'], env);
  if (code !== 0)
    output.log(
      `The demo company could not be filled in; the product works without it. ${text.trim().split('\n').at(-1) ?? ''}`,
    );
}

async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    // Asked twice is normal: a terminal sends Ctrl-C to the launcher too, which passes it on. Stopping in order goes on.
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}

async function serve(output: Output): Promise<number> {
  const say = (text: string) => output.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);
  const stopped = untilStopped();
  const port = Number(process.env['PORT'] ?? 3000);
  await assertPortFree(port, process.env['HOST'] ?? '127.0.0.1');
  if (!process.env['DATABASE_URL']) say('Starting the embedded PostgreSQL');
  const database = await openDatabase(process.env['DATABASE_URL'], path.join(projectRoot, '.data/postgres'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.url,
    DEMO: process.env['DEMO'] ?? (database.embedded ? '1' : '0'),
  };
  const services: Service[] = [];
  try {
    const config = readConfig(env);
    const ran = await migrate(database.url, migrations);
    if (ran.length > 0) say(`Database brought up to date (${ran.length} migrations)`);
    if (config.demo) {
      say('Looking after the demo company');
      await fillDemo(env, output);
    }
    say('Starting the worker, the API and the site');
    services.push(
      new Service('worker', path.join(projectRoot, 'dist/apps/worker/main.js'), env),
      new Service('api', path.join(projectRoot, 'dist/apps/api/main.js'), env),
    );
    await Promise.all(services.map(async (service) => service.start()));
    output.text(welcome(config));
    say('Ready. Ctrl-C stops everything; data stays.');
    await stopped;
    say('Stopping');
  } finally {
    await Promise.all(services.map(async (service) => service.stop()));
    await database.stop();
  }
  return 0;
}

export const command: Command = {
  name: 'serve',
  summary: 'runs the whole product on this machine (what npm start does after building)',
  usage: 'Usage: npm start\nSettings come from the environment; the README lists them.',
  async run(args, output) {
    if (args.length > 0)
      throw new DomainError('arguments-not-found', 'serve takes no arguments; settings come from the environment.');
    return serve(output);
  },
};
