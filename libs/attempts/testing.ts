// Builders for specs: a desk with the real library and engine, an application that is invited, and the worker's part by hand.
import { type GradingEngine, startGradingEngine, type Verdict } from '@bringup/grading';
import {
  type Clock,
  OutboxDispatcher,
  OutboxHandlers,
  queueNames,
  systemActor,
  type UnitOfWork,
} from '@bringup/platform';
import { forgetApplication, retentionEnded } from '@bringup/requisitions';
import { loadTaskBank } from '@bringup/task-bank';
import type { DataSource } from 'typeorm';
import { newStaff, type TestStaff } from '../identity/testing';
import { newApplication, newRequisition } from '../requisitions/testing';
import { closeAttemptAtDeadline } from './close-attempt-at-deadline';
import { compareSubmission } from './fair-play/compare-submission';
import { gradePractice } from './practice/grade-practice';
import { gradeRun } from './runs/grade-run';
import { gradeSubmission } from './grade-submission';
import { type InvitationInput, inviteCandidate } from './invite-candidate';
import { issueAttemptLink } from './mail.queries';
import { prepareInvitation } from './prepare-invitation';
import { regradeSubmission } from './regrading/regrade-submission';
import { forgetAttempts } from './retention/forget-attempts';
import { TaskDesk } from './task-desk';
import {
  accommodationDecided,
  accommodationRequested,
  attemptDeadline,
  attemptSubmitted,
  invitationCreated,
  invitationReady,
  regradeRequested,
  practiceRequested,
  runRequested,
  submissionGraded,
  submissionReceived,
} from './topics';

/** The project's own task library on one engine. Close the desk in `afterAll`; the engine's children need a build in `dist`. */
export async function openTestDesk(): Promise<{ desk: TaskDesk; engine: GradingEngine }> {
  const engine = await startGradingEngine({ compilers: 1, runners: 1, cacheFolder: null });
  return { desk: new TaskDesk(await loadTaskBank('assessments'), () => Promise.resolve(engine)), engine };
}

export interface TestPlace {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

type Engine = Pick<GradingEngine, 'variant' | 'grade'>;

/** A dispatcher with the handlers of this library; mails are ticked off unread. */
export function testDispatcher({ dataSource, unitOfWork, clock }: TestPlace, engine: Engine): OutboxDispatcher {
  const tools = { unitOfWork, engine, reader: unitOfWork.reader };
  const handlers = new OutboxHandlers()
    .register(invitationCreated, (job) => prepareInvitation(tools, job))
    .register(practiceRequested, (job) => gradePractice(tools, job))
    .register(runRequested, (job) => gradeRun(tools, job))
    .register(submissionReceived, (job) => gradeSubmission(tools, job))
    .register(submissionGraded, (job) => compareSubmission(tools, job))
    .register(regradeRequested, (job) => regradeSubmission(tools, job))
    .register(attemptDeadline, closeAttemptAtDeadline)
    .register(retentionEnded, forgetApplication([forgetAttempts]));
  handlers.register(invitationReady, (job) => job.finish(async () => undefined));
  for (const mail of [accommodationDecided, accommodationRequested])
    handlers.register(mail, (job) => job.finish(async () => undefined));
  handlers.register(attemptSubmitted, (job) => job.finish(async () => undefined));
  return new OutboxDispatcher(dataSource, clock, handlers);
}

const ourTopics = [
  invitationCreated,
  practiceRequested,
  runRequested,
  submissionReceived,
  submissionGraded,
  regradeRequested,
  attemptDeadline,
  invitationReady,
  attemptSubmitted,
  accommodationDecided,
  accommodationRequested,
  retentionEnded,
].map(({ name }) => name);

/** Does all the work that is due, as a worker would, until there is none. Other libraries' work is left alone. */
export async function workOff(place: TestPlace, engine: Engine): Promise<void> {
  const dispatcher = testDispatcher(place, engine);
  await place.dataSource.query('UPDATE outbox SET done_at = created_at WHERE done_at IS NULL AND NOT topic = ANY($1)', [
    ourTopics,
  ]);
  for (let busy = true; busy;) {
    busy = false;
    for (const queue of queueNames) {
      for (const row of await dispatcher.lease(queue, 20)) {
        busy = true;
        await dispatcher.deliver(row);
      }
    }
  }
}

export interface InvitedScene {
  readonly staff: TestStaff;
  readonly applicationId: string;
  readonly invitationId: string;
  /** Of the candidate's link. */
  readonly token: string;
}

/** Hours from the clock's present to an ISO instant. */
export function hoursFromNow(place: TestPlace, hours: number): string {
  return new Date(place.clock.now().getTime() + hours * 3_600_000).toISOString();
}

/** An application to an open requisition. */
export async function newApplicant(place: TestPlace): Promise<{ staff: TestStaff; applicationId: string }> {
  const staff = await newStaff(place.unitOfWork);
  const { slug } = await newRequisition(place.unitOfWork, staff);
  const { id } = await newApplication(place.unitOfWork, slug);
  return { staff, applicationId: id };
}

/** An applicant with an assessment that is prepared and may be started for a week; the quantisation task unless told otherwise. */
export async function newInvitation(
  place: TestPlace,
  parts: { desk: TaskDesk; engine: Engine },
  overrides: Partial<InvitationInput> = {},
): Promise<InvitedScene> {
  const { staff, applicationId } = await newApplicant(place);
  const input = { tasks: ['tensor-quantisation'], closesAt: hoursFromNow(place, 168), ...overrides };
  const { id: invitationId } = await place.unitOfWork.run(staff.recruiter, (work) =>
    inviteCandidate(work, parts.desk, applicationId, input),
  );
  await workOff(place, parts.engine);
  const token = await place.unitOfWork.run(systemActor, (work) => issueAttemptLink(work, invitationId));
  return { staff, applicationId, invitationId, token };
}

/** Grades with the real variants; each verdict quotes the answer, as compilers and checks do. */
export function quotingEngine(engine: GradingEngine, points: number): Pick<GradingEngine, 'variant' | 'grade'> {
  return {
    variant: engine.variant.bind(engine),
    async grade({ task, seed, answer }) {
      const message = `Found ${JSON.stringify(answer)}`;
      const check = { id: 'one', title: 'One', visible: true, passed: false, points, maxPoints: 20, message };
      return {
        ...{ slug: task.slug, seed, status: 'partial', points, maxPoints: 20, checks: [check], metrics: null },
        ...{ budgets: [], compilerOutput: message, toolchain: 'test', digest: message },
      } as unknown as Verdict;
    },
  };
}
