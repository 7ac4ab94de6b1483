// Interviews of the demo company: scheduled on the plan, held, and written up.
import { interviewPlanOf, type CardContent, saveScorecard, scheduleInterview, submitScorecard } from '@bringup/panels';
import { DomainError } from '@bringup/platform';
import type { DemoCompany, First } from './company';

export interface Meeting {
  readonly applicationId: string;
  readonly requisitionId: string;
  /** Place of the kit in the plan, from 0. */
  readonly kit: number;
  readonly interviewer: First;
  readonly scheduledAt: Date;
  readonly startsAt: Date;
  readonly location?: string;
}

export async function schedule(company: DemoCompany, meeting: Meeting): Promise<string> {
  const plan = await interviewPlanOf(
    company.dataSource.manager,
    company.desk,
    company.person('tomas'),
    meeting.requisitionId,
  );
  const kit = plan.kits[meeting.kit];
  if (!kit) throw new DomainError('demo-kit-missing', `The demo needs ${meeting.kit + 1} kits in the plan.`);
  const { id } = await company.run('tomas', meeting.scheduledAt, (work) =>
    scheduleInterview(work, meeting.applicationId, {
      kitId: kit.id,
      interviewerId: company.person(meeting.interviewer).id,
      startsAt: meeting.startsAt.toISOString(),
      minutes: kit.minutes,
      timeZone: 'Europe/Oslo',
      location: meeting.location ?? 'Video call, link in the calendar entry',
    }),
  );
  return id;
}

export async function draft(
  company: DemoCompany,
  interviewer: First,
  interviewId: string,
  when: Date,
  content: CardContent,
): Promise<void> {
  await company.run(interviewer, when, (work) => saveScorecard(work, interviewId, { ...content, version: 0 }));
}

/** Writes and submits a scorecard. */
export async function writeUp(
  company: DemoCompany,
  interviewer: First,
  interviewId: string,
  when: Date,
  content: CardContent,
): Promise<void> {
  await draft(company, interviewer, interviewId, when, content);
  await company.run(interviewer, when, (work) => submitScorecard(work, interviewId));
}
