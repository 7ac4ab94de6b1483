// bu-application-receipt: the application has arrived; the code to quote, the files' fingerprints, the way to follow it.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReceiptView } from '../api/models';
import { CopyButton } from '../ui/copy-button';
import { BytesPipe } from '../ui/figure-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Time } from '../ui/time';

@Component({
  selector: 'bu-application-receipt',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BytesPipe, CopyButton, Icon, PageHeader, RouterLink, Time],
  template: `
    @let shown = receipt();
    <bu-icon class="seal" name="check" />
    <bu-page-header
      heading="Your application has arrived"
      [lead]="shown.jobTitle + ' at ' + company() + '. A confirmation goes to ' + shown.email + '.'"
    />
    <dl>
      <div class="code">
        <dt>Receipt</dt>
        <dd>
          <span class="bu-figure">{{ shown.receipt }}</span>
          <bu-copy-button [text]="shown.receipt" what="the receipt's code" />
        </dd>
      </div>
      <div>
        <dt>Arrived</dt>
        <dd><bu-time [datetime]="shown.appliedAt" mode="full" /></dd>
      </div>
      @for (document of shown.documents; track document.kind) {
        <div>
          <dt>{{ document.kind === 'resume' ? 'Résumé' : 'Letter' }}</dt>
          <dd>
            {{ document.fileName }}, <span class="bu-figure">{{ document.sizeBytes | buBytes }}</span>
            <span class="hash">
              <code>{{ document.sha256 }}</code>
              <bu-copy-button [text]="document.sha256" [what]="'the SHA-256 of ' + document.fileName" />
            </span>
          </dd>
        </div>
      }
    </dl>
    <p>
      A person reads it against the criteria on the job page. Your status page says where it stands and what comes next,
      and you can withdraw there at any time. Keep the link to yourself: it needs no password.
    </p>
    <div class="bu-actions">
      <a class="bu-button primary" [routerLink]="path()">Open my status page</a>
      <span class="copy">Copy its link <bu-copy-button [text]="address()" what="the link of the status page" /></span>
      <button type="button" class="bu-button quiet" (click)="again.emit()">Send another application</button>
    </div>
  `,
  styleUrl: './application-receipt.scss',
})
export class ApplicationReceipt {
  readonly receipt = input.required<ReceiptView>();
  readonly company = input.required<string>();
  readonly again = output();
  protected readonly path = computed(() => new URL(this.receipt().statusPath, location.origin).pathname);
  protected readonly address = computed(() => new URL(this.receipt().statusPath, location.origin).href);
}
