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
  template: `
    <bu-section-card heading="Record the decision">
      @if (blockers().length) {
        <ul class="blockers">
          @for (blocker of blockers(); track $index) {
            <li><bu-icon name="info" />{{ blocker }}</li>
          }
        </ul>
      }
      <form (submit)="$event.preventDefault(); decide()">
        <fieldset>
          <legend>Outcome</legend>
          @for (item of outcomes; track item.value) {
            <label class="bu-choice">
              <input
                type="radio"
                name="outcome"
                [checked]="outcome() === item.value"
                (change)="outcome.set(item.value)"
              />
              <span
                ><span class="name">{{ item.label }}</span
                ><span class="means">{{ item.means }}</span></span
              >
            </label>
          }
        </fieldset>
        @if (outcome() === 'reject') {
          <bu-field label="Reason for rejecting" noMark>
            <select buInput #why (change)="choose(why.value)">
              <option value="">Choose a reason</option>
              @for (choice of reasons; track choice.value) {
                <option [value]="choice.value">{{ choice.label }}</option>
              }
            </select>
          </bu-field>
        }
        <bu-field label="Rationale" hint="For the record: which evidence decided it." noMark>
          <textarea
            buInput
            rows="4"
            maxlength="4000"
            #box
            [value]="rationale()"
            (input)="rationale.set(box.value)"
          ></textarea>
        </bu-field>
        @if (outcome() !== 'hold') {
          <bu-field label="Message to the candidate" hint="Added to the mail as you write it.">
            <textarea
              buInput
              rows="4"
              maxlength="4000"
              #words
              [value]="message()"
              (input)="message.set(words.value)"
            ></textarea>
          </bu-field>
        }
        @if (problem(); as fault) {
          <bu-problem [error]="fault" (retry)="decide()" />
        }
        <button type="submit" class="bu-button primary wide" [attr.aria-disabled]="busy() || missing() !== ''">
          Record decision
        </button>
      </form>
    </bu-section-card>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--bu-space-4);
    }
    fieldset {
      border: 0;
      padding: 0;
      display: grid;
      gap: var(--bu-space-2);
    }
    legend {
      font-size: var(--bu-text-sm);
      font-weight: var(--bu-weight-medium);
      margin-block-end: var(--bu-space-2);
    }
    .name {
      font-weight: var(--bu-weight-medium);
    }
    .means {
      display: block;
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-muted);
    }
    .blockers {
      list-style: none;
      padding: 0;
      margin-block-end: var(--bu-space-4);
      font-size: var(--bu-text-sm);
      color: var(--bu-hold);
    }
    .blockers li {
      display: flex;
      gap: var(--bu-space-2);
    }
    .blockers bu-icon {
      flex: none;
      margin-block-start: 0.2em;
    }
  `,
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
    if (!outcome || this.missing() || this.busy()) {
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
