// An assessment over HTTP on a real database: every answer fits its contract, every refusal is a problem that says what to do.
import type { AddressInfo } from 'node:net';
import { attemptConsent, issueAttemptLink } from '@bringup/attempts';
import { systemActor } from '@bringup/platform';
import { newApplicant, workOff } from '../../../libs/attempts/testing';
import { eventually } from '../../../libs/platform/testing';
import { TestApi } from '../testing';
import type { ApplicationAssessmentsView, CandidateAttemptView, CandidateTaskView, RunView } from './attempt.dto';

jest.setTimeout(60_000);

let api: TestApi;
let db: TestApi['db'];
let parts: TestApi['parts'];

beforeAll(async () => {
  api = await TestApi.open();
  ({ db, parts } = api);
  await api.app.listen(0, '127.0.0.1');
});

afterAll(() => api.close());

// The API goes by the machine's clock, so what is done beside it does too.
beforeEach(() => db.clock.set(new Date()));

const consent = () => ({ consent: attemptConsent().version });
const server = () => api.server();

async function invited(tasks = ['tensor-quantisation', 'detector-latency-run']) {
  const { staff, applicationId } = await newApplicant(db);
  const cookie = await api.cookieOf(staff.recruiter);
  const closesAt = new Date(Date.now() + 3_600_000).toISOString();
  const answer = await server()
    .post(`/api/applications/${applicationId}/invitations`)
    .set('Cookie', cookie)
    .send({ tasks, closesAt, note: '' })
    .expect(201);
  const { id } = answer.body as { id: string };
  db.clock.set(new Date());
  await workOff(db, parts.engine);
  const token = await db.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, id));
  return { staff, applicationId, cookie, token };
}

const numeric = (scale: string) => ({ kind: 'numeric', fields: { scale } });

it('a candidate takes an assessment and staff read the verdicts', async () => {
  const { applicationId, cookie, token } = await invited();
  const attempt = `/api/attempt/${token}`;
  const before = (await server().get(attempt).expect(200)).body as CandidateAttemptView;
  expect(before).toMatchObject({ state: 'open', company: 'Northlight Devices', startedAt: null });
  await server()
    .get(`${attempt}/tasks/1`)
    .expect(422)
    .expect(({ body }) => expect(body).toMatchObject({ code: 'attempt-not-started' }));
  const started = (await server().post(`${attempt}/start`).send(consent()).expect(200)).body as CandidateAttemptView;
  expect(started.state).toBe('in-progress');
  for (const { position, kind } of started.tasks) {
    const task = (await server().get(`${attempt}/tasks/${position}`).expect(200)).body as CandidateTaskView;
    expect(task).toMatchObject({ position, kind, draft: null, lastRun: null });
    if (kind === 'interpretation') expect(task.figures.length).toBeGreaterThan(0);
  }
  const saved = await server()
    .put(`${attempt}/tasks/1/draft`)
    .send({ baseRevision: 0, answer: numeric('1') })
    .expect(200);
  expect(saved.body).toMatchObject({ revision: 1 });
  const conflict = await server()
    .put(`${attempt}/tasks/1/draft`)
    .send({ baseRevision: 0, answer: numeric('2') })
    .expect(409);
  expect(conflict.body).toMatchObject({ code: 'draft-conflict', details: { current: 1, keptAs: 2 } });
  const run = (
    await server()
      .post(`${attempt}/tasks/1/runs`)
      .send({ answer: numeric('0,5') })
      .expect(201)
  ).body as { id: string };
  db.clock.set(new Date());
  await workOff(db, parts.engine);
  const view = (await server().get(`${attempt}/runs/${run.id}`).expect(200)).body as RunView;
  expect(view).toMatchObject({ state: 'done', position: 1 });
  await server()
    .post(`${attempt}/submission`)
    .send({ confirm: true })
    .expect(200)
    .expect(({ body }) => expect(body).toMatchObject({ state: 'submitted' }));
  await server()
    .put(`${attempt}/tasks/1/draft`)
    .send({ baseRevision: 1, answer: numeric('3') })
    .expect(422)
    .expect(({ body }) => expect(body).toMatchObject({ code: 'attempt-over' }));
  db.clock.set(new Date());
  await workOff(db, parts.engine);
  const { items } = (
    await server().get(`/api/applications/${applicationId}/assessments`).set('Cookie', cookie).expect(200)
  ).body as ApplicationAssessmentsView;
  expect(items[0]).toMatchObject({ state: 'submitted', grading: 'graded', points: 0 });
  expect(items[0].tasks.map((task) => task.answer)).toEqual([numeric('1'), null]);
});

it('the page hears by itself that a run is done', async () => {
  const { token } = await invited(['tensor-quantisation']);
  await server().post(`/api/attempt/${token}/start`).send(consent()).expect(200);
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const controller = new AbortController();
  const events = await fetch(`http://127.0.0.1:${port}/api/attempt/${token}/events`, { signal: controller.signal });
  let heard = '';
  const reading = (async () => {
    for await (const chunk of events.body!) heard += Buffer.from(chunk as Uint8Array).toString();
  })().catch(() => undefined);
  await server()
    .post(`/api/attempt/${token}/tasks/1/runs`)
    .send({ answer: numeric('1') })
    .expect(201);
  db.clock.set(new Date());
  await workOff(db, parts.engine);
  await eventually(
    'the stream names the attempt twice: asked for and done',
    () => heard.split('"subject":"attempt:').length > 2,
  );
  controller.abort();
  await reading;
});

describe('what is refused', () => {
  it('an unknown link, kindly', async () => {
    const answer = await server()
      .get(`/api/attempt/${'x'.repeat(43)}`)
      .expect(404);
    expect(answer.body).toMatchObject({ code: 'link-not-found', detail: expect.stringContaining('mail') as string });
  });

  it('an answer that is none, a task that is none, and one that is too large', async () => {
    const { token } = await invited(['tensor-quantisation']);
    await server().post(`/api/attempt/${token}/start`).send(consent()).expect(200);
    const draft = (position: string, body: object) =>
      server().put(`/api/attempt/${token}/tasks/${position}/draft`).send(body);
    await draft('1', { baseRevision: 0, answer: { kind: 'numeric', fields: { scale: 7 } } }).expect(422);
    await draft('1', { baseRevision: -1, answer: numeric('1') }).expect(422);
    await draft('9', { baseRevision: 0, answer: numeric('1') }).expect(404);
    await draft('one', { baseRevision: 0, answer: numeric('1') }).expect(400);
    await draft('1', { baseRevision: 0, answer: { kind: 'c', source: 'x'.repeat(300_000) } }).expect(422);
  });

  it("looking at an application's assessments from outside", async () => {
    const { staff, applicationId } = await invited(['tensor-quantisation']);
    const outsider = await api.cookieOf(staff.outsider);
    await server().get(`/api/applications/${applicationId}/assessments`).set('Cookie', outsider).expect(404);
    const panel = await api.cookieOf(staff.interviewer);
    await server().get(`/api/applications/${applicationId}/assessments`).set('Cookie', panel).expect(200);
    await server().post(`/api/applications/${applicationId}/grading`).set('Cookie', panel).expect(403);
    await server().get('/api/tasks').set('Cookie', panel).expect(403);
  });
});

it('staff preview a task with its key', async () => {
  const { staff } = await newApplicant(db);
  const cookie = await api.cookieOf(staff.recruiter);
  const list = (await server().get('/api/tasks').set('Cookie', cookie).expect(200)).body as {
    items: { slug: string }[];
  };
  for (const { slug } of list.items) await server().get(`/api/tasks/${slug}?seed=3`).set('Cookie', cookie).expect(200);
  await server().get('/api/tasks/no-such-task').set('Cookie', cookie).expect(404);
});

it('staff read coverage and ready-made sets; rating a written answer is for those who may', async () => {
  const { staff, applicationId } = await newApplicant(db);
  const cookie = await api.cookieOf(staff.recruiter);
  const panel = await api.cookieOf(staff.interviewer);
  const coverage = (await server().get('/api/tasks/coverage').set('Cookie', cookie).expect(200)).body as {
    rows: { tag: string; tasks: number; cells: unknown[] }[];
  };
  expect(coverage.rows).toHaveLength(15);
  expect(coverage.rows.every((row) => row.tasks > 0 && row.cells.length === 9)).toBe(true);
  const sets = (await server().get('/api/tasks/ready-made').set('Cookie', cookie).expect(200)).body as {
    items: { slug: string; tasks: string[] }[];
  };
  expect(sets.items.map((set) => set.slug)).toEqual(['screening', 'mid', 'senior', 'embedded-leaning', 'ml-leaning']);
  for (const page of ['coverage', 'ready-made', 'block-pool'])
    await server().get(`/api/tasks/${page}`).set('Cookie', panel).expect(403);
  const rate = (by: string, body: object) =>
    server().post(`/api/applications/${applicationId}/justification-ratings`).set('Cookie', by).send(body);
  const body = { invitationId: applicationId, position: 1, rating: 3, reason: 'Argues from the data.' };
  await rate(panel, body).expect(403);
  await rate(cookie, body).expect(404);
  await rate(cookie, { ...body, rating: 5 }).expect(422);
  await rate(cookie, { ...body, reason: ' ' }).expect(422);
});
