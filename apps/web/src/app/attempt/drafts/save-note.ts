// bu-save-note: where the answer is. "Saved at 14:03:22" only when the server said so.
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Announcer } from '../../ui/announcer';
import { Online } from '../live/online';
import type { SaveState } from './draft-saver';
import { clockWithSeconds } from '../../ui/clock-words';
import { saveWords } from './save-words';

@Component({
  selector: 'bu-save-note',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<i aria-hidden="true"></i><span class="bu-figure">{{ words().text }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--bu-space-2);
      min-block-size: 1.5em;
      color: var(--bu-ink-muted);
      font-size: var(--bu-text-sm);
    }
    span {
      font-family: var(--bu-font-text);
    }
    i {
      flex: none;
      inline-size: 0.5rem;
      block-size: 0.5rem;
      border: 1.5px solid var(--bu-line-strong);
      border-radius: 50%;
    }
    :host([data-tone='go']) i {
      border-color: var(--bu-go);
      background: var(--bu-go);
    }
    :host([data-tone='hold']) {
      color: var(--bu-hold);
    }
    :host([data-tone='hold']) i {
      border-color: currentcolor;
    }
    :host([data-tone='stop']) {
      color: var(--bu-stop);
    }
    :host([data-tone='stop']) i {
      border-color: currentcolor;
      border-radius: 1px;
      background: currentcolor;
    }
  `,
  host: { '[attr.data-tone]': 'words().tone' },
})
export class SaveNote {
  readonly state = input.required<SaveState>();
  private readonly online = inject(Online).online;
  protected readonly words = computed(() => saveWords(this.state(), clockWithSeconds, this.online()));

  constructor() {
    // Every save spoken would be noise; a failure and its end are worth a sentence.
    const announcer = inject(Announcer);
    let failing = false;
    effect(() => {
      const { kind } = this.state();
      if (kind === 'retrying' && !failing) announcer.say(this.words().text);
      if (kind === 'saved' && failing) announcer.say('Saved again.');
      if (kind === 'retrying' || kind === 'saved') failing = kind === 'retrying';
    });
  }
}
