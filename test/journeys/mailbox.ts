// Where the journey reads its mail: a real SMTP server, or the product's own Mail page.
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Person } from './browser';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  /** Everything that can be read or followed in it. */
  readonly text: string;
}

export interface Mailbox {
  /** Settings that the product needs to send here. */
  readonly env: NodeJS.ProcessEnv;
  /** The newest mail to this address whose subject holds the words; waits for it. */
  find(to: string, subject: string): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

const patienceMs = 20_000;

async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(250);
  }
  throw new Error(`Waited ${patienceMs / 1000} s for ${what}`);
}

/** Quoted-printable soft breaks and escapes, as far as links and plain words need it. */
function decoded(raw: string): string {
  const bytes = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A real SMTP server on this machine. */
export async function smtpMailbox(): Promise<Mailbox> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = decoded(Buffer.concat(chunks).toString('latin1'));
        const subject = /^subject: ((?:.*)(?:\r?\n[ \t].*)*)/im.exec(text)?.[1]?.replace(/\r?\n[ \t]+/g, ' ') ?? '';
        received.push({ to: session.envelope.rcptTo.map((address) => address.address).join(), subject, text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${port}` },
    find: async (to, subject) =>
      until(
        async () => received.findLast((mail) => mail.to === to && mail.text.includes(subject)),
        `mail "${subject}" to ${to}`,
      ),
    stop: async () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The product's Mail page, read by somebody who is signed in and may. */
export function mailPage(reader: () => Person): Mailbox {
  return {
    env: {},
    async find(to, subject) {
      const { page } = reader();
      return until(async () => {
        await reader().goTo('/mail');
        await page.getByRole('heading', { name: 'Mail', level: 1 }).waitFor();
        const message = page
          .getByRole('list', { name: 'Messages' })
          .getByRole('link')
          .filter({ hasText: to })
          .filter({ hasText: subject })
          .first();
        if ((await message.count()) === 0) return undefined;
        await message.click();
        const frame = page.frameLocator('iframe');
        await frame.locator('body').waitFor();
        const links = await Promise.all(
          (await frame.locator('a').all()).map(async (link) => link.getAttribute('href')),
        );
        return { to, subject, text: `${await frame.locator('body').innerText()}\n${links.join('\n')}` };
      }, `mail "${subject}" to ${to}`);
    },
    stop: async () => undefined,
  };
}

/** The path of the first link in a mail that begins with `prefix`, e.g. `/attempt/`. */
export function pathIn(mail: ReceivedMail, prefix: string): string {
  const found = new RegExp(`https?://[^\\s"'<>]*?(${prefix}[^\\s"'<>)]+)`).exec(mail.text)?.[1];
  if (!found) throw new Error(`No link to ${prefix} in the mail "${mail.subject}":\n${mail.text}`);
  return found;
}
