// bu-ask-accommodation: asks for extra time, breaks or another format before the start, and shows what was answered.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import type { AccommodationKind, CandidateAttemptView } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { Field, InputControl } from '../../ui/field';
import { ProblemPanel } from '../../ui/problem-panel';
import { StatusChip } from '../../ui/status-chip';
import { AttemptSession } from '../attempt-session';
import { allowanceText } from '../clock/time-words';
import { accommodationChoices, kindsText } from './accommodation-words';

@Component({
  selector: 'bu-ask-accommodation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, InputControl, ProblemPanel, StatusChip],
  templateUrl: './ask-accommodation.html',
  styleUrl: './ask-accommodation.scss',
})
export class AskAccommodation {
  readonly view = input.required<CandidateAttemptView>();

  private readonly session = inject(AttemptSession);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly choices = accommodationChoices;
  protected readonly kinds = kindsText;
  protected readonly open = signal(false);
  protected readonly chosen = signal<readonly AccommodationKind[]>([]);
  protected readonly text = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly waiting = computed(() => this.view().accommodations.some(({ state }) => state === 'requested'));
  protected readonly allowance = computed(() => allowanceText(this.view()));

  protected show(): void {
    this.open.set(true);
    this.focusFirst();
  }

  protected choose(kind: AccommodationKind, wanted: boolean): void {
    this.chosen.update((all) => (wanted ? [...all, kind] : all.filter((other) => other !== kind)));
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    if (this.chosen().length === 0) {
      this.announcer.say('Choose at least one.', 'assertive');
      this.focusFirst();
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.session.request(this.chosen(), this.text().trim());
      this.open.set(false);
      this.chosen.set([]);
      this.text.set('');
      this.announcer.say('Your request was sent. A person answers by mail, and on this page.');
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private focusFirst(): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('input[type=checkbox]')?.focus(), {
      injector: this.injector,
    });
  }
}
