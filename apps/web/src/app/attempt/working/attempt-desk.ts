// bu-attempt-desk: the attempt while its clock runs. Time and save state in sight, the rail of tasks, one task at a time.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterOutlet } from '@angular/router';
import type { CandidateAttemptView } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { Confirm } from '../../ui/confirm';
import { durationText } from '../../ui/figures';
import { Icon } from '../../ui/icon';
import { toProblem } from '../../ui/problem';
import { Ticker } from '../../ui/ticker';
import { AttemptSession } from '../attempt-session';
import { driftWords } from '../clock/drift-words';
import { TimeLeft } from '../clock/time-left';
import { breaksText, deadlineNews } from '../clock/time-words';
import { SaveNote } from '../drafts/save-note';
import { SignalWatch } from '../signals/signal-watch';
import { ClockStands } from './clock-stands';
import { overallSave } from './overall-save';
import { ProgressRail } from './progress-rail';

const handInPollMs = 2000;

@Component({
  selector: 'bu-attempt-desk',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ClockStands, Icon, ProgressRail, RouterOutlet, SaveNote, TimeLeft],
  providers: [SignalWatch],
  template: `
    <div class="bar">
      <p class="what">
        <span>{{ view().jobTitle }}</span> <span class="company">{{ view().company }}</span>
      </p>
      <bu-progress-rail [view]="view()" />
      <div class="now">
        <bu-save-note [state]="save()" />
        @if (breaks() && !stands()) {
          <button type="button" class="bu-button quiet small" [attr.title]="breaks()" (click)="rest()">
            <bu-icon name="pause" />Take a break
          </button>
        }
        @if (stands()) {
          <span class="stands">{{ view().clock.stand === 'paused' ? 'Paused' : 'On a break' }}</span>
        } @else if (view().deadlineAt; as deadline) {
          <bu-time-left [until]="deadline" [clock]="session.clock" (over)="finish()" />
        }
      </div>
    </div>
    @if (drift(); as words) {
      <p class="drift" role="status">{{ words }}</p>
    }
    @if (over()) {
      <div class="over" role="status">
        <strong>The time is over.</strong> What was saved is being handed in. You need do nothing; this page changes by
        itself.
      </div>
    }
    @if (stands()) {
      <bu-clock-stands [view]="view()" />
    }
    <!-- Kept as it is while the clock stands, out of sight: the editor remembers where one was. -->
    <div class="task" [hidden]="stands()" [attr.inert]="over() || stands() ? '' : null"><router-outlet /></div>
  `,
  styleUrl: './attempt-desk.scss',
})
export class AttemptDesk {
  readonly view = input.required<CandidateAttemptView>();
  protected readonly session = inject(AttemptSession);
  private readonly announcer = inject(Announcer);
  private readonly ticker = inject(Ticker);
  private readonly confirm = inject(Confirm);
  protected readonly over = signal(false);
  protected readonly stands = computed(() => ['paused', 'on-break'].includes(this.view().clock.stand));
  protected readonly breaks = computed(() => breaksText(this.view().clock.breaks));
  protected readonly drift = computed(() => driftWords(this.session.drift()));
  protected readonly save = computed(() => overallSave(this.session.opened().map((work) => work.saver.state())));
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    // Watches for as long as the clock runs.
    inject(SignalWatch);
    const router = inject(Router);
    const title = inject(Title);
    title.setTitle('Assessment · Bringup');
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
    this.watchClock();
    // The bare link resumes where the work was left, on this or another machine; else at the first task that is not answered.
    queueMicrotask(() => {
      if (/\/(task|submit)\b/.test(router.url)) return;
      const { tasks } = this.view();
      const next = this.session.resumeAt() ?? (tasks.find((task) => !task.answered) ?? tasks[0])?.position;
      if (next) void router.navigate(['/attempt', this.session.token, 'task', next], { replaceUrl: true });
    });
  }

  protected async rest(): Promise<void> {
    const { minutes } = this.view().clock.breaks;
    const answer = await this.confirm.ask({
      title: 'Take a break?',
      sentence: `${breaksText(this.view().clock.breaks)}. Your time stands still for up to ${durationText(minutes * 60)}, and the tasks are out of sight meanwhile.`,
      action: 'Take a break',
    });
    if (!answer) return;
    try {
      await this.session.takeBreak();
    } catch (error) {
      this.announcer.toast(toProblem(error).detail, 'stop');
    }
  }

  /** Says what changed on the clock, and asks the server when a break should have ended. */
  private watchClock(): void {
    let before: CandidateAttemptView | undefined;
    effect(() => {
      const view = this.view();
      const previous = before;
      before = view;
      if (!previous) return;
      const wasOn = previous.clock.stand;
      if (view.clock.stand === 'running' && wasOn !== 'running')
        this.announcer.toast(`Your time goes on. You have ${durationText(view.clock.timeLeftSeconds ?? 0)} left.`);
      const news = deadlineNews(previous, view);
      if (news) this.announcer.toast(news);
    });
    let asked = -Infinity;
    effect(() => {
      this.ticker.fast();
      const end = this.view().clock.breakEndsAt;
      if (!end || Date.parse(end) > this.session.clock.now() || performance.now() - asked < handInPollMs) return;
      asked = performance.now();
      void this.session.refresh();
    });
    // Time may have been given, or the clock stopped, after it seemed to be over.
    effect(() => {
      const deadline = this.view().deadlineAt;
      if (this.stands() || (deadline && Date.parse(deadline) > this.session.clock.now())) untracked(() => this.goOn());
    });
  }

  private goOn(): void {
    clearInterval(this.timer);
    this.over.set(false);
  }

  /** The server hands in by itself; this page saves what it can within the grace and waits for the word. */
  protected finish(): void {
    this.over.set(true);
    this.announcer.say('The time is over. What was saved is being handed in.', 'assertive');
    void this.session.flush().then(() => this.look());
    clearInterval(this.timer);
    this.timer = setInterval(() => void this.look(), handInPollMs);
  }

  private look(): Promise<void> {
    return this.session.refresh();
  }
}
