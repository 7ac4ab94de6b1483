// Confirm: asks before an act, with a reason where the record needs one. The dialog's code is loaded when first asked.
import { Injectable, Injector, inject } from '@angular/core';

/** What is asked. `sentence` says what will happen, not "are you sure". */
export interface Question {
  readonly title: string;
  readonly sentence: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly reason?: {
    readonly label: string;
    readonly hint?: string;
    readonly required?: boolean;
    /** Fewest characters of a required reason. */
    readonly minimum?: number;
    /** What is chosen from `choices`; "Reason" unless given. */
    readonly choiceLabel?: string;
    /** Given codes to choose from besides the free text. */
    readonly choices?: readonly { readonly code: string; readonly label: string }[];
  };
}

/** What was answered; `reason` is '' when none was asked for or given. */
export interface Confirmation {
  readonly reason: string;
  readonly choice: string;
}

@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly injector = inject(Injector);

  /** Resolves to undefined when the person steps back. */
  async ask(question: Question): Promise<Confirmation | undefined> {
    const { openConfirmDialog } = await import('./confirm-dialog');
    return openConfirmDialog(this.injector, question);
  }
}
