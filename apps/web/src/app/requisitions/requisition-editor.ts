// bu-requisition-editor: opens a requisition or changes one. Saving keeps a draft; sending for approval is a second, separate act.
import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { changeRequisition } from '../api/fn/requisitions/change-requisition';
import { getRequisition } from '../api/fn/requisitions/get-requisition';
import { listRoleProfiles } from '../api/fn/requisitions/list-role-profiles';
import { openRequisition } from '../api/fn/requisitions/open-requisition';
import { listPeople } from '../api/fn/session/list-people';
import type { Person } from '../api/models';
import { Session } from '../shell/session';
import { Announcer } from '../ui/announcer';
import { Avatar } from '../ui/avatar';
import { Field, InputControl } from '../ui/field';
import { PageHeader } from '../ui/page-header';
import { showOnForm, toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { bodyOf, fillForm, requisitionForm } from './requisition-form';
import { deviceClassWords, feedbackWords, levelWords, reasonWords, workplaceWords } from './requisition-words';

const choices = <K extends string>(words: Readonly<Record<K, string>>): readonly { value: K; label: string }[] =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));

@Component({
  selector: 'bu-requisition-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Avatar,
    Field,
    InputControl,
    PageHeader,
    ProblemPanel,
    ReactiveFormsModule,
    RouterLink,
    SectionCard,
    Skeleton,
  ],
  templateUrl: './requisition-editor.html',
  styleUrl: './requisition-editor.scss',
})
export class RequisitionEditor {
  /** The requisition to change; none opens a new one. */
  readonly id = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);

  protected readonly levels = choices(levelWords);
  protected readonly workplaces = choices(workplaceWords);
  protected readonly reasons = choices(reasonWords);
  protected readonly feedbacks = choices(feedbackWords);
  protected readonly devices = choices(deviceClassWords);
  protected readonly form = requisitionForm();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected readonly profiles = resource({ loader: () => this.api.invoke(listRoleProfiles) });
  protected readonly people = resource({ loader: () => this.api.invoke(listPeople) });
  protected readonly existing = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.invoke(getRequisition, { id: params }),
  });

  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly profile = computed(() =>
    this.profiles.hasValue()
      ? this.profiles.value().items.find((item) => item.slug === this.value().profile)
      : undefined,
  );
  private readonly everybody = computed(() => (this.people.hasValue() ? this.people.value().items : []));
  protected readonly managers = computed(() =>
    this.everybody().filter((person) => person.roles.includes('hiring-manager')),
  );
  /** Four eyes: whoever opens a requisition does not approve it. */
  protected readonly approvers = computed(() => {
    const author = this.existing.hasValue() ? this.existing.value().createdBy.id : this.session.user()?.id;
    return this.everybody().filter(
      (person) => person.id !== author && (person.roles.includes('hiring-manager') || person.roles.includes('admin')),
    );
  });
  protected readonly panelists = computed(() => this.everybody());
  protected readonly failure = computed(
    () => this.people.error() ?? this.profiles.error() ?? (this.id() ? this.existing.error() : undefined),
  );
  protected readonly ready = computed(
    () => this.people.hasValue() && this.profiles.hasValue() && (!this.id() || this.existing.hasValue()),
  );

  constructor() {
    effect(() => {
      if (this.id() && this.existing.hasValue()) fillForm(this.form, this.existing.value());
    });
  }

  protected panelMissing(): boolean {
    const { panelIds } = this.form.controls;
    return panelIds.touched && panelIds.invalid;
  }

  protected onPanel(person: Person): boolean {
    return (this.value().panelIds ?? []).includes(person.id);
  }

  protected seat(person: Person, seated: boolean): void {
    const control = this.form.controls.panelIds;
    const others = control.value.filter((id) => id !== person.id);
    control.setValue(seated ? [...others, person.id] : others);
    control.markAsTouched();
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      this.announcer.say('Some fields need another look.', 'assertive');
      afterNextRender(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(), {
        injector: this.injector,
      });
      return;
    }
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const id = await this.send();
      this.announcer.toast('Requisition saved');
      await this.router.navigate(['/requisitions', id]);
    } catch (error) {
      const problem = toProblem(error);
      showOnForm(problem, this.form);
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  private async send(): Promise<string> {
    const id = this.id();
    const body = bodyOf(this.form);
    if (!id) return (await this.api.invoke(openRequisition, { body })).id;
    const version = this.existing.hasValue() ? this.existing.value().version : 0;
    await this.api.invoke(changeRequisition, { id, body: { ...body, version } });
    return id;
  }
}
