// bu-copy-button: puts a text on the clipboard and says so.
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Announcer } from './announcer';
import { Icon } from './icon';

@Component({
  selector: 'bu-copy-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <button type="button" class="bu-button small quiet icon-only" [attr.aria-label]="'Copy ' + what()" (click)="copy()">
      <bu-icon [name]="copied() ? 'check' : 'copy'" />
    </button>
  `,
})
export class CopyButton {
  readonly text = input.required<string>();
  /** Names the thing: "digest", "link". */
  readonly what = input('text');
  protected readonly copied = signal(false);
  private readonly announcer = inject(Announcer);

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.copied.set(true);
      this.announcer.say('Copied');
      setTimeout(() => this.copied.set(false), 2000);
    } catch {
      this.announcer.toast('The browser did not allow copying. Select the text and copy it by hand.', 'hold');
    }
  }
}
