// What a candidate's page reads: the attempt, one of its tasks, and a run. Nothing private is loaded.
import type { Answer } from '@bringup/grading';
import { personById } from '@bringup/identity';
import { DomainError } from '@bringup/platform';
import { applicationHeader, wordsIfForgotten } from '@bringup/requisitions';
import type { EntityManager } from 'typeorm';
import { isAnswered } from './answers';
import { type AttemptConsent, consentOf } from './attempt-consent';
import { type AccommodationView, accommodationsOf } from './time/attempt-times.queries';
import type { Attempt } from './data/attempt.entity';
import {
  attemptAloneByLink,
  attemptByLink,
  getAttemptTask,
  type InvitedAttempt,
  timesOf,
} from './data/attempt.repository';
import type { Draft } from './data/draft.entity';
import { currentDrafts, findCurrentDraft } from './data/draft.repository';
import type { PinnedTask } from './data/pinned-task.entity';
import type { RunState } from './data/run.entity';
import { newestRunOfTask, type RunFacts, runOfAttempt } from './data/run.repository';
import { assertNotStanding, assertTakesAnswers, type ClockStand, clockStand, timeLeftMs } from './domain/attempt-clock';
import { assertNotRevoked, type InvitationState, invitationState } from './domain/invitation-state';
import type { TaskSheet } from './task-sheet';
import { readVerdict } from './stored-verdict';
import type { VerdictView } from './verdict-view';

/** What is recorded, told before the start; a change of what is recorded changes this list. */
export const recorded = [
  'Every saved version of your answers, with the time at which it reached us and where the cursor stood. The hiring team can look through them after you hand in.',
  'Every run of your answer and what it showed.',
  'When you started and when you handed in, and any pause or break in between.',
  'While you work, that this page is open and connected. The people who judge your answers do not see this.',
  'When text is pasted into an answer: how many characters, into which task, and whether the text was on this page before. Not the text itself, beyond the answer that is saved.',
  'When this page loses the focus and gets it back. Not what you do meanwhile; looking things up is allowed.',
  'When many characters arrive at once without a paste: how many, in what time, into which task. Not which keys.',
  'These three are notes with a time for the people who read your answer. They are no score, they change no points, and nothing is decided by them automatically.',
  'Programs for one task are compared with each other for similarity. A person reads both before anything is said, and it changes no points.',
  'Not your screen, camera, microphone or single keys; nothing outside this page.',
];

export const allowedAids =
  'Documentation, data sheets, a calculator and your own notes are fine. The answers must be your own work: no other person and no assistant that writes them for you. The interview comes back to what you handed in.';

/** What a candidate agrees to before the start, as it is worded now. */
export function attemptConsent(): AttemptConsent {
  return consentOf(recorded);
}

export interface CandidateAttempt {
  readonly state: InvitationState;
  readonly candidateName: string;
  readonly jobTitle: string;
  readonly note: string | null;
  readonly contact: { readonly name: string; readonly email: string };
  /** The assessment's own minutes, the same for everybody. */
  readonly minutes: number;
  /** Granted on top, and added by staff while it ran. */
  readonly extensionMinutes: number;
  readonly addedMinutes: number;
  readonly clock: {
    readonly stand: ClockStand;
    readonly timeLeftSeconds: number | null;
    readonly pause: { readonly since: string; readonly by: string } | null;
    readonly breakEndsAt: string | null;
    readonly breaks: { readonly allowed: number; readonly minutes: number; readonly taken: number };
  };
  /** The candidate's own requests and their answers, newest first. */
  readonly accommodations: AccommodationView[];
  readonly opensAt: string;
  readonly closesAt: string;
  readonly startedAt: string | null;
  readonly deadlineAt: string | null;
  readonly submittedAt: string | null;
  /** A sentence once the answers and what was recorded are erased. */
  readonly erased: string | null;
  /** The task that was saved last, on whatever machine; null before the first save. */
  readonly lastWorkedOn: number | null;
  /** The candidate, or the deadline by itself. */
  readonly submittedBy: 'candidate' | 'deadline' | null;
  /** Until when the link opens this page. */
  readonly linkEndsAt: string;
  readonly serverNow: string;
  readonly recorded: string[];
  /** What the candidate agrees to before the start, and when they did. */
  readonly consent: AttemptConsent & { readonly givenAt: string | null };
  readonly allowedAids: string;
  readonly tasks: {
    readonly position: number;
    readonly title: string;
    readonly kind: Answer['kind'];
    readonly minutes: number;
    readonly points: number;
    readonly summary: string;
    readonly answered: boolean;
    readonly savedAt: string | null;
    readonly answerSha256: string | null;
  }[];
}

type TaskFacts = Pick<PinnedTask, 'title' | 'kind' | 'minutes' | 'points' | 'summary'>;

/** @throws DomainError `link-not-found`, `link-revoked`, `link-expired` */
export async function candidateAttempt(manager: EntityManager, token: string, now: Date): Promise<CandidateAttempt> {
  const invited = await attemptByLink(manager, token, now);
  const { attempt, invitation } = invited;
  const header = await applicationHeader(manager, invitation.applicationId);
  const { name, email } = await personById(manager, invitation.sentById);
  const drafts = await currentDrafts(manager, attempt.id);
  // After the end only what was handed in counts: an empty draft was not.
  const counts = (draft: Draft) => attempt.submittedAt === null || isAnswered(draft.answer);
  const tasks = await manager.query<({ id: string; position: number } & TaskFacts)[]>(
    `SELECT t.id, t.position, p.title, p.kind, p.minutes, p.points, p.summary
       FROM attempt_task t JOIN pinned_task p ON p.digest = t.task_digest WHERE t.attempt_id = $1 ORDER BY t.position`,
    [attempt.id],
  );
  const lastSaved = [...drafts.values()].sort((one, other) => other.savedAt.getTime() - one.savedAt.getTime())[0];
  return {
    state: invitationState(timesOf(invited), now),
    candidateName: header.candidate.name,
    jobTitle: header.requisition.title,
    note: invitation.note,
    contact: { name, email },
    minutes: attempt.minutes,
    extensionMinutes: attempt.extensionMinutes,
    addedMinutes: attempt.addedMinutes,
    clock: await clockView(manager, attempt, now),
    accommodations: await accommodationsOf(manager, attempt.id),
    opensAt: invitation.opensAt.toISOString(),
    closesAt: invitation.closesAt.toISOString(),
    startedAt: attempt.startedAt?.toISOString() ?? null,
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    erased: wordsIfForgotten(attempt.forgottenAt),
    lastWorkedOn: tasks.find(({ id }) => id === lastSaved?.attemptTaskId)?.position ?? null,
    submittedBy: attempt.submittedBy,
    linkEndsAt: invited.linkEndsAt.toISOString(),
    serverNow: now.toISOString(),
    recorded,
    consent: { ...attemptConsent(), givenAt: attempt.consentAt?.toISOString() ?? null },
    allowedAids,
    tasks: tasks.map(({ id, ...facts }) => {
      const draft = drafts.get(id);
      return {
        ...facts,
        answered: draft !== undefined && isAnswered(draft.answer),
        savedAt: draft?.savedAt.toISOString() ?? null,
        answerSha256: draft && counts(draft) ? draft.sha256 : null,
      };
    }),
  };
}

async function clockView(manager: EntityManager, attempt: Attempt, now: Date): Promise<CandidateAttempt['clock']> {
  const { pausedAt, pausedById, breakEndsAt, breaks, breakMinutes, breaksTaken } = attempt;
  const stand = clockStand(attempt, now);
  const left = timeLeftMs(attempt, now);
  const pause =
    pausedAt && pausedById ? { since: pausedAt.toISOString(), by: (await personById(manager, pausedById)).name } : null;
  return {
    stand,
    timeLeftSeconds: left === null ? null : Math.ceil(left / 1000),
    pause,
    breakEndsAt: stand === 'on-break' ? (breakEndsAt?.toISOString() ?? null) : null,
    breaks: { allowed: breaks, minutes: breakMinutes, taken: breaksTaken },
  };
}

export interface RunView {
  readonly id: string;
  readonly position: number;
  readonly state: RunState;
  readonly check: number | null;
  readonly of: number | null;
  /** How many other candidates' runs stand before it in the queue; null when it does not stand in the queue (now). */
  readonly ahead: number | null;
  /** Of the answer that was run. */
  readonly sha256: string;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  readonly verdict: VerdictView | null;
}

/** Of a run, or of a trial in practice; `ahead` of it in the queue, null where it stands in none. */
export function viewOfRun(run: RunFacts, position: number, ahead: number | null): RunView {
  const verdict = run.verdict === null ? null : readVerdict(run.verdict);
  return {
    id: run.id,
    position,
    // A result that cannot be shown is a fault of ours: the candidate may run again.
    state: run.state === 'done' && verdict === null ? 'failed' : run.state,
    check: run.checkNumber,
    of: run.checkCount,
    ahead,
    sha256: run.sha256,
    requestedAt: run.requestedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    verdict,
  };
}

export interface CandidateTask extends TaskSheet, Pick<TaskFacts, 'title' | 'kind' | 'minutes' | 'points'> {
  readonly position: number;
  readonly draft: {
    readonly revision: number;
    readonly savedAt: string;
    readonly answer: Answer;
    readonly sha256: string;
    readonly cursor: number | null;
  } | null;
  readonly lastRun: RunView | null;
}

/** The task is readable while the attempt runs, and not before. @throws DomainError `attempt-not-started`, `attempt-paused`, `attempt-on-break`, `attempt-over`, `attempt-task-not-found`, `invitation-revoked`, `link-…` */
export async function candidateTask(
  manager: EntityManager,
  token: string,
  position: number,
  now: Date,
): Promise<CandidateTask> {
  const invited = await runningAttempt(manager, token, now);
  const row = await getAttemptTask(manager, invited.attempt.id, position);
  if (!row.sheet)
    throw new DomainError('invitation-not-ready', 'This task is still being prepared. Try again in a minute.');
  const [facts] = await manager.query<Pick<TaskFacts, 'title' | 'kind' | 'minutes' | 'points'>[]>(
    'SELECT title, kind, minutes, points FROM pinned_task WHERE digest = $1',
    [row.taskDigest],
  );
  if (!facts) throw new DomainError('task-not-found', 'The task of this attempt is not kept any more.');
  const draft = await findCurrentDraft(manager, row.id);
  const lastRun = await newestRunOfTask(manager, row.id);
  return {
    position,
    ...facts,
    ...row.sheet,
    draft: draft ? viewOfDraft(draft) : null,
    lastRun: lastRun ? viewOfRun(lastRun, position, lastRun.ahead) : null,
  };
}

function viewOfDraft({ revision, savedAt, answer, sha256, cursor }: Draft) {
  return { revision, savedAt: savedAt.toISOString(), answer, sha256, cursor };
}

/** The attempt behind a link while answers are taken. @throws DomainError `attempt-not-started`, `attempt-over`, `invitation-revoked`, `link-…` */
export async function runningAttempt(manager: EntityManager, token: string, now: Date): Promise<InvitedAttempt> {
  const invited = await attemptByLink(manager, token, now);
  assertNotRevoked(timesOf(invited));
  assertTakesAnswers(invited.attempt, now);
  return invited;
}

/** A run of this attempt and of no other; while the clock stands it waits. @throws DomainError `run-not-found`, `attempt-paused`, `attempt-on-break`, `link-…` */
export async function candidateRun(manager: EntityManager, token: string, runId: string, now: Date): Promise<RunView> {
  const attempt = await attemptAloneByLink(manager, token, now);
  assertNotStanding(attempt, now);
  const run = await runOfAttempt(manager, attempt.id, runId);
  if (!run) throw new DomainError('run-not-found', 'This run is not known. Run your answer again.');
  return viewOfRun(run, run.position, run.ahead);
}

/** What the candidate's page hears of, and the attempt whose page it is. @throws DomainError `link-…` */
export async function attemptSubjectOf(
  manager: EntityManager,
  token: string,
  now: Date,
): Promise<{ attemptId: string; subject: string }> {
  const { attempt } = await attemptByLink(manager, token, now);
  return { attemptId: attempt.id, subject: `attempt:${attempt.id}` };
}

/** The candidate behind a link, for the audit log; without their name. @throws DomainError `link-…` */
export async function candidateActor(manager: EntityManager, token: string, now: Date) {
  const { invitation } = await attemptByLink(manager, token, now);
  const { candidate } = await applicationHeader(manager, invitation.applicationId);
  return { kind: 'candidate' as const, id: candidate.id, name: 'The candidate' };
}
