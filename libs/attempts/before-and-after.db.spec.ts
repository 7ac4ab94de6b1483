// Before the start and after the hand-in, on a real PostgreSQL with the real engine: consent, practice, answers as files, outcome.
import { createHash } from 'node:crypto';
import type { Answer, GradingEngine } from '@bringup/grading';
import { systemActor } from '@bringup/platform';
import { loadPracticeBank } from '@bringup/task-bank';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { answerFile, candidateOutcome } from './candidate-outcome.queries';
import { attemptConsent, candidateAttempt } from './candidate.queries';
import { Attempt } from './data/attempt.entity';
import { PracticeRun, PracticeTask } from './data/practice.entity';
import { practiceRuns } from './domain/practice';
import { practiceRun, practiceTasks } from './practice/practice.queries';
import { preparePractice } from './practice/prepare-practice';
import { practise } from './practice/practise';
import { saveDraft } from './drafts/save-draft';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';
import type { TaskDesk } from './task-desk';
import { newInvitation, openTestDesk, testDispatcher, workOff } from './testing';

jest.setTimeout(60_000);

let db: TestDatabase;
let parts: { desk: TaskDesk; engine: GradingEngine };

beforeAll(async () => {
  db = await freshDatabase();
  parts = await openTestDesk();
  const { unitOfWork } = db;
  const bank = await loadPracticeBank('assessments');
  await preparePractice({ unitOfWork, reader: unitOfWork.reader, engine: parts.engine }, bank);
});

afterAll(async () => {
  await parts.desk.close();
  await parts.engine.close();
  await db.close();
});

const now = () => db.clock.now();
const reader = () => db.unitOfWork.reader;
const { version } = attemptConsent();
const start = (token: string, consent: string | undefined = version) =>
  db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, consent));
const tryOut = (token: string, answer: Answer, position = 1) =>
  db.unitOfWork.run(systemActor, (work) => practise(work, token, position, { answer }));
const rejectsWith = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const log = (action: string) =>
  db.dataSource.query<{ subject_type: string; detail: string | null }[]>(
    'SELECT subject_type, detail FROM audit_event WHERE action = $1 ORDER BY at DESC, id DESC',
    [action],
  );
const newestAttempt = async (invitationId: string) => reader().findOneByOrFail(Attempt, { invitationId });

const goodProgram = `#include "clipping.h"
uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < count; i++) n += samples[i] < LOWEST || samples[i] > HIGHEST;
  return n;
}
`;

describe('consent', () => {
  it('stands before the start: without it, or with words of another time, no clock runs', async () => {
    const { token, invitationId } = await newInvitation(db, parts);
    await rejectsWith(
      db.unitOfWork.run(systemActor, (work) => startAttempt(work, token, undefined)),
      'consent-missing',
    );
    await rejectsWith(start(token, 'words-of-last-year'), 'consent-outdated');
    expect(await newestAttempt(invitationId)).toMatchObject({ startedAt: null, deadlineAt: null, consentAt: null });
  });

  it('is kept with the attempt: the words, their version and the time, and one line in the log', async () => {
    const { token, invitationId } = await newInvitation(db, parts);
    const before = (await log('attempt.consent-given')).length;
    await start(token);
    const attempt = await newestAttempt(invitationId);
    const { version: ofWords, ...words } = attemptConsent();
    expect(attempt).toMatchObject({ consentAt: now(), consentVersion: ofWords, consentWords: words, startedAt: now() });
    db.clock.advance(60_000);
    await start(token, undefined);
    expect(await newestAttempt(invitationId)).toMatchObject({
      startedAt: attempt.startedAt,
      consentAt: attempt.consentAt,
    });
    const lines = await log('attempt.consent-given');
    expect(lines).toHaveLength(before + 1);
    // Under the attempt, which the hiring team does not read: when somebody started is not theirs to know.
    expect(lines[0]).toEqual({ subject_type: 'attempt', detail: `Words of version ${ofWords}.` });
    expect((await candidateAttempt(reader(), token, now())).consent.givenAt).toBe(attempt.consentAt?.toISOString());
  });
});

describe('practice', () => {
  it('is kept ready once, without keys or hidden checks, and is computed anew only when it changed', async () => {
    const { token } = await newInvitation(db, parts);
    const { tasks } = await practiceTasks(reader(), token, now());
    expect(tasks.map(({ kind, position }) => [kind, position])).toEqual([
      ['c', 1],
      ['interpretation', 2],
    ]);
    expect(tasks[0]).toMatchObject({ hiddenChecks: 2, fileName: 'clipping.c', draft: null, lastRun: null });
    expect(tasks[1].figures).toHaveLength(1);
    expect(JSON.stringify(tasks)).not.toMatch(/long-block|answerKey|reference/);
    const engine = {
      variant: () => Promise.reject(new Error('asked')),
      grade: () => Promise.reject(new Error('asked')),
    };
    const bank = await loadPracticeBank('assessments');
    await preparePractice({ unitOfWork: db.unitOfWork, reader: reader(), engine }, bank);
    expect(await reader().countBy(PracticeTask, {})).toBe(2);
  });

  it('runs in the real sandbox before the start, and leaves no answer behind', async () => {
    const { token, invitationId } = await newInvitation(db, parts);
    const { id: attemptId } = await newestAttempt(invitationId);
    const { id } = await tryOut(token, { kind: 'c', source: goodProgram });
    expect(await practiceRun(reader(), token, id, now())).toMatchObject({ state: 'queued', verdict: null });
    await rejectsWith(tryOut(token, { kind: 'c', source: 'int other;' }), 'practice-running');
    await workOff(db, parts.engine);
    const run = await practiceRun(reader(), token, id, now());
    expect(run).toMatchObject({ state: 'done', position: 1, verdict: { status: 'accepted' } });
    expect(run.verdict?.checks.every(({ visible, passed }) => visible && passed)).toBe(true);
    expect(await reader().findOneBy(PracticeRun, { attemptId })).toMatchObject({ answer: null });
    expect(await newestAttempt(invitationId)).toMatchObject({ startedAt: null });
    for (const table of ['draft', 'run', 'submission']) {
      const rows = await db.dataSource.query<unknown[]>(
        `SELECT 1 FROM ${table} x JOIN attempt_task t ON t.id = x.attempt_task_id WHERE t.attempt_id = $1`,
        [attemptId],
      );
      expect(rows).toEqual([]);
    }
    const { token: others } = await newInvitation(db, parts);
    await rejectsWith(practiceRun(reader(), others, id, now()), 'run-not-found');
  });

  it('is delivered twice without a second result, and waits in a queue of its own', async () => {
    const { token } = await newInvitation(db, parts);
    const { id } = await tryOut(token, { kind: 'c', source: 'int broken(' });
    const dispatcher = testDispatcher(db, parts.engine);
    expect(await dispatcher.lease('grading', 5)).toEqual([]);
    const [row] = await dispatcher.lease('practice', 5);
    await dispatcher.deliver(row);
    await dispatcher.deliver(row);
    expect(await practiceRun(reader(), token, id, now())).toMatchObject({ verdict: { status: 'compile-error' } });
  });

  it('is counted, so that one candidate cannot keep the compiler to themselves', async () => {
    const { token, invitationId } = await newInvitation(db, parts);
    const { id: attemptId } = await newestAttempt(invitationId);
    await tryOut(token, { kind: 'c', source: goodProgram });
    await db.dataSource.query(
      `UPDATE practice_run SET runs_in_window = $2, state = 'failed', answer = NULL, finished_at = $3 WHERE attempt_id = $1`,
      [attemptId, practiceRuns, now()],
    );
    await rejectsWith(tryOut(token, { kind: 'c', source: goodProgram }), 'practice-too-often');
    await rejectsWith(tryOut(token, { kind: 'numeric', fields: {} }), 'answer-kind-mismatch');
    await rejectsWith(tryOut(token, { kind: 'c', source: goodProgram }, 9), 'practice-task-not-found');
  });

  it('ends with the start: nothing of it is left, and a trial that still waits comes to nothing', async () => {
    const { token } = await newInvitation(db, parts);
    const { id } = await tryOut(token, { kind: 'c', source: goodProgram });
    await start(token);
    expect(await reader().countBy(PracticeRun, { id })).toBe(0);
    await workOff(db, parts.engine);
    expect(await reader().countBy(PracticeRun, { id })).toBe(0);
    await rejectsWith(practiceTasks(reader(), token, now()), 'practice-over');
    await rejectsWith(tryOut(token, { kind: 'c', source: goodProgram }), 'practice-over');
  });
});

describe('after the hand-in', () => {
  const tasks = ['audio-ring-buffer', 'tensor-quantisation', 'detector-latency-run'];

  it('each answer is a file whose bytes have the hash of the receipt, whatever order the database keeps', async () => {
    const { token } = await newInvitation(db, parts, { tasks });
    await start(token);
    await rejectsWith(candidateOutcome(reader(), token, now()), 'attempt-running');
    const answers: Answer[] = [
      { kind: 'c', source: '// ümläut\r\nint a;\n' },
      { kind: 'numeric', fields: { zeroPoint: '3', scale: '0.5' } },
      { kind: 'interpretation', fields: { p99: '41', claim: 'never', onset: '7' }, justification: 'Warm-up “counts”.' },
    ];
    const hashes: string[] = [];
    for (const [index, answer] of answers.entries()) {
      const saved = await saveDraft(db.unitOfWork, token, index + 1, { baseRevision: 0, answer }, now());
      hashes.push(saved.sha256);
    }
    await rejectsWith(answerFile(reader(), token, 1, now()), 'answer-not-found');
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    const view = await candidateAttempt(reader(), token, now());
    expect(view.tasks.map(({ answerSha256 }) => answerSha256)).toEqual(hashes);
    const files = [];
    for (const position of [1, 2, 3]) files.push(await answerFile(reader(), token, position, now()));
    expect(files.map(({ text }) => sha256(text))).toEqual(hashes);
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'task-1-ring_buffer.c',
      'task-2-answer.json',
      'task-3-answer.json',
    ]);
    await rejectsWith(answerFile(reader(), token, 4, now()), 'answer-not-found');
  });

  it('an empty draft was not handed in: no hash, no file', async () => {
    const { token } = await newInvitation(db, parts);
    await start(token);
    const answer: Answer = { kind: 'numeric', fields: { scale: ' ' } };
    await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer }, now());
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    const view = await candidateAttempt(reader(), token, now());
    expect(view).toMatchObject({ submittedBy: 'candidate', tasks: [{ answerSha256: null }] });
    await rejectsWith(answerFile(reader(), token, 1, now()), 'answer-not-found');
    expect(await candidateOutcome(reader(), token, now())).toMatchObject({
      grading: 'graded',
      tasks: [{ answered: false }],
    });
  });

  it('the outcome goes from being graded to graded', async () => {
    const { token } = await newInvitation(db, parts);
    await start(token);
    const answer: Answer = { kind: 'numeric', fields: { scale: '1' } };
    await saveDraft(db.unitOfWork, token, 1, { baseRevision: 0, answer }, now());
    await db.unitOfWork.run(systemActor, (work) => submitAttempt(work, token));
    expect((await candidateOutcome(reader(), token, now())).grading).toBe('grading');
    await workOff(db, parts.engine);
    const outcome = await candidateOutcome(reader(), token, now());
    expect(outcome).toMatchObject({ grading: 'graded', tasks: [{ answered: true }] });
    expect(outcome.tasks[0].findings.some(({ passed }) => !passed)).toBe(true);
  });
});
