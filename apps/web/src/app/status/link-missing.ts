// bu-link-missing: a status address that leads nowhere, and what to do about it.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';

@Component({
  selector: 'bu-link-missing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, RouterLink],
  template: `
    <h1 class="bu-hidden">Your application</h1>
    <bu-empty-state icon="link" heading="This link does not open an application" [text]="detail() || usual">
      <a class="bu-button" routerLink="/jobs">See the open jobs</a>
    </bu-empty-state>
  `,
})
export class LinkMissing {
  /** What the server said about it. */
  readonly detail = input('');
  protected readonly usual =
    'Use the link in your confirmation mail, whole and on one line. If it still does not work, answer that mail.';
}
