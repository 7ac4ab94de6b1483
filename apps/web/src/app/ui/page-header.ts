// bu-page-header: breadcrumbs, the page's one h1 (it also names the browser tab) and its actions.
// Slots: [slot=meta] beside the facts under the heading, [slot=actions] for buttons.
import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';

/** One step of the way here; the last one usually has no link. */
export interface Crumb {
  readonly label: string;
  readonly link?: string | readonly unknown[];
}

@Component({
  selector: 'bu-page-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Icon],
  template: `
    @if (crumbs().length) {
      <nav aria-label="Breadcrumb">
        <ol>
          @for (crumb of crumbs(); track crumb.label) {
            <li>
              @if (crumb.link) {
                <a [routerLink]="crumb.link">{{ crumb.label }}</a>
              } @else {
                <span>{{ crumb.label }}</span>
              }
              <bu-icon name="chevron-right" />
            </li>
          }
        </ol>
      </nav>
    }
    <div class="line">
      <div class="words">
        <h1>{{ heading() }}</h1>
        @if (lead()) {
          <p class="lead">{{ lead() }}</p>
        }
        <div class="meta"><ng-content select="[slot=meta]" /></div>
      </div>
      <div class="actions"><ng-content select="[slot=actions]" /></div>
    </div>
  `,
  styleUrl: './page-header.scss',
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input('');
  readonly crumbs = input<readonly Crumb[]>([]);

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · Bringup`));
  }
}
