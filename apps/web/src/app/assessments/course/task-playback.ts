// bu-task-playback: how one task was worked on, version by version, for those who may read its verdict. Loaded when it is opened.
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Api } from '../../api/api';
import { playBackTask } from '../../api/fn/attempts/play-back-task';
import type { PlaybackRun } from '../../api/models';
import { DurationPipe } from '../../ui/figure-pipes';
import { Icon } from '../../ui/icon';
import { ProblemPanel } from '../../ui/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import { TextDiff } from '../../ui/text-diff';
import { minutesNote, sinceStartText } from './assessment-minutes';
import { pauseBefore, type PlayedVersion, rebuilt, runsAfter, shareOf } from './played-back';

@Component({
  selector: 'bu-task-playback',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DurationPipe, Icon, ProblemPanel, Skeleton, StatusChip, TextDiff],
  templateUrl: './task-playback.html',
  styleUrl: './task-playback.scss',
})
export class TaskPlayback {
  readonly applicationId = input.required<string>();
  readonly invitationId = input.required<string>();
  readonly position = input.required<number>();
  readonly title = input.required<string>();

  private readonly api = inject(Api);
  protected readonly asked = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly versions = signal<readonly PlayedVersion[]>([]);
  private readonly runs = signal<readonly PlaybackRun[]>([]);
  private readonly start = signal('');
  private readonly end = signal(0);
  protected readonly loaded = signal(false);
  /** The version that is shown. */
  protected readonly at = signal(0);
  protected readonly whole = signal(false);
  protected readonly time = sinceStartText;
  protected readonly minutesNote = minutesNote;

  protected readonly shown = computed(() => this.versions()[this.at()]);
  protected readonly before = computed(() => this.versions()[this.at() - 1]?.text ?? this.start());
  protected readonly pause = computed(() => pauseBefore(this.versions(), this.at()));
  protected readonly runsHere = computed(() => {
    const early = this.at() === 0 ? runsAfter(this.versions(), -1, this.runs()) : [];
    return [...early, ...runsAfter(this.versions(), this.at(), this.runs())];
  });
  /** Marks on the line of time: where runs and the shown version stand. */
  protected readonly marks = computed(() => this.runs().map((run) => ({ id: run.id, at: this.share(run.atMs) })));
  protected readonly here = computed(() => this.share(this.shown()?.atMs ?? 0));
  protected readonly words = computed(() => {
    const version = this.shown();
    if (!version) return '';
    const runs = this.runsHere().length;
    const ran = runs ? `, then ${runs} ${runs === 1 ? 'run' : 'runs'}` : '';
    return `Version ${this.at() + 1} of ${this.versions().length}, saved ${this.time(version.atMs)}${ran}`;
  });

  /** The first opening loads it; that somebody looked is written down. */
  protected opened(event: Event): void {
    if (!(event.target as HTMLDetailsElement).open || this.asked()) return;
    this.asked.set(true);
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(undefined);
    try {
      const versions: PlayedVersion[] = [];
      for (let after: number | null = 0; after !== null;) {
        const page: Awaited<ReturnType<typeof this.page>> = await this.page(after);
        if (after === 0) {
          this.start.set(page.before);
          this.runs.set(page.runs);
          this.end.set(page.submittedAtMs);
        }
        versions.push(...rebuilt(page.before, page.steps));
        after = page.next;
      }
      this.versions.set(versions);
      // The end first: what was handed in, from which one steps back.
      this.at.set(Math.max(0, versions.length - 1));
      this.loaded.set(true);
    } catch (error) {
      this.problem.set(error);
    }
  }

  protected slide(event: Event): void {
    this.at.set(Number((event.target as HTMLInputElement).value) - 1);
  }

  protected step(by: number): void {
    this.at.update((at) => Math.min(this.versions().length - 1, Math.max(0, at + by)));
  }

  /** To the next version after which the answer was run; the last one when there is none. */
  protected toRun(by: 1 | -1): void {
    const last = this.versions().length - 1;
    let at = this.at() + by;
    while (at > 0 && at < last && runsAfter(this.versions(), at, this.runs()).length === 0) at += by;
    this.at.set(Math.min(last, Math.max(0, at)));
  }

  private share(atMs: number): number {
    return 100 * shareOf(atMs, this.end());
  }

  private page(after: number) {
    return this.api.invoke(playBackTask, {
      id: this.applicationId(),
      invitationId: this.invitationId(),
      position: this.position(),
      after,
    });
  }
}
