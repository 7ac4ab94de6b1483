// bu-attempt-desk: the attempt while its clock runs. Time and save state in sight, the rail of tasks, one task at a time.
import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterOutlet } from '@angular/router';
import type { CandidateAttemptView } from '../../api/models';
import { Announcer } from '../../ui/announcer';
import { AttemptSession } from '../attempt-session';
import { TimeLeft } from '../clock/time-left';
import { SaveNote } from '../drafts/save-note';
import { SignalWatch } from '../signals/signal-watch';
import { overallSave } from './overall-save';
import { ProgressRail } from './progress-rail';

const handInPollMs = 2000;

@Component({
  selector: 'bu-attempt-desk',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProgressRail, RouterOutlet, SaveNote, TimeLeft],
  providers: [SignalWatch],
  template: `
    <div class="bar">
      <p class="what">
        <span>{{ view().jobTitle }}</span> <span class="company">{{ view().company }}</span>
      </p>
      <bu-progress-rail [view]="view()" />
      <div class="now">
        <bu-save-note [state]="save()" />
        @if (view().deadlineAt; as deadline) {
          <bu-time-left [until]="deadline" [clock]="session.clock" (over)="finish()" />
        }
      </div>
    </div>
    @if (over()) {
      <div class="over" role="status">
        <strong>The time is over.</strong> What was saved is being handed in. You need do nothing; this page changes by
        itself.
      </div>
    }
    <div class="task" [attr.inert]="over() ? '' : null"><router-outlet /></div>
  `,
  styleUrl: './attempt-desk.scss',
})
export class AttemptDesk {
  readonly view = input.required<CandidateAttemptView>();
  protected readonly session = inject(AttemptSession);
  private readonly announcer = inject(Announcer);
  protected readonly over = signal(false);
  protected readonly save = computed(() => overallSave(this.session.opened().map((work) => work.saver.state())));
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    // Watches for as long as the clock runs.
    inject(SignalWatch);
    const router = inject(Router);
    const title = inject(Title);
    title.setTitle('Assessment · Bringup');
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
    // The bare link resumes at the first task that is not answered.
    queueMicrotask(() => {
      if (/\/(task|submit)\b/.test(router.url)) return;
      const { tasks } = this.view();
      const next = tasks.find((task) => !task.answered) ?? tasks[0];
      if (next) void router.navigate(['/attempt', this.session.token, 'task', next.position], { replaceUrl: true });
    });
  }

  /** The server hands in by itself; this page saves what it can within the grace and waits for the word. */
  protected finish(): void {
    this.over.set(true);
    this.announcer.say('The time is over. What was saved is being handed in.', 'assertive');
    void this.session.flush().then(() => this.look());
    this.timer = setInterval(() => void this.look(), handInPollMs);
  }

  private async look(): Promise<void> {
    await this.session.refresh();
    const deadline = this.session.view()?.deadlineAt;
    // Time may have been given back meanwhile.
    if (deadline && new Date(deadline).getTime() > this.session.clock.now()) {
      clearInterval(this.timer);
      this.over.set(false);
    }
  }
}
