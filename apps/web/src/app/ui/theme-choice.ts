// The theme: the system's unless the person chose, and then remembered on this device.
import { Injectable, computed, signal } from '@angular/core';

/** What was chosen. */
export type ThemeName = 'system' | 'light' | 'dark';

// assets/theme.js reads the same key before the first paint.
const key = 'bringup.theme';

@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly systemDark = signal(false);
  private readonly chosen = signal<ThemeName>(remembered());

  readonly choice = this.chosen.asReadonly();
  /** What is in force now. */
  readonly effective = computed<'light' | 'dark'>(() => {
    const choice = this.chosen();
    return choice === 'system' ? (this.systemDark() ? 'dark' : 'light') : choice;
  });

  constructor() {
    const query = matchMedia('(prefers-color-scheme: dark)');
    this.systemDark.set(query.matches);
    query.addEventListener('change', (event) => this.systemDark.set(event.matches));
  }

  choose(choice: ThemeName): void {
    this.chosen.set(choice);
    const classes = document.documentElement.classList;
    classes.remove('light', 'dark');
    if (choice !== 'system') classes.add(choice);
    try {
      localStorage.setItem(key, choice);
    } catch {
      // Storage may be refused; the choice then lasts until the page is left.
    }
  }
}

function remembered(): ThemeName {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}
