// Keeps one task's answer safe: saved after a pause in typing, tried again when that fails, never overwritten silently.
import { type Signal, computed, signal } from '@angular/core';
import type { Answer } from '../../api/models';
import { sameAnswer } from '../answers/answer-state';
import { mergeAnswers } from './merge-answers';

/** A draft as the server has it. */
export interface ServerDraft {
  readonly revision: number;
  readonly savedAt: string;
  readonly answer: Answer;
}

/** What is kept in the browser until the server has acknowledged it. */
export interface LocalCopy {
  readonly baseRevision: number;
  readonly answer: Answer;
  /** What the server had at `baseRevision`, so that edits of two places can be merged; null when there was no room for it. */
  readonly base: Answer | null;
  /** Answers sent and not acknowledged; if the server has one of them, only its reply was lost. */
  readonly sent: readonly Answer[];
  /** When it was typed (ISO 8601, this computer's clock). */
  readonly typedAt: string;
}

/** Where the answer is. `untouched`: nothing was ever saved, and there is nothing to save. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'retrying'; readonly failures: number; readonly waitMs: number }
  | { readonly kind: 'conflict'; readonly theirs: ServerDraft }
  | { readonly kind: 'refused'; readonly error: unknown };

/** What the candidate should know about where the text on this screen comes from. */
export type DraftNews =
  /** The text had never reached the server; it was found in this browser. */
  | { readonly kind: 'restored' }
  /** Edits of this page and of another tab or device lay apart and stand together now. */
  | { readonly kind: 'merged' }
  /** Another tab or device saved a newer version, and nothing was being typed here. */
  | { readonly kind: 'followed'; readonly savedAt: string }
  /** One more text was found that could not be merged; it stands in the history. */
  | { readonly kind: 'kept-beside' };

/** What the saver needs of the world. */
export interface DraftPorts<Copy extends LocalCopy = LocalCopy> {
  send(baseRevision: number, answer: Answer): Promise<{ readonly revision: number; readonly savedAt: string }>;
  /** The server's newest draft; asked for after a conflict. */
  latest(): Promise<ServerDraft | null>;
  /** retry: it may pass later. conflict: somebody saved meanwhile. refused: not this answer (too long, or the time is over). */
  kindOf(error: unknown): 'retry' | 'conflict' | 'refused';
  keep(copy: LocalCopy): void;
  drop(): void;
  /** A copy of another page, which has come to the server by now. */
  forget(copy: Copy): void;
}

/** A text to be kept beside what counts, and the copy that it came from. */
interface Aside<Copy> {
  readonly baseRevision: number;
  readonly answer: Answer;
  readonly copy: Copy | undefined;
}

export const pauseMs = 800;
/** Somebody who types without a pause is saved this often all the same. */
export const ceilingMs = 6000;
const firstWaitMs = 1000;
const longestWaitMs = 30_000;
const rememberedSends = 3;

export class DraftSaver<Copy extends LocalCopy = LocalCopy> {
  private readonly current = signal<SaveState>({ kind: 'untouched' });
  private readonly latestAnswer = signal<Answer>({ kind: 'numeric', fields: {} });
  private readonly told = signal<DraftNews | undefined>(undefined);
  private revision = 0;
  /** What the server has at `revision`, as far as that is known. */
  private base: Answer | null;
  private sent: readonly Answer[] = [];
  /** Copies of other pages whose text is part of this page's by now. */
  private taken: readonly Copy[] = [];
  /** Copies of other pages that could not be merged; they are kept beside as soon as this page's own text is safe. */
  private aside: readonly Aside<Copy>[] = [];
  private inFlight: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  private failures = 0;

  readonly state: Signal<SaveState> = this.current.asReadonly();
  /** What the fields and the editor show. */
  readonly answer: Signal<Answer> = this.latestAnswer.asReadonly();
  readonly safe = computed(() => ['untouched', 'saved'].includes(this.state().kind));
  /** The last thing that happened to the text without the candidate's hand. */
  readonly news: Signal<DraftNews | undefined> = this.told.asReadonly();

  /** `found` are the texts that this browser still holds, the newest first. */
  constructor(
    private readonly ports: DraftPorts<Copy>,
    private readonly blank: Answer,
    draft: ServerDraft | null,
    found: readonly Copy[],
  ) {
    this.base = draft?.answer ?? blank;
    this.latestAnswer.set(draft?.answer ?? blank);
    this.revision = draft?.revision ?? 0;
    if (draft) this.current.set({ kind: 'saved', at: draft.savedAt });
    this.takeUp(found, draft);
  }

  /** When the server took the newest version that this page knows of; undefined before the first. */
  savedAt(): string | undefined {
    const state = this.current();
    return state.kind === 'saved' ? state.at : undefined;
  }

  /** The candidate changed the answer. */
  edit(answer: Answer): void {
    if (sameAnswer(answer, this.latestAnswer())) return;
    this.latestAnswer.set(answer);
    this.keep();
    const { kind } = this.current();
    // After a refusal the new text may be welcome (it was too long, say).
    if (kind === 'conflict' || kind === 'retrying' || kind === 'saving') return;
    this.becomeDirty();
  }

  /** Saves now what is not saved. Resolves when that has been tried once; see `safe`. */
  async flush(): Promise<void> {
    if (this.inFlight) await this.inFlight;
    const { kind } = this.current();
    if (kind === 'dirty' || kind === 'retrying') await this.save();
  }

  /** After a conflict: what is on this screen becomes the newest revision. */
  async keepMine(): Promise<void> {
    const state = this.current();
    if (state.kind !== 'conflict') return;
    this.revision = state.theirs.revision;
    this.base = state.theirs.answer;
    this.current.set({ kind: 'dirty' });
    this.keep();
    await this.save();
  }

  /** After a conflict: the other version replaces what is on this screen, which is kept beside it. */
  takeTheirs(): void {
    const state = this.current();
    if (state.kind !== 'conflict') return;
    const answer = this.latestAnswer();
    const sent = this.sent.at(-1);
    // The last text that was sent is on record already; what was typed since, or never sent, is not.
    if (!sent || !sameAnswer(sent, answer))
      this.aside = [...this.aside, { baseRevision: this.revision, answer, copy: undefined }];
    this.adopt(state.theirs);
  }

  /** Another place saved a version at this time. With nothing unsaved here, this page goes on with it. */
  async follow(savedAt: string): Promise<void> {
    if (!this.safe() || this.savedAt() === savedAt || this.inFlight) return;
    // Not heard of now: the next look, or the next save, finds it.
    const theirs = await this.ports.latest().catch(() => null);
    // Somebody may have begun to type meanwhile: then saving finds the other version, as ever.
    if (!theirs || !this.safe() || theirs.revision <= this.revision) return;
    const isNew = !sameAnswer(theirs.answer, this.latestAnswer());
    this.adopt(theirs);
    if (isNew) this.told.set({ kind: 'followed', savedAt: theirs.savedAt });
  }

  dismissNews(): void {
    this.told.set(undefined);
  }

  /** Stops the timers. Whatever was not acknowledged stays in the browser. */
  close(): void {
    clearTimeout(this.timer);
  }

  private takeUp(found: readonly Copy[], draft: ServerDraft | null): void {
    const server = draft?.answer ?? this.blank;
    for (const copy of found) {
      const isKnown = [server, this.latestAnswer()].some((answer) => sameAnswer(copy.answer, answer));
      if (isKnown) this.taken = [...this.taken, copy];
      else if (this.current().kind === 'dirty' || this.current().kind === 'conflict') this.join(copy);
      else this.goOnWith(copy, draft);
    }
    if (this.current().kind === 'dirty') this.keep();
    else if (this.current().kind !== 'conflict') this.forgetTaken();
  }

  /** The newest text of this browser, typed over what the server has or over something older. */
  private goOnWith(copy: Copy, draft: ServerDraft | null): void {
    this.taken = [...this.taken, copy];
    const ownReplyLost = draft !== null && copy.sent.some((answer) => sameAnswer(answer, draft.answer));
    if (draft && draft.revision > copy.baseRevision && !ownReplyLost) {
      const merged = copy.base && mergeAnswers(copy.base, copy.answer, draft.answer);
      this.latestAnswer.set(merged ?? copy.answer);
      if (!merged) {
        // What it started from stays known: a reload must find the same two versions, and not one written over the other.
        this.revision = copy.baseRevision;
        this.base = copy.base;
        this.current.set({ kind: 'conflict', theirs: draft });
        this.keep();
        return;
      }
      this.told.set({ kind: 'merged' });
    } else {
      this.latestAnswer.set(copy.answer);
      this.told.set({ kind: 'restored' });
    }
    this.becomeDirty();
  }

  /** One more text of this browser: another tab's, say, when all of it was closed at once. */
  private join(copy: Copy): void {
    const merged = copy.base && mergeAnswers(copy.base, copy.answer, this.latestAnswer());
    if (merged && this.current().kind === 'dirty') {
      this.latestAnswer.set(merged);
      this.taken = [...this.taken, copy];
    } else this.aside = [...this.aside, { ...copy, copy }];
  }

  /** What this page took from others is on the server. */
  private forgetTaken(): void {
    for (const copy of this.taken) this.ports.forget(copy);
    this.taken = [];
  }

  /** Puts the texts that could not be merged on record: over an outdated base, the server keeps them beside. */
  private async keepAside(): Promise<void> {
    const [text] = this.aside;
    if (!text || this.revision === 0) return;
    this.aside = this.aside.slice(1);
    try {
      await this.ports.send(Math.min(text.baseRevision, this.revision - 1), text.answer);
    } catch (error) {
      // On a bad line it stays in the browser, for the next time the task is opened.
      if (this.ports.kindOf(error) !== 'conflict') return;
      this.told.set({ kind: 'kept-beside' });
    }
    if (text.copy) this.ports.forget(text.copy);
    await this.keepAside();
  }

  private becomeDirty(): void {
    // Not the wall clock: somebody may set it.
    const now = performance.now();
    if (this.current().kind !== 'dirty') this.dirtySince = now;
    this.current.set({ kind: 'dirty' });
    this.schedule(Math.max(0, Math.min(pauseMs, this.dirtySince + ceilingMs - now)));
  }

  private schedule(waitMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), waitMs);
  }

  private save(): Promise<void> {
    clearTimeout(this.timer);
    this.inFlight ??= this.attempt().finally(() => (this.inFlight = undefined));
    return this.inFlight;
  }

  private async attempt(): Promise<void> {
    const answer = this.latestAnswer();
    this.sent = [...this.sent.slice(1 - rememberedSends), answer];
    this.keep();
    // A retry stays a retry on screen: "not saved yet" must not flicker.
    if (this.failures === 0) this.current.set({ kind: 'saving' });
    try {
      const saved = await this.ports.send(this.revision, answer);
      this.failures = 0;
      this.acknowledged(saved.revision, saved.savedAt, answer);
    } catch (error) {
      await this.failed(error);
    }
  }

  private acknowledged(revision: number, savedAt: string, answer: Answer): void {
    this.revision = revision;
    this.base = answer;
    this.sent = [];
    this.current.set({ kind: 'saved', at: savedAt });
    if (sameAnswer(answer, this.latestAnswer())) {
      this.ports.drop();
      this.forgetTaken();
      void this.keepAside();
      return;
    }
    this.keep();
    this.becomeDirty();
  }

  private async failed(error: unknown): Promise<void> {
    const kind = this.ports.kindOf(error);
    if (kind === 'refused') {
      this.current.set({ kind: 'refused', error });
      return;
    }
    if (kind === 'conflict') {
      try {
        const theirs = await this.ports.latest();
        if (theirs) return this.differ(theirs);
        this.revision = 0;
        this.base = this.blank;
      } catch {
        // The newest draft could not be read either: wait and see.
      }
    }
    this.failures += 1;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.failures - 1));
    this.current.set({ kind: 'retrying', failures: this.failures, waitMs });
    this.schedule(waitMs);
  }

  /** Somebody saved meanwhile; it may have been this page, whose reply was lost. */
  private differ(theirs: ServerDraft): void {
    this.failures = 0;
    const own = [this.latestAnswer(), ...this.sent].some((answer) => sameAnswer(answer, theirs.answer));
    if (own) return this.acknowledged(theirs.revision, theirs.savedAt, theirs.answer);
    const merged = this.base && mergeAnswers(this.base, this.latestAnswer(), theirs.answer);
    if (!merged) {
      this.current.set({ kind: 'conflict', theirs });
      return;
    }
    this.latestAnswer.set(merged);
    this.told.set({ kind: 'merged' });
    this.acknowledged(theirs.revision, theirs.savedAt, theirs.answer);
  }

  private adopt(draft: ServerDraft): void {
    this.revision = draft.revision;
    this.base = draft.answer;
    this.sent = [];
    this.latestAnswer.set(draft.answer);
    this.current.set({ kind: 'saved', at: draft.savedAt });
    this.ports.drop();
    this.forgetTaken();
    void this.keepAside();
  }

  private keep(): void {
    this.ports.keep({
      baseRevision: this.revision,
      answer: this.latestAnswer(),
      base: this.base,
      sent: this.sent,
      typedAt: new Date().toISOString(),
    });
  }
}
