// bu-task-preview: a task as a candidate will see it, for any seed, with the answer key and the panel's note beside it.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '../../api/api';
import { previewTask } from '../../api/fn/tasks/preview-task';
import type { TaskPreviewView } from '../../api/models';
import { FigureChart } from '../../ui/figure-chart';
import { CountPipe, WorthPipe } from '../../ui/figure-pipes';
import { Icon } from '../../ui/icon';
import { MarkdownView } from '../../ui/markdown-view';
import { metricWords } from '../../ui/metric-words';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { Skeleton } from '../../ui/skeleton';
import { kindWords } from '../task-words';

/** Seeds are 31 bits. */
const largestSeed = 2 ** 31 - 1;

@Component({
  selector: 'bu-task-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CountPipe, FigureChart, Icon, MarkdownView, PageHeader, ProblemPanel, SectionCard, Skeleton, WorthPipe],
  templateUrl: './task-preview.html',
  styleUrl: './task-preview.scss',
})
export class TaskPreview {
  readonly slug = input.required<string>();
  /** Query parameter: which variant; 1 unless given. */
  readonly seed = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly largestSeed = largestSeed;
  protected readonly capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  protected readonly kinds = kindWords;
  protected readonly metric = metricWords;
  protected readonly optionWords = (options: readonly { label: string }[]): string =>
    options.map((option) => option.label).join(' · ');
  private readonly fields = computed(() => (this.task.hasValue() ? this.task.value().fields : []));
  protected readonly number = computed(() => seedOf(Number(this.seed() ?? 1)));
  protected readonly isAddress = (where: string): boolean => /^https:\/\/\S+$/.test(where);
  /** Four significant digits are enough to see where in its range a number stands. */
  protected readonly short = (value: number): string => String(Number(value.toPrecision(4)));
  /** A long computed fraction, to six significant digits; whole numbers and words as they are. */
  protected readonly shortened = (value: string): string =>
    /^-?\d+\.\d{6,}$/.test(value) ? String(Number(Number(value).toPrecision(6))) : value;
  protected readonly task = resource({
    params: () => ({ slug: this.slug(), seed: this.number() }),
    loader: ({ params }) => this.api.invoke(previewTask, params),
  });

  protected fieldOf(name: string): TaskPreviewView['fields'][number] | undefined {
    return this.fields().find((field) => field.name === name);
  }

  /** The key of a choice or an order as the candidate reads it, in its order; nothing where a number is asked. */
  protected chosenWords({ field, value }: TaskPreviewView['answerKey'][number]): string[] {
    const options = this.fieldOf(field)?.options ?? [];
    if (options.length === 0) return [];
    return value.split(', ').map((one) => options.find((option) => option.value === one)?.label ?? one);
  }

  /** The seed is part of the address, so that a variant can be sent to a colleague. */
  protected show(seed: number): void {
    void this.router.navigate([], { queryParams: { seed: seedOf(seed) } });
  }

  protected showAny(): void {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    this.show(drawn & largestSeed);
  }
}

function seedOf(number: number): number {
  return Math.min(largestSeed, Math.max(0, Math.trunc(number) || 0));
}
