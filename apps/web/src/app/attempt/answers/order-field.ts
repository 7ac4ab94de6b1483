// bu-order-field: things to put in order, by buttons or by dragging.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { AnswerField } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { worthText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { inOrder, moved, orderText } from './reorder';

@Component({
  selector: 'bu-order-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  templateUrl: './order-field.html',
  styleUrl: './order-field.scss',
})
export class OrderField {
  readonly field = input.required<AnswerField>();
  readonly value = input('');
  readonly edited = output<string>();

  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly items = computed(() => inOrder(this.field().options, this.value()));
  protected readonly answered = computed(() => this.value() !== '');
  protected readonly dragged = signal<number | undefined>(undefined);
  protected readonly help = computed(() => `Put in order, first on top · ${worthText(this.field().points)}`);

  protected move(from: number, to: number, focus?: 'up' | 'down'): void {
    const before = this.items();
    const after = moved(before, from, to);
    if (after === before) return;
    this.edited.emit(orderText(after));
    this.announcer.say(`${before[from]?.label ?? ''}: place ${to + 1} of ${after.length}`);
    if (focus) afterNextRender(() => this.focus(to, focus), { injector: this.injector });
  }

  protected keepAsShown(): void {
    this.edited.emit(orderText(this.items()));
  }

  protected drop(event: Event, to: number): void {
    event.preventDefault();
    const from = this.dragged();
    this.dragged.set(undefined);
    if (from !== undefined) this.move(from, to);
  }

  /** Focus stays with the thing that moved, on the same button, or on the other one at an end of the list. */
  private focus(index: number, which: 'up' | 'down'): void {
    const row = this.host.nativeElement.querySelectorAll('li')[index];
    const wanted = row?.querySelector<HTMLButtonElement>(`button.${which}`);
    (wanted?.disabled ? row?.querySelector<HTMLButtonElement>('button:not(:disabled)') : wanted)?.focus();
  }
}
