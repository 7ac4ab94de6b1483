// bu-grant-form: grants more time, breaks or another format, with the sum spelled out before it is sent.
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Api } from '../../api/api';
import { grantAccommodation } from '../../api/fn/attempt-time/grant-accommodation';
import type { AttemptTime } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { Field, InputControl } from '../../ui/field';
import { toProblem, type Problem } from '../../ui/problem';
import { ProblemPanel } from '../../ui/problem-panel';
import { extensionMinutes } from './extension';

@Component({
  selector: 'bu-grant-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, InputControl, ProblemPanel],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <div class="row">
        <bu-field label="Time ×" hint="1.5 is half as much again" noMark>
          <input
            buInput
            class="figure"
            type="number"
            min="1"
            max="5"
            step="0.05"
            [value]="multiplier()"
            #times
            (input)="multiplier.set(times.valueAsNumber || 1)"
          />
        </bu-field>
        <bu-field label="Plus minutes" hint="After the multiplication" noMark>
          <input
            buInput
            class="figure"
            type="number"
            min="0"
            max="720"
            [value]="extra()"
            #plus
            (input)="extra.set(plus.valueAsNumber || 0)"
          />
        </bu-field>
        <bu-field label="Breaks" hint="The clock stands meanwhile" noMark>
          <input
            buInput
            class="figure"
            type="number"
            min="0"
            max="10"
            [value]="breaks()"
            #count
            (input)="breaks.set(count.valueAsNumber || 0)"
          />
        </bu-field>
        <bu-field label="Minutes of each" hint="With breaks" noMark>
          <input
            buInput
            class="figure"
            type="number"
            min="0"
            max="60"
            [value]="breakMinutes()"
            #each
            (input)="breakMinutes.set(each.valueAsNumber || 0)"
          />
        </bu-field>
      </div>
      <p class="sum" role="status">{{ sum() }}</p>
      <bu-field label="Another format" hint="In words that the candidate reads">
        <textarea buInput rows="2" maxlength="2000" #words (input)="format.set(words.value)"></textarea>
      </bu-field>
      <bu-field label="Your word to the candidate" hint="Goes into the mail and onto their page" noMark>
        <textarea
          buInput
          rows="3"
          maxlength="1000"
          aria-required="true"
          #why
          (input)="reason.set(why.value)"
        ></textarea>
      </bu-field>
      @if (problem(); as fault) {
        <bu-problem [error]="fault" (retry)="send()" />
      }
      <div class="bu-actions">
        <button type="submit" class="bu-button primary" [attr.aria-disabled]="busy() || !reason().trim()">
          {{ busy() ? 'Granting' : 'Grant' }}
        </button>
        <button type="button" class="bu-button quiet" (click)="left.emit()">Not now</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--bu-space-4);
    }
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      gap: var(--bu-space-4);
    }
    .sum {
      padding: var(--bu-space-3) var(--bu-space-4);
      border-radius: var(--bu-radius-md);
      background: var(--bu-sunken);
    }
  `,
})
export class GrantForm {
  readonly time = input.required<AttemptTime>();
  readonly granted = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly multiplier = signal(1);
  protected readonly extra = signal(0);
  protected readonly breaks = signal(0);
  protected readonly breakMinutes = signal(0);
  protected readonly format = signal('');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly sum = computed(() => {
    const { minutes } = this.time();
    const extension = extensionMinutes(minutes, this.multiplier(), this.extra());
    return `${minutes} minutes + ${extension} minutes granted = ${minutes + extension} minutes.`;
  });

  protected async send(): Promise<void> {
    if (this.busy()) return;
    if (!this.reason().trim()) return this.announcer.say('Write a word to the candidate.', 'assertive');
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.invoke(grantAccommodation, {
        id: this.time().attemptId,
        body: {
          multiplier: Math.round(this.multiplier() * 100) / 100,
          extraMinutes: this.extra(),
          breaks: this.breaks(),
          breakMinutes: this.breakMinutes(),
          format: this.format().trim() || null,
          reason: this.reason().trim(),
        },
      });
      this.announcer.toast('Granted; the candidate gets a mail');
      this.granted.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
