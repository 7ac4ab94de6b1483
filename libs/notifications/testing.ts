// For specs: one believable filling of every template, and a desk where handlers write mails over a real PostgreSQL.
import { type Config, MailMessage, OutboxDispatcher, OutboxHandlers, readConfig } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, type TestStaff } from '../identity/testing';
import type { LetterData } from './letters';
import type { MailTransport } from './mail-transport';
import { registerMailHandlers } from './register-mail-handlers';
import { loadTemplates } from './templates';

const statusUrl = 'https://jobs.example.org/status/7pXk';

export const sampleLetters: LetterData = {
  'application-receipt': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    receipt: 'BR-7K2M-94QX',
    appliedOn: 'Monday 23 November 2026, 09:00 (UTC)',
    documents: [{ fileName: 'resume.pdf', sha256: 'ab'.repeat(32) }],
    statusUrl,
  },
  'requisition-submitted': {
    name: 'Mette Dahl',
    openedBy: 'Jonas Weber',
    number: 'REQ-104',
    title: 'Edge AI Engineer',
    facts: [{ label: 'Seats', value: '2' }],
    url: 'https://jobs.example.org/requisitions/1',
  },
  'requisition-decided': {
    approver: 'Mette Dahl',
    number: 'REQ-104',
    title: 'Edge AI Engineer',
    approved: false,
    reason: 'The power budget is missing.\n\nPlease add it.',
    url: 'https://jobs.example.org/requisitions/1',
  },
  'invitation-ready': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    from: 'Jonas Weber',
    fromEmail: 'jonas@northlight.example',
    note: 'We liked your ring buffer.',
    minutes: 85,
    time: '85 minutes',
    opens: 'Monday 30 November 2026, 09:00 (Europe/Oslo, UTC+1)',
    opensUtc: 'Monday 30 November 2026, 08:00 (UTC)',
    closesUtc: 'Tuesday 1 December 2026, 13:00 (UTC)',
    closes: 'Tuesday 1 December 2026, 14:00 (Europe/Oslo, UTC+1)',
    tasks: [{ title: 'Quantise a tensor by hand', minutes: 25, kind: 'calculation' }],
    allowedAids: 'Documentation and your own notes are fine.',
    recorded: [{ line: 'Every saved version of your answers.' }, { line: 'Not your screen.' }],
    readers: 'The hiring team of this job reads your answers.',
    kept: 'They are kept for at most 12 months after it is closed.',
    url: 'https://jobs.example.org/attempt/9sQd',
  },
  'accommodation-requested': {
    candidate: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    kinds: [{ words: 'extra time' }, { words: 'breaks' }],
    closes: 'Tuesday 1 December 2026, 14:00 (Europe/Oslo, UTC+1)',
    url: 'https://jobs.example.org/applications/1?view=assessment',
  },
  'accommodation-decided': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    granted: true,
    time: '90 minutes + 45 minutes granted',
    breaks: '2 breaks of 10 minutes, when you choose; your time stands still',
    format: 'Large print of every figure',
    reason: 'Of course.\n\nTake the time you need.',
    closes: 'Tuesday 1 December 2026, 14:00 (Europe/Oslo, UTC+1)',
    closesUtc: 'Tuesday 1 December 2026, 13:00 (UTC)',
    from: 'Jonas Weber',
    fromEmail: 'jonas@northlight.example',
    url: 'https://jobs.example.org/attempt/9sQd',
  },
  'attempt-submitted': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    submitted: 'Monday 23 November 2026, 10:25 (Europe/Oslo, UTC+1)',
    submittedUtc: 'Monday 23 November 2026, 09:25 (UTC)',
    byDeadline: false,
    tasks: [
      { position: 1, title: 'Quantise a tensor by hand', file: 'task-1-answer.json', sha256: 'cd'.repeat(32) },
      { position: 2, title: 'Ring buffer for audio DMA', file: 'task-2-ring_buffer.c', sha256: null },
    ],
    url: 'https://jobs.example.org/attempt/9sQd',
    linkEnds: 'Monday 1 March 2027, 14:00 (Europe/Oslo, UTC+1)',
    from: 'Jonas Weber',
    fromEmail: 'jonas@northlight.example',
  },
  'interview-scheduled': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    kitTitle: 'Systems and memory',
    other: 'Ingrid Berg',
    forCandidate: true,
    when: 'Tuesday 1 December 2026, 14:00 to 14:45 (Europe/Oslo, UTC+1)',
    location: 'Room Fjord, or the link that Ingrid sends',
    url: statusUrl,
  },
  'interview-cancelled': {
    name: 'Ingrid Berg',
    jobTitle: 'Edge AI Engineer',
    kitTitle: 'Systems and memory',
    other: 'Asha Rao',
    forCandidate: false,
    when: 'Tuesday 1 December 2026, 14:00 to 14:45 (Europe/Oslo, UTC+1)',
    reason: 'The room is taken.',
  },
  'decision-offer': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    message: 'Welcome.',
    decidedBy: 'Mette Dahl',
    statusUrl,
  },
  'decision-reject': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    message: null,
    decidedBy: 'Mette Dahl',
    statusUrl,
  },
  'decision-hold': {
    name: 'Asha Rao',
    jobTitle: 'Edge AI Engineer',
    message: 'Two weeks more.',
    decidedBy: 'Mette Dahl',
    statusUrl,
  },
};

/** What specs of mails share: a database with staff, and the mail handlers over a transport. */
export class MailDesk {
  private constructor(
    readonly db: TestDatabase,
    readonly config: Config,
    readonly staff: TestStaff,
  ) {}

  static async open(): Promise<MailDesk> {
    const db = await freshDatabase();
    const config = readConfig({
      ...{ DATABASE_URL: db.url, PUBLIC_URL: 'https://jobs.example.org', COMPANY_NAME: 'Northlight' },
    });
    return new MailDesk(db, config, await newStaff(db.unitOfWork));
  }

  /** Nothing that came before is due any more. */
  async clear(): Promise<void> {
    await this.db.dataSource.query('UPDATE outbox SET done_at = created_at WHERE done_at IS NULL');
  }

  dispatcher(transport: MailTransport): OutboxDispatcher {
    const { db, config } = this;
    const handlers = new OutboxHandlers();
    registerMailHandlers(handlers, { unitOfWork: db.unitOfWork, config, templates: loadTemplates(), transport });
    return new OutboxDispatcher(db.dataSource, db.clock, handlers);
  }

  /** Writes the mails that are due; resolves to the rows that were handed out. */
  async writeMails(transport: MailTransport) {
    const worker = this.dispatcher(transport);
    const rows = await worker.lease('mail', 50);
    for (const row of rows) await worker.deliver(row);
    return rows;
  }

  mailOf({ id }: { readonly id: string }): Promise<MailMessage> {
    return this.db.dataSource.manager.findOneByOrFail(MailMessage, { id });
  }
}
