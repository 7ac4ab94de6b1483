// Staff's side of assessments: who may send, what is refused, faults of ours, and what panels read.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, GradingEngine } from '@bringup/grading';
import { systemActor, type UserActor } from '@bringup/platform';
import { loadTaskBank, publishVersion } from '@bringup/task-bank';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import {
  assessmentsOfApplication,
  assessmentSummaries,
  countAttemptsInProgress,
  verdictsOfApplication,
} from './assessments.queries';
import { attemptConsent, candidateAttempt } from './candidate.queries';
import { type InvitationInput, inviteCandidate } from './invite-candidate';
import { issueAttemptLink } from './mail.queries';
import { retryGrading } from './retry-grading';
import { revokeInvitations } from './revoke-invitations';
import { saveDraft } from './drafts/save-draft';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';
import { TaskDesk } from './task-desk';
import { hoursFromNow, newApplicant, newInvitation, openTestDesk, workOff } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
});

afterAll(async () => {
  await parts.desk.close();
  await parts.engine.close();
  await db.close();
});

const now = () => db.clock.now();
const reader = () => db.unitOfWork.reader;
const invite = (actor: UserActor, applicationId: string, change: Partial<InvitationInput> = {}) =>
  db.unitOfWork.run(actor, (work) =>
    inviteCandidate(work, parts.desk, applicationId, {
      tasks: ['tensor-quantisation'],
      closesAt: hoursFromNow(db, 48),
      ...change,
    }),
  );
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });
const answer: Answer = { kind: 'numeric', fields: { scale: '1' } };

async function handedIn() {
  const scene = await newInvitation(db, parts);
  await db.unitOfWork.run(systemActor, (work) => startAttempt(work, scene.token, attemptConsent().version));
  await saveDraft(db.unitOfWork, scene.token, 1, { baseRevision: 0, answer }, now());
  await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, scene.token));
  return scene;
}

describe('sending an assessment', () => {
  it('is for those who look after the application', async () => {
    const { staff, applicationId } = await newApplicant(db);
    await rejectsWith(invite(staff.interviewer, applicationId), 'application-lead-forbidden');
    await rejectsWith(invite(staff.outsider, applicationId), 'application-not-found');
    await expect(invite(staff.hiringManager, applicationId)).resolves.toEqual({ id: expect.any(String) as string });
  });

  it('refuses windows and tasks that make no sense, and keeps nothing of them', async () => {
    const { staff, applicationId } = await newApplicant(db);
    await rejectsWith(invite(staff.recruiter, applicationId, { closesAt: hoursFromNow(db, -1) }), 'window-invalid');
    await rejectsWith(invite(staff.recruiter, applicationId, { opensAt: hoursFromNow(db, 50) }), 'window-invalid');
    await rejectsWith(invite(staff.recruiter, applicationId, { tasks: ['no-such-task'] }), 'task-not-found');
    await rejectsWith(
      invite(staff.recruiter, applicationId, { tasks: ['tensor-quantisation', 'tensor-quantisation'] }),
      'tasks-repeated',
    );
    expect((await assessmentsOfApplication(reader(), applicationId, now())).items).toEqual([]);
  });

  it('happens once when two people do it at the same instant', async () => {
    const { staff, applicationId } = await newApplicant(db);
    const results = await Promise.allSettled([
      invite(staff.recruiter, applicationId),
      invite(staff.hiringManager, applicationId),
    ]);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'invitation-conflict' });
    expect((await assessmentsOfApplication(reader(), applicationId, now())).items).toHaveLength(1);
  });

  it('is possible again when the earlier one has expired', async () => {
    const { staff, applicationId } = await newApplicant(db);
    await invite(staff.recruiter, applicationId, { closesAt: hoursFromNow(db, 1) });
    db.clock.advance(3_600_001);
    await invite(staff.recruiter, applicationId);
    const { items } = await assessmentsOfApplication(reader(), applicationId, now());
    expect(items.map((item) => item.state)).toEqual(['scheduled', 'expired']);
  });

  it('gives every candidate their own numbers', async () => {
    const seeds = new Set<number>();
    for (let index = 0; index < 4; index += 1) {
      const { staff, applicationId } = await newApplicant(db);
      await invite(staff.recruiter, applicationId);
      const { items } = await assessmentsOfApplication(reader(), applicationId, now());
      seeds.add(items[0].tasks[0].seed);
    }
    expect(seeds.size).toBe(4);
  });

  it('moves the application into its stage', async () => {
    const { staff, applicationId } = await newApplicant(db);
    await invite(staff.recruiter, applicationId);
    expect(await db.dataSource.query('SELECT stage FROM application WHERE id = $1', [applicationId])).toEqual([
      { stage: 'assessment' },
    ]);
  });
});

describe('taking back', () => {
  it('ends what is not handed in, and the candidate reads whom to write to', async () => {
    const scene = await newInvitation(db, parts);
    await db.unitOfWork.run(systemActor, (work) => startAttempt(work, scene.token, attemptConsent().version));
    await saveDraft(db.unitOfWork, scene.token, 1, { baseRevision: 0, answer }, now());
    await db.unitOfWork.run(scene.staff.recruiter, (work) =>
      revokeInvitations(work, scene.applicationId, 'The candidate withdrew.'),
    );
    const save = saveDraft(
      db.unitOfWork,
      scene.token,
      1,
      { baseRevision: 1, answer: { kind: 'numeric', fields: { scale: '2' } } },
      now(),
    );
    await rejectsWith(save, 'invitation-revoked');
    expect(await candidateAttempt(reader(), scene.token, now())).toMatchObject({
      state: 'revoked',
      contact: { name: 'Rita Recruiter' },
    });
    db.clock.advance(7 * 24 * 3_600_000);
    await workOff(db, parts.engine);
    expect((await assessmentsOfApplication(reader(), scene.applicationId, now())).items[0]).toMatchObject({
      state: 'revoked',
      submittedAt: null,
    });
  });

  it('leaves alone what was handed in', async () => {
    const scene = await handedIn();
    await db.unitOfWork.run(scene.staff.recruiter, (work) =>
      revokeInvitations(work, scene.applicationId, 'The application was closed.'),
    );
    expect((await candidateAttempt(reader(), scene.token, now())).state).toBe('submitted');
  });
});

describe('a fault of ours', () => {
  const faulty = (): Pick<GradingEngine, 'variant' | 'grade'> => ({
    variant: parts.engine.variant.bind(parts.engine),
    async grade(job) {
      const verdict = await parts.engine.grade(job);
      return { ...verdict, status: 'internal-error', points: 0, compilerOutput: 'the sandbox is gone' };
    },
  });
  const untilGivenUp = async () => {
    for (let tried = 0; tried < 6; tried += 1) {
      await workOff(db, faulty());
      db.clock.advance(240_000);
    }
  };

  it('is never a zero: it is tried again, then shown to staff, who start the grading again', async () => {
    const scene = await handedIn();
    await workOff(db, faulty());
    const item = async () => (await assessmentsOfApplication(reader(), scene.applicationId, now())).items[0];
    expect(await item()).toMatchObject({ grading: 'grading', points: null });
    await untilGivenUp();
    expect(await item()).toMatchObject({ grading: 'needs-attention', points: null });
    expect((await item()).tasks[0]).toMatchObject({
      verdict: null,
      trouble: 'The sandbox could not grade: the sandbox is gone',
    });
    await rejectsWith(
      db.unitOfWork.run(scene.staff.interviewer, (work) => retryGrading(work, scene.applicationId)),
      'application-lead-forbidden',
    );
    await db.unitOfWork.run(scene.staff.recruiter, (work) => retryGrading(work, scene.applicationId));
    await workOff(db, parts.engine);
    expect(await item()).toMatchObject({ grading: 'graded', points: 0, tasks: [{ trouble: null }] });
    await rejectsWith(
      db.unitOfWork.run(scene.staff.recruiter, (work) => retryGrading(work, scene.applicationId)),
      'nothing-to-grade',
    );
  });

  it('does not take an invitation back while the candidate could still start', async () => {
    const { staff, applicationId } = await newApplicant(db);
    const { id } = await invite(staff.recruiter, applicationId, { tasks: ['audio-ring-buffer'] });
    await untilGivenUp();
    const [item] = (await assessmentsOfApplication(reader(), applicationId, now())).items;
    expect(item?.state).toBe('scheduled');
    const token = await db.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, id));
    await rejectsWith(
      db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version)),
      'invitation-not-ready',
    );
    db.clock.advance(15 * 60_000);
    await workOff(db, parts.engine);
    expect((await assessmentsOfApplication(reader(), applicationId, now())).items[0].state).toBe('open');
  });
});

describe('a task', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bringup-tasks-'));
    await cp('assessments/tensor-quantisation', path.join(folder, 'tensor-quantisation'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const change = async (file: string, edit: (text: string) => string) => {
    const name = path.join(folder, 'tensor-quantisation', file);
    await writeFile(name, edit(await readFile(name, 'utf8')));
    return new TaskDesk(await loadTaskBank(folder), () => Promise.resolve(parts.engine));
  };

  it('is graded as it was sent, also when the library has changed since', async () => {
    const scene = await handedIn();
    const changed = await change('task.yaml', (text) => text.replace(/^title: .*/m, 'title: Another title'));
    await workOff(db, parts.engine);
    const [assessed] = await verdictsOfApplication(reader(), changed, scene.applicationId);
    expect(assessed.tasks[0]).toMatchObject({
      title: parts.desk.task('tensor-quantisation').title,
      changedSince: true,
    });
    const [same] = await verdictsOfApplication(reader(), parts.desk, scene.applicationId);
    expect(same.tasks[0].changedSince).toBe(false);
  });

  const sendOf = async (desk: TaskDesk, slug: string) => {
    const { staff, applicationId } = await newApplicant(db);
    const input = { tasks: [slug], closesAt: hoursFromNow(db, 48) };
    await db.unitOfWork.run(staff.recruiter, (work) => inviteCandidate(work, desk, applicationId, input));
    return applicationId;
  };
  const auditOf = async (applicationId: string, action: string) => {
    const sql = 'SELECT detail FROM audit_event WHERE subject_id = $1 AND action = $2';
    return (await db.dataSource.query<{ detail: string }[]>(sql, [applicationId, action])).map(({ detail }) => detail);
  };

  it('that is broken is not sent: the invitation is taken back at once and staff see why', async () => {
    const broken = await change('variant.js', () => 'export function variant() { throw new Error("broken"); }');
    const applicationId = await sendOf(broken, 'tensor-quantisation');
    await workOff(db, parts.engine);
    const [item] = (await assessmentsOfApplication(reader(), applicationId, now())).items;
    const why = 'nothing was sent. tensor-quantisation/variant.js:1: variant failed: broken';
    expect(item).toMatchObject({ state: 'revoked', revokedReason: expect.stringContaining(why) as string });
    const details = await auditOf(applicationId, 'assessment.not-prepared');
    expect(details).toEqual([expect.stringContaining(why)]);
    expect(details[0]).toMatch(/have the author mend this one and send it again/);
    expect(await auditOf(applicationId, 'assessment.delayed')).toEqual([]);
  });

  it.each([
    ['throws', 'run() { throw new Error("boom"); }', /block-pool\/checks\.js:2: the check itself failed: Error: boom/],
    [
      'returns a promise',
      'async run(t) { t.call("pool_init"); }',
      /block-pool\/checks\.js:2: .*run returned|checks\.js:2/,
    ],
    [
      'refuses the reference',
      'run(t) { t.call("pool_init", 0); t.ok(false, "it is right"); }',
      /block-pool\/(reference\.c|checks\.js):\d/,
    ],
  ])('whose check %s is taken back with file, line and reason', async (_what, run, why) => {
    const slug = 'block-pool';
    await cp(path.join('assessments', slug), path.join(folder, slug), { recursive: true });
    const write = (file: string, text: string) => writeFile(path.join(folder, slug, file), text);
    const yaml = await readFile(path.join(folder, slug, 'task.yaml'), 'utf8');
    await write('task.yaml', yaml.replace(/^ {2}budgets:\n( {4}.*\n)+/m, ''));
    const points = /^points: (\d+)/m.exec(yaml)?.[1];
    await write(
      'checks.js',
      `export const checks = [\n{ id: 'a', visible: true, title: 'A', lesson: 'L', points: ${points}, ${run} }];`,
    );
    const desk = await change('task.yaml', (text) => text);
    const applicationId = await sendOf(desk, slug);
    await workOff(db, parts.engine);
    const [item] = (await assessmentsOfApplication(reader(), applicationId, now())).items;
    expect(item).toMatchObject({ state: 'revoked', revokedReason: expect.stringMatching(why) as string });
  });

  it('that stops being gradable waits for staff at once, with file, line and reason', async () => {
    const scene = await handedIn();
    const taskFault = 'tensor-quantisation/checks.js:7: scale.value is NaN: return a finite number';
    const failing: Pick<GradingEngine, 'variant' | 'grade'> = {
      variant: parts.engine.variant.bind(parts.engine),
      grade: async (job) => ({ ...(await parts.engine.grade(job)), status: 'internal-error', points: 0, taskFault }),
    };
    await workOff(db, failing);
    const [item] = (await assessmentsOfApplication(reader(), scene.applicationId, now())).items;
    expect(item).toMatchObject({
      grading: 'needs-attention',
      points: null,
      tasks: [{ verdict: null, trouble: taskFault }],
    });
    expect(await auditOf(scene.applicationId, 'assessment.needs-attention')).toEqual([
      expect.stringContaining(`a fault in the task itself, ${taskFault}. No points were lost`),
    ]);
  });

  it('that is not on the record of its library is not sent, and what fails is named', async () => {
    const published = await change('task.yaml', (text) => text);
    await publishVersion(folder, [], published.task('tensor-quantisation'));
    const refusal = async (desk: TaskDesk, what: RegExp) => {
      const refused = expect.objectContaining({
        code: 'task-not-published',
        message: expect.stringMatching(what) as string,
      }) as Error;
      await expect(sendOf(desk, 'tensor-quantisation')).rejects.toThrow(refused);
    };
    await sendOf(await change('task.yaml', (text) => text), 'tensor-quantisation');
    await refusal(await change('prompt.md.hbs', (text) => `${text} `), /its files have changed: raise version/);
    await refusal(
      await change('task.yaml', (text) => text.replace(/^version: (\d+)/m, 'version: 90')),
      /version 90 is not published, .* say tasks publish tensor-quantisation/,
    );
    const broken = await change(
      'variant.js',
      () => '\nexport function variant() { return { parameters: { a: NaN } }; }',
    );
    await expect(broken.assertSendable(['tensor-quantisation'])).rejects.toThrow(
      /say tasks publish tensor-quantisation.* What fails: tensor-quantisation\/variant\.js:2: parameters\.a is NaN/,
    );
  });
});

describe('what panels read', () => {
  it('are verdicts with the answer, and short summaries of many applications', async () => {
    const scene = await handedIn();
    await workOff(db, parts.engine);
    const [assessed] = await verdictsOfApplication(reader(), parts.desk, scene.applicationId);
    expect(assessed).toMatchObject({ invitationId: scene.invitationId, points: 0, maxPoints: 20, grading: 'graded' });
    expect(assessed.tasks[0]).toMatchObject({
      slug: 'tensor-quantisation',
      criteria: ['Q1'],
      answer: { fields: { scale: '1' } },
      source: null,
      verdict: { maxPoints: 20 },
    });
    const other = await newApplicant(db);
    const summaries = await assessmentSummaries(reader(), [scene.applicationId, other.applicationId], now());
    expect([...summaries.keys()]).toEqual([scene.applicationId]);
    expect(summaries.get(scene.applicationId)).toMatchObject({ state: 'submitted', points: 0, grading: 'graded' });
    expect(await assessmentSummaries(reader(), [], now())).toEqual(new Map());
  });

  it('is how many attempts run now', async () => {
    const before = await countAttemptsInProgress(reader(), 'all', now());
    const scene = await newInvitation(db, parts);
    await db.unitOfWork.run(systemActor, (work) => startAttempt(work, scene.token, attemptConsent().version));
    expect(await countAttemptsInProgress(reader(), 'all', now())).toBe(before + 1);
    expect(await countAttemptsInProgress(reader(), [], now())).toBe(0);
  });
});

describe('the desk', () => {
  it('previews any variant with its key for staff', async () => {
    const preview = await parts.desk.preview('tensor-quantisation', 7);
    expect(preview).toMatchObject({ slug: 'tensor-quantisation', seed: 7, starter: null });
    expect(preview.answerKey.map((entry) => entry.field)).toEqual(preview.fields.map((field) => field.name));
    for (const entry of preview.answerKey) expect(entry.tolerance).toMatch(/^(exact|±)/);
    await rejectsWith(parts.desk.preview('no-such-task', 1), 'task-not-found');
    expect(JSON.stringify(parts.desk.list())).not.toContain('digest');
  });
});
