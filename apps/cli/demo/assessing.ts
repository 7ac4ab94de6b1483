// Candidates take assessments: invited, prepared, started, answered and handed in, each at its moment. The worker grades.
import {
  attemptConsent,
  assessmentsOfApplication,
  inviteCandidate,
  issueAttemptLink,
  rateJustification,
  saveDraft,
  startAttempt,
  submitAttempt,
  type DraftInput,
} from '@bringup/attempts';
import { DomainError, systemActor } from '@bringup/platform';
import { later } from './calendar';
import type { DemoCompany, First } from './company';
import { answerTo, type Skill } from './answers';

/** Two tasks that are answered by numbers, and one that is answered in C. */
export const numbersAndChart = ['tensor-quantisation', 'detector-latency-run'] as const;
export const allThree = ['audio-ring-buffer', ...numbersAndChart] as const;

export interface InvitationScene {
  readonly applicationId: string;
  readonly by: First;
  readonly tasks: readonly string[];
  readonly sentAt: Date;
  readonly closesAt: Date;
  readonly note?: string;
}

/** Sends an assessment. What happens then is the worker's, unless the candidate of the story goes on. */
export async function invite(company: DemoCompany, scene: InvitationScene): Promise<string> {
  const { applicationId, tasks, closesAt, note } = scene;
  const { id } = await company.run(scene.by, scene.sentAt, (work) =>
    inviteCandidate(work, company.desk, applicationId, {
      tasks,
      closesAt: closesAt.toISOString(),
      ...(note === undefined ? {} : { note }),
    }),
  );
  return id;
}

/** Makes the tasks ready as the worker would, and starts the clock. Resolves to the token of the candidate's link. */
export async function start(
  company: DemoCompany,
  invitationId: string,
  preparedAt: Date,
  startedAt: Date,
): Promise<string> {
  await company.doWork('invitation.created', invitationId, preparedAt);
  const token = await company.at(preparedAt).run(systemActor, (work) => issueAttemptLink(work, invitationId));
  await company.at(startedAt).run(systemActor, (work) => startAttempt(work, token, attemptConsent().version));
  return token;
}

/** Answers the tasks at these positions, a few minutes each. */
export async function answer(
  company: DemoCompany,
  scene: { applicationId: string; token: string; startedAt: Date; skill: Skill; positions?: readonly number[] },
): Promise<Date> {
  const assessments = await assessmentsOfApplication(company.dataSource.manager, scene.applicationId, scene.startedAt);
  const tasks = assessments.items[0]?.tasks ?? [];
  let when = scene.startedAt;
  for (const task of tasks) {
    if (scene.positions && !scene.positions.includes(task.position)) continue;
    when = later(when, 0.3);
    const input: DraftInput = { baseRevision: 0, answer: await answerTo(company.desk, task, scene.skill) };
    await saveDraft(company.at(when), scene.token, task.position, input, when);
  }
  return when;
}

/** The whole way from invitation to handing in. */
export async function takeAssessment(
  company: DemoCompany,
  scene: InvitationScene & { readonly startedAt: Date; readonly skill: Skill },
): Promise<void> {
  const invitationId = await invite(company, scene);
  const token = await start(company, invitationId, later(scene.sentAt, 0.05), scene.startedAt);
  const done = await answer(company, {
    applicationId: scene.applicationId,
    token,
    startedAt: scene.startedAt,
    skill: scene.skill,
  });
  await company.at(later(done, 0.1)).run(systemActor, (work) => submitAttempt(work, token));
}

export interface ReasonsScene {
  readonly applicationId: string;
  readonly by: First;
  readonly when: Date;
  readonly rating: number;
  readonly reason: string;
}

/** Rates the written answer of the last assessment: the last of its tasks that asks for reasons. */
export async function rateReasons(company: DemoCompany, scene: ReasonsScene): Promise<void> {
  const { applicationId, by, when, rating, reason } = scene;
  const [last] = (await assessmentsOfApplication(company.dataSource.manager, applicationId, when)).items;
  const task = last?.tasks.findLast(({ kind }) => kind === 'interpretation');
  if (!last || !task) throw new DomainError('demo-answer-missing', 'The demo has no written answer to rate there.');
  await company.run(by, when, (work) =>
    rateJustification(work, { applicationId, invitationId: last.id, position: task.position, rating, reason }),
  );
}
