// bu-field: label above, hint and error below, wired to the control inside it that carries `buInput`.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  Directive,
  type AfterContentInit,
  booleanAttribute,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NgControl, Validators } from '@angular/forms';
import { errorText } from './error-texts';

let count = 0;

@Component({
  selector: 'bu-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [attr.for]="id" [id]="labelId">
      {{ label() }}
      @if (!mandatory() && !noMark()) {
        <span class="mark">optional</span>
      }
    </label>
    @if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
    <ng-content />
    @if (message()) {
      <p class="error" [id]="errorId">{{ message() }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--bu-space-1);
      min-inline-size: 0;
    }
    label {
      font-size: var(--bu-text-sm);
      font-weight: var(--bu-weight-medium);
    }
    .mark {
      margin-inline-start: var(--bu-space-1);
      font-weight: var(--bu-weight-normal);
      color: var(--bu-ink-subtle);
    }
    .hint {
      font-size: var(--bu-text-sm);
      color: var(--bu-ink-muted);
    }
    .error {
      font-size: var(--bu-text-sm);
      color: var(--bu-stop);
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Hides the word "optional" where it would be noise (search boxes, filters). */
  readonly noMark = input(false, { transform: booleanAttribute });

  private readonly number = ++count;
  readonly id = `bu-field-${this.number}`;
  /** For Material controls: `[aria-labelledby]="field.labelId"`. */
  readonly labelId = `${this.id}-label`;
  readonly hintId = `${this.id}-hint`;
  readonly errorId = `${this.id}-error`;
  readonly mandatory = signal(false);
  readonly message = signal('');
  readonly describedBy = computed(
    () => [this.hint() && this.hintId, this.message() && this.errorId].filter(Boolean).join(' ') || null,
  );
}

/** Marks the native control of a bu-field and styles it. Works with reactive forms, and alone. */
@Directive({
  selector: '[buInput]',
  host: {
    class: 'bu-input',
    '[attr.id]': 'field?.id',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.message() ? "true" : null',
    '[attr.aria-required]': 'field?.mandatory() ? "true" : null',
  },
})
export class InputControl implements AfterContentInit {
  protected readonly field = inject(Field, { optional: true });
  private readonly ngControl = inject(NgControl, { self: true, optional: true });
  private readonly destroyed = inject(DestroyRef);

  // After content: by then every form directive has found its control.
  ngAfterContentInit(): void {
    const control = this.ngControl?.control;
    const field = this.field;
    if (!control || !field) return;
    const read = (): void => {
      field.mandatory.set(control.hasValidator(Validators.required));
      field.message.set(control.invalid && control.touched ? errorText(control.errors) : '');
    };
    control.events.pipe(takeUntilDestroyed(this.destroyed)).subscribe(read);
    read();
  }
}
