// bu-attempt-closed: the window is over, or the invitation was withdrawn. Kind, clear, with somebody to write to.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CandidateAttemptView } from '../../api/models';
import { Icon } from '../../ui/icon';
import { ownZone } from '../../ui/time-words';
import { bothZones } from '../before/time-window';

@Component({
  selector: 'bu-attempt-closed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @let attempt = view();
    <article>
      <bu-icon name="calendar" />
      <h1>{{ words().heading }}</h1>
      <p>{{ words().text }}</p>
      @if (attempt.state === 'expired') {
        <p>
          It closed on {{ closed().own }}.<br /><span class="bu-muted">{{ closed().utc }}</span>
        </p>
      }
      <p>
        If something kept you, say so: write to
        <a [href]="'mailto:' + attempt.contact.email">{{ attempt.contact.name }}, {{ attempt.contact.email }}</a
        >. A person reads it and can open it again.
      </p>
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: var(--bu-space-4);
      justify-items: start;
      max-inline-size: 36rem;
      margin-inline: auto;
      padding: clamp(var(--bu-space-8), 8vw, var(--bu-space-16)) var(--bu-space-4);
      font-size: var(--bu-text-lg);
    }
    bu-icon {
      --bu-icon-size: 2rem;
      color: var(--bu-ink-subtle);
    }
  `,
})
export class AttemptClosed {
  readonly view = input.required<CandidateAttemptView>();
  protected readonly closed = computed(() => bothZones(this.view().closesAt, ownZone()));
  protected readonly words = computed(() => {
    const { state, jobTitle, startedAt, erased } = this.view();
    if (state === 'revoked') {
      return {
        heading: 'This invitation was withdrawn',
        text: `The assessment for ${jobTitle} cannot be taken with this link any more. Perhaps you were sent a newer one.`,
      };
    }
    return {
      heading: 'This assessment has closed',
      text: startedAt
        ? `The time for ${jobTitle} is over. ${erased ?? 'What was saved has been kept.'}`
        : `The assessment for ${jobTitle} was not started in its window.`,
    };
  });
}
