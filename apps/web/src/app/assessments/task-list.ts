// bu-task-list: the task library with what each task covers and costs.
import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { listTasks } from '../api/fn/tasks/list-tasks';
import { Session } from '../shell/session';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { sentence } from '../ui/status-words';
import { TableFrame } from '../ui/table-frame';
import { kindWords } from './task-words';

@Component({
  selector: 'bu-task-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, PageHeader, ProblemPanel, RouterLink, SectionCard, Skeleton, TableFrame],
  template: `
    <bu-page-header
      heading="Tasks"
      lead="Each task proves itself: its reference gets full marks and its wrong answers lose what they should."
    >
      @if (session.may('assessment:regrade')) {
        <a slot="actions" class="bu-button" routerLink="/tasks/regrades">Grade again</a>
      }
    </bu-page-header>
    @if (tasks.error(); as error) {
      <bu-problem [error]="error" (retry)="tasks.reload()" />
    } @else if (tasks.hasValue()) {
      <bu-section-card flush>
        @if (tasks.value().items.length) {
          <bu-table-frame label="Tasks">
            <table class="bu-table cards">
              <thead>
                <tr>
                  <th scope="col">Task</th>
                  <th scope="col">Kind</th>
                  <th scope="col">Level</th>
                  <th scope="col">Duties</th>
                  <th scope="col">Criteria</th>
                  <th scope="col" class="number">Minutes</th>
                  <th scope="col" class="number">Points</th>
                  <th scope="col" class="number">Version</th>
                </tr>
              </thead>
              <tbody>
                @for (task of tasks.value().items; track task.slug) {
                  <tr class="linked">
                    <th scope="row">
                      <a class="row-link" [routerLink]="['/tasks', task.slug]">{{ task.title }}</a>
                      <span class="under">{{ task.summary }}</span>
                    </th>
                    <td data-label="Kind">{{ kinds[task.kind] }}</td>
                    <td data-label="Level">{{ sentence(task.level) }}</td>
                    <td data-label="Duties" class="bu-figure">{{ task.duties.join(' ') }}</td>
                    <td data-label="Criteria" class="bu-figure">{{ task.criteria.join(' ') }}</td>
                    <td class="number" data-label="Minutes">{{ task.minutes }}</td>
                    <td class="number" data-label="Points">{{ task.points }}</td>
                    <td class="number" data-label="Version">{{ task.version }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </bu-table-frame>
        } @else {
          <bu-empty-state
            icon="task"
            heading="No tasks"
            text="The folder assessments/ holds none. Its README shows how to write one."
          />
        }
      </bu-section-card>
    } @else {
      <bu-skeleton shape="table" [count]="4" label="Loading the tasks" />
    }
  `,
  styles: `
    .under {
      display: block;
      max-inline-size: 48ch;
      font-weight: var(--bu-weight-normal);
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-subtle);
    }
  `,
})
export class TaskList {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly kinds = kindWords;
  protected readonly sentence = sentence;
  protected readonly tasks = resource({ loader: () => this.api.invoke(listTasks) });
}
