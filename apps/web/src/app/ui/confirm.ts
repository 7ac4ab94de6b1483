// Confirm: asks before an act, with a reason where the record needs one. The dialog's code is loaded when first asked.
import { Injectable, Injector, inject } from '@angular/core';
import type { Confirmation, Question } from './confirmation';

export type { Confirmation, Question };

@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly injector = inject(Injector);

  /** Resolves to undefined when the person steps back. */
  async ask(question: Question): Promise<Confirmation | undefined> {
    const { openConfirmDialog } = await import('./confirm-dialog');
    return openConfirmDialog(this.injector, question);
  }
}
