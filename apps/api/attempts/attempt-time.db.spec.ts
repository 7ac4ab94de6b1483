// Candidates' time over HTTP: who is told of it, and that nobody else can tell that there is anything to be told.
import { attemptConsent, inviteCandidate, issueAttemptLink } from '@bringup/attempts';
import { systemActor, type UserActor } from '@bringup/platform';
import { hoursFromNow, newApplicant, workOff } from '../../../libs/attempts/testing';
import type { TestStaff } from '../../../libs/identity/testing';
import { TestApi } from '../testing';
import type { AttemptTimesView, LiveAttemptsView } from './attempt-time.dto';
import type { ApplicationAssessmentsView, CandidateAttemptView } from './attempt.dto';

jest.setTimeout(60_000);

let api: TestApi;
let db: TestApi['db'];
let parts: TestApi['parts'];

beforeAll(async () => {
  api = await TestApi.open();
  ({ db, parts } = api);
});

afterAll(() => api.close());

// The API goes by the machine's clock, so what is done beside it does too.
beforeEach(() => db.clock.set(new Date()));

const consent = () => ({ consent: attemptConsent().version });
const server = () => api.server();
const get = async (actor: UserActor, url: string) =>
  server()
    .get(`/api${url}`)
    .set('Cookie', await api.cookieOf(actor));
const post = async (actor: UserActor, url: string, body: object) =>
  server()
    .post(`/api${url}`)
    .set('Cookie', await api.cookieOf(actor))
    .send(body);

interface Scene {
  readonly staff: TestStaff;
  readonly applicationId: string;
  readonly token: string;
  readonly attemptId: string;
}

/** One candidate with an invitation that the hiring manager sent, so that nothing hangs on who sent it. */
async function invited(): Promise<Scene> {
  const { staff, applicationId } = await newApplicant(db);
  const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(db, 48) };
  const { id } = await db.unitOfWork.run(staff.hiringManager, (work) =>
    inviteCandidate(work, parts.desk, applicationId, input),
  );
  await workOff(db, parts.engine);
  const token = await db.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, id));
  const times = (await get(staff.recruiter, `/applications/${applicationId}/attempt-times`)).body as AttemptTimesView;
  return { staff, applicationId, token, attemptId: times.items[0].attemptId };
}

const generous = {
  multiplier: 1.5,
  extraMinutes: 7,
  breaks: 2,
  breakMinutes: 10,
  format: 'Large print',
  reason: 'Of course.',
};

/** Asked for, granted, started, paused, resumed and extended: everything that must not be seen. */
async function accommodated(): Promise<Scene> {
  const scene = await invited();
  const { staff, token, attemptId } = scene;
  const words = 'I have dyslexia.';
  await server()
    .post(`/api/attempt/${token}/accommodation`)
    .send({ kinds: ['extra-time'], words })
    .expect(200);
  expect((await post(staff.recruiter, `/attempts/${attemptId}/accommodation`, generous)).status).toBe(204);
  await server().post(`/api/attempt/${token}/start`).send(consent()).expect(200);
  expect((await post(staff.recruiter, `/attempts/${attemptId}/pause`, { reason: 'Alarm.' })).status).toBe(204);
  expect((await post(staff.recruiter, `/attempts/${attemptId}/resumption`, { reason: 'Clear.' })).status).toBe(204);
  const extension = { minutes: 11, reason: 'The line was down.' };
  expect((await post(staff.recruiter, `/attempts/${attemptId}/extension`, extension)).status).toBe(204);
  return scene;
}

/** Names of members anywhere in a document. */
function memberNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(memberNames);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...memberNames(member)]);
}

const secretMembers =
  /accommodation|extension|addedMinutes|break|pause|multiplier|deadline|timeLeft|^clock$|^startedAt$|^stand$/i;

/** That the hand-in was made by the deadline says nothing of when that was. */
const secretsIn = (names: string[]) => names.filter((name) => name !== 'byDeadline' && secretMembers.test(name));

const startedPlain = async () => {
  const scene = await invited();
  await server().post(`/api/attempt/${scene.token}/start`).send(consent()).expect(200);
  return scene;
};

async function workedAndHandedIn({ token, staff, applicationId }: Scene): Promise<{ versions: string }> {
  const answer = { kind: 'numeric', fields: { scale: '1' } };
  await server().put(`/api/attempt/${token}/tasks/1/draft`).send({ baseRevision: 0, answer }).expect(200);
  await server().post(`/api/attempt/${token}/tasks/1/runs`).send({ answer }).expect(201);
  await server().post(`/api/attempt/${token}/submission`).send({ confirm: true }).expect(200);
  const { items } = (await get(staff.recruiter, `/applications/${applicationId}/assessments`))
    .body as ApplicationAssessmentsView;
  return { versions: `/assessments/${items[0].id}/tasks/1/versions` };
}

describe('the hiring team', () => {
  it('reads the same of a candidate with an accommodation as of one without', async () => {
    const [scene, plain] = [await accommodated(), await startedPlain()];
    const alike = async (part: 'hiringManager' | 'interviewer' | 'approver', url: string, otherUrl = url) => {
      const answer = await get(scene.staff[part], `/applications/${scene.applicationId}${url}`);
      const other = await get(plain.staff[part], `/applications/${plain.applicationId}${otherUrl}`);
      expect([url, answer.status]).toEqual([url, other.status]);
      if (answer.status !== 200) return '';
      const names = memberNames(answer.body);
      expect(secretsIn(names)).toEqual([]);
      expect([...new Set(names)].sort()).toEqual([...new Set(memberNames(other.body))].sort());
      const text = JSON.stringify(answer.body);
      expect(text).not.toMatch(/dyslexia|Large print|Alarm|line was down|accommodation|paused/i);
      return text;
    };
    const people = ['hiringManager', 'interviewer', 'approver'] as const;
    const pages = ['', '/assessments', '/packet', '/fair-play'];
    for (const url of pages) for (const part of people) await alike(part, url);
    const [own, others] = [await workedAndHandedIn(scene), await workedAndHandedIn(plain)];
    for (const url of pages) for (const part of people) await alike(part, url);
    for (const part of people) {
      // Of how the attempt went no instant is told.
      for (const text of [await alike(part, '/fair-play'), await alike(part, own.versions, others.versions)])
        expect(text).not.toMatch(/\d{4}-\d\d-\d\dT/);
    }
    expect(await alike('hiringManager', '/fair-play')).toContain('"kind":"run"');
    expect(await alike('hiringManager', own.versions, others.versions)).toContain('"atMs"');
  });

  it('reads the minutes of the assessment itself', async () => {
    const { staff, applicationId } = await accommodated();
    for (const actor of [staff.hiringManager, staff.interviewer]) {
      const { items } = (await get(actor, `/applications/${applicationId}/assessments`))
        .body as ApplicationAssessmentsView;
      expect(items[0]).toMatchObject({ minutes: 25, state: 'in-progress' });
    }
  });

  it('is refused where time is looked after, in the same words whatever there is', async () => {
    const { staff, applicationId, attemptId } = await accommodated();
    const bodies = { grant: generous, reason: { reason: 'Because.' }, minutes: { minutes: 5, reason: 'Because.' } };
    for (const actor of [staff.hiringManager, staff.interviewer, staff.approver]) {
      expect((await get(actor, `/applications/${applicationId}/attempt-times`)).status).toBe(403);
      expect((await get(actor, '/attempts')).status).toBe(403);
      expect((await get(actor, '/attempts/events')).status).toBe(403);
      expect((await post(actor, `/attempts/${attemptId}/accommodation`, bodies.grant)).status).toBe(403);
      expect((await post(actor, `/attempts/${attemptId}/accommodation/refusal`, bodies.reason)).status).toBe(403);
      expect((await post(actor, `/attempts/${attemptId}/pause`, bodies.reason)).status).toBe(403);
      expect((await post(actor, `/attempts/${attemptId}/resumption`, bodies.reason)).status).toBe(403);
      expect((await post(actor, `/attempts/${attemptId}/extension`, bodies.minutes)).status).toBe(403);
      expect(JSON.stringify((await get(actor, '/home')).body)).not.toContain('answer-accommodation');
    }
  });
});

describe('a recruiter', () => {
  it('reads what was asked, granted and done, and sees the attempt run', async () => {
    const { staff, applicationId, attemptId } = await accommodated();
    const times = (await get(staff.recruiter, `/applications/${applicationId}/attempt-times`)).body as AttemptTimesView;
    expect(times.items[0]).toMatchObject({
      ...{ attemptId, minutes: 25, extensionMinutes: 20, addedMinutes: 11, stand: 'running' },
      accommodations: [{ state: 'granted', words: 'I have dyslexia.', grant: { multiplier: 1.5, extraMinutes: 7 } }],
    });
    expect(times.items[0].log.map(({ action }) => action)).toContain('attempt.extended');
    const live = (await get(staff.recruiter, '/attempts')).body as LiveAttemptsView;
    expect(live.items.find(({ id }) => id === attemptId)).toMatchObject({ tasks: 1, answered: 0, stand: 'running' });
  });

  it('finds an open request on the home page, which does not say what is asked', async () => {
    const { staff, token, applicationId } = await invited();
    const words = 'I have dyslexia.';
    await server()
      .post(`/api/attempt/${token}/accommodation`)
      .send({ kinds: ['other'], words })
      .expect(200);
    const home = (await get(staff.recruiter, '/home')).body as { waiting: { kind: string; subjectId: string }[] };
    expect(home.waiting).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'answer-accommodation', subjectId: applicationId })]),
    );
    expect(JSON.stringify(home)).not.toContain('dyslexia');
  });

  it('is told which field is wrong', async () => {
    const { staff, attemptId } = await invited();
    const url = `/attempts/${attemptId}`;
    expect((await post(staff.recruiter, `${url}/accommodation`, { ...generous, multiplier: 0.5 })).status).toBe(422);
    expect((await post(staff.recruiter, `${url}/accommodation`, { ...generous, reason: ' ' })).status).toBe(422);
    expect((await post(staff.recruiter, `${url}/extension`, { minutes: 0, reason: 'x' })).status).toBe(422);
    const empty = { ...generous, multiplier: 1, extraMinutes: 0, breaks: 0, breakMinutes: 0, format: '' };
    expect((await post(staff.recruiter, `${url}/accommodation`, empty)).body).toMatchObject({ code: 'grant-empty' });
  });
});

describe('the candidate', () => {
  it('reads what they have, takes a break, and hears that they are paused and by whom, but not why', async () => {
    const { staff, token, attemptId } = await accommodated();
    const page = async () => (await server().get(`/api/attempt/${token}`).expect(200)).body as CandidateAttemptView;
    expect(await page()).toMatchObject({ minutes: 25, extensionMinutes: 20, addedMinutes: 11, state: 'in-progress' });
    const broken = (await server().post(`/api/attempt/${token}/break`).expect(200)).body as CandidateAttemptView;
    expect(broken.clock).toMatchObject({ stand: 'on-break', breaks: { allowed: 2, taken: 1 } });
    await server()
      .get(`/api/attempt/${token}/tasks/1`)
      .expect(422)
      .expect(({ body }) => expect(body).toMatchObject({ code: 'attempt-on-break' }));
    const back = (await server().delete(`/api/attempt/${token}/break`).expect(200)).body as CandidateAttemptView;
    expect(back.clock.stand).toBe('running');
    await post(staff.recruiter, `/attempts/${attemptId}/pause`, { reason: 'A secret reason.' });
    const paused = await page();
    expect(paused.clock).toMatchObject({ stand: 'paused', pause: { by: 'Rita Recruiter' } });
    expect(JSON.stringify(paused)).not.toContain('secret');
    await server()
      .put(`/api/attempt/${token}/tasks/1/draft`)
      .send({ baseRevision: 0, answer: { kind: 'numeric', fields: { scale: '1' } } })
      .expect(422)
      .expect(({ body }) => expect(body).toMatchObject({ code: 'attempt-paused' }));
  });
});
