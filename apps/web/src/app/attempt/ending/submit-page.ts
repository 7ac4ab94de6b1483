// bu-submit-page: everything once more before it is handed in: what is empty, what is not saved yet, and a last word.
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon';
import { ProblemPanel } from '../../ui/problem-panel';
import { Skeleton } from '../../ui/skeleton';
import { AttemptSession } from '../attempt-session';
import { SaveNote } from '../drafts/save-note';
import { submitSummary } from './submit-summary';

@Component({
  selector: 'bu-submit-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, ProblemPanel, RouterLink, SaveNote, Skeleton],
  templateUrl: './submit-page.html',
  styleUrl: './submit-page.scss',
})
export class SubmitPage {
  protected readonly session = inject(AttemptSession);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly loadProblem = signal<unknown>(undefined);
  protected readonly sure = signal(false);
  /** Handing in was tried without the tick. */
  protected readonly untickedTried = signal(false);
  private readonly tick = viewChild<ElementRef<HTMLInputElement>>('tick');
  protected readonly submitting = signal(false);
  protected readonly notSaved = signal(false);

  protected readonly loaded = computed(() => this.session.opened().length === (this.session.view()?.tasks.length ?? 0));
  protected readonly tasks = computed(() =>
    this.session.opened().map((work) => {
      const parts = work.completeness();
      const state = parts.done === 0 ? 'none' : parts.done < parts.of ? 'some' : 'full';
      return { work, parts, state } as const;
    }),
  );
  protected readonly summary = computed(() =>
    submitSummary(
      this.tasks().map(({ work, parts, state }) => {
        const { position, title } = work.view;
        const isUnreadable = parts.unreadable.length > 0;
        return { position, title, answered: state, isUnreadable, save: work.saver.state().kind };
      }),
    ),
  );
  protected readonly notSavedWords = computed(() =>
    this.tasks().some(({ work }) => work.saver.state().kind === 'conflict')
      ? 'Nothing was handed in: one answer has two versions. Open its task, choose which one counts, and come back.'
      : 'Not everything is saved yet, so nothing was handed in. It stays on this device and saving is being tried again; hand in as soon as the marks above say “Saved”.',
  );
  protected readonly open = computed(() => this.tasks().filter((task) => task.state !== 'full').length);

  constructor() {
    inject(Title).setTitle('Hand in · Bringup');
    void this.load();
  }

  protected async load(): Promise<void> {
    this.loadProblem.set(undefined);
    try {
      await Promise.all((this.session.view()?.tasks ?? []).map((task) => this.session.task(task.position)));
      await this.session.flush();
    } catch (error) {
      this.loadProblem.set(error);
    }
  }

  protected async submit(): Promise<void> {
    this.untickedTried.set(!this.sure());
    if (!this.sure()) {
      this.tick()?.nativeElement.focus();
      return;
    }
    if (this.submitting()) return;
    this.submitting.set(true);
    this.problem.set(undefined);
    try {
      this.notSaved.set(!(await this.session.flush()));
      if (this.notSaved()) return;
      await this.session.submit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.submitting.set(false);
    }
  }
}
