// bu-choice-field: one of several, as radio buttons; an answer may be taken back.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { AnswerField } from '../../api/models';
import { worthText } from '../../ui/figures';

let count = 0;

@Component({
  selector: 'bu-choice-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ field().label }}</legend>
      <p class="help">{{ help() }}</p>
      @for (option of field().options; track option.value) {
        <label class="bu-choice">
          <input
            type="radio"
            [name]="group"
            [value]="option.value"
            [checked]="value() === option.value"
            (change)="edited.emit(option.value)"
          />
          <span>{{ option.label }}</span>
        </label>
      }
      <button type="button" class="bu-button small quiet" [disabled]="!value()" (click)="edited.emit('')">Clear</button>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--bu-space-2);
      justify-items: start;
    }
    legend {
      padding: 0;
      margin-block-end: var(--bu-space-1);
      font-weight: var(--bu-weight-medium);
    }
    .help {
      color: var(--bu-ink-subtle);
      font-size: var(--bu-text-sm);
    }
    .bu-choice {
      padding: var(--bu-space-1) 0;
    }
    .bu-button {
      margin-inline-start: calc(-1 * var(--bu-space-3));
    }
    .bu-button:disabled {
      visibility: hidden;
    }
  `,
})
export class ChoiceField {
  readonly field = input.required<AnswerField>();
  readonly value = input('');
  readonly edited = output<string>();

  protected readonly group = `bu-choice-${++count}`;
  protected readonly help = computed(() => `Choose one · ${worthText(this.field().points)}`);
}
