// bu-attempt-receipt: handed in. What arrived, its fingerprints, and what happens next.
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import type { Answer, CandidateAttemptView } from '../../api/models';
import { CopyButton } from '../../ui/copy-button';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { ownZone } from '../../ui/time-words';
import { AttemptSession } from '../attempt-session';
import { bothZones } from '../before/time-window';

@Component({
  selector: 'bu-attempt-receipt',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyButton, Icon, PageHeader],
  template: `
    @let attempt = view();
    <article>
      <bu-icon class="seal" name="check" />
      <bu-page-header heading="Handed in" [lead]="'Thank you, ' + firstName() + '. Your answers have arrived.'" />
      @if (at(); as at) {
        <p>
          {{ at.own }}<br /><span class="bu-muted">{{ at.utc }}</span>
        </p>
      }
      <section aria-labelledby="next">
        <h2 id="next">What happens next</h2>
        <p>
          The hidden checks run now, the same way for everyone. Then people read your answers and, where you gave them,
          your reasons.
          {{ attempt.contact.name }} will write to you; for questions use
          <a [href]="'mailto:' + attempt.contact.email">{{ attempt.contact.email }}</a>. You can close this page.
        </p>
      </section>
      <section aria-labelledby="receipt">
        <h2 id="receipt">Receipt</h2>
        <p class="bu-muted">
          The SHA-256 of each answer. Keep them, and you can show later what you handed in, to the letter. Of a program
          it is what <code>sha256sum</code> says of the file.
        </p>
        <ol>
          @for (task of attempt.tasks; track task.position) {
            <li>
              <span>{{ task.title }}</span>
              @if (task.answerSha256; as hash) {
                <span class="hash">
                  <code>{{ hash }}</code>
                  <bu-copy-button [text]="hash" [what]="'the SHA-256 of ' + task.title" />
                </span>
              } @else {
                <span class="bu-muted">Not answered</span>
              }
            </li>
          }
        </ol>
      </section>
      @if (leftovers().length) {
        <section class="late" aria-labelledby="late">
          <h2 id="late">Typed, but not in time</h2>
          <p>
            This was typed here but did not reach our server before the time was over, so it was not handed in. If a
            fault of ours or of the network was to blame, send it to {{ attempt.contact.name }}.
          </p>
          @for (item of leftovers(); track $index) {
            <details>
              <summary>{{ item.title }}</summary>
              <pre tabindex="0" role="region" [attr.aria-label]="'Text of ' + item.title">{{ item.text }}</pre>
              <p>Copy it <bu-copy-button [text]="item.text" [what]="'the text of ' + item.title" /></p>
            </details>
          }
          <button type="button" class="bu-button" (click)="drop()">Remove it from this device</button>
        </section>
      }
    </article>
  `,
  styleUrl: './attempt-receipt.scss',
})
export class AttemptReceipt {
  readonly view = input.required<CandidateAttemptView>();
  protected readonly firstName = computed(() => this.view().candidateName.trim().split(/\s+/)[0] ?? '');
  protected readonly at = computed(() => {
    const at = this.view().submittedAt;
    return at ? bothZones(at, ownZone()) : undefined;
  });

  private readonly session = inject(AttemptSession);
  protected readonly leftovers = linkedSignal(() =>
    this.view().tasks.flatMap(({ position, title }) => {
      const found = this.session.leftovers().filter((item) => item.position === position);
      return found.map(({ copy }) => ({ position, title, text: written(copy.answer) }));
    }),
  );

  constructor() {
    // The address of a task no longer leads to one.
    void inject(Router).navigate(['/attempt', this.session.token], { replaceUrl: true });
  }

  protected drop(): void {
    this.session.dropLeftovers();
    this.leftovers.set([]);
  }
}

function written(answer: Answer): string {
  if (answer.kind === 'c') return answer.source;
  const lines = Object.entries(answer.fields).map(([name, value]) => `${name}: ${value}`);
  return answer.kind === 'interpretation' ? [...lines, '', answer.justification].join('\n') : lines.join('\n');
}
