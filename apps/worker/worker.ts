// A running worker: its queue driver, its handlers, its grading engine, and how it stops.
import { getQueueToken } from '@nestjs/bull';
import { type INestApplicationContext, Logger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { compileSavedDrafts, preparePractice } from '@bringup/attempts';
import { type GradingEngine, startGradingEngine } from '@bringup/grading';
import {
  BullQueue,
  Clock,
  type Config,
  InProcessQueue,
  type JobQueue,
  LiveEvents,
  NotificationListener,
  OutboxDispatcher,
  type OutboxHandlers,
  queueNames,
  reportPresence,
  UnitOfWork,
} from '@bringup/platform';
import { loadPracticeBank } from '@bringup/task-bank';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import { createHandlers } from './handlers';
import { startHousekeeping } from './housekeeping';
import { WorkerModule } from './worker.module';

export interface RunningWorker {
  /** Stops within five seconds; what is in hand and does not end by then goes back to the outbox. */
  stop(): Promise<void>;
}

/** How long jobs in hand may go on after the stop was asked for. */
const patienceMs = 1500;

function createQueue(app: INestApplicationContext, config: Config, handlers: OutboxHandlers): JobQueue {
  const dataSource = app.get(DataSource);
  const clock = app.get(Clock);
  const listener = app.get(NotificationListener);
  const dispatcher = new OutboxDispatcher(dataSource, clock, handlers);
  if (config.redisUrl === undefined) return new InProcessQueue(dispatcher, listener, config.workerConcurrency);
  const queues = new Map(queueNames.map((name) => [name, app.get<Queue<{ outboxId: string }>>(getQueueToken(name))]));
  return new BullQueue(queues, dispatcher, dataSource, listener, clock, config.workerConcurrency);
}

function startEngine(config: Config): Promise<GradingEngine> {
  const runners = config.workerConcurrency;
  return startGradingEngine({ compilers: Math.ceil(runners / 2), runners, cacheFolder: config.cacheFolder });
}

function sandboxFacts(engine: GradingEngine) {
  const { compilers, runners, ...facts } = engine.status();
  const shown = ({ busy, jobs, residentBytes }: (typeof compilers)[number]) => ({ busy, jobs, residentBytes });
  return { ...facts, compilers: compilers.map(shown), runners: runners.map(shown) };
}

/** In the background: candidates read that practice is being prepared, and everything that counts goes on without it. */
function makePracticeReady(unitOfWork: UnitOfWork, config: Config, engine: GradingEngine, log: Logger): void {
  loadPracticeBank(config.tasksFolder)
    .then((bank) => preparePractice({ unitOfWork, reader: unitOfWork.reader, engine }, bank))
    .catch((error: unknown) =>
      log.warn(`Practice tasks are not ready: ${error instanceof Error ? error.message : String(error)}`),
    );
}

/** @throws DomainError `handler-missing`, `handler-registered-twice`, `queue-unreachable` */
export async function startWorker(config: Config, logger: LoggerService): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), { logger, abortOnError: false });
  const unitOfWork = app.get(UnitOfWork);
  const engine = await startEngine(config);
  const { handlers, transport } = createHandlers({ unitOfWork, config, engine });
  const queue = createQueue(app, config, handlers);
  const log = new Logger('Worker');
  try {
    await queue.start();
  } catch (error) {
    await Promise.allSettled([queue.stop(0), engine.close()]);
    throw error;
  }
  makePracticeReady(unitOfWork, config, engine, log);
  const endHousekeeping = startHousekeeping(unitOfWork, config.cacheFolder);
  const endPresence = reportPresence(app.get(DataSource), app.get(Clock), () => ({
    queue: queue.name,
    mail: transport.captures ? 'kept' : 'sent',
    node: process.version,
    ...sandboxFacts(engine),
  }));
  const endCompiling = compileSavedDrafts(app.get(LiveEvents), { reader: unitOfWork.reader, engine });
  log.log(
    `Queue: ${queue.name}. Sandbox: ${engine.status().sandboxLevel}. Mail: ${transport.captures ? 'kept on this machine' : 'sent by SMTP'}.`,
  );
  return {
    async stop() {
      endHousekeeping();
      endCompiling();
      await endPresence();
      await queue.stop(patienceMs);
      transport.close();
      await engine.close();
      await app.close();
    },
  };
}
