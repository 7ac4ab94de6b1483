// Composes the worker from the platform and, with Redis, from Bull's queues.
import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock, type Config, PlatformModule, queueNames, SystemClock } from '@bringup/platform';
import { entities } from './entities';
import { redisOptions } from './redis-options';

/** Keys of the product in a Redis that others may use too. */
const keyPrefix = 'bringup';

function bullModules(redisUrl: string): DynamicModule[] {
  // A job whose worker died is taken up again; whether there is anything left to do, PostgreSQL knows.
  const settings = { maxStalledCount: 5 };
  return [
    BullModule.forRoot({ redis: redisOptions(redisUrl), prefix: keyPrefix, settings }),
    BullModule.registerQueue(...queueNames.map((name) => ({ name }))),
  ];
}

@Module({})
export class WorkerModule {
  static forRoot(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, entities, clock),
        ...(config.redisUrl === undefined ? [] : bullModules(config.redisUrl)),
      ],
    };
  }
}
