// bu-mail: every mail that the product wrote, newest first, with search; the chosen one opens beside the list.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Api } from '../api/api';
import { listMail } from '../api/fn/mail/list-mail';
import { getServer } from '../api/fn/session/get-server';
import { EmptyState } from '../ui/empty-state';
import { Field, InputControl } from '../ui/field';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { ProblemPanel } from '../ui/problem-panel';
import { SectionCard } from '../ui/section-card';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';

const pageSize = 50;
/** Milliseconds without a key before the search is asked. */
const pause = 300;

@Component({
  selector: 'bu-mail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    EmptyState,
    Field,
    InputControl,
    PageHeader,
    Pager,
    ProblemPanel,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SectionCard,
    Skeleton,
    StatusChip,
    Time,
  ],
  templateUrl: './mail.html',
  styleUrl: './mail.scss',
})
export class Mail {
  /** What is searched for, and the first row shown (query parameters, so that Back works). */
  readonly search = input<string>();
  readonly from = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly pageSize = pageSize;
  protected readonly reading = signal(false);
  protected readonly typed = linkedSignal(() => this.search() ?? '');
  protected readonly offset = computed(() => Math.max(0, Number.parseInt(this.from() ?? '0', 10) || 0));
  protected readonly page = resource({
    params: () => ({ search: this.search(), offset: this.offset(), limit: pageSize }),
    loader: ({ params }) => this.api.invoke(listMail, params),
  });
  private readonly server = resource({ loader: () => this.api.invoke(getServer) });
  protected readonly lead = computed(() =>
    this.server.hasValue() && this.server.value().mailIsCaptured
      ? 'No mail server is set up, so mail stays here instead of leaving this machine.'
      : 'Every mail the product wrote, as it was sent.',
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(event: Event): void {
    const text = event.target instanceof HTMLInputElement ? event.target.value : '';
    this.typed.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show({ search: text.trim() || null, from: null }), pause);
  }

  protected async show(query: { search?: string | null; from?: number | null }): Promise<void> {
    await this.router.navigate([], { queryParams: query, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
