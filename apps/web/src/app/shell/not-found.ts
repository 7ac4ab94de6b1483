// bu-not-found: the address leads nowhere.
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { Wordmark } from '../ui/wordmark';

@Component({
  selector: 'bu-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, EmptyState, Wordmark],
  template: `
    <main>
      <bu-wordmark />
      <h1 class="bu-hidden">Page not found</h1>
      <bu-empty-state
        icon="search"
        heading="There is nothing at this address"
        text="The link may be old, or a letter may be missing from it."
      >
        <a class="bu-button" routerLink="/jobs">See open jobs</a>
        <a class="bu-button quiet" routerLink="/">Staff home</a>
      </bu-empty-state>
    </main>
  `,
  styles: `
    main {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: var(--bu-space-4);
      min-block-size: 100dvh;
      padding: var(--bu-space-6);
    }
  `,
})
export class NotFound {}
