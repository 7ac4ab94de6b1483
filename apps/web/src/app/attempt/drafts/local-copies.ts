// What was typed, kept in this browser until the server has acknowledged it. Each open page keeps a copy of its own.
import type { LocalCopy } from './draft-saver';

/** A copy with the name under which it is kept. */
export interface FoundCopy extends LocalCopy {
  readonly key: string;
}

/**
 * The copies of one attempt. Every page writes under a name of its own, so that two tabs never overwrite each other's text; a page
 * that opens a task takes up what any other left there. Storage that is full or refused is not fatal: the draft still goes to the server.
 */
export class LocalCopies {
  private readonly prefix: string;

  /** A part of the token names the copies; the whole link is never written to storage. `page` names this page. */
  constructor(
    token: string,
    private readonly page: string = crypto.randomUUID().slice(0, 8),
  ) {
    this.prefix = `bringup.draft.${token.slice(0, 12)}.`;
  }

  /** What other pages left of a task, and still write if they are open; what was typed last comes first. */
  found(position: number): readonly FoundCopy[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(`${this.prefix}${position}.`) && key !== this.keyOf(position))
        .map((key) => ({ key, copy: parsed(localStorage.getItem(key)) }))
        .flatMap(({ key, copy }) => (copy ? [{ ...copy, key }] : []))
        .sort((one, other) => other.typedAt.localeCompare(one.typedAt));
    } catch {
      return [];
    }
  }

  /** Everything of a task, this page's own copy included. */
  all(position: number): readonly FoundCopy[] {
    const key = this.keyOf(position);
    try {
      const own = parsed(localStorage.getItem(key));
      return [...(own ? [{ ...own, key }] : []), ...this.found(position)];
    } catch {
      return [];
    }
  }

  /** Whether it could be kept; where room is short, the text alone. */
  keep(position: number, copy: LocalCopy): boolean {
    const lean: LocalCopy = { ...copy, base: null, sent: [] };
    return this.write(position, copy) || this.write(position, lean);
  }

  drop(position: number): void {
    this.forget(this.keyOf(position));
  }

  /** Another page's copy that has come to the server by now. */
  forget(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Refused storage holds nothing that could be dropped.
    }
  }

  private keyOf(position: number): string {
    return `${this.prefix}${position}.${this.page}`;
  }

  private write(position: number, copy: LocalCopy): boolean {
    try {
      localStorage.setItem(this.keyOf(position), JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }
}

function parsed(text: string | null): LocalCopy | null {
  try {
    const value = (text ? JSON.parse(text) : null) as Partial<LocalCopy> | null;
    const isCopy =
      typeof value?.baseRevision === 'number' &&
      typeof value.answer?.kind === 'string' &&
      typeof value.typedAt === 'string' &&
      Array.isArray(value.sent);
    return isCopy ? { ...(value as LocalCopy), base: value.base ?? null } : null;
  } catch {
    return null;
  }
}
