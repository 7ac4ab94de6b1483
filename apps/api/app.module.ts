// Composes the API from the libs: controllers, guards, validation, error documents. No business rule.
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { type Clock, type Config, PlatformModule, SystemClock } from '@bringup/platform';
import { TaskDesk } from '@bringup/attempts';
import { ZodSerializerInterceptor, ZodValidationPipe } from 'nestjs-zod';
import { controllers } from './controllers';
import { entities } from './entities';
import { ProblemFilter } from './http/problem.filter';
import { SessionGuard } from './http/session.guard';

@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly desk: TaskDesk) {}

  static forRoot(config: Config, desk: TaskDesk, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, entities, clock),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 1200 }]),
      ],
      controllers,
      providers: [
        { provide: TaskDesk, useValue: desk },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ZodSerializerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.desk.close();
  }
}
