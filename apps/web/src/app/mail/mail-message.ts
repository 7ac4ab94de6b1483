// bu-mail-message: one mail as its recipient sees it, in a frame that runs no script and reaches nothing of this page.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Api } from '../api/api';
import { getMail } from '../api/fn/mail/get-mail';
import { Icon } from '../ui/icon';
import { ProblemPanel } from '../ui/problem-panel';
import { Skeleton } from '../ui/skeleton';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';

@Component({
  selector: 'bu-mail-message',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, ProblemPanel, RouterLink, Skeleton, StatusChip, Time],
  templateUrl: './mail-message.html',
  styleUrl: './mail-message.scss',
})
export class MailMessage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly plain = signal(false);
  protected readonly mail = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.invoke(getMail, params),
  });
  /**
   * Trusted as it stands, because the frame's sandbox allows neither scripts nor our origin.
   * The base makes its links open in a tab of their own.
   */
  protected readonly frame = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(
      this.mail.hasValue() ? `<base target="_blank" rel="noopener">${this.mail.value().html}` : '',
    ),
  );
}
