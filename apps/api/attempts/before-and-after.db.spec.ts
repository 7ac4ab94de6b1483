// Before the start and after the hand-in over HTTP: no start without consent, practice, files, and feedback at its time alone.
import { createHash } from 'node:crypto';
import { attemptConsent, inviteCandidate, issueAttemptLink, preparePractice } from '@bringup/attempts';
import { recordDecision } from '@bringup/panels';
import { systemActor } from '@bringup/platform';
import type { CandidateFeedback } from '@bringup/requisitions';
import { loadPracticeBank } from '@bringup/task-bank';
import { hoursFromNow, workOff } from '../../../libs/attempts/testing';
import { newStaff, type TestStaff } from '../../../libs/identity/testing';
import { newApplication, newRequisition } from '../../../libs/requisitions/testing';
import { TestApi } from '../testing';
import type { AssessmentOutcomeView, CandidateAttemptView, PracticeView, RunView } from './attempt.dto';

jest.setTimeout(60_000);

let api: TestApi;
let db: TestApi['db'];
let parts: TestApi['parts'];
let staff: TestStaff;

beforeAll(async () => {
  api = await TestApi.open();
  ({ db, parts } = api);
  staff = await newStaff(db.unitOfWork);
});

afterAll(() => api.close());

// The API goes by the machine's clock, so what is done beside it does too.
beforeEach(() => db.clock.set(new Date()));

const server = () => api.server();
const work = async () => {
  db.clock.set(new Date());
  await workOff(db, parts.engine);
};

async function invited(candidateFeedback: CandidateFeedback = 'none') {
  const { slug } = await newRequisition(db.unitOfWork, staff, { candidateFeedback });
  const { id: applicationId } = await newApplication(db.unitOfWork, slug);
  const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(db, 24) };
  const { id } = await db.unitOfWork.run(staff.recruiter, (unit) =>
    inviteCandidate(unit, parts.desk, applicationId, input),
  );
  await work();
  const token = await db.unitOfWork.run(systemActor, (unit) => issueAttemptLink(unit, id));
  return { applicationId, attempt: `/api/attempt/${token}` };
}

async function handedIn(candidateFeedback: CandidateFeedback) {
  const scene = await invited(candidateFeedback);
  await server().post(`${scene.attempt}/start`).send({ consent: attemptConsent().version }).expect(200);
  const answer = { kind: 'numeric', fields: { zeroPoint: '1000', scale: '0.123' } };
  const saved = await server().put(`${scene.attempt}/tasks/1/draft`).send({ baseRevision: 0, answer }).expect(200);
  await server().post(`${scene.attempt}/submission`).send({ confirm: true }).expect(200);
  return { ...scene, sha256: (saved.body as { sha256: string }).sha256 };
}

const outcomeOf = async (attempt: string) =>
  (await server().get(`${attempt}/outcome`).expect(200)).body as AssessmentOutcomeView;

const reject = (applicationId: string) =>
  db.unitOfWork.run(staff.hiringManager, (unit) =>
    recordDecision(unit, applicationId, {
      ...{ outcome: 'reject', rejectionReason: 'assessment-result', rationale: 'INTERNAL', messageToCandidate: '' },
    }),
  );

describe('the start', () => {
  it('is refused without consent, in clear words, and the clock does not run', async () => {
    const { attempt } = await invited();
    for (const body of [{}, { consent: '' }]) {
      const refused = await server().post(`${attempt}/start`).send(body).expect(422);
      expect(refused.body).toMatchObject({
        code: 'consent-missing',
        detail: expect.stringContaining('tick the box') as string,
      });
    }
    await server().post(`${attempt}/start`).send({ consent: 'other' }).expect(422);
    const view = (await server().get(attempt).expect(200)).body as CandidateAttemptView;
    expect(view).toMatchObject({ state: 'open', startedAt: null, consent: { givenAt: null } });
    expect(view.consent.recorded).toEqual(view.recorded);
    await server().post(`${attempt}/start`).send({ consent: view.consent.version }).expect(200);
  });
});

describe('practice', () => {
  it('is offered before the start, runs through the worker, and is over with the start', async () => {
    const { attempt } = await invited();
    expect(((await server().get(`${attempt}/practice`).expect(200)).body as PracticeView).tasks).toEqual([]);
    const { unitOfWork } = db;
    const bank = await loadPracticeBank('assessments');
    await preparePractice({ unitOfWork, reader: unitOfWork.reader, engine: parts.engine }, bank);
    const { tasks } = (await server().get(`${attempt}/practice`).expect(200)).body as PracticeView;
    const source = tasks[0]?.starter ?? '';
    const answer = { kind: 'c', source };
    const asked = await server().post(`${attempt}/practice/1/runs`).send({ answer }).expect(201);
    const { id } = asked.body as { id: string };
    await server().post(`${attempt}/practice/1/runs`).send({ answer }).expect(422);
    await work();
    const run = (await server().get(`${attempt}/practice/runs/${id}`).expect(200)).body as RunView;
    expect(run).toMatchObject({ state: 'done', position: 1 });
    expect(run.verdict?.checks).toHaveLength(3);
    await server().post(`${attempt}/start`).send({ consent: attemptConsent().version }).expect(200);
    await server()
      .get(`${attempt}/practice`)
      .expect(422)
      .expect(({ body: problem }) => expect(problem).toMatchObject({ code: 'practice-over' }));
  });
});

describe('after the hand-in', () => {
  it('the answer comes as a file with the hash of the receipt, to whoever holds the link', async () => {
    const { attempt, sha256 } = await handedIn('none');
    const file = await server().get(`${attempt}/answers/1`).buffer().parse(bytes).expect(200);
    expect(
      createHash('sha256')
        .update(file.body as Buffer)
        .digest('hex'),
    ).toBe(sha256);
    expect(file.get('Content-Disposition')).toBe('attachment; filename="task-1-answer.json"');
    expect(file.get('Cache-Control')).toBe('private, no-store');
    await server().get(`${attempt}/answers/2`).expect(404);
    await server()
      .get(`/api/attempt/${'x'.repeat(43)}/answers/1`)
      .expect(404);
  });

  it('has no outcome before, then is being graded, then graded, without a word of feedback', async () => {
    const { attempt } = await invited('per-criterion');
    await server().get(`${attempt}/outcome`).expect(422);
    const scene = await handedIn('per-criterion');
    expect(await outcomeOf(scene.attempt)).toMatchObject({ progress: 'grading', decidedAt: null, criteria: null });
    await work();
    expect(await outcomeOf(scene.attempt)).toEqual({
      ...{ progress: 'graded', decidedAt: null, feedback: 'per-criterion', criteria: null },
    });
  });

  it('gives feedback for each criterion once the decision is recorded: no points, no figures of the key', async () => {
    const scene = await handedIn('per-criterion');
    await work();
    await db.unitOfWork.run(staff.hiringManager, (unit) =>
      recordDecision(unit, scene.applicationId, { outcome: 'hold', rationale: 'Later.', messageToCandidate: '' }),
    );
    expect(await outcomeOf(scene.attempt)).toMatchObject({ progress: 'graded', criteria: null });
    await reject(scene.applicationId);
    const outcome = await outcomeOf(scene.attempt);
    expect(outcome).toMatchObject({ progress: 'decided', feedback: 'per-criterion' });
    expect(outcome.criteria?.length).toBeGreaterThan(0);
    expect(outcome.criteria?.[0].tasks[0]).toMatchObject({ title: 'Quantise a tensor by hand' });
    expect(JSON.stringify(outcome)).not.toMatch(/INTERNAL|"points"|maxPoints|tolerance|seed/);
  });

  it('never gives any where the requisition does not, and never before everything is graded', async () => {
    const silent = await handedIn('none');
    await work();
    await reject(silent.applicationId);
    expect(await outcomeOf(silent.attempt)).toMatchObject({ progress: 'decided', feedback: 'none', criteria: null });
    const early = await handedIn('per-criterion');
    await reject(early.applicationId);
    expect(await outcomeOf(early.attempt)).toMatchObject({ progress: 'decided', criteria: null });
  });
});

/** supertest would read the file as text. */
function bytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
