// How TypeORM is set up: explicit entities and migrations, no synchronising, no lazy loading.
import type { DataSourceOptions, EntityTarget, MigrationInterface } from 'typeorm';
import { AuditEvent } from '../audit-event.entity';
import { StoredFile } from '../files/stored-file.entity';
import { MailMessage } from '../mail/mail-message.entity';
import { OutboxRow } from '../outbox/outbox-row.entity';
import { WorkerPresence } from '../presence/worker-presence.entity';

export type MigrationClass = new () => MigrationInterface;

export const platformEntities: EntityTarget<object>[] = [
  AuditEvent,
  MailMessage,
  OutboxRow,
  StoredFile,
  WorkerPresence,
];

/** TypeORM options for a database address; the app names the entities of the libs that it uses. */
export function dataSourceOptions(
  databaseUrl: string,
  entities: EntityTarget<object>[],
  migrations: MigrationClass[] = [],
): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    entities: [...platformEntities, ...entities] as (new () => object)[],
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: 20,
    connectTimeoutMS: 5000,
    applicationName: 'bringup',
  };
}
