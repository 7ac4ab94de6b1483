// bu-attempt-time-panel: one attempt's time for those who look after it: what was asked and granted, pause, extension, log.
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Api } from '../../api/api';
import { declineAccommodation } from '../../api/fn/attempt-time/decline-accommodation';
import type { Accommodation, AccommodationKind, AttemptTime } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { Confirm } from '../../ui/confirm';
import { DurationPipe } from '../../ui/figure-pipes';
import { Icon } from '../../ui/icon';
import { toProblem } from '../../ui/problem';
import { StatusChip } from '../../ui/status-chip';
import { sentence } from '../../ui/status-words';
import { Time } from '../../ui/time';
import { ClockDesk } from './clock-desk';
import { GrantForm } from './grant-form';
import { grantText } from './extension';
import { minutesText } from './live-words';

type Grant = NonNullable<Accommodation['grant']>;

let count = 0;

const kindWords: Readonly<Record<AccommodationKind, string>> = {
  'extra-time': 'extra time',
  breaks: 'breaks',
  format: 'another format',
  other: 'something else',
};

@Component({
  selector: 'bu-attempt-time-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DurationPipe, GrantForm, Icon, StatusChip, Time],
  templateUrl: './attempt-time-panel.html',
  styleUrl: './attempt-time-panel.scss',
})
export class AttemptTimePanel {
  readonly time = input.required<AttemptTime>();
  /** False once the invitation was taken back or has expired. */
  readonly live = input.required<boolean>();
  readonly candidateName = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  private readonly desk = inject(ClockDesk);
  protected readonly headingId = `bu-attempt-time-${++count}`;
  protected readonly sentence = sentence;
  protected readonly granting = signal(false);
  protected readonly minutes = computed(() => minutesText(this.time()));
  protected readonly waits = computed(() => this.time().accommodations.some(({ state }) => state === 'requested'));
  protected readonly isOpen = computed(() => this.live() && !this.time().submittedAt);
  protected readonly secondsTaken = computed(() => {
    const { startedAt, submittedAt } = this.time();
    return startedAt && submittedAt ? (Date.parse(submittedAt) - Date.parse(startedAt)) / 1000 : null;
  });

  protected kinds(kinds: readonly AccommodationKind[]): string {
    return sentence(kinds.map((kind) => kindWords[kind]).join(', '));
  }

  protected words(grant: Grant): string {
    return grantText(grant);
  }

  protected done(): void {
    this.granting.set(false);
    this.changed.emit();
  }

  protected async decline(): Promise<void> {
    const answer = await this.confirm.ask({
      title: 'Decline the request?',
      sentence: 'The candidate reads your word in a mail and on their page. The hiring team hears of neither.',
      action: 'Decline',
      reason: { label: 'Your word to the candidate', required: true, minimum: 3 },
    });
    if (!answer) return;
    try {
      await this.api.invoke(declineAccommodation, { id: this.time().attemptId, body: { reason: answer.reason } });
      this.announcer.toast('Declined; the candidate gets a mail');
      this.changed.emit();
    } catch (error) {
      this.announcer.toast(toProblem(error).detail, 'stop');
    }
  }

  protected async move(move: 'pause' | 'resume' | 'extend'): Promise<void> {
    const attempt = { attemptId: this.time().attemptId, candidateName: this.candidateName() };
    if (await this.desk[move](attempt)) this.changed.emit();
  }
}
