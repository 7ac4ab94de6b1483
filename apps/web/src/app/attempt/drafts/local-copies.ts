// What was typed, kept in this browser until the server has acknowledged it.
import type { LocalCopy } from './draft-saver';

/** The copies of one attempt. Storage that is full or refused is not fatal: the draft is still saved to the server. */
export class LocalCopies {
  private readonly prefix: string;

  /** A part of the token names the copies; the whole link is never written to storage. */
  constructor(token: string) {
    this.prefix = `bringup.draft.${token.slice(0, 12)}.`;
  }

  read(position: number): LocalCopy | null {
    try {
      const text = localStorage.getItem(this.prefix + position);
      const copy: unknown = text ? JSON.parse(text) : null;
      return isCopy(copy) ? copy : null;
    } catch {
      return null;
    }
  }

  /** Whether it could be kept. */
  keep(position: number, copy: LocalCopy): boolean {
    try {
      localStorage.setItem(this.prefix + position, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  drop(position: number): void {
    try {
      localStorage.removeItem(this.prefix + position);
    } catch {
      // Refused storage holds nothing that could be dropped.
    }
  }
}

function isCopy(value: unknown): value is LocalCopy {
  const copy = value as Partial<LocalCopy> | null;
  return typeof copy?.baseRevision === 'number' && typeof copy.answer?.kind === 'string' && Array.isArray(copy.sent);
}
