// No stored verdict makes a page answer 500: rows that are bent in every way, read over HTTP by the candidate and by staff.
import { attemptConsent, inviteCandidate, issueAttemptLink } from '@bringup/attempts';
import { createRandom } from '@bringup/grading';
import { systemActor } from '@bringup/platform';
import { hoursFromNow, workOff } from '../../../libs/attempts/testing';
import { bentVerdict, soundVerdict } from '../../../libs/attempts/testing-verdicts';
import { newStaff, type TestStaff } from '../../../libs/identity/testing';
import { newApplication, newRequisition } from '../../../libs/requisitions/testing';
import type { PacketView } from '../packet/packet.dto';
import { TestApi } from '../testing';
import type { ApplicationAssessmentsView } from './attempt.dto';
import type { RegradeView } from './fair-play.dto';

jest.setTimeout(240_000);

let api: TestApi;
let db: TestApi['db'];
let parts: TestApi['parts'];
let staff: TestStaff;

beforeAll(async () => {
  api = await TestApi.open();
  ({ db, parts } = api);
  staff = await newStaff(db.unitOfWork);
  // What the table refuses too: a restored backup or an older database may not have refused it.
  await db.dataSource.query('ALTER TABLE verdict DROP CONSTRAINT verdict_check');
});

afterAll(() => api.close());
beforeEach(() => db.clock.set(new Date()));

const work = async () => {
  db.clock.set(new Date());
  await workOff(db, parts.engine);
};
const answer = { kind: 'numeric', fields: { zeroPoint: '1000', scale: '0.123' } };

async function started() {
  const { slug } = await newRequisition(db.unitOfWork, staff);
  const { id: applicationId } = await newApplication(db.unitOfWork, slug);
  const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(db, 24) };
  const { id } = await db.unitOfWork.run(staff.recruiter, (unit) =>
    inviteCandidate(unit, parts.desk, applicationId, input),
  );
  await work();
  const attempt = `/api/attempt/${await db.unitOfWork.run(systemActor, (unit) => issueAttemptLink(unit, id))}`;
  await api.server().post(`${attempt}/start`).send({ consent: attemptConsent().version }).expect(200);
  return { applicationId, attempt };
}

async function handedIn() {
  const scene = await started();
  await api.server().put(`${scene.attempt}/tasks/1/draft`).send({ baseRevision: 0, answer }).expect(200);
  await api.server().post(`${scene.attempt}/submission`).send({ confirm: true }).expect(200);
  await work();
  return scene;
}

const asStaff = async <T>(path: string): Promise<T> => {
  const cookie = await api.cookieOf(staff.recruiter);
  return (await api.server().get(path).set('Cookie', cookie).expect(200)).body as T;
};

/** Verdicts of three kinds: a sound one, bent ones, and what is no object at all. */
function* storedVerdicts(count: number): Generator<unknown> {
  yield soundVerdict;
  yield* [null, [], 'accepted', 0, {}, { ...soundVerdict, checks: {} }, { ...soundVerdict, points: 'NaN' }];
  const random = createRandom('rows');
  for (let i = 0; i < count; i++) yield bentVerdict(random);
}

it('shows the candidate a run whatever is stored of it', async () => {
  const { attempt } = await started();
  const created = await api.server().post(`${attempt}/tasks/1/runs`).send({ answer }).expect(201);
  const { id } = created.body as { id: string };
  await work();
  for (const verdict of storedVerdicts(80)) {
    await db.dataSource.query('UPDATE run SET verdict = $2::jsonb WHERE id = $1', [id, JSON.stringify(verdict)]);
    for (const path of ['/tasks/1', `/runs/${id}`, '/tasks/1/history'])
      await api
        .server()
        .get(attempt + path)
        .expect(200);
  }
});

/** What a row of the table can hold. */
async function storeVerdict(stored: unknown): Promise<void> {
  const isObject = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  const row = isObject ? (stored as Record<string, unknown>) : {};
  const number = (value: unknown) => (typeof value === 'number' || value === 'NaN' ? value : NaN);
  const json = (value: unknown) => JSON.stringify(value === undefined ? null : value);
  await db.dataSource.query(
    `UPDATE verdict SET points = $1, max_points = $2, checks = $3::jsonb, metrics = $4::jsonb, budgets = $5::jsonb`,
    [number(row['points']), number(row['maxPoints']), json(row['checks']), json(row['metrics']), json(row['budgets'])],
  );
}

it('shows staff and the candidate an assessment whatever is stored of its verdict', async () => {
  const { applicationId, attempt } = await handedIn();
  const pages = ['assessments', 'packet', 'fair-play', 'interviews'].map(
    (page) => `/api/applications/${applicationId}/${page}`,
  );
  let unreadable = 0;
  for (const verdict of storedVerdicts(60)) {
    await storeVerdict(verdict);
    for (const page of pages.slice(0, 3)) await asStaff(page);
    await api.server().get(`${attempt}/outcome`).expect(200);
    const [item] = (await asStaff<ApplicationAssessmentsView>(pages[0] ?? '')).items;
    const [task] = item?.tasks ?? [];
    if (task?.verdict) continue;
    unreadable += 1;
    expect(item).toMatchObject({ points: null, grading: 'needs-attention' });
    expect(task?.trouble).toMatch(/^This verdict cannot be shown/);
    const packet = await asStaff<PacketView>(pages[1] ?? '');
    expect(packet.assessments).toMatchObject([{ points: null, tasks: [{ verdict: null, trouble: task?.trouble }] }]);
  }
  expect(unreadable).toBeGreaterThan(10);
  const [{ count }] = await db.dataSource.query<[{ count: number }]>('SELECT count(*)::int AS count FROM verdict');
  expect(count).toBe(1);
});

it('shows a re-grading and adopts it, whatever is stored of either side', async () => {
  const { applicationId } = await handedIn();
  const cookie = await api.cookieOf(staff.recruiter);
  const [{ digest }] = await db.dataSource.query<[{ digest: string }]>(
    `SELECT digest FROM pinned_task WHERE slug = 'tensor-quantisation'`,
  );
  await storeVerdict({ ...soundVerdict, points: NaN });
  const request = { taskDigest: digest, by: 'sent', reason: 'The engine was mended.' };
  const created = await api.server().post('/api/regrades').set('Cookie', cookie).send(request).expect(201);
  const { id } = created.body as { id: string };
  await work();
  const view = await asStaff<RegradeView>(`/api/regrades/${id}`);
  expect(view.items).toContainEqual(expect.objectContaining({ before: null, changed: true, state: 'graded' }));
  const [kept] = await db.dataSource.query<[{ after: unknown }]>('SELECT after FROM regraded_submission LIMIT 1');
  for (const verdict of storedVerdicts(60)) {
    await db.dataSource.query(`UPDATE regraded_submission SET before = $1::jsonb, after = $2::jsonb`, [
      JSON.stringify(verdict),
      JSON.stringify(verdict),
    ]);
    await asStaff(`/api/regrades/${id}`);
  }
  await db.dataSource.query(`UPDATE regraded_submission SET before = '[]'::jsonb, after = $1::jsonb`, [
    JSON.stringify(kept.after),
  ]);
  await api.server().post(`/api/regrades/${id}/decision`).set('Cookie', cookie).send({ adopt: true }).expect(204);
  const course = await asStaff<{ regrades: unknown[] }>(`/api/applications/${applicationId}/fair-play`);
  expect(course.regrades).toMatchObject([{ pointsBefore: null }]);
  const { items } = await asStaff<ApplicationAssessmentsView>(`/api/applications/${applicationId}/assessments`);
  expect(items[0]?.tasks[0]?.verdict).toMatchObject({ maxPoints: 20 });
});
