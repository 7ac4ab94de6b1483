// Applying and moving through the stages on a real database, with hostile and hurried people.
import { DomainError, systemActor, type UserActor } from '@bringup/platform';
import { documentsOfApplication, findCandidateByEmail, originalOf } from '@bringup/candidates';
import { readLink } from '@bringup/identity';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newUpload } from '../candidates/testing';
import { newStaff, type TestStaff } from '../identity/testing';
import type { ApplicationInput } from './submit-application';
import {
  advanceApplication,
  applicationHeader,
  assertLeads,
  assertMaySeeApplication,
  getApplication,
  listApplicationsRows,
  moveApplication,
  moveRequisition,
  rejectApplication,
  seatsOf,
  type Stage,
  stageHistory,
  submitApplication,
  withdrawApplication,
} from './index';
import { getRequisition } from './data/requisition.repository';
import { act, newApplication, newRequisition } from './testing';

let db: TestDatabase;
let staff: TestStaff;
beforeAll(async () => {
  db = await freshDatabase();
  staff = await newStaff(db.unitOfWork);
});
afterAll(() => db.close());

const codeOf = async (happening: Promise<unknown>): Promise<string> => {
  try {
    await happening;
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const upload = (jobSlug: string, kind: 'resume' | 'cover-letter' = 'resume') =>
  db.unitOfWork.run(systemActor, (work) => newUpload(work, { jobSlug, kind }));
const apply = (slug: string, input: Partial<ApplicationInput> & { resumeToken: string }) =>
  db.unitOfWork.run(systemActor, (work) =>
    submitApplication(work, slug, { name: 'Casey Candidate', email: 'casey@candidate.example', ...input }),
  );
const move = (actor: UserActor, id: string, stage: Stage, reason?: string) =>
  db.unitOfWork.run(actor, (work) => moveApplication(work, id, { stage, reason }));
const advance = (id: string, stage: Exclude<Stage, 'hired'>) =>
  db.unitOfWork.run(systemActor, (work) => advanceApplication(work, id, stage, 'It happened.'));
const countOf = async (table: string): Promise<number> =>
  (await db.dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

describe('applying', () => {
  it('keeps candidate, documents, consent, history and receipt, and opens the status link', async () => {
    const { slug, id } = await newRequisition(db.unitOfWork, staff);
    const [resumeToken, coverLetterToken] = [await upload(slug), await upload(slug, 'cover-letter')];
    const receipt = await apply(slug, {
      resumeToken,
      coverLetterToken,
      name: ' Casey\u0000 Candidate ',
      email: 'Casey@Candidate.example',
      source: 'A friend',
    });
    expect(receipt.receipt).toMatch(/^BR-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(receipt.documents.map((document) => document.kind)).toEqual(['resume', 'cover-letter']);
    const token = receipt.statusPath.replace('/status/', '');
    const { subjectId } = await readLink(db.unitOfWork.reader, 'status', token, db.clock.now());
    expect(await applicationHeader(db.unitOfWork.reader, subjectId)).toMatchObject({
      stage: 'applied',
      status: 'active',
      source: 'A friend',
      candidate: { name: 'Casey  Candidate', email: 'casey@candidate.example' },
      requisition: { id, profile: 'edge-ai-engineer', level: 'mid' },
    });
    expect((await documentsOfApplication(db.unitOfWork.reader, subjectId)).map((document) => document.kind)).toEqual([
      'resume',
      'cover-letter',
    ]);
    expect(
      await db.dataSource.query('SELECT wording_version FROM consent WHERE application_id = $1', [subjectId]),
    ).toEqual([{ wording_version: '2026-11' }]);
    const emitted = await db.dataSource.query<{ topic: string; payload: unknown }[]>(
      `SELECT topic, payload FROM outbox WHERE payload->>'applicationId' = $1 ORDER BY topic`,
      [subjectId],
    );
    expect(emitted).toEqual([
      { topic: 'application.receipt', payload: { applicationId: subjectId } },
      { topic: 'application.received', payload: { applicationId: subjectId } },
    ]);
    expect(JSON.stringify(await db.dataSource.query('SELECT action, detail FROM audit_event'))).not.toMatch(/casey/i);
  });

  it('refuses a second application to the same job with kind words, in any case of the address, and allows one to another job', async () => {
    const [first, second] = [await newRequisition(db.unitOfWork, staff), await newRequisition(db.unitOfWork, staff)];
    await apply(first.slug, { resumeToken: await upload(first.slug), email: 'twice@candidate.example' });
    const unused = await upload(first.slug);
    await expect(apply(first.slug, { resumeToken: unused, email: 'TWICE@candidate.example' })).rejects.toMatchObject({
      code: 'application-exists',
      message: expect.stringMatching(/^Good news/) as string,
    });
    await apply(second.slug, {
      resumeToken: await upload(second.slug),
      email: 'twice@candidate.example',
      name: 'Somebody Else',
    });
    expect((await findCandidateByEmail(db.unitOfWork.reader, 'twice@candidate.example'))?.name).toBe('Casey Candidate');
  });

  it('makes one application of two that are sent at the same moment, also for a new address', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const tokens = await Promise.all([1, 2, 3, 4].map(() => upload(slug)));
    const results = await Promise.all(
      tokens.map((resumeToken) => codeOf(apply(slug, { resumeToken, email: 'hurried@candidate.example' }))),
    );
    expect(results.sort()).toEqual([
      'application-exists',
      'application-exists',
      'application-exists',
      'nothing thrown',
    ]);
  });

  it('takes a document once, for its own job and place, within its day, and keeps nothing of a refused application', async () => {
    const [here, elsewhere] = [await newRequisition(db.unitOfWork, staff), await newRequisition(db.unitOfWork, staff)];
    const resumeToken = await upload(here.slug);
    await apply(here.slug, { resumeToken, email: 'owner@candidate.example' });
    const before = await countOf('candidate');
    expect(await codeOf(apply(here.slug, { resumeToken, email: 'thief@candidate.example' }))).toBe('document-expired');
    expect(
      await codeOf(apply(here.slug, { resumeToken: await upload(elsewhere.slug), email: 'thief@candidate.example' })),
    ).toBe('document-expired');
    expect(
      await codeOf(
        apply(here.slug, { resumeToken: await upload(here.slug, 'cover-letter'), email: 'thief@candidate.example' }),
      ),
    ).toBe('document-kind-wrong');
    expect(await codeOf(apply(here.slug, { resumeToken: 'guessed', email: 'thief@candidate.example' }))).toBe(
      'document-expired',
    );
    const same = await upload(here.slug);
    expect(
      await codeOf(apply(here.slug, { resumeToken: same, coverLetterToken: same, email: 'thief@candidate.example' })),
    ).toBe('document-expired');
    const late = await upload(here.slug);
    db.clock.advance(24 * 3_600_000);
    expect(await codeOf(apply(here.slug, { resumeToken: late, email: 'thief@candidate.example' }))).toBe(
      'document-expired',
    );
    expect(await countOf('candidate')).toBe(before);
  });

  it('is possible only while the job is open', async () => {
    const { id, slug } = await newRequisition(db.unitOfWork, staff);
    const resumeToken = await upload(slug);
    await act(db.unitOfWork, staff.recruiter, id, 'hold', 'Wait.');
    expect(await codeOf(apply(slug, { resumeToken }))).toBe('job-on-hold');
    await act(db.unitOfWork, staff.recruiter, id, 'resume');
    await act(db.unitOfWork, staff.recruiter, id, 'close', 'Over.');
    expect(await codeOf(apply(slug, { resumeToken }))).toBe('job-closed');
    expect(await codeOf(apply('no-such-job', { resumeToken }))).toBe('job-not-found');
  });
});

it('lets nobody slip in while the job is being closed', async () => {
  const { id, slug } = await newRequisition(db.unitOfWork, staff);
  const resumeToken = await upload(slug);
  const { version } = await getRequisition(db.unitOfWork.reader, id);
  let outcome: Promise<string> | undefined;
  await db.unitOfWork.run(staff.recruiter, async (work) => {
    await moveRequisition(work, id, { action: 'close', reason: 'Over.', version });
    outcome = codeOf(apply(slug, { resumeToken, email: 'slipper@candidate.example' }));
    // Long enough for the application to reach the lock, were there none it would be stored by now.
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await outcome).toBe('job-closed');
});

describe('who sees an application', () => {
  it('is decided by the part in its requisition, for the application, its list and its original files', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug, { resume: 'The original words.' });
    const [document] = await documentsOfApplication(db.unitOfWork.reader, id);
    const original = (actor: UserActor) =>
      originalOf(db.unitOfWork.reader, actor, document.id, assertMaySeeApplication);
    const listed = async (actor: UserActor, also: string[] = []) =>
      (await listApplicationsRows(db.unitOfWork.reader, actor, { limit: 100, offset: 0 }, also)).items.map(
        (row) => row.id,
      );
    for (const actor of [staff.admin, staff.recruiter, staff.hiringManager, staff.approver, staff.interviewer]) {
      expect(await codeOf(assertMaySeeApplication(db.unitOfWork.reader, actor, id))).toBe('nothing thrown');
      expect((await original(actor)).content.toString()).toBe('The original words.');
      expect(await listed(actor)).toContain(id);
    }
    expect(await codeOf(assertMaySeeApplication(db.unitOfWork.reader, staff.outsider, id))).toBe(
      'application-not-found',
    );
    expect(await codeOf(original(staff.outsider))).toBe('document-not-found');
    expect(await listed(staff.outsider)).toEqual([]);
    expect(await listed(staff.outsider, [id])).toEqual([id]);
  });

  it('lets leaders act and the panel only look', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug);
    const lead = (actor: UserActor) => codeOf(assertLeads(db.unitOfWork.reader, actor, id));
    expect(await Promise.all([staff.admin, staff.recruiter, staff.hiringManager].map(lead))).toEqual([
      'nothing thrown',
      'nothing thrown',
      'nothing thrown',
    ]);
    expect(await lead(staff.interviewer)).toBe('application-lead-forbidden');
    expect(await lead(staff.approver)).toBe('application-lead-forbidden');
    expect(await lead(staff.outsider)).toBe('application-not-found');
    expect(await codeOf(move(staff.interviewer, id, 'review'))).toBe('application-lead-forbidden');
  });

  it('does not hand out a document that no application has claimed', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    await upload(slug);
    const [{ id }] = await db.dataSource.query<[{ id: string }]>(
      'SELECT id FROM document WHERE application_id IS NULL AND job_slug = $1',
      [slug],
    );
    expect(await codeOf(originalOf(db.unitOfWork.reader, staff.admin, id, assertMaySeeApplication))).toBe(
      'document-not-found',
    );
  });

  it('finds by name, address, receipt, stage and status', async () => {
    const { slug, id: requisition } = await newRequisition(db.unitOfWork, staff);
    const wanted = await newApplication(db.unitOfWork, slug, {
      name: 'Zoë O\u2019Brien',
      email: 'zoe@candidate.example',
    });
    await newApplication(db.unitOfWork, slug, { name: 'Another Person' });
    const find = async (query: object) =>
      (
        await listApplicationsRows(db.unitOfWork.reader, staff.recruiter, { limit: 100, offset: 0, ...query })
      ).items.map((row) => row.id);
    for (const search of ['zoë', 'zoe@candidate', wanted.receipt.toLowerCase()])
      expect(await find({ search })).toEqual([wanted.id]);
    await move(staff.recruiter, wanted.id, 'review');
    expect(await find({ requisition, stage: 'review' })).toEqual([wanted.id]);
    expect(await find({ requisition, status: 'hired' })).toEqual([]);
    expect(await find({ requisition })).toHaveLength(2);
  });
});

describe('stages', () => {
  it('keep a history with who and why', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug);
    db.clock.advance(1000);
    await move(staff.recruiter, id, 'review');
    expect(await codeOf(move(staff.recruiter, id, 'interview'))).toBe('stage-reason-missing');
    db.clock.advance(1000);
    await move(staff.hiringManager, id, 'interview', ' Known from a former team. ');
    const history = await stageHistory(db.unitOfWork.reader, id);
    expect(history.map((stay) => [stay.stage, stay.reason, stay.exitedAt === null])).toEqual([
      ['applied', null, false],
      ['review', null, false],
      ['interview', 'Known from a former team.', true],
    ]);
    expect(history[0]?.exitedAt).toEqual(history[1]?.enteredAt);
  });

  it('advance by themselves only forwards and only once', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug);
    expect(await Promise.all([advance(id, 'assessment'), advance(id, 'assessment')])).toContain(false);
    expect(await advance(id, 'review')).toBe(false);
    expect((await getApplication(db.unitOfWork.reader, id)).stage).toBe('assessment');
    expect(await stageHistory(db.unitOfWork.reader, id)).toHaveLength(2);
  });

  it('end with a withdrawal, after which nothing moves and the candidate may apply anew', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug, { email: 'back@candidate.example' });
    const withdraw = () => db.unitOfWork.run(systemActor, (work) => withdrawApplication(work, id));
    await withdraw();
    await withdraw();
    expect(await codeOf(move(staff.recruiter, id, 'review'))).toBe('application-closed');
    expect(await advance(id, 'review')).toBe(false);
    expect(await codeOf(advance(id, 'offer'))).toBe('application-closed');
    expect(await codeOf(db.unitOfWork.run(staff.recruiter, (work) => rejectApplication(work, id, 'experience')))).toBe(
      'application-closed',
    );
    expect((await stageHistory(db.unitOfWork.reader, id)).every((stay) => stay.exitedAt !== null)).toBe(true);
    await newApplication(db.unitOfWork, slug, { email: 'back@candidate.example' });
  });

  it('take turns where two acts have each written something about the application before they move it', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug);
    let arrived = 0;
    let go = (): void => undefined;
    const bothWrote = new Promise<void>((resolve) => (go = resolve));
    const act = (stage: 'review' | 'assessment') =>
      db.unitOfWork.run(systemActor, async (work) => {
        // What a row that refers to the application takes of it.
        await work.manager.query('SELECT 1 FROM application WHERE id = $1 FOR KEY SHARE', [id]);
        if ((arrived += 1) === 2) go();
        await bothWrote;
        return advanceApplication(work, id, stage, 'Both at once.');
      });
    await Promise.all([act('review'), act('assessment')]);
    expect((await getApplication(db.unitOfWork.reader, id)).stage).toBe('assessment');
  });

  it('end with a rejection that keeps its reason', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug);
    await db.unitOfWork.run(staff.hiringManager, (work) => rejectApplication(work, id, 'interview-evidence'));
    expect(await applicationHeader(db.unitOfWork.reader, id)).toMatchObject({
      status: 'rejected',
      rejectionReason: 'interview-evidence',
      stage: 'applied',
    });
  });
});

describe('seats', () => {
  const offered = async (slug: string): Promise<string> => {
    const { id } = await newApplication(db.unitOfWork, slug);
    await advance(id, 'offer');
    return id;
  };

  it('are promised once: no more offers than open seats, also at the same moment', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff, { seats: 2 });
    const applications = [];
    for (let index = 0; index < 4; index += 1) applications.push(await newApplication(db.unitOfWork, slug));
    const results = await Promise.all(applications.map(({ id }) => codeOf(advance(id, 'offer'))));
    expect(results.sort()).toEqual(['nothing thrown', 'nothing thrown', 'seats-all-offered', 'seats-all-offered']);
  });

  it('are taken by hires one by one; the last fills the requisition and takes its page down', async () => {
    const { id: requisition, slug } = await newRequisition(db.unitOfWork, staff, { seats: 2 });
    const [first, second] = [await offered(slug), await offered(slug)];
    await move(staff.recruiter, first, 'hired');
    expect(await seatsOf(db.unitOfWork.reader, requisition)).toEqual({ open: 1, filled: 1 });
    expect((await getRequisition(db.unitOfWork.reader, requisition)).status).toBe('open');
    await move(staff.recruiter, second, 'hired');
    expect(await seatsOf(db.unitOfWork.reader, requisition)).toEqual({ open: 0, filled: 2 });
    expect((await getRequisition(db.unitOfWork.reader, requisition)).status).toBe('filled');
    expect(await applicationHeader(db.unitOfWork.reader, second)).toMatchObject({ status: 'hired', stage: 'hired' });
    await act(db.unitOfWork, staff.recruiter, requisition, 'close');
  });

  it('cannot be hired into twice, even by two people at the same moment', async () => {
    const { id: requisition, slug } = await newRequisition(db.unitOfWork, staff, { seats: 1 });
    const id = await offered(slug);
    const results = await Promise.all([
      codeOf(move(staff.recruiter, id, 'hired')),
      codeOf(move(staff.hiringManager, id, 'hired')),
    ]);
    expect(results.sort()).toEqual(['application-closed', 'nothing thrown']);
    expect(await seatsOf(db.unitOfWork.reader, requisition)).toEqual({ open: 0, filled: 1 });
  });

  it('are not offered while the requisition is on hold, and nobody is hired without an offer', async () => {
    const { id: requisition, slug } = await newRequisition(db.unitOfWork, staff);
    const { id } = await newApplication(db.unitOfWork, slug);
    expect(await codeOf(move(staff.recruiter, id, 'hired'))).toBe('stage-not-allowed');
    expect(await codeOf(move(staff.recruiter, id, 'offer'))).toBe('stage-not-allowed');
    await act(db.unitOfWork, staff.recruiter, requisition, 'hold', 'Wait.');
    expect(await codeOf(advance(id, 'offer'))).toBe('requisition-not-open');
  });
});
