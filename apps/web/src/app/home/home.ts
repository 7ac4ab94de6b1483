// bu-home: what waits for this person, the interviews ahead, and how much is in flight.
import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getHome } from '../api/fn/home/get-home';
import type { HomeView } from '../api/models';
import { Session } from '../shell/session';
import { EmptyState } from '../ui/empty-state';
import { CountPipe } from '../ui/figure-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Ticker } from '../ui/ticker';
import { Time } from '../ui/time';
import { byUrgency, waitingWords } from './waiting-words';

interface Figure {
  readonly label: string;
  readonly value: (counts: HomeView['counts']) => number;
  readonly link: string;
  readonly query?: Record<string, string>;
  /** None: shown to everybody. */
  readonly permission?: string;
}

const figures: readonly Figure[] = [
  {
    label: 'Open requisitions',
    value: (counts) => counts.openRequisitions,
    link: '/requisitions',
    query: { status: 'open' },
    permission: 'requisition:read',
  },
  {
    label: 'Active applications',
    value: (counts) => counts.activeApplications,
    link: '/applications',
    query: { status: 'active' },
  },
  {
    label: 'Attempts in progress',
    value: (counts) => counts.attemptsInProgress,
    link: '/applications',
    query: { stage: 'assessment' },
  },
  { label: 'Scorecards due', value: (counts) => counts.scorecardsDue, link: '/interviews' },
];

@Component({
  selector: 'bu-home',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CountPipe, EmptyState, Icon, PageHeader, ProblemPanel, RouterLink, SectionCard, Skeleton, StatusChip, Time],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly ticker = inject(Ticker);
  protected readonly home = resource({ loader: () => this.api.invoke(getHome) });
  protected readonly words = waitingWords;
  protected readonly waiting = computed(() =>
    this.home.hasValue() ? byUrgency(this.home.value().waiting, this.ticker.slow()) : [],
  );
  protected readonly figures = computed(() =>
    figures.filter((figure) => !figure.permission || this.session.may(figure.permission)),
  );
  protected readonly heading = computed(() => {
    const first = this.session.user()?.name.split(' ')[0];
    return first ? `${greeting(this.ticker.slow().getHours())}, ${first}` : 'Home';
  });
  protected readonly lead = computed(() => {
    if (!this.home.hasValue()) return '';
    const count = this.waiting().length;
    if (count === 0) return 'Nothing waits for you.';
    const overdue = this.waiting().filter((item) => item.overdue).length;
    const things = count === 1 ? 'One thing waits' : `${count} things wait`;
    return overdue ? `${things} for you, ${overdue === 1 ? 'one' : overdue} of them overdue.` : `${things} for you.`;
  });
}

function greeting(hour: number): string {
  if (hour < 5) return 'Good night';
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}
