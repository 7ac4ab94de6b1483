// Which revision a saved draft becomes, and what happens when two windows write over the same one.

/** A draft that is on record. */
export interface KnownDraft {
  readonly revision: number;
  readonly sha256: string;
}

/** What the browser sends: the answer's hash and the revision from which its edit started (0: none). */
export interface IncomingDraft {
  readonly baseRevision: number;
  readonly sha256: string;
}

export type DraftOutcome =
  /** The same answer is what counts already; nothing is written. */
  | { readonly outcome: 'unchanged'; readonly revision: number }
  /** Becomes what counts. */
  | { readonly outcome: 'saved'; readonly revision: number }
  /** Kept under its own number beside the newer one, which still counts. */
  | { readonly outcome: 'conflict'; readonly revision: number; readonly current: number };

/**
 * `current` is the draft that counts, `newest` the highest revision number on record, conflicting ones included.
 * Nothing is ever overwritten: an edit that started from an older revision is kept, and its writer chooses.
 */
export function nextRevision(current: KnownDraft | undefined, newest: number, incoming: IncomingDraft): DraftOutcome {
  if (current && current.sha256 === incoming.sha256) return { outcome: 'unchanged', revision: current.revision };
  const revision = newest + 1;
  const expected = current?.revision ?? 0;
  if (incoming.baseRevision === expected) return { outcome: 'saved', revision };
  return { outcome: 'conflict', revision, current: expected };
}
