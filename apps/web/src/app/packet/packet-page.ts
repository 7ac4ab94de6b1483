// bu-packet-page: the one packet that everybody meets over: grid of ratings, verdicts, scorecards, decision.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { applicationEvents } from '../api/fn/events/application-events';
import { getPacket } from '../api/fn/packet/get-packet';
import type { PacketView } from '../api/models';
import { kindWords } from '../assessments/task-words';
import { RatedReasons } from '../assessments/rated-reasons';
import { VerdictReport } from '../assessments/verdict-report';
import { ScorecardReport } from '../interviews/scorecard-report';
import { apiPath } from '../ui/api-path';
import { EmptyState } from '../ui/empty-state';
import { PointsPipe } from '../ui/figure-pipes';
import { pointsText } from '../ui/figures';
import { Icon } from '../ui/icon';
import { openChanges } from '../ui/live-changes';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';
import { DecisionForm } from './decision-form';
import { rejectionReasonWords } from './decision-words';
import { RatingGrid } from './rating-grid';

@Component({
  selector: 'bu-packet-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DecisionForm,
    EmptyState,
    Icon,
    PageHeader,
    PointsPipe,
    ProblemPanel,
    RatedReasons,
    RatingGrid,
    RouterLink,
    ScorecardReport,
    SectionCard,
    Skeleton,
    StatusChip,
    Time,
    VerdictReport,
  ],
  templateUrl: './packet-page.html',
  styleUrl: './packet-page.scss',
})
export class PacketPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly changes = signal(0);
  protected readonly kinds = kindWords;
  protected readonly rejectionReasons = rejectionReasonWords;
  protected readonly packet = resource({
    params: () => ({ id: this.id(), changes: this.changes() }),
    loader: ({ params }) => this.api.invoke(getPacket, { id: params.id }),
  });
  /** Survives a reload, so that a scorecard that arrives does not empty the page under discussion. */
  protected readonly shown = signal<PacketView | undefined>(undefined);
  protected readonly titles = computed<Partial<Record<string, string>>>(() =>
    Object.fromEntries((this.shown()?.grid ?? []).map((row) => [row.tag, row.title])),
  );
  protected readonly split = computed(() => {
    const sides = (this.shown()?.recommendations ?? []).map((item) => item.recommendation.endsWith('yes'));
    return sides.includes(true) && sides.includes(false);
  });

  protected readonly assessmentNote = computed(() =>
    (this.shown()?.assessments ?? [])
      .filter(({ points }) => points !== null)
      .map(({ points, maxPoints }) => `${pointsText(points ?? 0)} of ${pointsText(maxPoints)} points`)
      .join(', '),
  );

  constructor() {
    effect((onCleanup) =>
      onCleanup(openChanges(apiPath(applicationEvents.PATH, { id: this.id() }), () => this.refresh())),
    );
    effect(() => {
      if (this.packet.hasValue()) this.shown.set(this.packet.value());
    });
  }

  protected emptyText({ hidden, expected }: PacketView['scorecards']): string {
    if (hidden) return `${hidden} of ${expected} ${hidden === 1 ? 'is' : 'are'} in. Yours comes first.`;
    return expected ? 'They appear here as they are submitted.' : 'No interviews are scheduled yet.';
  }

  /** On paper everything is open: what is folded away on screen cannot be unfolded there. */
  protected print(): void {
    const folded = [...this.host.nativeElement.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const part of folded) part.open = true;
    window.print();
    for (const part of folded) part.open = false;
  }

  protected refresh(): void {
    untracked(() => this.changes.update((count) => count + 1));
  }
}
