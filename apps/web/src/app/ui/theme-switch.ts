// bu-theme-switch: system, light or dark, as one small group of radio buttons.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { ThemeChoice, type ThemeName } from './theme-choice';

const choices: readonly { name: ThemeName; label: string; icon: IconName }[] = [
  { name: 'system', label: 'Theme of the system', icon: 'screen' },
  { name: 'light', label: 'Light theme', icon: 'sun' },
  { name: 'dark', label: 'Dark theme', icon: 'moon' },
];
let count = 0;

@Component({
  selector: 'bu-theme-switch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <fieldset>
      <legend class="bu-hidden">Theme</legend>
      @for (choice of choices; track choice.name) {
        <label [title]="choice.label">
          <input
            type="radio"
            [name]="group"
            [value]="choice.name"
            [checked]="theme.choice() === choice.name"
            (change)="theme.choose(choice.name)"
          />
          <bu-icon [name]="choice.icon" [label]="choice.label" />
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: inline-flex;
      padding: 2px;
      border: 1px solid var(--bu-switch-line, var(--bu-line));
      border-radius: var(--bu-radius-md);
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      inline-size: 1.75rem;
      block-size: 1.5rem;
      border-radius: var(--bu-radius-sm);
      color: var(--bu-ink-subtle);
      cursor: pointer;
      --bu-icon-size: 0.9375rem;
    }
    label:hover {
      color: var(--bu-ink);
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    label:has(:checked) {
      background: var(--bu-selected);
      color: var(--bu-ink);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--bu-focus);
    }
  `,
})
export class ThemeSwitch {
  protected readonly theme = inject(ThemeChoice);
  protected readonly choices = choices;
  protected readonly group = `bu-theme-${++count}`;
}
