// Says short things to screen readers, and shows short messages (toasts) to everybody. The tray draws both.
import { Injectable, signal } from '@angular/core';
import type { Tone } from './status-words';

/** A short message at the foot of the page. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

@Injectable({ providedIn: 'root' })
export class Announcer {
  private count = 0;
  private readonly shown = signal<readonly Toast[]>([]);
  private readonly spokenPolite = signal('');
  private readonly spokenNow = signal('');

  readonly toasts = this.shown.asReadonly();
  readonly polite = this.spokenPolite.asReadonly();
  readonly assertive = this.spokenNow.asReadonly();

  /** Speaks without showing. The same words twice are spoken twice. */
  say(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    const target = urgency === 'polite' ? this.spokenPolite : this.spokenNow;
    target.set(target() === text ? `${text}\u00A0` : text);
  }

  /** Shows and speaks: what was done, in a few words ("Approval sent"). Errors stay until closed. */
  toast(text: string, tone: Tone = 'go'): void {
    const toast: Toast = { id: ++this.count, text, tone };
    this.shown.update((all) => [...all.slice(-2), toast]);
    this.say(text, tone === 'stop' ? 'assertive' : 'polite');
    if (tone !== 'stop') setTimeout(() => this.close(toast.id), 6000);
  }

  close(id: number): void {
    this.shown.update((all) => all.filter((toast) => toast.id !== id));
  }
}
