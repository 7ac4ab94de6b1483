// Starts the API and the site on one port.
import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { TaskDesk } from '@bringup/attempts';
import { type Config, DomainError, readConfig, UnitOfWork } from '@bringup/platform';
import compression from 'compression';
import type { Request, Response } from 'express';
import { AppModule } from './app.module';
import { sameOriginOnly, securityHeaders } from './site/security';
import { siteRouter } from './site/site';

/** Builds the application without listening; also used by tests. */
export async function createApi(config: Config, desk: TaskDesk): Promise<NestExpressApplication> {
  const logger = new ConsoleLogger('Bringup', { logLevels: ['warn', 'error', 'fatal'] });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, desk), {
    logger,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders(config.publicUrl.startsWith('https:')));
  // Events must leave at once, so streams are not compressed.
  app.use(
    compression({
      filter: (request: Request, response: Response) =>
        !request.path.endsWith('/events') && compression.filter(request, response),
    }),
  );
  app.use('/api', sameOriginOnly);
  app.useBodyParser('json', { limit: '600kb' });
  app.use(siteRouter(config, app.get(UnitOfWork)));
  app.enableShutdownHooks();
  return app;
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const desk = await TaskDesk.open(config);
  const app = await createApi(config, desk);
  await app.listen(config.port, config.host);
  // Started by the launcher, it ends with the launcher, however that ends.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.stdout.write(`api ready on ${config.host}:${config.port}\n`);
}

function explain(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Stop it, or choose another port: PORT=3100 npm start.';
  if (code === 'EACCES') return 'This port may not be used by you. Choose one above 1024: PORT=3100 npm start.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  });
}
