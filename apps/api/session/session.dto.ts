// What the site knows about who is signed in.
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line, person, role } from '../http/fields';

export class SignInBody extends createZodDto(
  z.object({ email: z.email().max(254), password: z.string().min(1).max(200) }),
) {}

export class SessionView extends createZodDto(
  z.object({
    user: person.extend({ timeZone: z.string() }),
    permissions: z.array(z.string()).describe('Names of what this person may do, e.g. requisition:approve'),
  }),
) {}

export class ServerView extends createZodDto(
  z.object({
    company: z.string(),
    demo: z.boolean(),
    demoSignIns: z.array(z.object({ name: z.string(), email: z.string(), password: z.string(), role })),
    mailIsCaptured: z.boolean().describe('True when mail stays on this machine and is read on the Mail page'),
  }),
) {}

export class PeopleView extends createZodDto(z.object({ items: z.array(person) })) {}
export class PeopleQuery extends createZodDto(z.object({ role: role.optional() })) {}
export class TimeZoneBody extends createZodDto(z.object({ timeZone: line(60) })) {}
