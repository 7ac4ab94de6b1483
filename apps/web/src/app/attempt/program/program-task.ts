// bu-program-task: the C program, its headers, the Run button and what came of the last run.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { ProblemPanel } from '../../ui/problem-panel';
import { running } from '../live/run-watch';
import type { AnswerDesk } from '../task-work';
import type { Place } from '../working/remembered-place';
import { CodeEditor } from './code-editor';
import { compilerMessages } from './compiler-messages';
import { FontSize } from './font-size';
import { RunPanel } from './run-panel';
import { RunStatus } from './run-status';
import { runSummary } from './run-words';

/** Scrolling and moving the cursor are written down once they rest. */
const restMs = 400;

@Component({
  selector: 'bu-program-task',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeEditor, Icon, ProblemPanel, RunPanel, RunStatus],
  templateUrl: './program-task.html',
  styleUrl: './program-task.scss',
})
export class ProgramTask {
  readonly work = input.required<AnswerDesk>();
  /** The cursor or the lines in sight moved and rest now; the work's `place` says where. */
  readonly placed = output();

  private readonly announcer = inject(Announcer);
  private resting: ReturnType<typeof setTimeout> | undefined;
  protected readonly font = inject(FontSize);
  private readonly editor = viewChild(CodeEditor);
  /** Index into `files`; 0 is the candidate's own. */
  protected readonly shownFile = signal(0);
  /** What the text was before a reset, while that can be taken back. */
  protected readonly beforeReset = signal<string | undefined>(undefined);
  /** What was last run; of a run from before this page, when the draft still is what was run. */
  private readonly ranText = signal<string | undefined>(undefined);

  protected readonly source = computed(() => {
    const answer = this.work().saver.answer();
    return answer.kind === 'c' ? answer.source : '';
  });
  protected readonly fileName = computed(() => this.work().view.fileName ?? 'answer.c');
  protected readonly headers = computed(() => this.work().view.headers);
  protected readonly header = computed(() => this.headers()[this.shownFile() - 1]);
  protected readonly run = computed(() => this.work().run.run());
  protected readonly busy = computed(() => this.work().run.requesting() || running(this.run()));
  protected readonly changedSince = computed(() => this.run() !== undefined && this.ranText() !== this.source());
  protected readonly messages = computed(() =>
    compilerMessages(this.run()?.verdict?.compilerOutput ?? '').filter((message) => message.file === this.fileName()),
  );
  protected readonly mayReset = computed(() => this.source() !== (this.work().view.starter ?? ''));

  /** Marks belong to the text that was compiled; of another text they would point at the wrong lines. */
  protected readonly marks = computed(() => (this.ranText() === undefined ? [] : this.messages()));

  constructor() {
    effect(() => {
      const { view } = this.work();
      const isRun = view.draft?.answer.kind === 'c' && view.draft.sha256 === view.lastRun?.sha256;
      this.ranText.set(isRun && view.draft?.answer.kind === 'c' ? view.draft.answer.source : undefined);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.resting));
    let before = false;
    effect(() => {
      const busy = this.busy();
      if (before && !busy) this.announcer.say(runSummary(this.run()));
      before = busy;
    });
  }

  protected typed(source: string): void {
    // The editor also tells of a text that it was given.
    if (source === this.source()) return;
    this.beforeReset.set(undefined);
    this.work().saver.edit({ kind: 'c', source });
  }

  /** Kept with the next save, and on this device at once. */
  protected move(place: Place): void {
    this.work().place = place;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.placed.emit(), restMs);
  }

  protected leave(): void {
    this.placed.emit();
    void this.work().saver.flush();
  }

  protected start(): void {
    const answer = this.work().saver.answer();
    if (this.busy() || answer.kind !== 'c') return;
    this.ranText.set(answer.source);
    this.announcer.say('Run started.');
    void this.work().saver.flush();
    void this.work().run.start(answer);
  }

  protected reset(): void {
    const before = this.source();
    this.work().saver.edit({ kind: 'c', source: this.work().view.starter ?? '' });
    this.beforeReset.set(before);
    this.announcer.say('The program is the starter again. Undo is offered above the editor.');
  }

  protected takeBack(): void {
    const source = this.beforeReset();
    if (source === undefined) return;
    this.beforeReset.set(undefined);
    this.work().saver.edit({ kind: 'c', source });
    this.editor()?.focus();
  }

  protected goTo(place: { readonly line: number; readonly column: number }): void {
    this.shownFile.set(0);
    // The editor must be in sight before it can take the focus.
    setTimeout(() => this.editor()?.goTo(place.line, place.column));
  }

  /** Arrow keys move between tabs, as in any row of tabs. */
  protected step(event: Event, by: 1 | -1): void {
    event.preventDefault();
    const count = this.headers().length + 1;
    this.shownFile.update((index) => (index + by + count) % count);
    const row = (event.currentTarget as HTMLElement).closest('[role=tablist]');
    row?.querySelectorAll<HTMLElement>('[role=tab]')[this.shownFile()]?.focus();
  }
}
