// Watches the page while an attempt runs and notes what its first page says is noted: pastes, absences, bursts. Counts and times only.
import { DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '../../api/api';
import { recordSignals } from '../../api/fn/candidate/record-signals';
import type { Answer } from '../../api/models';
import { toProblem } from '../../ui/problem';
import { AttemptSession } from '../attempt-session';
import { CopiedTexts } from './page-text';
import { type Signal, SignalBox } from './signal-box';
import { StoredSignals } from './stored-signals';
import { TypingBursts } from './typing-bursts';

/** Shorter absences are a glance at another window and are not noted. */
const shortestAwayMs = 2000;

/** Text that one act of typing brings. Undoing, dropping, completing a word and composing are left out. */
const typing = new Set(['insertText', 'insertLineBreak', 'insertParagraph']);

@Injectable()
export class SignalWatch {
  private readonly session = inject(AttemptSession);
  private readonly router = inject(Router);
  private readonly copied = new CopiedTexts();
  private readonly bursts = new TypingBursts();
  private readonly box: SignalBox;
  private awaySince: { readonly at: string; readonly from: number } | undefined;

  constructor() {
    const api = inject(Api);
    const { token } = this.session;
    const stored = new StoredSignals(token);
    this.box = new SignalBox({
      send: (batch) => api.invoke(recordSignals, { token, body: { signals: [...batch] } }),
      mayRetry: (error) => ['offline', 'busy', 'server'].includes(toProblem(error).kind),
      read: () => stored.read(),
      keep: (signals) => stored.keep(signals),
    });
    const stop = new AbortController();
    const { signal } = stop;
    const copied = (event: Event) => this.copied.remember(copiedText(event as ClipboardEvent));
    document.addEventListener('copy', copied, { signal });
    document.addEventListener('cut', copied, { signal });
    document.addEventListener('paste', (event) => this.pasted(event), { signal, capture: true });
    document.addEventListener('beforeinput', (event) => this.typed(event), { signal, capture: true });
    addEventListener('blur', () => this.left(), { signal });
    addEventListener('focus', () => this.returned(), { signal });
    document.addEventListener('visibilitychange', () => (document.hidden ? this.left() : this.returned()), { signal });
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      this.box.close();
    });
  }

  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    this.note({ kind: 'paste', characters: text.length, fromPage: this.copied.holds(text, this.shownTexts()) });
  }

  private typed(event: InputEvent): void {
    if (!typing.has(event.inputType) || event.isComposing) return;
    const burst = this.bursts.arrived(event.data?.length ?? 1, performance.now());
    if (burst) this.note({ kind: 'burst', ...burst });
  }

  private left(): void {
    this.awaySince ??= { at: this.now(), from: performance.now() };
  }

  private returned(): void {
    if (!this.awaySince || document.hidden || !document.hasFocus()) return;
    const { at, from } = this.awaySince;
    this.awaySince = undefined;
    const durationMs = Math.round(performance.now() - from);
    if (durationMs >= shortestAwayMs) this.note({ kind: 'away', at, durationMs });
  }

  private note(signal: Pick<Signal, 'kind'> & Partial<Signal>): void {
    const blank = { characters: null, durationMs: null, fromPage: null };
    this.box.add({ id: crypto.randomUUID(), position: this.position(), at: this.now(), ...blank, ...signal });
  }

  /** The server's time, as far as this page knows it. */
  private now(): string {
    return new Date(this.session.clock.now()).toISOString();
  }

  private position(): number | null {
    const found = /\/task\/(\d+)/.exec(this.router.url)?.[1];
    return found ? Number(found) : null;
  }

  /** What the candidate was given and has written, so that moving it about is no paste from elsewhere. */
  private shownTexts(): string[] {
    const given = this.session
      .opened()
      .flatMap(({ view, saver }) => [
        ...[view.starter ?? '', ...view.headers.map(({ text }) => text)],
        ...textsOf(saver.answer()),
      ]);
    return [...given, document.querySelector('main')?.innerText ?? ''];
  }
}

function textsOf(answer: Answer): string[] {
  if (answer.kind === 'c') return [answer.source];
  const fields = Object.values(answer.fields);
  return answer.kind === 'interpretation' ? [...fields, answer.justification] : fields;
}

function copiedText(event: ClipboardEvent): string {
  const set = event.clipboardData?.getData('text/plain') ?? '';
  if (set !== '') return set;
  const { target } = event;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  return document.getSelection()?.toString() ?? '';
}
