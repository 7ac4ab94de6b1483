// bu-requisition-actions: what may be done with a requisition now; the next step is one button, rare and final acts wait behind "More".
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { RequisitionView } from '../api/models';
import { Icon } from '../ui/icon';
import { actionWords, type RequisitionAction } from './requisition-words';

/** The first of these that is allowed moves things forward and is the main button. */
const forward = ['approve', 'submit', 'publish', 'resume'] as const satisfies readonly RequisitionAction[];

@Component({
  selector: 'bu-requisition-actions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, MatMenuModule, RouterLink],
  template: `
    @let shown = requisition();
    @if (rare().length) {
      <button type="button" class="bu-button quiet" [matMenuTriggerFor]="menu"><bu-icon name="more" />More</button>
      <mat-menu #menu="matMenu" xPosition="before" aria-label="More actions">
        @for (action of rare(); track action) {
          <button mat-menu-item [attr.aria-disabled]="busy()" (click)="chosen.emit(action)">
            <span [class.danger]="words[action].danger">{{ words[action].label }}</span>
          </button>
        }
      </mat-menu>
    }
    @if (shown.mayEdit) {
      <a class="bu-button" [routerLink]="['/requisitions', shown.id, 'edit']"><bu-icon name="edit" />Edit</a>
    }
    @if (maySendBack()) {
      <button type="button" class="bu-button" [attr.aria-disabled]="busy()" (click)="chosen.emit('send-back')">
        {{ words['send-back'].label }}
      </button>
    }
    @if (main(); as action) {
      <button type="button" class="bu-button primary" [attr.aria-disabled]="busy()" (click)="chosen.emit(action)">
        {{ words[action].label }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-2);
    }
    .danger {
      color: var(--bu-stop);
    }
  `,
})
export class RequisitionActions {
  readonly requisition = input.required<RequisitionView>();
  readonly busy = input.required<boolean>();
  readonly chosen = output<RequisitionAction>();

  protected readonly words = actionWords;
  private readonly allowed = computed(() => this.requisition().allowedActions);
  protected readonly main = computed(() => forward.find((action) => this.allowed().includes(action)));
  protected readonly maySendBack = computed(() => this.allowed().includes('send-back'));
  protected readonly rare = computed(() =>
    this.allowed().filter((action) => action !== this.main() && action !== 'send-back'),
  );
}
