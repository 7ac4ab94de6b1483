// bu-number-field: a number with its unit, and how it is read, in the words of the grader.
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { readQuantity } from '@bringup/quantities';
import type { AnswerField } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { worthText } from '../../ui/figures';
import { Icon } from '../../ui/icon';

let count = 0;
/** Long enough that a screen reader is not interrupted between two keys. */
const pauseMs = 900;

@Component({
  selector: 'bu-number-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
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
        maxlength="400"
        [id]="id"
        [value]="value()"
        [attr.aria-describedby]="id + '-help ' + id + '-reads'"
        [attr.aria-invalid]="isRefused() ? 'true' : null"
        (input)="typed($event)"
        (blur)="rested.set(true); left.emit()"
      />
      @if (field().unit; as unit) {
        <span class="unit bu-figure">{{ unit }}</span>
      }
    </div>
    <p class="reads" [id]="id + '-reads'" [class.refused]="isRefused()">
      @if (shown(); as reading) {
        <bu-icon [name]="reading.ok ? 'check' : 'warning'" />
        <span>{{ reading.message }}</span>
      }
    </p>
  `,
  styleUrl: './number-field.scss',
})
export class NumberField {
  readonly field = input.required<AnswerField>();
  readonly value = input('');
  readonly edited = output<string>();
  readonly left = output();

  private readonly announcer = inject(Announcer);
  protected readonly id = `bu-number-${++count}`;
  /** Refusals wait until the field was left once: half a number is not wrong. */
  protected readonly rested = signal(false);
  /** What was there when the page opened is not spoken. */
  private readonly touched = signal(false);
  private readonly reading = computed(() =>
    this.value().trim() === '' ? null : readQuantity(this.value(), this.field().unit ?? ''),
  );
  protected readonly shown = computed(() => {
    const reading = this.reading();
    return reading && (reading.ok || this.rested()) ? reading : null;
  });
  protected readonly isRefused = computed(() => this.shown()?.ok === false);
  protected readonly help = computed(() => {
    const { significantDigits, points } = this.field();
    return significantDigits === null
      ? worthText(points)
      : `${significantDigits} significant digits · ${worthText(points)}`;
  });

  constructor() {
    effect((onCleanup) => {
      const message = this.shown()?.message;
      if (!this.touched() || message === undefined) return;
      const timer = setTimeout(() => this.announcer.say(message), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected typed(event: Event): void {
    this.touched.set(true);
    this.edited.emit((event.target as HTMLInputElement).value);
  }
}
