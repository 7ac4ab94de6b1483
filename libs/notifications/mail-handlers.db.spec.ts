// Mails as handlers write them, kept on this machine: on a real PostgreSQL.
import {
  attemptConsent,
  attemptTimes,
  grantAccommodation,
  inviteCandidate,
  issueAttemptLink,
  requestAccommodation,
  saveDraft,
  startAttempt,
  submitAttempt,
} from '@bringup/attempts';
import { readLink } from '@bringup/identity';
import { cancelInterview, recordDecision } from '@bringup/panels';
import { listMail, MailMessage, systemActor, type UserActor } from '@bringup/platform';
import { getRequisition } from '@bringup/requisitions';
import type { TestDatabase } from '../../test/database/database';
import { hoursFromNow, openTestDesk, workOff } from '../attempts/testing';
import type { TestStaff } from '../identity/testing';
import { newInterview } from '../panels/testing';
import { act, newApplication, newRequisition } from '../requisitions/testing';
import { createMailTransport, type MailTransport } from './mail-transport';
import { MailDesk } from './testing';

jest.setTimeout(60_000);

let desk: MailDesk;
let db: TestDatabase;
let staff: TestStaff;
let captured: string[];
let kept: MailTransport;

beforeAll(async () => {
  desk = await MailDesk.open();
  ({ db, staff } = desk);
  captured = [];
  const transport = createMailTransport(desk.config);
  kept = {
    ...transport,
    async send(...mail) {
      const raw = await transport.send(...mail);
      captured.push(raw ?? '');
      return raw;
    },
  };
});

beforeEach(async () => {
  captured.length = 0;
  await desk.clear();
});

afterAll(async () => {
  await db.close();
});

const writeMails = () => desk.writeMails(kept);

async function mails(): Promise<MailMessage[]> {
  return db.dataSource.manager.find(MailMessage, { order: { createdAt: 'ASC', template: 'ASC' } });
}

async function newestMail(template: string): Promise<MailMessage> {
  const found = (await mails()).filter((mail) => mail.template === template).at(-1);
  if (!found) throw new Error(`no mail ${template}`);
  return found;
}

const tokenIn = (mail: MailMessage, page: string) =>
  new RegExp(`https://jobs\\.example\\.org/${page}/([\\w-]+)`).exec(mail.body)?.[1] ?? '';

describe('mails kept on this machine', () => {
  it('a receipt with the hash of each document and a link that works', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    await desk.clear();
    const application = await newApplication(db.unitOfWork, slug, {
      name: 'Asha Rao',
      email: 'asha@candidate.example',
    });
    await writeMails();
    const mail = await newestMail('application-receipt');
    expect(mail).toMatchObject({ state: 'captured', recipient: 'asha@candidate.example', error: null });
    expect(mail.subject).toContain(application.receipt);
    expect(mail.body).toMatch(/SHA-256 [0-9a-f]{64}/);
    const link = await readLink(db.unitOfWork.reader, 'status', tokenIn(mail, 'status'), db.clock.now());
    expect(link.subjectId).toBe(application.id);
    expect(captured).toHaveLength(1);
    expect(captured[0]).toContain(`Message-ID: <${mail.id}@bringup.example>`);
    const { items } = await listMail(db.unitOfWork.reader, { limit: 5, offset: 0 });
    expect(items[0]).toMatchObject({ to: 'asha@candidate.example', state: 'captured' });
  });

  it('approvals: the approver is asked, the opener and the hiring manager hear the answer', async () => {
    const { id } = await newRequisition(db.unitOfWork, staff, {}, 'pending-approval');
    await writeMails();
    expect(await newestMail('requisition-submitted')).toMatchObject({ recipient: await emailOf(staff.approver) });
    await act(db.unitOfWork, staff.approver, id, 'send-back', 'The power budget is missing.');
    await writeMails();
    const mail = await newestMail('requisition-decided');
    expect(mail.recipient).toBe(await emailOf(staff.hiringManager));
    expect(mail.body).toContain('sent the requisition Edge AI Engineer');
    expect(mail.body).toContain('"The power budget is missing."');
    expect(mail.body).toContain(`/requisitions/${(await getRequisition(db.unitOfWork.reader, id)).id}`);
  });

  it('an invitation and the receipt after handing in', async () => {
    const { desk, engine } = await openTestDesk();
    try {
      const { slug } = await newRequisition(db.unitOfWork, staff);
      const { id } = await newApplication(db.unitOfWork, slug, { name: 'Ben Okafor' });
      const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(db, 48), note: 'Take your time.' };
      const invitation = await db.unitOfWork.run(staff.recruiter, (work) => inviteCandidate(work, desk, id, input));
      await workOffUpkeep(engine);
      await writeMails();
      const mail = await newestMail('invitation-ready');
      expect(mail.body).toContain('Rita Recruiter writes:\n\nTake your time.');
      for (const line of attemptConsent().recorded) expect(mail.body).toContain(`- ${line}`);
      expect(mail.body).toContain(attemptConsent().kept);
      expect(mail.body).toMatch(/Start before: \w+ \d+ November 2026, \d\d:\d\d \(.+\)\n/);
      expect(
        (await readLink(db.unitOfWork.reader, 'attempt', tokenIn(mail, 'attempt'), db.clock.now())).subjectId,
      ).toBe(invitation.id);
      const token = await db.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, invitation.id));
      await db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
      const saved = await saveDraft(
        db.unitOfWork,
        token,
        1,
        { baseRevision: 0, answer: { kind: 'numeric', fields: { scale: '1' } } },
        db.clock.now(),
      );
      await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
      await writeMails();
      const receipt = await newestMail('attempt-submitted');
      expect(receipt.body).toContain(`task-1-answer.json\n        SHA-256 ${saved.sha256}`);
      expect(receipt.body).toMatch(/Handed in: .+\(UTC\)\n\s+by you, on our server's clock/);
      expect(receipt.body).toContain('sha256sum');
      const again = await readLink(db.unitOfWork.reader, 'attempt', tokenIn(receipt, 'attempt'), db.clock.now());
      expect(again.subjectId).toBe(invitation.id);
    } finally {
      await engine.close();
    }
  });

  it('an interview with its calendar entry, and its cancellation with the same identity', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id: applicationId } = await newApplication(db.unitOfWork, slug, {
      name: 'Asha Rao',
      email: 'asha.2@candidate.example',
    });
    await writeMails();
    captured.length = 0;
    const interviewId = await newInterview(db.unitOfWork, staff.recruiter, {
      applicationId,
      interviewer: staff.interviewer,
    });
    await writeMails();
    expect(captured).toHaveLength(2);
    const invitations = captured.map(calendarOf);
    for (const entry of invitations) {
      expect(entry).toContain('METHOD:REQUEST');
      expect(entry).toContain(`UID:interview-${interviewId}@bringup`);
      expect(entry).toContain('SEQUENCE:0');
      expect(entry).toContain('DTSTART:20261123T110000Z');
    }
    expect(invitations.join()).toContain('mailto:asha.2@candidate.example');
    const toAsha = (await mails()).find(
      ({ template, recipient }) => template === 'interview-scheduled' && recipient === 'asha.2@candidate.example',
    );
    expect(toAsha?.body).toContain('Monday 23 November 2026, 12:00 to 13:00 (Europe/Oslo, UTC+1)');
    captured.length = 0;
    await db.unitOfWork.run(staff.recruiter, (work) =>
      cancelInterview(work, interviewId, { reason: 'SECRET the candidate was late' }),
    );
    await writeMails();
    const [toCandidate] = captured.filter((raw) => raw.includes('To: Asha Rao'));
    expect(calendarOf(toCandidate)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/);
    expect(calendarOf(toCandidate)).toContain(`UID:interview-${interviewId}@bringup`);
    const texts = (await mails()).filter(
      (sent) => sent.template === 'interview-cancelled' && sent.recipient === 'asha.2@candidate.example',
    );
    expect(texts).toHaveLength(1);
    expect(texts[0].body + texts[0].html).not.toContain('SECRET');
  });

  it('a decision in the words of the hiring manager', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug, { name: 'Casey <script>alert(1)</script>' });
    await writeMails();
    const decision = {
      outcome: 'reject' as const,
      rejectionReason: 'experience' as const,
      rationale: 'SECRET rationale',
      messageToCandidate: 'Thank you.\n\nPlease apply again.',
    };
    await db.unitOfWork.run(staff.hiringManager, (work) => recordDecision(work, id, decision));
    await writeMails();
    const mail = await newestMail('decision-reject');
    expect(mail.body).toContain('Hanna Manager writes:\n\nThank you.\n\nPlease apply again.');
    expect(mail.body + mail.html).not.toContain('SECRET');
    expect(mail.html).not.toContain('<script');
  });
});

async function emailOf(actor: UserActor): Promise<string> {
  const [row] = await db.dataSource.query<{ email: string }[]>('SELECT email FROM user_account WHERE id = $1', [
    actor.id,
  ]);
  return row.email;
}

/** The attempts' own work, leaving the mails for the handlers under test. */
async function workOffUpkeep(engine: Parameters<typeof workOff>[1]): Promise<void> {
  const held = await db.dataSource.query<{ id: string }[]>(
    `SELECT id FROM outbox WHERE queue = 'mail' AND done_at IS NULL`,
  );
  await workOff(db, engine);
  await db.dataSource.query(`UPDATE outbox SET done_at = NULL WHERE id = ANY($1) OR topic = 'invitation.ready'`, [
    held.map(({ id }) => id),
  ]);
}

/** The calendar part of a raw message, decoded and unfolded. */
function calendarOf(raw: string): string {
  const part = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '';
  const isBase64 = /text\/calendar[^\r]*\r\n(?:[^\r]+\r\n)*?Content-Transfer-Encoding: base64/.test(raw);
  const text = isBase64
    ? Buffer.from(part, 'base64').toString('utf8')
    : part.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return text.replaceAll('\r\n ', '');
}

describe('mails about accommodations', () => {
  it('a request goes to the sender without its words, and the answer to the candidate with what they have', async () => {
    const { desk, engine } = await openTestDesk();
    try {
      const { slug } = await newRequisition(db.unitOfWork, staff);
      const { id } = await newApplication(db.unitOfWork, slug, { name: 'Ben Okafor' });
      const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(db, 48) };
      const asked = async (sender: UserActor, applicationId: string) => {
        const invitation = await db.unitOfWork.run(sender, (work) => inviteCandidate(work, desk, applicationId, input));
        await workOffUpkeep(engine);
        await writeMails();
        const token = await db.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, invitation.id));
        await db.unitOfWork.run(systemActor, (work) =>
          requestAccommodation(work, token, { kinds: ['extra-time', 'breaks'], words: 'I read slowly.' }),
        );
        db.clock.advance(1000);
        await writeMails();
        return newestMail('accommodation-requested');
      };
      const request = await asked(staff.recruiter, id);
      expect(request.recipient).toBe(await emailOf(staff.recruiter));
      expect(request.body).toContain(`https://jobs.example.org/applications/${id}?view=assessment`);
      expect(request.body).not.toContain('read slowly');
      const { items } = await attemptTimes(db.unitOfWork.reader, staff.recruiter, id, db.clock.now());
      const grant = {
        multiplier: 1.5,
        extraMinutes: 0,
        breaks: 1,
        breakMinutes: 10,
        format: null,
        reason: 'Of course.',
      };
      await db.unitOfWork.run(staff.recruiter, (work) => grantAccommodation(work, items[0].attemptId, grant));
      await writeMails();
      const answer = await newestMail('accommodation-decided');
      expect(answer.body).toContain('25 minutes + 13 minutes granted');
      expect(answer.body).toContain('1 break of 10 minutes');
      expect(answer.body).toContain('Rita Recruiter writes:\n\nOf course.');
      expect(answer.body).not.toContain('read slowly');
      expect(tokenIn(answer, 'attempt')).not.toBe('');

      // A hiring manager who sends takes part in the decision: the recruiters are asked instead.
      const second = await newApplication(db.unitOfWork, slug, { name: 'Cleo Dahl' });
      const { recipient } = await asked(staff.hiringManager, second.id);
      expect(recipient).toContain(await emailOf(staff.recruiter));
      expect(recipient).not.toContain(await emailOf(staff.hiringManager));
    } finally {
      await desk.close();
      await engine.close();
    }
  });
});
