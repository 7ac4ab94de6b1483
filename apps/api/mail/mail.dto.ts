// Mail as staff read it on the Mail page.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, page, text } from '../http/fields';

const mailRow = z
  .object({
    id,
    to: z.string(),
    subject: z.string(),
    template: z.string(),
    state: z.enum(['captured', 'sent', 'failed']),
    createdAt: instant,
    preview: z.string(),
  })
  .meta({ id: 'MailRow' });
export class MailPage extends createZodDto(page(mailRow)) {}
export class MailQuery extends createZodDto(
  z.object({
    search: text(100).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
) {}
export class MailView extends createZodDto(
  mailRow.extend({ from: z.string(), html: z.string(), text: z.string(), error: z.string().nullable() }),
) {}
