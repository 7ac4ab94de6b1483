// bu-draft-news: says when the text on the screen changed without the candidate's hand, and where the other text is.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../../ui/icon';
import type { DraftNews } from './draft-saver';
import { newsWords } from './news-words';

@Component({
  selector: 'bu-draft-news',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <bu-icon name="info" /><span>{{ words() }}</span>
    <button type="button" class="bu-button small quiet" (click)="dismissed.emit()">
      Understood<span class="bu-hidden">, close this note</span>
    </button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--bu-space-2);
      align-items: center;
      padding: var(--bu-space-1) var(--bu-space-2) var(--bu-space-1) var(--bu-space-3);
      border: 1px solid var(--bu-info-line);
      border-radius: var(--bu-radius-md);
      background: var(--bu-info-tint);
      font-size: var(--bu-text-sm);
    }
  `,
  host: { role: 'status' },
})
export class DraftNewsNote {
  readonly news = input.required<DraftNews>();
  readonly dismissed = output();
  protected readonly words = computed(() => newsWords(this.news()));
}
