// bu-regrade-list: grading all answers to a task again after a fix: asking for it, and everything that was asked so far.
import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { toSignal } from '@angular/core/rxjs-interop';
import { Api } from '../../api/api';
import { listRegrades } from '../../api/fn/regrades/list-regrades';
import { requestRegrade } from '../../api/fn/regrades/request-regrade';
import { EmptyState } from '../../ui/empty-state';
import { Field, InputControl } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { toProblem, type Problem } from '../../ui/problem';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import { TableFrame } from '../../ui/table-frame';
import { Time } from '../../ui/time';

@Component({
  selector: 'bu-regrade-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    Field,
    InputControl,
    PageHeader,
    ProblemPanel,
    ReactiveFormsModule,
    RouterLink,
    SectionCard,
    Skeleton,
    StatusChip,
    TableFrame,
    Time,
  ],
  templateUrl: './regrade-list.html',
  styleUrl: './regrade.scss',
})
export class RegradeList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly asking = signal(false);
  protected readonly found = resource({ loader: () => this.api.invoke(listRegrades) });
  protected readonly form = new FormGroup({
    taskDigest: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    by: new FormControl<'sent' | 'library'>('sent', { nonNullable: true, validators: [Validators.required] }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(500)] }),
  });
  private readonly values = toSignal(this.form.valueChanges);
  /** The edition that is chosen. */
  protected readonly chosen = computed(() => {
    const digest = this.values()?.taskDigest ?? '';
    return this.found.hasValue() ? this.found.value().tasks.find((task) => task.digest === digest) : undefined;
  });

  /** A version that the newly chosen task does not have cannot stay chosen. */
  protected choose(): void {
    if (!this.chosen()?.newerVersion) this.form.controls.by.setValue('sent');
  }

  protected async ask(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.asking()) return;
    this.problem.set(undefined);
    this.asking.set(true);
    try {
      const { id } = await this.api.invoke(requestRegrade, { body: this.form.getRawValue() });
      await this.router.navigate(['/tasks/regrades', id]);
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.asking.set(false);
    }
  }
}
