// "Something about this subject changed", to any number of API processes, by LISTEN/NOTIFY.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { concat, defer, filter, from, type Observable, Subject } from 'rxjs';
import { liveChannel } from './channels';
import { NotificationListener } from './notification-listener';

/** Whoever reads a page and then opens its stream misses nothing in between if that took no longer. */
const rememberedMs = 5000;

@Injectable()
export class LiveEvents implements OnModuleInit, OnModuleDestroy {
  private readonly subjects = new Subject<string>();
  /** When each subject changed last, oldest first. */
  private readonly recent = new Map<string, number>();
  private unsubscribe: (() => void) | undefined;

  constructor(private readonly listener: NotificationListener) {}

  async onModuleInit(): Promise<void> {
    this.unsubscribe = await this.listener.subscribe(liveChannel, (subject) => {
      this.remember(subject);
      this.subjects.next(subject);
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe?.();
    this.subjects.complete();
  }

  /** Names of changed subjects, such as `attempt:ID`, for which `wanted` says yes; first those of the last seconds, once each. */
  changes(wanted: (subject: string) => boolean): Observable<string> {
    return defer(() => concat(from(this.remembered()), this.subjects)).pipe(filter(wanted));
  }

  private remember(subject: string): void {
    this.recent.delete(subject);
    this.recent.set(subject, performance.now());
    this.forgetOld();
  }

  private remembered(): string[] {
    this.forgetOld();
    return [...this.recent.keys()];
  }

  private forgetOld(): void {
    const since = performance.now() - rememberedMs;
    for (const [subject, at] of this.recent) {
      if (at >= since) break;
      this.recent.delete(subject);
    }
  }
}
