// Mails sent to a real SMTP server: once, later when it refuses, and again when a process dies.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { TestDatabase } from '../../test/database/database';
import { newApplication, newRequisition } from '../requisitions/testing';
import { letter } from './letters';
import { createMailTransport, type MailTransport } from './mail-transport';
import { sendMail } from './send-mail';
import { loadTemplates } from './templates';
import { MailDesk, sampleLetters } from './testing';

jest.setTimeout(60_000);

let desk: MailDesk;
let db: TestDatabase;

beforeAll(async () => {
  desk = await MailDesk.open();
  ({ db } = desk);
});

beforeEach(() => desk.clear());

afterAll(async () => {
  await db.close();
});

describe('mails sent by SMTP', () => {
  let server: SMTPServer;
  let received: string[];
  let answerWith: Error | null;
  let transport: MailTransport;

  beforeEach(async () => {
    received = [];
    answerWith = null;
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (!answerWith) received.push(Buffer.concat(chunks).toString('utf8'));
          done(answerWith);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    transport = createMailTransport({ ...desk.config, smtpUrl: `smtp://127.0.0.1:${port}` });
  });

  afterEach(async () => {
    transport.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const receipt = async () => {
    const { slug } = await newRequisition(db.unitOfWork, desk.staff);
    await desk.clear();
    await newApplication(db.unitOfWork, slug, { name: 'Zoë\r\nBcc: everybody@example.org' });
  };

  it('arrive once, with both versions and headers that nobody can break open', async () => {
    await receipt();
    const [row] = await desk.writeMails(transport);
    expect(received).toHaveLength(1);
    const [headers] = received[0].split('\r\n\r\n');
    expect(headers).not.toMatch(/^bcc:/im);
    expect(headers).toContain(`Message-ID: <${row.id}@bringup.example>`);
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(received[0]).toContain('Content-Type: text/plain');
    expect(received[0]).toContain('Content-Type: text/html');
    expect(await desk.mailOf(row)).toMatchObject({ state: 'sent', sentAt: expect.any(Date) as Date });
  });

  it('are sent once when the row is delivered again, and at the same time', async () => {
    await receipt();
    const [first, second] = [desk.dispatcher(transport), desk.dispatcher(transport)];
    const [row] = await first.lease('mail', 1);
    await Promise.all([first.deliver(row), second.deliver(row)]);
    await second.deliver(row);
    expect(received).toHaveLength(1);
    expect(await desk.mailOf(row)).toMatchObject({ state: 'sent' });
  });

  it('that the server refuses are shown as failed and sent later', async () => {
    await receipt();
    answerWith = new Error('mailbox full');
    const [row] = await desk.writeMails(transport);
    expect(await desk.mailOf(row)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('mailbox full') as string,
    });
    answerWith = null;
    db.clock.advance(1000);
    await desk.writeMails(transport);
    expect(received).toHaveLength(1);
    expect(await desk.mailOf(row)).toMatchObject({ state: 'sent', error: null });
  });

  it('of a process that died while sending are sent again with the same identity', async () => {
    await receipt();
    const [row] = await desk.dispatcher(transport).lease('mail', 1);
    const data = sampleLetters['application-receipt'];
    const tools = {
      unitOfWork: db.unitOfWork,
      config: desk.config,
      templates: loadTemplates(),
      transport: { ...transport, send: () => new Promise<null>(() => undefined) },
    };
    const job = { id: row.id, payload: {}, tries: 1, isLastTry: false, finish: async () => undefined };
    void sendMail(tools, job, async () =>
      letter({ template: 'application-receipt', to: [{ name: 'Zoë', email: 'zoe@candidate.example' }], data }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    db.clock.advance(60_000);
    await desk.writeMails(transport);
    expect(received).toHaveLength(0);
    db.clock.advance(5 * 60_000);
    await desk.writeMails(transport);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${row.id}@bringup.example>`);
  });
});
