// Keeps one task's answer safe: saved after a pause in typing, tried again when that fails, never overwritten silently.
import { type Signal, computed, signal } from '@angular/core';
import type { Answer } from '../../api/models';
import { sameAnswer } from '../answers/answer-state';

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

/** What the saver needs of the world. */
export interface DraftPorts {
  send(baseRevision: number, answer: Answer): Promise<{ readonly revision: number; readonly savedAt: string }>;
  /** The server's newest draft; asked for after a conflict. */
  latest(): Promise<ServerDraft | null>;
  /** retry: it may pass later. conflict: somebody saved meanwhile. refused: not this answer (too long, or the time is over). */
  kindOf(error: unknown): 'retry' | 'conflict' | 'refused';
  keep(copy: LocalCopy): void;
  drop(): void;
}

export const pauseMs = 800;
/** Somebody who types without a pause is saved this often all the same. */
export const ceilingMs = 6000;
const firstWaitMs = 1000;
const longestWaitMs = 30_000;
const rememberedSends = 3;

export class DraftSaver {
  private readonly current = signal<SaveState>({ kind: 'untouched' });
  private readonly latestAnswer = signal<Answer>({ kind: 'numeric', fields: {} });
  private revision = 0;
  private sent: readonly Answer[] = [];
  private inFlight: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  private failures = 0;

  readonly state: Signal<SaveState> = this.current.asReadonly();
  /** What the fields and the editor show. */
  readonly answer: Signal<Answer> = this.latestAnswer.asReadonly();
  readonly safe = computed(() => ['untouched', 'saved'].includes(this.state().kind));
  /** When the browser's own copy was typed, if one was found and taken up again. */
  readonly restoredFrom = signal<string | undefined>(undefined);

  constructor(
    private readonly ports: DraftPorts,
    blank: Answer,
    draft: ServerDraft | null,
    local: LocalCopy | null,
  ) {
    this.latestAnswer.set(draft?.answer ?? blank);
    this.revision = draft?.revision ?? 0;
    if (draft) this.current.set({ kind: 'saved', at: draft.savedAt });
    if (local) this.takeUp(local, draft, blank);
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
    this.current.set({ kind: 'dirty' });
    this.keep();
    await this.save();
  }

  /** After a conflict: the other version replaces what is on this screen. Returns what was replaced. */
  takeTheirs(): Answer {
    const state = this.current();
    const mine = this.latestAnswer();
    if (state.kind !== 'conflict') return mine;
    this.adopt(state.theirs);
    return mine;
  }

  /** Stops the timers. Whatever was not acknowledged stays in the browser. */
  close(): void {
    clearTimeout(this.timer);
  }

  private takeUp(local: LocalCopy, draft: ServerDraft | null, blank: Answer): void {
    const server = draft?.answer ?? blank;
    if (sameAnswer(local.answer, server)) return this.ports.drop();
    this.latestAnswer.set(local.answer);
    const ownReplyLost = draft !== null && local.sent.some((answer) => sameAnswer(answer, draft.answer));
    if (draft && draft.revision > local.baseRevision && !ownReplyLost) {
      this.current.set({ kind: 'conflict', theirs: draft });
      return;
    }
    this.restoredFrom.set(local.typedAt);
    this.becomeDirty();
  }

  private becomeDirty(): void {
    const now = Date.now();
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
    this.sent = [];
    this.current.set({ kind: 'saved', at: savedAt });
    if (sameAnswer(answer, this.latestAnswer())) return this.ports.drop();
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
    this.current.set({ kind: 'conflict', theirs });
  }

  private adopt(draft: ServerDraft): void {
    this.revision = draft.revision;
    this.sent = [];
    this.latestAnswer.set(draft.answer);
    this.current.set({ kind: 'saved', at: draft.savedAt });
    this.ports.drop();
  }

  private keep(): void {
    this.ports.keep({
      baseRevision: this.revision,
      answer: this.latestAnswer(),
      sent: this.sent,
      typedAt: new Date().toISOString(),
    });
  }
}
