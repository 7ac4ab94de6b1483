// bu-progress-rail: the tasks in order with what is answered, and the way to handing in. Free movement between them.
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { CandidateAttemptView } from '../../api/models';
import { Icon } from '../../ui/icon';
import { AttemptSession } from '../attempt-session';

@Component({
  selector: 'bu-progress-rail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Tasks">
      <ol>
        @for (stop of stops(); track stop.position) {
          <li>
            <a
              [routerLink]="['/attempt', session.token, 'task', stop.position]"
              routerLinkActive="here"
              ariaCurrentWhenActive="step"
              [attr.title]="stop.title"
            >
              <i [attr.data-state]="stop.state" [class.unsaved]="stop.unsaved" aria-hidden="true">
                @if (stop.state === 'full') {
                  <bu-icon name="check" />
                }
              </i>
              <span class="number bu-figure">{{ stop.position }}</span>
              <span class="title">{{ stop.title }}</span>
              <span class="bu-hidden">, {{ stop.words }}</span>
            </a>
          </li>
        }
        <li>
          <a [routerLink]="['/attempt', session.token, 'submit']" routerLinkActive="here" ariaCurrentWhenActive="step">
            <bu-icon name="send" /><span>Hand in</span>
          </a>
        </li>
      </ol>
    </nav>
  `,
  styleUrl: './progress-rail.scss',
})
export class ProgressRail {
  readonly view = input.required<CandidateAttemptView>();
  protected readonly session = inject(AttemptSession);

  protected readonly stops = computed(() => {
    const works = new Map(this.session.opened().map((work) => [work.view.position, work]));
    return this.view().tasks.map(({ position, title, answered }) => {
      const work = works.get(position);
      const parts = work?.completeness() ?? { done: answered ? 1 : 0, of: 1 };
      const unsaved = work !== undefined && ['retrying', 'refused', 'conflict'].includes(work.saver.state().kind);
      const state = parts.done === 0 ? 'none' : parts.done < parts.of ? 'some' : 'full';
      const words = { none: 'not answered', some: `${parts.done} of ${parts.of} parts answered`, full: 'answered' }[
        state
      ];
      return { position, title, state, unsaved, words: unsaved ? `${words}, not saved yet` : words };
    });
  });
}
