// What a candidate can read of a task holds nothing that staff alone may know, and does not change when the library moves on.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GradingEngine } from '@bringup/grading';
import { systemActor } from '@bringup/platform';
import { loadTaskBank } from '@bringup/task-bank';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { assessmentsOfApplication } from './assessments.queries';
import { attemptConsent, candidateAttempt, candidateTask } from './candidate.queries';
import { rateJustification } from './rate-justification';
import { saveDraft } from './drafts/save-draft';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';
import { TaskDesk } from './task-desk';
import { newInvitation, openTestDesk, workOff } from './testing';

jest.setTimeout(120_000);

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
});
afterAll(async () => {
  await parts?.desk.close();
  await parts?.engine.close();
  await db?.close();
});

const reader = () => db.unitOfWork.reader;
const now = () => db.clock.now();
const start = (token: string) =>
  db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));

it('a preview has the whole of a task, and a candidate gets none of what it adds', async () => {
  const slugs = ['block-pool', 'tensor-arena', 'staged-rollout'];
  const { token, applicationId } = await newInvitation(db, parts, { tasks: slugs });
  await start(token);
  const [{ tasks }] = (await assessmentsOfApplication(reader(), applicationId, now())).items;
  const attempt = JSON.stringify(await candidateAttempt(reader(), token, now()));
  for (const [index, slug] of slugs.entries()) {
    const preview = await parts.desk.preview(slug, tasks[index].seed);
    const secrets = [
      ...preview.sources.map((source) => source.title),
      ...preview.difficulty.map((input) => input.measure),
      ...(preview.justification?.anchors ?? []),
      preview.review.strong,
      preview.review.followUp,
      ...preview.checks.flatMap((check) => [check.lesson ?? '', check.visible ? '' : check.title]),
      ...(preview.reference ?? '').split('\n').filter((line) => line.startsWith('  ') && line.length > 40),
    ].filter(Boolean);
    expect(secrets.length).toBeGreaterThan(4);
    const seen = `${attempt}${JSON.stringify(await candidateTask(reader(), token, index + 1, now()))}`;
    for (const secret of secrets) expect(seen).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

it('a preview says where in its range the difficulty of a variant is', async () => {
  const { difficulty } = await parts.desk.preview('tensor-arena', 8);
  expect(difficulty.length).toBeGreaterThan(1);
  for (const { value, from, to } of difficulty) {
    expect(value).toBeGreaterThanOrEqual(from);
    expect(value).toBeLessThanOrEqual(to);
  }
});

it('the rating of a written answer and its reason never reach the candidate', async () => {
  const scene = await newInvitation(db, parts, { tasks: ['staged-rollout'] });
  await start(scene.token);
  const answer = { kind: 'interpretation' as const, fields: { rate: '1' }, justification: 'Stop.' };
  await saveDraft(db.unitOfWork, scene.token, 1, { baseRevision: 0, answer }, now());
  await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, scene.token));
  await workOff(db, parts.engine);
  const { applicationId, invitationId } = scene;
  await db.unitOfWork.run(scene.staff.recruiter, (work) =>
    rateJustification(work, { applicationId, invitationId, position: 1, rating: 1, reason: 'SECRET-REASON' }),
  );
  const seen = JSON.stringify(await candidateAttempt(reader(), scene.token, now()));
  expect(seen).not.toContain('SECRET-REASON');
  expect(seen).not.toMatch(/"rating"|"ratedBy"|"anchors"/);
});

describe('when the library moves on', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bringup-tasks-'));
    await cp('assessments/tensor-arena', path.join(folder, 'tensor-arena'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const edit = async (file: string, from: RegExp, to: string) => {
    const name = path.join(folder, 'tensor-arena', file);
    await writeFile(name, (await readFile(name, 'utf8')).replace(from, to));
  };
  const open = async () => new TaskDesk(await loadTaskBank(folder), () => Promise.resolve(parts.engine));

  it('an attempt under way keeps its task, its numbers and its verdict', async () => {
    const before = await open();
    const { token, applicationId } = await newInvitation(
      db,
      { desk: before, engine: parts.engine },
      { tasks: ['tensor-arena'] },
    );
    await start(token);
    const given = await candidateTask(reader(), token, 1, now());
    const [{ tasks }] = (await assessmentsOfApplication(reader(), applicationId, now())).items;
    const { seed } = tasks[0];
    const key = (await before.preview('tensor-arena', seed)).answerKey;

    await edit('task.yaml', /^version: 1$/m, 'version: 2');
    await edit('prompt.md.hbs', /^/, 'A new first sentence.\n\n');
    await edit(
      'checks.js',
      /^export function answerKey\(p\) \{/m,
      'export function answerKey(p) {\n  p.from = 0; p.to = 2;',
    );
    const after = await open();
    expect(after.task('tensor-arena').digest).not.toBe(before.task('tensor-arena').digest);
    expect((await after.preview('tensor-arena', seed)).promptHtml).toContain('A new first sentence.');

    expect(await candidateTask(reader(), token, 1, now())).toEqual(given);
    const fields = Object.fromEntries(key.map(({ field, value }) => [field, value]));
    await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer: { kind: 'numeric', fields } }, now());
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    await workOff(db, parts.engine);
    const [graded] = (await assessmentsOfApplication(reader(), applicationId, now())).items;
    expect(graded).toMatchObject({ grading: 'graded', points: 14, maxPoints: 14 });
  });
});
