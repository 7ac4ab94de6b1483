// Whether the browser believes it has a connection. A hint for words and retries, never a proof.
import { DestroyRef, Injectable, inject, signal } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class Online {
  private readonly believed = signal(navigator.onLine);
  readonly online = this.believed.asReadonly();

  constructor() {
    const read = (): void => this.believed.set(navigator.onLine);
    addEventListener('online', read);
    addEventListener('offline', read);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', read);
      removeEventListener('offline', read);
    });
  }
}
