// bu-number-field: a number with its unit, and how it reads so far.
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { AnswerField } from '../../api/models';
import { worthText } from '../../ui/figures';
import { readNumber } from './number-reading';

let count = 0;

@Component({
  selector: 'bu-number-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [for]="id">{{ field().label }}</label>
    <p class="help" [id]="id + '-help'">{{ help() }}</p>
    <div class="line">
      <input
        class="bu-input figure"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="80"
        [id]="id"
        [value]="value()"
        [attr.aria-describedby]="id + '-help ' + id + '-reads'"
        [attr.aria-invalid]="wrong() ? 'true' : null"
        (input)="typed($event)"
        (blur)="rested.set(true); left.emit()"
      />
      @if (field().unit; as unit) {
        <span class="unit bu-figure">{{ unit }}</span>
      }
    </div>
    <p class="reads" [id]="id + '-reads'" [class.wrong]="wrong()">{{ hint() }}</p>
  `,
  styleUrl: './number-field.scss',
})
export class NumberField {
  readonly field = input.required<AnswerField>();
  readonly value = input('');
  readonly edited = output<string>();
  readonly left = output();

  protected readonly id = `bu-number-${++count}`;
  /** Complaints wait until the field was left once: half a number is not wrong. */
  protected readonly rested = signal(false);
  private readonly reading = computed(() => readNumber(this.value(), this.field().significantDigits));
  protected readonly wrong = computed(() => this.rested() && this.reading()?.wrong === true);
  protected readonly hint = computed(() => {
    const reading = this.reading();
    return !reading || (reading.wrong && !this.rested()) ? '' : reading.hint;
  });
  protected readonly help = computed(() => {
    const { significantDigits, points } = this.field();
    return significantDigits === null
      ? worthText(points)
      : `${significantDigits} significant digits · ${worthText(points)}`;
  });

  protected typed(event: Event): void {
    this.edited.emit((event.target as HTMLInputElement).value);
  }
}
