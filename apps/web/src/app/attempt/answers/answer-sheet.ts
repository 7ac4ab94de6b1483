// bu-answer-sheet: the fields of a calculation or of a reading of measurements, and the justification where one is asked for.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Answer } from '../../api/models';
import { countText } from '../../ui/figures';
import type { AnswerDesk } from '../task-work';
import { ChoiceField } from './choice-field';
import { NumberField } from './number-field';
import { OrderField } from './order-field';

/** The API takes no more. */
const longestJustification = 6000;
const counterFrom = 5000;

@Component({
  selector: 'bu-answer-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceField, NumberField, OrderField],
  template: `
    @if (hasNumbers()) {
      <p class="forms">
        Numbers may be typed as <code>0.0078125</code>, <code>1/128</code>, <code>2^-7</code>, <code>7.8 × 10⁻³</code>,
        <code>7.8e-3</code> or <code>0x4B</code>, with or without a unit. Below each you see how it will be read.
      </p>
    }
    @for (field of work().view.fields; track field.name) {
      @switch (field.type) {
        @case ('number') {
          <bu-number-field
            [field]="field"
            [value]="text(field.name)"
            (edited)="set(field.name, $event)"
            (left)="leave()"
          />
        }
        @case ('choice') {
          <bu-choice-field [field]="field" [value]="text(field.name)" (edited)="set(field.name, $event)" />
        }
        @case ('order') {
          <bu-order-field [field]="field" [value]="text(field.name)" (edited)="set(field.name, $event)" />
        }
      }
    }
    @if (work().view.justification; as asked) {
      <div class="why">
        <label for="bu-justification">{{ asked.label }}</label>
        <p class="help" id="bu-justification-help">{{ readers() }} Short and exact is better than long.</p>
        <textarea
          id="bu-justification"
          class="bu-input"
          rows="7"
          aria-describedby="bu-justification-help bu-justification-count"
          [attr.maxlength]="longest"
          [value]="justification()"
          (input)="explain($event)"
          (blur)="leave()"
        ></textarea>
        <p class="count bu-figure" id="bu-justification-count" [class.near]="near()">{{ counter() }}</p>
      </div>
    }
  `,
  styleUrl: './answer-sheet.scss',
})
export class AnswerSheet {
  readonly work = input.required<AnswerDesk>();
  /** Who reads the justification. */
  readonly readers = input('Read by a person.');
  protected readonly longest = longestJustification;

  private readonly answer = computed(() => this.work().saver.answer());
  private readonly fields = computed(() => {
    const answer = this.answer();
    return answer.kind === 'c' ? {} : answer.fields;
  });
  protected readonly justification = computed(() => {
    const answer = this.answer();
    return answer.kind === 'interpretation' ? answer.justification : '';
  });
  protected readonly hasNumbers = computed(() => this.work().view.fields.some((field) => field.type === 'number'));
  protected readonly near = computed(() => this.justification().length >= counterFrom);
  protected readonly counter = computed(() => {
    const text = this.justification();
    const words = text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
    const counted = `${countText(words)} ${words === 1 ? 'word' : 'words'}`;
    return this.near() ? `${counted} · ${countText(longestJustification - text.length)} characters left` : counted;
  });

  protected text(name: string): string {
    return this.fields()[name] ?? '';
  }

  protected set(name: string, value: string): void {
    this.edit({ ...this.fields(), [name]: value }, this.justification());
  }

  protected explain(event: Event): void {
    this.edit(this.fields(), (event.target as HTMLTextAreaElement).value);
  }

  protected leave(): void {
    void this.work().saver.flush();
  }

  private edit(fields: Record<string, string>, justification: string): void {
    const answer: Answer =
      this.work().view.kind === 'numeric'
        ? { kind: 'numeric', fields }
        : { kind: 'interpretation', fields, justification };
    this.work().saver.edit(answer);
  }
}
