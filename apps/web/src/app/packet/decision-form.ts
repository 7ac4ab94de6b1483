// bu-decision-form: the decision with its reasons and the words that the candidate will read.
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Api } from '../api/api';
import { recordDecision } from '../api/fn/packet/record-decision';
import { Announcer } from '../ui/announcer';
import { Confirm } from '../ui/confirm';
import { Field, InputControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { outcomes, rejectionReasonWords, type Outcome, type RejectionReason } from './decision-words';

@Component({
  selector: 'bu-decision-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, Icon, InputControl, ProblemPanel, SectionCard],
  templateUrl: './decision-form.html',
  styleUrl: './decision-form.scss',
})
export class DecisionForm {
  readonly applicationId = input.required<string>();
  readonly candidateName = input.required<string>();
  readonly blockers = input.required<readonly string[]>();
  readonly decided = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  protected readonly outcomes = outcomes;
  protected readonly reasons = (Object.keys(rejectionReasonWords) as RejectionReason[]).map((value) => ({
    value,
    label: rejectionReasonWords[value],
  }));
  protected readonly outcome = signal<Outcome | undefined>(undefined);
  protected readonly reason = signal<RejectionReason | undefined>(undefined);
  protected readonly rationale = signal('');
  protected readonly message = signal('');
  protected readonly busy = signal(false);
  /** Whether recording was tried with something missing: from then on the form says what. */
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly missing = computed(() => {
    if (!this.outcome()) return 'Choose an outcome first.';
    if (this.outcome() === 'reject' && !this.reason()) return 'Choose a reason for rejecting first.';
    return this.rationale().trim() ? '' : 'Write the rationale first.';
  });

  protected choose(value: string): void {
    this.reason.set(this.reasons.find((choice) => choice.value === value)?.value);
  }

  protected async decide(): Promise<void> {
    const outcome = this.outcome();
    if (this.busy()) return;
    if (!outcome || this.missing()) {
      this.tried.set(true);
      this.announcer.say(this.missing(), 'assertive');
      return;
    }
    const answer = await this.confirm.ask({
      title:
        outcome === 'hold'
          ? 'Put this application on hold?'
          : `Record ${outcome === 'offer' ? 'an offer' : 'a rejection'}?`,
      sentence:
        outcome === 'hold'
          ? 'No mail is sent.'
          : `${this.candidateName()} gets a mail at once. This is kept with your name and reasons.`,
      action: 'Record decision',
      danger: outcome === 'reject',
    });
    if (answer) await this.send(outcome);
  }

  private async send(outcome: Outcome): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    const reason = this.reason();
    try {
      await this.api.invoke(recordDecision, {
        id: this.applicationId(),
        body: {
          outcome,
          rationale: this.rationale().trim(),
          messageToCandidate: outcome === 'hold' ? '' : this.message().trim(),
          ...(outcome === 'reject' && reason ? { rejectionReason: reason } : {}),
        },
      });
      this.announcer.toast('Decision recorded');
      this.decided.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
