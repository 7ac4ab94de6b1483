// The Nest module that every app starts from: configuration, database, clock, units of work, live events.
import { type DynamicModule, Global, Module, type OnModuleDestroy } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { EntityTarget } from 'typeorm';
import { Clock, SystemClock } from './clock';
import type { Config } from './config/config';
import { configToken } from './config/config-token';
import { dataSourceOptions } from './database/data-source';
import { UnitOfWork } from './database/unit-of-work';
import { LiveEvents } from './events/live-events';
import { NotificationListener } from './events/notification-listener';

@Global()
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(private readonly listener: NotificationListener) {}

  static forRoot(config: Config, entities: EntityTarget<object>[], clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(config.databaseUrl, entities), retryAttempts: 3, retryDelay: 500 }),
        }),
      ],
      providers: [
        { provide: configToken, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: NotificationListener, useFactory: () => new NotificationListener(config.databaseUrl) },
        UnitOfWork,
        LiveEvents,
      ],
      exports: [configToken, Clock, UnitOfWork, LiveEvents, NotificationListener],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.listener.close();
  }
}
