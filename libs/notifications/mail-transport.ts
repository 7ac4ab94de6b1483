// Where mail goes: to an SMTP server, or nowhere, when everything stays on this machine and is read on the Mail page.
import type { Config } from '@bringup/platform';
import { createTransport } from 'nodemailer';
import { plainLine } from './domain/plain-line';
import type { Letter } from './letters';
import type { RenderedMail } from './templates';

/** Both kinds compose the whole message, so that what is captured is what would have been sent. */
export interface MailTransport {
  /** True when nothing leaves the machine. */
  readonly captures: boolean;
  /** Resolves when the message was accepted (or composed); rejects with the server's reason. Resolves to the raw message when it captures. */
  send(id: string, letter: Pick<Letter, 'to' | 'replyTo' | 'calendar'>, mail: RenderedMail): Promise<string | null>;
  close(): void;
}

const giveUpAfterMs = 20_000;

const addressOf = ({ name, email }: { name: string; email: string }) => ({
  name: plainLine(name, 120),
  address: email,
});

/** The part of `Name <address@domain>` behind the at sign; message ids need a domain. */
function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'bringup.example';
}

export function createMailTransport(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailTransport {
  const timeouts = { connectionTimeout: giveUpAfterMs, greetingTimeout: giveUpAfterMs, socketTimeout: giveUpAfterMs };
  const transport =
    config.smtpUrl === undefined
      ? createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      : createTransport({ url: config.smtpUrl, pool: true, maxConnections: 2, ...timeouts });
  return {
    captures: config.smtpUrl === undefined,
    async send(id, letter, mail) {
      const { calendar } = letter;
      const info = (await transport.sendMail({
        from: config.mailFrom,
        to: letter.to.map(addressOf),
        ...(letter.replyTo ? { replyTo: addressOf(letter.replyTo) } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // The same for every sending of one outbox row, so that a mail that had to be sent again is recognised as the same.
        messageId: `<${id}@${domainOf(config.mailFrom)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(calendar
          ? { icalEvent: { method: calendar.method, filename: 'interview.ics', content: calendar.content } }
          : {}),
      })) as { message?: unknown };
      return Buffer.isBuffer(info.message) ? info.message.toString('utf8') : null;
    },
    close: () => transport.close(),
  };
}
