// bu-version-conflict: two versions of one answer, saved from two places. Shows where they differ; the candidate chooses, nothing is lost.
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Announcer } from '../../ui/announcer';
import { TextDiff } from '../../ui/text-diff';
import { clockTimeText, ownZone } from '../../ui/time-words';
import { answerLines } from '../answers/answer-state';
import type { TaskWork } from '../task-work';

@Component({
  selector: 'bu-version-conflict',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TextDiff],
  templateUrl: './version-conflict.html',
  styleUrl: './version-conflict.scss',
  host: { role: 'alert' },
})
export class VersionConflict {
  readonly work = input.required<TaskWork>();
  private readonly announcer = inject(Announcer);
  protected readonly choosing = signal(false);
  protected readonly theirs = computed(() => {
    const state = this.work().saver.state();
    return state.kind === 'conflict' ? state.theirs : undefined;
  });
  protected readonly savedAt = computed(() => {
    const theirs = this.theirs();
    return theirs ? ` at ${clockTimeText(new Date(theirs.savedAt), ownZone())}` : '';
  });
  protected readonly mine = computed(() => answerLines(this.work().saver.answer(), this.work().view));
  /** In an object, so that an empty text is a text. */
  protected readonly theirText = computed(() => {
    const theirs = this.theirs();
    return theirs && { text: answerLines(theirs.answer, this.work().view) };
  });

  protected async keepMine(): Promise<void> {
    this.choosing.set(true);
    await this.work().saver.keepMine();
    this.choosing.set(false);
    this.announcer.say('The version on this screen was kept.');
  }

  protected takeTheirs(): void {
    this.work().saver.takeTheirs();
    this.announcer.say('The other version was taken.');
  }
}
