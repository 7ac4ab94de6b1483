// Reads the log of written mail for the Mail page.
import type { EntityManager } from 'typeorm';
import { DomainError } from '../domain-error';
import { MailMessage } from './mail-message.entity';

const previewLength = 140;

function rowOf(message: MailMessage) {
  return {
    id: message.id,
    to: message.recipient,
    subject: message.subject,
    template: message.template,
    state: message.state === 'sending' ? ('sent' as const) : message.state,
    createdAt: message.createdAt.toISOString(),
    preview: message.body.replace(/\s+/g, ' ').slice(0, previewLength),
  };
}

/** A page of mail, newest first; `search` matches recipient or subject. */
export async function listMail(
  manager: EntityManager,
  query: { search?: string | undefined; limit: number; offset: number },
) {
  const builder = manager
    .createQueryBuilder(MailMessage, 'mail')
    .orderBy('mail.createdAt', 'DESC')
    .addOrderBy('mail.id')
    .take(query.limit)
    .skip(query.offset);
  if (query.search) {
    const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
    builder.where('mail.recipient ILIKE :pattern OR mail.subject ILIKE :pattern', { pattern });
  }
  const [messages, total] = await builder.getManyAndCount();
  return { items: messages.map(rowOf), total };
}

/** One mail as it was written. @throws DomainError `mail-not-found` */
export async function mailMessage(manager: EntityManager, id: string) {
  const message = await manager.findOneBy(MailMessage, { id });
  if (!message) throw new DomainError('mail-not-found', 'This mail is not in the log.');
  return { ...rowOf(message), html: message.html, text: message.body, error: message.error };
}
