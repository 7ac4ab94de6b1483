// bu-account-menu: who is signed in, the theme, and the way out.
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Router } from '@angular/router';
import { Announcer } from '../ui/announcer';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { sentence } from '../ui/status-words';
import { ThemeChoice, type ThemeName } from '../ui/theme-choice';
import { Session } from './session';

const themes: readonly { name: ThemeName; label: string; icon: IconName }[] = [
  { name: 'system', label: 'Theme of the system', icon: 'screen' },
  { name: 'light', label: 'Light theme', icon: 'sun' },
  { name: 'dark', label: 'Dark theme', icon: 'moon' },
];

@Component({
  selector: 'bu-account-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon, MatMenuModule],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly theme = inject(ThemeChoice);
  protected readonly themes = themes;
  protected readonly roles = computed(() => (this.session.user()?.roles ?? []).map(sentence).join(', '));
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);

  protected async signOut(): Promise<void> {
    try {
      await this.session.end();
      this.announcer.toast('Signed out');
    } catch {
      this.announcer.toast('Signed out here, but the server could not be told. Close the browser to be sure.', 'hold');
    }
    await this.router.navigateByUrl('/sign-in');
  }
}
