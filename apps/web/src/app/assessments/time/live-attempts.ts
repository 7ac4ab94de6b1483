// bu-live-attempts: who is working now, with the time left on the server's clock; pauses and extends from here.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../api/api';
import { listLiveAttempts } from '../../api/fn/attempt-time/list-live-attempts';
import { liveAttemptEvents } from '../../api/fn/attempt-time/live-attempt-events';
import type { LiveAttempt } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { EmptyState } from '../../ui/empty-state';
import { clockText, durationText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { openChanges } from '../../ui/live-changes';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { ServerClock } from '../../ui/server-clock';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import { TableFrame } from '../../ui/table-frame';
import { Ticker } from '../../ui/ticker';
import { Time } from '../../ui/time';
import { ClockDesk } from './clock-desk';
import { changesText, connection, minutesText, secondsLeft, standNow, standWords } from './live-words';

/** Events say what changes; this asks for what is only silence, such as a connection that is gone. */
const askAgainMs = 30_000;

@Component({
  selector: 'bu-live-attempts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    Icon,
    PageHeader,
    ProblemPanel,
    RouterLink,
    SectionCard,
    Skeleton,
    StatusChip,
    TableFrame,
    Time,
  ],
  templateUrl: './live-attempts.html',
  styleUrl: './live-attempts.scss',
})
export class LiveAttempts {
  private readonly api = inject(Api);
  private readonly desk = inject(ClockDesk);
  private readonly ticker = inject(Ticker);
  private readonly clock = new ServerClock(() => performance.now());
  private readonly changes = signal(0);
  protected readonly lost = signal(false);
  protected readonly asOf = signal<string | null>(null);
  /** Survives a reload, so that the table does not blink. */
  protected readonly shown = signal<readonly LiveAttempt[] | undefined>(undefined);
  protected readonly found = resource({
    params: () => ({ changes: this.changes() }),
    loader: async () => {
      const sentAt = performance.now();
      const view = await this.api.invoke(listLiveAttempts);
      this.clock.observe(Date.parse(view.serverNow), sentAt, performance.now());
      return view;
    },
  });
  protected readonly rows = computed(() => {
    this.ticker.fast();
    const now = this.clock.known ? this.clock.now() : Date.now();
    return (this.shown() ?? []).map((item) => this.row(item, now));
  });

  constructor() {
    const announcer = inject(Announcer);
    const close = openChanges(
      liveAttemptEvents.PATH,
      () => this.reload(),
      (state) => this.lost.set(state === 'lost'),
    );
    const timer = setInterval(() => this.reload(), askAgainMs);
    inject(DestroyRef).onDestroy(() => {
      close();
      clearInterval(timer);
    });
    let before: readonly LiveAttempt[] | undefined;
    effect(() => {
      if (!this.found.hasValue()) return;
      const { items, serverNow } = this.found.value();
      this.shown.set(items);
      this.asOf.set(serverNow);
      const news = before ? changesText(before, items) : '';
      before = items;
      if (news) announcer.say(news);
    });
  }

  protected reload(): void {
    this.changes.update((count) => count + 1);
  }

  protected async pause(item: LiveAttempt): Promise<void> {
    if (await this.desk.pause({ attemptId: item.id, candidateName: item.candidateName })) this.reload();
  }

  protected async resume(item: LiveAttempt): Promise<void> {
    if (await this.desk.resume({ attemptId: item.id, candidateName: item.candidateName })) this.reload();
  }

  protected async extend(item: LiveAttempt): Promise<void> {
    if (await this.desk.extend({ attemptId: item.id, candidateName: item.candidateName })) this.reload();
  }

  private row(item: LiveAttempt, now: number) {
    const left = secondsLeft(item, now);
    const stand = standNow(item, now);
    return {
      item,
      stand,
      digits: clockText(left),
      leftWords: durationText(left),
      tone: stand !== 'running' ? 'calm' : left <= 60 ? 'stop' : left <= 300 ? 'hold' : 'calm',
      words: standWords(item, now),
      minutes: minutesText(item),
      connection: connection(item.seenAt, now),
    };
  }
}
