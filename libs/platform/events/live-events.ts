// "Something about this subject changed", to any number of API processes, by LISTEN/NOTIFY.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { filter, type Observable, Subject } from 'rxjs';
import { liveChannel } from './channels';
import { NotificationListener } from './notification-listener';

@Injectable()
export class LiveEvents implements OnModuleInit, OnModuleDestroy {
  private readonly subjects = new Subject<string>();
  private unsubscribe: (() => void) | undefined;

  constructor(private readonly listener: NotificationListener) {}

  async onModuleInit(): Promise<void> {
    this.unsubscribe = await this.listener.subscribe(liveChannel, (subject) => this.subjects.next(subject));
  }

  onModuleDestroy(): void {
    this.unsubscribe?.();
    this.subjects.complete();
  }

  /** Names of changed subjects, such as `attempt:ID`, for which `wanted` says yes. */
  changes(wanted: (subject: string) => boolean): Observable<string> {
    return this.subjects.pipe(filter(wanted));
  }
}
