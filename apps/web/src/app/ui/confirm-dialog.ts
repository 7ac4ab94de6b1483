// bu-confirm-dialog: the dialog behind Confirm. Focus is kept inside, Escape steps back.
import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, type Injector, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { firstValueFrom } from 'rxjs';
import type { Confirmation, Question } from './confirmation';
import { Field, InputControl } from './field';

/** Opens the dialog; see Confirm. */
export function openConfirmDialog(injector: Injector, question: Question): Promise<Confirmation | undefined> {
  const dialog = injector.get(Dialog).open<Confirmation>(ConfirmDialog, {
    data: question,
    autoFocus: 'first-tabbable',
    ariaLabelledBy: 'bu-confirm-title',
    ariaDescribedBy: 'bu-confirm-sentence',
    backdropClass: 'bu-scrim',
    width: 'min(30rem, calc(100vw - 2rem))',
  });
  return firstValueFrom(dialog.closed, { defaultValue: undefined });
}

@Component({
  selector: 'bu-confirm-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, Field, InputControl],
  template: `
    <form [formGroup]="form" (ngSubmit)="confirm()">
      <h2 id="bu-confirm-title">{{ question.title }}</h2>
      <p id="bu-confirm-sentence">{{ question.sentence }}</p>
      @if (question.reason; as reason) {
        @if (reason.choices; as choices) {
          <bu-field [label]="reason.choiceLabel ?? 'Reason'">
            <select buInput formControlName="choice">
              <option value="">Choose one</option>
              @for (choice of choices; track choice.code) {
                <option [value]="choice.code">{{ choice.label }}</option>
              }
            </select>
          </bu-field>
        }
        <bu-field [label]="reason.label" [hint]="reason.hint ?? ''">
          <textarea buInput formControlName="reason" rows="3"></textarea>
        </bu-field>
      }
      <div class="bu-actions">
        <button type="submit" class="bu-button primary" [class.danger]="question.danger">{{ question.action }}</button>
        <button type="button" class="bu-button" (click)="stepBack()">Go back</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--bu-space-4);
      padding: var(--bu-space-6);
      border: var(--bu-hairline);
      border-radius: var(--bu-radius-lg);
      background: var(--bu-raised);
      box-shadow: var(--bu-shadow-pop);
    }
    p {
      color: var(--bu-ink-muted);
      margin-block-start: calc(-1 * var(--bu-space-2));
    }
    .bu-actions {
      margin-block-start: var(--bu-space-2);
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<Confirmation>>(DialogRef);
  protected readonly form = new FormGroup({
    choice: new FormControl('', { nonNullable: true }),
    reason: new FormControl('', { nonNullable: true }),
  });

  constructor() {
    const reason = this.question.reason;
    if (reason?.choices) this.form.controls.choice.addValidators(Validators.required);
    if (reason?.required) {
      this.form.controls.reason.addValidators([Validators.required, Validators.minLength(reason.minimum ?? 1)]);
    }
    this.form.controls.choice.updateValueAndValidity();
    this.form.controls.reason.updateValueAndValidity();
  }

  protected confirm(): void {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { choice, reason } = this.form.getRawValue();
    this.dialog.close({ choice, reason: reason.trim() });
  }

  protected stepBack(): void {
    this.dialog.close();
  }
}
