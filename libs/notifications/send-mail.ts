// Sends the mail of one outbox row once: the row in `mail_message` has the outbox row's id and says how far it came.
import {
  type Config,
  DomainError,
  MailMessage,
  type OutboxJob,
  systemActor,
  type UnitOfWork,
  type Work,
} from '@bringup/platform';
import type { Letter } from './letters';
import type { MailTransport } from './mail-transport';
import type { MailTemplates, RenderedMail } from './templates';

/** What mail handlers are given. */
export interface MailTools {
  readonly unitOfWork: UnitOfWork;
  readonly config: Config;
  readonly templates: MailTemplates;
  readonly transport: MailTransport;
}

/** Writes the letter inside the transaction that claims the mail; null when there is nothing to say any more. */
export type Compose = (work: Work) => Promise<Letter | null>;

type Claim = { readonly letter: Letter; readonly mail: RenderedMail } | 'sent' | 'nothing-to-say';

/** A claim this old belongs to a process that died while sending; the mail is sent again with the same message id. */
const claimLastsMs = 2 * 60_000;

/**
 * Handles one row of a mail topic. Delivered twice, it sends once: the claim is taken in a transaction of its own before the
 * mail leaves. Only a process that dies between the server's acceptance and its record makes a second copy, and that copy
 * carries the same Message-ID, by which mail programs recognise it.
 */
export async function sendMail(
  tools: MailTools,
  job: OutboxJob<Record<string, string>>,
  compose: Compose,
): Promise<void> {
  const claim = await tools.unitOfWork.run(systemActor, (work) => claimMail(tools, work, job.id, compose));
  if (typeof claim === 'string') return job.finish(async () => undefined);
  try {
    await tools.transport.send(job.id, claim.letter, claim.mail);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await tools.unitOfWork.run(systemActor, async ({ manager }) => {
      await manager.update(MailMessage, { id: job.id }, { state: 'failed', error: reason.slice(0, 1000) });
    });
    throw error;
  }
  const state = tools.transport.captures ? 'captured' : 'sent';
  await job.finish(async ({ manager, now }) => {
    await manager.update(MailMessage, { id: job.id }, { state, error: null, sentAt: now });
  });
}

async function claimMail(tools: MailTools, work: Work, id: string, compose: Compose): Promise<Claim> {
  // Two deliveries at one instant take turns here; the second sees what the first has claimed.
  await work.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`mail:${id}`]);
  const known = await work.manager.findOneBy(MailMessage, { id });
  if (known?.state === 'sent' || known?.state === 'captured') return 'sent';
  if (known?.state === 'sending' && work.now.getTime() - known.createdAt.getTime() < claimLastsMs) {
    throw new DomainError('mail-in-hand', 'Another process is sending this mail.');
  }
  const letter = await compose(work);
  if (!letter) return 'nothing-to-say';
  const mail = tools.templates.render(letter.template, letter.data, tools.config.companyName);
  await work.manager.save(MailMessage, {
    id,
    template: letter.template,
    recipient: letter.to.map(({ email }) => email).join(', '),
    subject: mail.subject,
    html: mail.html,
    body: mail.text,
    state: 'sending',
    error: null,
    createdAt: work.now,
    sentAt: null,
  });
  return { letter, mail };
}
