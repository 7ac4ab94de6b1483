// bu-version-conflict: two versions of one answer, saved from two places. Shows both; the candidate chooses, nothing is lost.
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Announcer } from '../../ui/announcer';
import { clockTimeText, ownZone } from '../../ui/time-words';
import { answerLines } from '../answers/answer-state';
import type { TaskWork } from '../task-work';
import { compareLines } from '../../ui/line-diff';

@Component({
  selector: 'bu-version-conflict',
  changeDetection: ChangeDetectionStrategy.OnPush,
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
  protected readonly compared = computed(() => {
    const theirs = this.theirs();
    const { view, saver } = this.work();
    return theirs && compareLines(answerLines(saver.answer(), view), answerLines(theirs.answer, view));
  });

  protected async keepMine(): Promise<void> {
    this.choosing.set(true);
    await this.work().saver.keepMine();
    this.announcer.say('The version on this screen was kept.');
  }

  protected takeTheirs(): void {
    this.work().saver.takeTheirs();
    this.announcer.say('The other version was taken.');
  }
}
