// What was entered for an application, kept in this tab until it is sent: a reload or an error costs nothing.
import type { ReadDocumentView, ReceiptView } from '../api/models';

/** Everything but the consent, which is given anew each time. */
export interface ApplicationDraft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly resume: ReadDocumentView | null;
  readonly letter: ReadDocumentView | null;
  readonly receipt: ReceiptView | null;
}

const empty: ApplicationDraft = { name: '', email: '', phone: '', resume: null, letter: null, receipt: null };
const keyOf = (slug: string): string => `bringup.application.${slug}`;

export function readDraft(slug: string): ApplicationDraft {
  try {
    const text = sessionStorage.getItem(keyOf(slug));
    const kept: unknown = text ? JSON.parse(text) : null;
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : empty;
  } catch {
    return empty;
  }
}

export function keepDraft(slug: string, draft: ApplicationDraft): void {
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(draft));
  } catch {
    // Full or refused storage: the page itself still holds everything.
  }
}

/** The value for a field after a document was read: what the person typed stays, what we had filled in is replaced. */
export function prefilled(present: string, before: string | null | undefined, read: string | null): string {
  const typed = present.trim() !== '' && present !== (before ?? '');
  return typed ? present : (read ?? '');
}
