// bu-attempt-before: what to expect, and the one Start. Nothing here starts the clock by accident.
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CandidateAttemptView } from '../../api/models';
import { Confirm } from '../../ui/confirm';
import { WorthPipe } from '../../ui/figure-pipes';
import { countText, durationText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { ProblemPanel } from '../../ui/problem-panel';
import { Ticker } from '../../ui/ticker';
import { ownZone } from '../../ui/time-words';
import { AttemptSession } from '../attempt-session';
import { allowanceText, wholeTimeText } from '../clock/time-words';
import { EnvironmentCheck } from '../environment/environment-check';
import { kindWords } from '../kind-words';
import { AskAccommodation } from './ask-accommodation';
import { bothZones } from './time-window';

const askAgainMs = 5000;

@Component({
  selector: 'bu-attempt-before',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AskAccommodation, EnvironmentCheck, Icon, PageHeader, ProblemPanel, RouterLink, WorthPipe],
  templateUrl: './attempt-before.html',
  styleUrl: './attempt-before.scss',
})
export class AttemptBefore {
  readonly view = input.required<CandidateAttemptView>();

  private readonly session = inject(AttemptSession);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly ticker = inject(Ticker);
  protected readonly token = this.session.token;
  protected readonly starting = signal(false);
  private readonly wording = computed(() => this.view().consent.version);
  /** Ticked for these words; another wording asks again, the same words read again do not. */
  protected readonly agreed = linkedSignal({ source: this.wording, computation: () => false });
  /** Start was tried without the tick. */
  protected readonly triedUnticked = signal(false);
  private readonly tick = viewChild<ElementRef<HTMLInputElement>>('tick');
  protected readonly problem = signal<unknown>(undefined);

  protected readonly points = computed(() => countText(this.view().tasks.reduce((sum, task) => sum + task.points, 0)));
  protected readonly opens = computed(() => bothZones(this.view().opensAt, ownZone()));
  protected readonly closes = computed(() => bothZones(this.view().closesAt, ownZone()));
  protected readonly firstName = computed(() => this.view().candidateName.trim().split(/\s+/)[0] ?? '');
  protected readonly duration = computed(() => wholeTimeText(this.view()));
  protected readonly granted = computed(() => (this.view().extensionMinutes > 0 ? allowanceText(this.view()) : ''));
  /** Seconds until it opens; 0 once it is open. */
  protected readonly opensIn = computed(() => {
    this.ticker.fast();
    if (this.view().state !== 'scheduled') return 0;
    return Math.max(0, (new Date(this.view().opensAt).getTime() - this.session.clock.now()) / 1000);
  });
  protected readonly opensInWords = computed(() => durationText(this.opensIn()));
  protected readonly kind = kindWords;

  constructor() {
    // The server decides whether it is open, and whether the tasks are ready; it is asked again once it should be.
    let asked = -Infinity;
    effect(() => {
      if (this.view().state !== 'scheduled' || this.opensIn() > 0 || performance.now() - asked < askAgainMs) return;
      asked = performance.now();
      void this.session.refresh();
    });
  }

  protected showRecorded(event: Event): void {
    event.preventDefault();
    document.getElementById('recorded')?.focus();
    document.getElementById('recorded')?.scrollIntoView();
  }

  protected async start(): Promise<void> {
    if (this.starting()) return;
    this.triedUnticked.set(!this.agreed());
    if (!this.agreed()) {
      this.tick()?.nativeElement.focus();
      return;
    }
    const { tasks, accommodations, consent } = this.view();
    const waits = accommodations.some(({ state }) => state === 'requested');
    const answer = await this.confirm.ask({
      title: 'Start the clock?',
      sentence: `You get ${this.duration()}, counted by our server, also while this page is closed. It can be started once.${waits ? ' Your request is not answered yet: you may wait for it.' : ''}`,
      action: 'Start now',
    });
    if (!answer) return;
    this.starting.set(true);
    this.problem.set(undefined);
    try {
      await this.session.start(consent.version);
      const first = tasks[0];
      if (first)
        await this.router.navigate(['/attempt', this.session.token, 'task', first.position], { replaceUrl: true });
    } catch (error) {
      this.problem.set(error);
      // The words may have changed, or the window may have closed: the page shows what holds now.
      void this.session.refresh();
    } finally {
      this.starting.set(false);
    }
  }
}
