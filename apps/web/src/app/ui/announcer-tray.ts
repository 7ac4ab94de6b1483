// bu-announcer-tray: draws the toasts and holds the live regions. Once in the application, in app.ts.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Announcer } from './announcer';
import { Icon } from './icon';
import type { Tone } from './status-words';

@Component({
  selector: 'bu-announcer-tray',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <div class="bu-hidden" aria-live="polite">{{ announcer.polite() }}</div>
    <div class="bu-hidden" aria-live="assertive">{{ announcer.assertive() }}</div>
    <section class="tray" aria-label="Messages">
      @for (toast of announcer.toasts(); track toast.id) {
        <div class="toast" [attr.data-tone]="toast.tone">
          <bu-icon [name]="icon(toast.tone)" />
          <span>{{ toast.text }}</span>
          <button type="button" (click)="announcer.close(toast.id)" aria-label="Close message">
            <bu-icon name="cross" />
          </button>
        </div>
      }
    </section>
  `,
  styles: `
    .tray {
      position: fixed;
      z-index: 1200;
      inset: auto 0 var(--bu-space-5);
      display: grid;
      justify-items: center;
      gap: var(--bu-space-2);
      padding-inline: var(--bu-space-4);
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--bu-space-3);
      max-inline-size: 34rem;
      padding: var(--bu-space-2) var(--bu-space-2) var(--bu-space-2) var(--bu-space-4);
      border-radius: var(--bu-radius-md);
      background: light-dark(var(--bu-ink), var(--bu-raised));
      border: 1px solid light-dark(var(--bu-ink), var(--bu-line-strong));
      color: light-dark(var(--bu-paper), var(--bu-ink));
      box-shadow: var(--bu-shadow-pop);
      pointer-events: auto;
      animation: rise var(--bu-motion-calm) var(--bu-ease);
    }
    .toast > bu-icon {
      color: light-dark(#8fd9b0, var(--bu-go));
    }
    .toast[data-tone='stop'] > bu-icon {
      color: light-dark(#f5aaa1, var(--bu-stop));
    }
    .toast[data-tone='hold'] > bu-icon {
      color: light-dark(#eac675, var(--bu-hold));
    }
    .toast[data-tone='info'] > bu-icon {
      color: light-dark(#a5cff2, var(--bu-info));
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 1.75rem;
      block-size: 1.75rem;
      border: 0;
      border-radius: var(--bu-radius-sm);
      background: none;
      cursor: pointer;
      --bu-icon-size: 0.875rem;
    }
    button:hover {
      background: rgb(127 140 133 / 30%);
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 0.5rem;
      }
    }
  `,
})
export class AnnouncerTray {
  protected readonly announcer = inject(Announcer);

  protected icon(tone: Tone): 'check' | 'warning' | 'stop' | 'info' {
    if (tone === 'go') return 'check';
    if (tone === 'hold') return 'warning';
    return tone === 'stop' ? 'stop' : 'info';
  }
}
