// bu-schedule-interview: which kit, who, when and where; the time zone is said out loud.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Api } from '../api/api';
import { scheduleInterview } from '../api/fn/interviews/schedule-interview';
import { listPeople } from '../api/fn/session/list-people';
import type { Kit } from '../api/models';
import { Announcer } from '../ui/announcer';
import { Field, InputControl } from '../ui/field';
import { showOnForm, toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { ownZone } from '../ui/time-words';

const text = (value = ''): FormControl<string> =>
  new FormControl(value, { nonNullable: true, validators: [Validators.required] });

@Component({
  selector: 'bu-schedule-interview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, InputControl, ProblemPanel, ReactiveFormsModule, SectionCard],
  template: `
    <bu-section-card heading="Schedule interview">
      <form [formGroup]="form" (ngSubmit)="save()" novalidate>
        <div class="grid">
          <bu-field label="Kit" hint="Which part of the plan it covers.">
            <select buInput formControlName="kitId">
              <option value="" disabled>Choose a kit</option>
              @for (kit of kits(); track kit.id) {
                <option [value]="kit.id">{{ kit.title }} ({{ kit.minutes }} min)</option>
              }
            </select>
          </bu-field>
          <bu-field label="Interviewer" hint="Gets a mail with the invitation.">
            <select buInput formControlName="interviewerId">
              <option value="" disabled>Choose a person</option>
              @for (person of people.value()?.items ?? []; track person.id) {
                <option [value]="person.id">{{ person.name }}</option>
              }
            </select>
          </bu-field>
          <bu-field label="Starts at" [hint]="'In ' + zone + ' time.'">
            <input buInput type="datetime-local" step="300" formControlName="startsAt" />
          </bu-field>
          <bu-field label="Where" hint="The candidate reads this too."
            ><input buInput formControlName="location" placeholder="Video call, or a room"
          /></bu-field>
        </div>
        @if (problem(); as fault) {
          <bu-problem [error]="fault" (retry)="save()" />
        }
        <div class="bu-actions">
          <button type="submit" class="bu-button primary" [attr.aria-disabled]="busy()">
            {{ busy() ? 'Scheduling' : 'Schedule' }}
          </button>
          <button type="button" class="bu-button quiet" (click)="left.emit()">Not now</button>
        </div>
      </form>
    </bu-section-card>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--bu-space-4);
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--bu-space-4);
      align-items: start;
    }
  `,
})
export class ScheduleInterview {
  readonly applicationId = input.required<string>();
  readonly kits = input.required<readonly Kit[]>();
  readonly scheduled = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly zone = ownZone();
  protected readonly people = resource({ loader: () => this.api.invoke(listPeople) });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly form = new FormGroup({
    kitId: text(),
    interviewerId: text(),
    startsAt: text(),
    location: text('Video call'),
  });

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.busy()) return;
    if (this.form.invalid) {
      this.announcer.say('Some fields need another look.', 'assertive');
      const first = (): void => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      afterNextRender(first, { injector: this.injector });
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    const { kitId, interviewerId, startsAt, location } = this.form.getRawValue();
    const minutes = this.kits().find((kit) => kit.id === kitId)?.minutes ?? 60;
    try {
      await this.api.invoke(scheduleInterview, {
        id: this.applicationId(),
        body: {
          kitId,
          interviewerId,
          minutes,
          location,
          timeZone: this.zone,
          startsAt: new Date(startsAt).toISOString(),
        },
      });
      this.announcer.toast('Interview scheduled');
      this.scheduled.emit();
    } catch (error) {
      const problem = toProblem(error);
      showOnForm(problem, this.form);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
