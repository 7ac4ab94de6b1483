// Pauses, resumes and extends an attempt, each after asking for the reason that the log keeps.
import { Injectable, inject } from '@angular/core';
import { Api } from '../../api/api';
import { extendAttempt } from '../../api/fn/attempt-time/extend-attempt';
import { pauseAttempt } from '../../api/fn/attempt-time/pause-attempt';
import { resumeAttempt } from '../../api/fn/attempt-time/resume-attempt';
import { Announcer } from '../../ui/announcer';
import { Confirm } from '../../ui/confirm';
import { durationText } from '../../ui/figures';
import { toProblem } from '../../ui/problem';

/** An attempt whose clock may be moved. */
export interface MovableAttempt {
  readonly attemptId: string;
  readonly candidateName: string;
}

const extensions = [5, 10, 15, 20, 30, 45, 60, 90];
const reason = { label: 'Reason', hint: 'For the log. The candidate does not read it.', required: true, minimum: 3 };

@Injectable({ providedIn: 'root' })
export class ClockDesk {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);

  /** Resolves to whether it was done. */
  pause({ attemptId, candidateName }: MovableAttempt): Promise<boolean> {
    return this.ask(
      {
        title: `Pause ${candidateName}’s time?`,
        sentence: 'The clock stands at once and the tasks are hidden. The page says that you paused it, and not why.',
        action: 'Pause',
        reason,
      },
      (answer) => this.api.invoke(pauseAttempt, { id: attemptId, body: { reason: answer.reason } }),
      `${candidateName}’s time stands`,
    );
  }

  resume({ attemptId, candidateName }: MovableAttempt): Promise<boolean> {
    return this.ask(
      {
        title: `Let ${candidateName}’s time go on?`,
        sentence: 'The clock runs at once, with all the time that was left. Make sure that the candidate is ready.',
        action: 'Go on',
        reason,
      },
      (answer) => this.api.invoke(resumeAttempt, { id: attemptId, body: { reason: answer.reason } }),
      `${candidateName}’s time goes on`,
    );
  }

  extend({ attemptId, candidateName }: MovableAttempt): Promise<boolean> {
    const choices = extensions.map((minutes) => ({ code: String(minutes), label: durationText(minutes * 60) }));
    return this.ask(
      {
        title: `Give ${candidateName} more time?`,
        sentence: 'The candidate’s page shows the new end at once.',
        action: 'Give time',
        reason: { ...reason, choiceLabel: 'More time', choices },
      },
      (answer) =>
        this.api.invoke(extendAttempt, {
          id: attemptId,
          body: { minutes: Number(answer.choice), reason: answer.reason },
        }),
      `${candidateName} has more time`,
    );
  }

  private async ask(
    question: Parameters<Confirm['ask']>[0],
    move: (answer: { reason: string; choice: string }) => Promise<unknown>,
    done: string,
  ): Promise<boolean> {
    const answer = await this.confirm.ask(question);
    if (!answer) return false;
    try {
      await move(answer);
      this.announcer.toast(done);
      return true;
    } catch (error) {
      this.announcer.toast(toProblem(error).detail, 'stop');
      return false;
    }
  }
}
