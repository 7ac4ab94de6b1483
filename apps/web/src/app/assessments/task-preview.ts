// bu-task-preview: a task as a candidate will see it, for any seed, with the answer key and the panel's note beside it.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { previewTask } from '../api/fn/tasks/preview-task';
import { FigureChart } from '../ui/figure-chart';
import { Icon } from '../ui/icon';
import { MarkdownView } from '../ui/markdown-view';
import { metricWords } from '../ui/metric-words';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { kindWords } from './task-words';

@Component({
  selector: 'bu-task-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FigureChart, Icon, MarkdownView, PageHeader, ProblemPanel, RouterLink, SectionCard, Skeleton],
  templateUrl: './task-preview.html',
  styleUrl: './task-preview.scss',
})
export class TaskPreview {
  readonly slug = input.required<string>();
  /** Query parameter: which variant; 1 unless given. */
  readonly seed = input<string>();

  private readonly api = inject(Api);
  protected readonly kinds = kindWords;
  protected readonly metric = metricWords;
  protected readonly optionWords = (options: readonly { label: string }[]): string =>
    options.map((option) => option.label).join(' · ');
  /** What a field is called on the page, by its name in the answer key. */
  protected readonly labels = computed<Partial<Record<string, string>>>(() =>
    Object.fromEntries(
      (this.task.hasValue() ? this.task.value().fields : []).map((field) => [field.name, field.label]),
    ),
  );
  protected readonly number = computed(() => Math.max(0, Math.trunc(Number(this.seed() ?? 1)) || 0));
  /** A long computed fraction, to six significant digits; whole numbers and words as they are. */
  protected readonly shortened = (value: string): string =>
    /^-?\d+\.\d{6,}$/.test(value) ? String(Number(Number(value).toPrecision(6))) : value;
  protected readonly task = resource({
    params: () => ({ slug: this.slug(), seed: this.number() }),
    loader: ({ params }) => this.api.invoke(previewTask, params),
  });
}
