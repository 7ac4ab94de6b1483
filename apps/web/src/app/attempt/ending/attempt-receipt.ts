// bu-attempt-receipt: handed in. How it goes on, what arrived, its hashes, and the answers as files.
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '../../api/api';
import { getAnswerFile } from '../../api/fn/candidate/get-answer-file';
import type { Answer, CandidateAttemptView } from '../../api/models';
import { CopyButton } from '../../ui/copy-button';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { ownZone } from '../../ui/time-words';
import { AttemptSession } from '../attempt-session';
import { bothZones } from '../before/time-window';
import { AttemptOutcome } from './attempt-outcome';

@Component({
  selector: 'bu-attempt-receipt',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AttemptOutcome, CopyButton, Icon, PageHeader],
  template: `
    @let attempt = view();
    <article>
      <bu-icon class="seal" name="check" />
      <bu-page-header heading="Handed in" [lead]="lead()" />
      @if (at(); as at) {
        <p>
          {{ at.own }}<br /><span class="bu-muted">{{ at.utc }}</span
          ><br /><span class="bu-muted">{{ byWhom() }}</span>
        </p>
      }
      <section aria-labelledby="next">
        <h2 id="next">How it goes on</h2>
        <bu-attempt-outcome [contactName]="attempt.contact.name" />
        <p>
          Questions reach
          <a [href]="'mailto:' + attempt.contact.email">{{ attempt.contact.name }}, {{ attempt.contact.email }}</a
          >.
        </p>
      </section>
      <section aria-labelledby="receipt">
        <h2 id="receipt">Receipt</h2>
        @if (attempt.erased; as words) {
          <p>{{ words }} That you took part, when you handed in and what it earned stay on record.</p>
        } @else {
          <p class="bu-muted">
            The SHA-256 of each answer. Keep them, and you can show later what you handed in, to the letter. The same
            receipt is in your mail.
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
                  <span>
                    <a class="bu-button small" [href]="file(task.position)" download>
                      <bu-icon name="download" />Download<span class="bu-hidden"> your answer to {{ task.title }}</span>
                    </a>
                  </span>
                } @else {
                  <span class="bu-muted">Not answered</span>
                }
              </li>
            }
          </ol>
          <details>
            <summary>How to check a hash by hand</summary>
            <p>
              Download the file and run <code>sha256sum</code> on it (on Windows
              <code>certutil -hashfile FILE SHA256</code>). It prints the hash above when not a character has changed. A
              program’s file is its source text, so your own copy gives the same; other answers are a small JSON file.
            </p>
          </details>
          <p class="bu-muted small">Your answers stay here for you until {{ ends().own }} ({{ ends().utc }}).</p>
        }
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
  protected readonly lead = computed(() =>
    this.view().submittedBy === 'deadline'
      ? `${this.firstName()}, time was up: what was saved last was handed in by itself. Nothing else is needed from you.`
      : `Thank you, ${this.firstName()}. Your answers have arrived.`,
  );
  protected readonly byWhom = computed(
    () => `${this.view().submittedBy === 'deadline' ? 'By itself, when time was up' : 'By you'}, on our server’s clock`,
  );
  protected readonly ends = computed(() => bothZones(this.view().linkEndsAt, ownZone()));
  protected readonly at = computed(() => {
    const at = this.view().submittedAt;
    return at ? bothZones(at, ownZone()) : undefined;
  });

  private readonly session = inject(AttemptSession);
  private readonly rootUrl = inject(Api).rootUrl;
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

  /** A plain link, so that the browser saves the file as it saves any other. */
  protected file(position: number): string {
    const path = getAnswerFile.PATH.replace('{token}', encodeURIComponent(this.session.token));
    return this.rootUrl + path.replace('{position}', String(position));
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
