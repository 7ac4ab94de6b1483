// Requisitions on a real database: approval by another person, changes that ask again, stale versions, who sees what.
import { DomainError, type UserActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { newStaff, type TestStaff } from '../identity/testing';
import { getRequisition } from './data/requisition.repository';
import type { RequisitionInput } from './domain/requisition';
import {
  changeRequisition,
  jobPostingJsonLd,
  listRequisitions,
  moveRequisition,
  openRequisition,
  publicJob,
  publicJobs,
  requisitionView,
  roleProfilesView,
  seatsOf,
  visibleRequisitionIds,
} from './index';
import { act, newApplication, newRequisition, requisitionInput } from './testing';

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
const open = (actor: UserActor, overrides: Partial<RequisitionInput> = {}) =>
  db.unitOfWork.run(actor, (work) => openRequisition(work, requisitionInput(staff, overrides)));
const change = async (actor: UserActor, id: string, overrides: Partial<RequisitionInput>, version?: number) => {
  const current = await getRequisition(db.unitOfWork.reader, id);
  return db.unitOfWork.run(actor, (work) =>
    changeRequisition(work, id, { ...requisitionInput(staff), ...overrides, version: version ?? current.version }),
  );
};
const view = (actor: UserActor, id: string) => requisitionView(db.unitOfWork.reader, actor, id);
const outbox = async (topic: string, id: string): Promise<number> =>
  (
    await db.dataSource.query<unknown[]>(`SELECT 1 FROM outbox WHERE topic = $1 AND payload->>'requisitionId' = $2`, [
      topic,
      id,
    ])
  ).length;

it('numbers requisitions from REQ-101 and shows a new one as a draft with its seats and panel', async () => {
  const { id } = await open(staff.hiringManager, { seats: 3 });
  const shown = await view(staff.hiringManager, id);
  expect(shown).toMatchObject({
    number: 'REQ-101',
    status: 'draft',
    seats: 3,
    seatsFilled: 0,
    version: 1,
    profileTitle: 'Edge AI Engineer',
    panel: [{ id: staff.interviewer.id, name: 'Iris Interviewer' }],
    createdBy: { name: 'Hanna Manager' },
    approval: null,
    posting: null,
    allowedActions: ['submit', 'cancel'],
    mayEdit: true,
  });
  expect(shown.timeline.map((entry) => entry.action)).toEqual(['requisition.opened']);
  expect(await seatsOf(db.unitOfWork.reader, id)).toEqual({ open: 3, filled: 0 });
});

it('refuses people who cannot play their part', async () => {
  expect(await codeOf(open(staff.approver))).toBe('approver-is-opener');
  expect(await codeOf(open(staff.recruiter, { hiringManagerId: staff.interviewer.id }))).toBe(
    'hiring-manager-role-missing',
  );
  expect(await codeOf(open(staff.hiringManager, { approverId: staff.recruiter.id }))).toBe('approver-role-missing');
  expect(await codeOf(open(staff.hiringManager, { panelIds: ['00000000-0000-4000-8000-000000000000'] }))).toBe(
    'person-not-found',
  );
  expect(await codeOf(open(staff.hiringManager, { profile: 'llm-engineer' }))).toBe('role-profile-not-found');
});

it('goes from draft to a live job page with two people on the way, and asks the approver once', async () => {
  const { id } = await open(staff.hiringManager);
  expect(await codeOf(act(db.unitOfWork, staff.hiringManager, id, 'publish'))).toBe(
    'requisition-transition-not-allowed',
  );
  await act(db.unitOfWork, staff.hiringManager, id, 'submit');
  expect(await outbox('requisition.submitted', id)).toBe(1);
  expect(await codeOf(act(db.unitOfWork, staff.hiringManager, id, 'approve'))).toBe('requisition-action-forbidden');
  expect(await codeOf(act(db.unitOfWork, staff.admin, id, 'approve'))).toBe('requisition-action-forbidden');
  await act(db.unitOfWork, staff.approver, id, 'approve', 'Budget is there.');
  expect(await outbox('requisition.decided', id)).toBe(1);
  expect(await codeOf(act(db.unitOfWork, staff.hiringManager, id, 'publish'))).toBe('requisition-action-forbidden');
  await act(db.unitOfWork, staff.recruiter, id, 'publish');
  const shown = await view(staff.hiringManager, id);
  expect(shown.status).toBe('open');
  expect(shown.approval).toMatchObject({
    decision: 'approved',
    reason: 'Budget is there.',
    approver: { name: 'Anders Approver' },
  });
  expect(shown.posting).toMatchObject({ live: true });
  expect(shown.posting?.path).toMatch(/^\/jobs\/edge-ai-engineer-[2-9a-z]{6}$/);
  expect(shown.openedAt).not.toBeNull();
});

it('sends back with a reason, can be submitted again, and cancels a question that nobody answered', async () => {
  const { id } = await newRequisition(db.unitOfWork, staff, {}, 'pending-approval');
  expect(await codeOf(act(db.unitOfWork, staff.approver, id, 'send-back'))).toBe('requisition-reason-missing');
  await act(db.unitOfWork, staff.approver, id, 'send-back', 'The band is too wide.');
  expect((await view(staff.hiringManager, id)).approval).toMatchObject({
    decision: 'sent-back',
    reason: 'The band is too wide.',
  });
  await act(db.unitOfWork, staff.hiringManager, id, 'submit');
  await act(db.unitOfWork, staff.hiringManager, id, 'cancel', 'No longer needed.');
  expect(
    await db.dataSource.query(`SELECT decision FROM approval WHERE requisition_id = $1 ORDER BY decision`, [id]),
  ).toEqual([{ decision: 'sent-back' }, { decision: 'withdrawn' }]);
  expect(await seatsOf(db.unitOfWork.reader, id)).toEqual({ open: 0, filled: 0 });
});

describe('changes', () => {
  it.each<[string, Partial<RequisitionInput>]>([
    ['pay', { payMax: 1_000_000 }],
    ['currency', { payCurrency: 'EUR' }],
    ['level', { level: 'senior' }],
    ['seats', { seats: 2 }],
    ['profile', { profile: 'embedded-ai-engineer' }],
  ])('of %s take an open requisition back to approval and its page down', async (_, overrides) => {
    const { id, slug } = await newRequisition(db.unitOfWork, staff);
    await change(staff.hiringManager, id, overrides);
    const shown = await view(staff.hiringManager, id);
    expect(shown).toMatchObject({
      status: 'pending-approval',
      approval: { decision: 'pending' },
      posting: { live: false },
    });
    expect(await codeOf(publicJob(db.unitOfWork.reader, slug))).toBe('job-closed-not-found');
    await act(db.unitOfWork, staff.approver, id, 'approve');
    await act(db.unitOfWork, staff.recruiter, id, 'publish');
    expect((await view(staff.hiringManager, id)).posting?.slug).toBe(slug);
  });

  it('of words, place and panel leave it open', async () => {
    const { id, slug } = await newRequisition(db.unitOfWork, staff);
    await change(staff.recruiter, id, {
      title: 'Edge AI Engineer, hearing',
      location: 'Oslo, Norway',
      panelIds: [staff.interviewer.id, staff.outsider.id],
    });
    expect(await view(staff.hiringManager, id)).toMatchObject({
      status: 'open',
      location: 'Oslo, Norway',
      panel: [{ name: 'Iris Interviewer' }, { name: 'Otto Outsider' }],
    });
    expect((await publicJob(db.unitOfWork.reader, slug)).title).toBe('Edge AI Engineer, hearing');
  });

  it('of a draft ask nobody, and of a waiting one ask again', async () => {
    const { id } = await newRequisition(db.unitOfWork, staff, {}, 'draft');
    await change(staff.hiringManager, id, { payMax: 1_000_000 });
    expect(await outbox('requisition.submitted', id)).toBe(0);
    await act(db.unitOfWork, staff.hiringManager, id, 'submit');
    await change(staff.hiringManager, id, { payMax: 1_100_000 });
    expect(await outbox('requisition.submitted', id)).toBe(2);
    expect(
      await db.dataSource.query(`SELECT decision FROM approval WHERE requisition_id = $1 ORDER BY decision`, [id]),
    ).toEqual([{ decision: 'pending' }, { decision: 'withdrawn' }]);
  });

  it('of the approver ask the new one, who may not be the opener or whoever changes it', async () => {
    const { id } = await newRequisition(db.unitOfWork, staff, {}, 'pending-approval');
    expect(await codeOf(change(staff.recruiter, id, { approverId: staff.hiringManager.id }))).toBe(
      'approver-is-opener',
    );
    expect(await codeOf(change(staff.admin, id, { approverId: staff.admin.id }))).toBe('approver-is-editor');
    await change(staff.recruiter, id, { approverId: staff.admin.id });
    expect(await codeOf(act(db.unitOfWork, staff.approver, id, 'approve'))).toBe('requisition-not-found');
    await act(db.unitOfWork, staff.admin, id, 'approve');
    expect((await view(staff.recruiter, id)).status).toBe('approved');
  });

  it('are not for the approver, for the panel, or for what has ended', async () => {
    const { id } = await newRequisition(db.unitOfWork, staff);
    expect(await codeOf(change(staff.approver, id, { title: 'Mine' }))).toBe('requisition-edit-forbidden');
    expect(await codeOf(change(staff.interviewer, id, { title: 'Mine' }))).toBe('requisition-edit-forbidden');
    expect(await codeOf(change(staff.outsider, id, { title: 'Mine' }))).toBe('requisition-not-found');
    await act(db.unitOfWork, staff.hiringManager, id, 'close', 'Hired elsewhere.');
    expect(await codeOf(change(staff.hiringManager, id, { title: 'Later' }))).toBe('requisition-not-editable');
  });

  it('based on a stale version are refused with the name of who was faster', async () => {
    const { id } = await newRequisition(db.unitOfWork, staff, {}, 'draft');
    await change(staff.recruiter, id, { title: 'First' });
    await expect(change(staff.hiringManager, id, { title: 'Second' }, 1)).rejects.toMatchObject({
      code: 'requisition-conflict',
      message: expect.stringContaining('Rita Recruiter changed this requisition') as string,
    });
    const stale = db.unitOfWork.run(staff.hiringManager, (work) =>
      moveRequisition(work, id, { action: 'submit', version: 1 }),
    );
    expect(await codeOf(stale)).toBe('requisition-conflict');
    expect((await view(staff.hiringManager, id)).title).toBe('First');
  });

  it('at the same moment: one wins, the other is told', async () => {
    const { id } = await newRequisition(db.unitOfWork, staff, {}, 'draft');
    const results = await Promise.all([
      codeOf(change(staff.recruiter, id, { title: 'A' }, 1)),
      codeOf(change(staff.hiringManager, id, { title: 'B' }, 1)),
    ]);
    expect(results.sort()).toEqual(['nothing thrown', 'requisition-conflict']);
  });
});

describe('who sees what', () => {
  it('shows everything to admins and recruiters, and to others only what they are part of', async () => {
    const other = await open(staff.recruiter, {
      hiringManagerId: staff.hiringManager.id,
      approverId: staff.admin.id,
      panelIds: [staff.outsider.id],
    });
    for (const actor of [staff.admin, staff.recruiter, staff.hiringManager, staff.outsider])
      expect(await codeOf(view(actor, other.id))).toBe('nothing thrown');
    for (const actor of [staff.approver, staff.interviewer])
      expect(await codeOf(view(actor, other.id))).toBe('requisition-not-found');
    expect(await visibleRequisitionIds(db.unitOfWork.reader, staff.recruiter)).toBe('all');
    expect(await visibleRequisitionIds(db.unitOfWork.reader, staff.interviewer)).not.toContain(other.id);
    expect(await visibleRequisitionIds(db.unitOfWork.reader, staff.outsider)).toContain(other.id);
    const listed = await listRequisitions(db.unitOfWork.reader, staff.approver, { limit: 100, offset: 0 });
    expect(listed.items.map((row) => row.id)).not.toContain(other.id);
    expect(listed.total).toBe(listed.items.length);
  });

  it('finds by status, words and number, a page at a time, and takes wildcards as letters', async () => {
    const { id } = await open(staff.recruiter, {
      title: '100% edge',
      location: 'Narvik, Norway',
      approverId: staff.admin.id,
    });
    const { number } = await view(staff.recruiter, id);
    const find = (search: string) =>
      listRequisitions(db.unitOfWork.reader, staff.recruiter, { search, limit: 50, offset: 0 });
    for (const search of ['100%', 'narvik', number.toLowerCase()])
      expect((await find(search)).items.map((row) => row.id)).toEqual([id]);
    expect((await find('_00%')).total).toBe(0);
    expect((await find('nar\u0000vik')).total).toBe(1);
    const first = await listRequisitions(db.unitOfWork.reader, staff.recruiter, { limit: 2, offset: 0 });
    const second = await listRequisitions(db.unitOfWork.reader, staff.recruiter, { limit: 2, offset: 2 });
    expect(first.items).toHaveLength(2);
    expect(second.total).toBe(first.total);
    expect(new Set([...first.items, ...second.items].map((row) => row.id)).size).toBe(4);
    const drafts = await listRequisitions(db.unitOfWork.reader, staff.recruiter, {
      status: 'draft',
      limit: 100,
      offset: 0,
    });
    expect(new Set(drafts.items.map((row) => row.status))).toEqual(new Set(['draft']));
  });
});

describe('the job page', () => {
  it('is listed and marked up while open, readable on hold, and gone when closed', async () => {
    const { id, slug } = await newRequisition(db.unitOfWork, staff);
    const slugs = async () => (await publicJobs(db.unitOfWork.reader)).map((job) => job.slug);
    const markup = () => jobPostingJsonLd(db.unitOfWork.reader, slug, 'Northlight Devices', 'https://jobs.example');
    expect(await slugs()).toContain(slug);
    expect(await publicJob(db.unitOfWork.reader, slug)).toMatchObject({
      acceptsApplications: true,
      contact: { name: 'Rita Recruiter' },
      pay: { min: 700_000, max: 950_000, currency: 'NOK' },
    });
    expect(await markup()).toMatchObject({ '@type': 'JobPosting', url: `https://jobs.example/jobs/${slug}` });
    await act(db.unitOfWork, staff.hiringManager, id, 'hold', 'Budget review.');
    expect(await slugs()).not.toContain(slug);
    expect((await publicJob(db.unitOfWork.reader, slug)).acceptsApplications).toBe(false);
    expect(await markup()).toBeUndefined();
    await act(db.unitOfWork, staff.hiringManager, id, 'close', 'Budget review.');
    expect(await codeOf(publicJob(db.unitOfWork.reader, slug))).toBe('job-closed-not-found');
    expect(await codeOf(publicJob(db.unitOfWork.reader, 'no-such-job'))).toBe('job-not-found');
    expect(await codeOf(publicJob(db.unitOfWork.reader, 'bad\u0000slug'))).toBe('job-not-found');
  });

  it('shows nothing that is only for staff', async () => {
    const { slug } = await newRequisition(db.unitOfWork, staff);
    const page = JSON.stringify(await publicJob(db.unitOfWork.reader, slug));
    for (const secret of [
      staff.approver.name,
      staff.hiringManager.name,
      staff.interviewer.name,
      staff.hiringManager.id,
      'growth',
    ])
      expect(page).not.toContain(secret);
  });
});

it('does not close while somebody waits for an answer', async () => {
  const { id, slug } = await newRequisition(db.unitOfWork, staff);
  await newApplication(db.unitOfWork, slug);
  expect(await codeOf(act(db.unitOfWork, staff.hiringManager, id, 'close', 'Enough.'))).toBe(
    'requisition-has-active-applications',
  );
});

it('offers both role profiles to choose from', () => {
  expect(roleProfilesView().items.map((profile) => profile.slug)).toEqual(['edge-ai-engineer', 'embedded-ai-engineer']);
});
