// A worker says every few seconds that it is there and how it does; administrators read it on the System page.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { settlesWithin } from '../outbox/job-queue';
import { type WorkerFacts, WorkerPresence } from './worker-presence.entity';

const everyMs = 10_000;
/** Saying goodbye may fail, but must not keep a process from ending. */
const goodbyeMs = 1000;
/** A worker that has said nothing for so long is gone: it died, or its host lost the database. */
export const silenceMs = 3 * everyMs;
/** Rows of workers that died are of interest for a day. */
const keptMs = 24 * 60 * 60_000;

/** Reports now and from time to time; the function that comes back takes the worker off the list. */
export function reportPresence(dataSource: DataSource, clock: Clock, facts: () => WorkerFacts): () => Promise<void> {
  const log = new Logger('Presence');
  const rows = dataSource.getRepository(WorkerPresence);
  const own = { id: randomUUID(), host: hostname(), processId: process.pid, startedAt: clock.now() };
  const say = async (): Promise<void> => {
    const now = clock.now();
    await rows.upsert({ ...own, seenAt: now, facts: facts() }, ['id']);
    await dataSource.query('DELETE FROM worker_presence WHERE seen_at < $1', [new Date(now.getTime() - keptMs)]);
  };
  // Work goes on whether it is seen or not.
  const report = (): Promise<void> => say().catch((error: unknown) => log.warn(`Not reported: ${String(error)}`));
  let reporting = report();
  const timer = setInterval(() => {
    reporting = report();
  }, everyMs);
  return async () => {
    clearInterval(timer);
    const goodbye = reporting.then(() => rows.delete(own.id));
    await settlesWithin(
      goodbye.catch((error: unknown) => log.warn(`Still on the list: ${String(error)}`)),
      goodbyeMs,
    );
  };
}
