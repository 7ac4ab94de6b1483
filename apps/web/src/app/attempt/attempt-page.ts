// bu-attempt-page: one invitation's page. Decides by the server's word whether it is before, during or after.
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Skeleton } from '../ui/skeleton';
import { AttemptSession } from './attempt-session';
import { AttemptBefore } from './before/attempt-before';
import { AttemptClosed } from './ending/attempt-closed';
import { AttemptReceipt } from './ending/attempt-receipt';
import { LinkTrouble } from './link-trouble';
import { AttemptDesk } from './working/attempt-desk';

@Component({
  selector: 'bu-attempt-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AttemptBefore, AttemptClosed, AttemptDesk, AttemptReceipt, LinkTrouble, Skeleton],
  providers: [AttemptSession],
  template: `
    @if (session.view(); as view) {
      @switch (phase()) {
        @case ('before') {
          <bu-attempt-before [view]="view" />
        }
        @case ('working') {
          <bu-attempt-desk [view]="view" />
        }
        @case ('handed-in') {
          <bu-attempt-receipt [view]="view" />
        }
        @default {
          <bu-attempt-closed [view]="view" />
        }
      }
    } @else if (session.problem(); as error) {
      <bu-link-trouble [error]="error" (retry)="session.refresh()" />
    } @else {
      <div class="waiting"><bu-skeleton [count]="6" label="Opening the assessment" /></div>
    }
  `,
  styles: `
    .waiting {
      max-inline-size: 44rem;
      margin: var(--bu-space-16) auto;
      padding-inline: var(--bu-space-4);
    }
  `,
})
export class AttemptPage {
  /** The secret part of the invitation's link. */
  readonly token = input.required<string>();
  protected readonly session = inject(AttemptSession);
  protected readonly phase = computed(() => {
    switch (this.session.view()?.state) {
      case 'scheduled':
      case 'open':
        return 'before';
      case 'in-progress':
        return 'working';
      case 'submitted':
        return 'handed-in';
      default:
        return 'closed';
    }
  });

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.session.open(token));
    });
  }
}
