// bu-coverage-page: which duties and criteria the library asks for, by kind and level; every number leads to its tasks.
import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../api/api';
import { getCoverage } from '../../api/fn/tasks/get-coverage';
import type { CoverageView } from '../../api/models';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { sentence } from '../../ui/status-words';
import { TableFrame } from '../../ui/table-frame';
import { kinds, levels } from './task-filter';
import { kindWords } from '../task-words';

type Row = CoverageView['rows'][number];
type Cell = Row['cells'][number];

@Component({
  selector: 'bu-coverage-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeader, ProblemPanel, RouterLink, SectionCard, Skeleton, TableFrame],
  templateUrl: './coverage-page.html',
  styleUrl: './coverage-page.scss',
})
export class CoveragePage {
  private readonly api = inject(Api);
  protected readonly kinds = kinds;
  protected readonly levels = levels;
  protected readonly kindWords = kindWords;
  protected readonly sentence = sentence;
  protected readonly coverage = resource({ loader: () => this.api.invoke(getCoverage) });
  protected readonly groups = computed(() => {
    const rows = this.coverage.hasValue() ? this.coverage.value().rows : [];
    return [
      { heading: 'Duties', rows: rows.filter((row) => row.group === 'duty') },
      { heading: 'Criteria', rows: rows.filter((row) => row.group === 'criterion') },
    ];
  });
  protected readonly empty = computed(() =>
    this.groups().flatMap((group) => group.rows.filter((row) => row.tasks === 0).map((row) => row.tag)),
  );
  protected readonly sparse = computed(() =>
    this.groups().flatMap((group) => group.rows.filter((row) => row.tasks > 0 && row.tasks < 3).map((row) => row.tag)),
  );

  /** The address of the tasks behind a number. */
  protected query(row: Row, cell?: Cell): Record<string, string> {
    const own: Record<string, string> = row.group === 'duty' ? { duty: row.tag } : { criterion: row.tag };
    return cell ? { ...own, kind: cell.kind, level: cell.level } : own;
  }

  /** A number in words, for who does not see the table around it. */
  protected words(row: Row, cell?: Cell): string {
    const count = (cell ?? row).tasks;
    const which = cell ? `${kindWords[cell.kind]}, ${cell.level}, ` : '';
    return `${row.tag}: ${which}${count} ${count === 1 ? 'task' : 'tasks'}, ${(cell ?? row).minutes} minutes`;
  }
}
