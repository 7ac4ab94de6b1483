// Where the candidate was on this device: which task, and where in its program. A comfort; losing it loses no work.

/** In UTF-16 units from the start of the program; `top` is the first line in sight, from 1. */
export interface Place {
  readonly cursor: number;
  readonly top?: number;
}

interface Remembered {
  /** The task that was open last, and what the server called the last one that was saved then. */
  readonly task?: number;
  readonly whenLast?: number | null;
  readonly places: Readonly<Record<number, Place & { readonly savedAt?: string }>>;
}

const nothing: Remembered = { places: {} };

export class RememberedPlaces {
  private readonly key: string;

  /** A part of the token names it; the whole link is never written to storage. */
  constructor(token: string) {
    this.key = `bringup.place.${token.slice(0, 12)}`;
  }

  visit(task: number, whenLast: number | null): void {
    this.write({ ...this.read(), task, whenLast });
  }

  /** The task that was open here last; undefined when another task was saved since, on another machine. */
  task(lastWorkedOn: number | null): number | undefined {
    const { task, whenLast } = this.read();
    return lastWorkedOn === whenLast || lastWorkedOn === task ? task : undefined;
  }

  keep(task: number, place: Place, savedAt: string | undefined): void {
    const before = this.read();
    this.write({ ...before, places: { ...before.places, [task]: { ...place, ...(savedAt ? { savedAt } : {}) } } });
  }

  /** The place in a task; undefined when another machine saved a later version than this one knew. */
  placeOf(task: number, savedAt: string | undefined): Place | undefined {
    const place = this.read().places[task];
    return place && (!savedAt || !place.savedAt || savedAt <= place.savedAt) ? place : undefined;
  }

  private read(): Remembered {
    try {
      const value = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Remembered | null;
      return typeof value?.places === 'object' ? value : nothing;
    } catch {
      return nothing;
    }
  }

  private write(value: Remembered): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      // Storage may be full or refused: the attempt then resumes where the last save was.
    }
  }
}
