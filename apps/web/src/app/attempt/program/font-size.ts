// The editor's font size, remembered on this device.
import { Injectable, signal } from '@angular/core';

const key = 'bringup.editor-size';
const smallest = 11;
const largest = 24;
const usual = 14;

@Injectable({ providedIn: 'root' })
export class FontSize {
  private readonly chosen = signal(remembered());
  /** Pixels. */
  readonly size = this.chosen.asReadonly();

  change(step: 1 | -1): void {
    const size = Math.min(largest, Math.max(smallest, this.chosen() + step));
    this.chosen.set(size);
    try {
      localStorage.setItem(key, String(size));
    } catch {
      // Storage may be refused; the size then lasts until the page is left.
    }
  }
}

function remembered(): number {
  try {
    const size = Number(localStorage.getItem(key));
    return size >= smallest && size <= largest ? size : usual;
  } catch {
    return usual;
  }
}
