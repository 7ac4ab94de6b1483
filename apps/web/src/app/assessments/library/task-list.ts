// bu-task-list: the task library with what each task covers and costs, narrowed by filters that have an address.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../../api/api';
import { listTasks } from '../../api/fn/tasks/list-tasks';
import { Session } from '../../shell/session';
import { EmptyState } from '../../ui/empty-state';
import { FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { sentence } from '../../ui/status-words';
import { TableFrame } from '../../ui/table-frame';
import { isFiltered, kinds, levels, type TaskFilter, tasksThatFit } from './task-filter';
import { criterionWords, dutyWords, kindWords } from '../task-words';

const tagged = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: `${value} ${label}` }));

const levelChoices = levels.map((value) => ({ value, label: sentence(value) }));
const dutyChoices = tagged(dutyWords);
const criterionChoices = tagged(criterionWords);

@Component({
  selector: 'bu-task-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, FilterBar, PageHeader, ProblemPanel, RouterLink, SectionCard, Skeleton, TableFrame],
  templateUrl: './task-list.html',
  styles: `
    .under {
      display: block;
      max-inline-size: 48ch;
      font-weight: var(--bu-weight-normal);
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-subtle);
    }
    .selects {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-2);
      select {
        inline-size: 12rem;
        flex: 1 1 9rem;
      }
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-2) var(--bu-space-4);
      align-items: center;
      justify-content: space-between;
      margin-block-end: var(--bu-space-3);
    }
    .count {
      font-size: var(--bu-text-sm);
      color: var(--bu-ink-muted);
    }
  `,
})
export class TaskList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly kinds = kindWords;
  protected readonly sentence = sentence;
  protected readonly kindChoices = kinds.map((value) => ({ value, label: kindWords[value] }));

  /** Query parameters: the filters have an address, so that the coverage can link to them. */
  readonly search = input<string>();
  readonly kind = input<string>();
  readonly level = input<string>();
  readonly duty = input<string>();
  readonly criterion = input<string>();

  protected readonly tasks = resource({ loader: () => this.api.invoke(listTasks) });
  private readonly filter = computed<TaskFilter>(() => ({
    search: this.search(),
    kind: this.kind(),
    level: this.level(),
    duty: this.duty(),
    criterion: this.criterion(),
  }));
  protected readonly filtered = computed(() => isFiltered(this.filter()));
  protected readonly found = computed(() =>
    this.tasks.hasValue() ? tasksThatFit(this.tasks.value().items, this.filter()) : [],
  );
  protected readonly minutes = computed(() => this.found().reduce((sum, task) => sum + task.minutes, 0));
  protected readonly selects = computed(() => [
    { name: 'level', label: 'Level', all: 'All levels', choices: levelChoices, chosen: this.level() },
    { name: 'duty', label: 'Duty', all: 'All duties', choices: dutyChoices, chosen: this.duty() },
    {
      name: 'criterion',
      label: 'Criterion',
      all: 'All criteria',
      choices: criterionChoices,
      chosen: this.criterion(),
    },
  ]);

  protected narrow(filters: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: filters, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected narrowBy(name: string, value: string): void {
    this.narrow({ [name]: value || null });
  }

  protected clear(): void {
    void this.router.navigate([], { replaceUrl: true });
  }
}
