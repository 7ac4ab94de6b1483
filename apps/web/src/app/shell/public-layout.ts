// bu-public-layout: what candidates see around every page. Knows nothing of staff and needs no component library.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute, RouterLink, RouterOutlet } from '@angular/router';
import { ThemeSwitch } from '../ui/theme-switch';
import { Wordmark } from '../ui/wordmark';
import { focusOnArrival } from './focus-on-arrival';
import { SkipLink } from './skip-link';

@Component({
  selector: 'bu-public-layout',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, RouterOutlet, SkipLink, ThemeSwitch, Wordmark],
  template: `
    <bu-skip-link />
    <header>
      @if (work) {
        <bu-wordmark />
      } @else {
        <a routerLink="/jobs" aria-label="Bringup, all jobs"><bu-wordmark /></a>
      }
      <bu-theme-switch />
    </header>
    <main id="main" tabindex="-1" [class.work]="work"><router-outlet /></main>
    @if (!work) {
      <footer>
        <p>Every application is read by a person and judged on evidence.</p>
        <a routerLink="/sign-in">Staff sign-in</a>
      </footer>
    }
  `,
  styleUrl: './public-layout.scss',
})
export class PublicLayout {
  /** A route with `data: { work: true }` gets the whole width and no ways out of it (an assessment). */
  protected readonly work = inject(ActivatedRoute).snapshot.data['work'] === true;

  constructor() {
    focusOnArrival();
  }
}
