// Writes the OpenAPI document from the controllers; the web client is generated from it.
import { writeFileSync } from 'node:fs';
import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { TaskDesk } from '@bringup/attempts';
import { configToken, LiveEvents, UnitOfWork } from '@bringup/platform';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { controllers } from './controllers';

/** The document of a running or merely composed application. Operation ids are the controllers' method names. */
export function openApiDocument(app: INestApplication) {
  const description = new DocumentBuilder()
    .setTitle('Bringup')
    .setDescription('Hiring for edge AI on evidence')
    .setVersion('1')
    .addCookieAuth('bringup_session')
    .build();
  const document = cleanupOpenApiDoc(
    SwaggerModule.createDocument(app, description, { operationIdFactory: (_controller, method) => method }),
  );
  // What goes out differs from what comes in only by name here, so the suffix that tells them apart would be noise in the client.
  return JSON.parse(JSON.stringify(document).replaceAll(/(\w+)_Output"/g, '$1"')) as typeof document;
}

/** Stands where the document needs no behaviour: controllers are read, never called. */
const providers = [UnitOfWork, LiveEvents, TaskDesk, configToken].map((provide) => ({ provide, useValue: {} }));

@Module({ controllers, providers })
class ControllersOnly {}

/** Composes the controllers without their dependencies, which the document does not need. */
export async function composeDocument() {
  const app = await NestFactory.create(ControllersOnly, { logger: ['error'], abortOnError: false });
  app.setGlobalPrefix('api');
  return openApiDocument(app);
}

if (require.main === module) {
  composeDocument().then(
    (document) => writeFileSync(process.argv[2] ?? 'apps/api/openapi.json', `${JSON.stringify(document, null, 2)}\n`),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
