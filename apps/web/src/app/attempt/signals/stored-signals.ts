// Signals that the server has not heard of, kept in this browser. Storage that is full or refused only loses signals.
import type { Signal } from './signal-box';

export class StoredSignals {
  private readonly key: string;

  /** A part of the token names them; the whole link is never written to storage. */
  constructor(token: string) {
    this.key = `bringup.signals.${token.slice(0, 12)}`;
  }

  read(): readonly Signal[] {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(found) ? found.filter(isSignal) : [];
    } catch {
      return [];
    }
  }

  keep(signals: readonly Signal[]): void {
    try {
      if (signals.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(signals));
    } catch {
      // They are still sent from memory.
    }
  }
}

function isSignal(value: unknown): value is Signal {
  const signal = value as Partial<Signal> | null;
  return typeof signal?.id === 'string' && typeof signal.kind === 'string' && typeof signal.at === 'string';
}
