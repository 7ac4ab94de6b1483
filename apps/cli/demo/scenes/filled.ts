// A requisition that is filled: what a finished hiring looks like.
import { recordDecision } from '@bringup/panels';
import { moveApplication } from '@bringup/requisitions';
import { apply, rate } from '../applying';
import { later, workday } from '../calendar';
import { anjaliMenon } from '../candidates/anjali-menon';
import { pekkaVirtanen } from '../candidates/pekka-virtanen';
import type { DemoCompany } from '../company';
import { schedule, writeUp } from '../interviewing';
import { audioFilled, publish } from '../requisitions';
import { amaraOnAnjali, amaraOnPekka, kenjiOnAnjali, kenjiOnPekka } from '../scorecards/others';

export async function playFilled(company: DemoCompany): Promise<void> {
  const day = (daysAgo: number, hour: number) => workday(company.now, daysAgo, hour);
  const { id: requisitionId, slug } = await publish(company, day(95, 8), audioFilled);
  const [anjali, pekka] = await Promise.all([
    apply(company, slug, anjaliMenon, day(90, 7)),
    apply(company, slug, pekkaVirtanen, day(88, 12)),
  ]);
  const panel = [
    { ...anjali, interviewer: 'amara', kit: 0, startsAt: day(80, 9), content: amaraOnAnjali },
    { ...anjali, interviewer: 'kenji', kit: 1, startsAt: day(80, 12), content: kenjiOnAnjali },
    { ...pekka, interviewer: 'amara', kit: 0, startsAt: day(79, 9), content: amaraOnPekka },
    { ...pekka, interviewer: 'kenji', kit: 1, startsAt: day(79, 12), content: kenjiOnPekka },
  ] as const;
  await rate(company, 'priya', day(86, 9), anjali.applicationId, {
    Q1: {
      rating: 4,
      reason:
        'Quantisation-aware training and channel pruning on a shipped detector, judged by the word error behind it and not by its own accuracy.',
    },
    Q4: { rating: 4, reason: 'Owned the detector from training to 90,000 units; the sentence says so plainly.' },
  });
  await rate(company, 'priya', day(86, 11), pekka.applicationId, {
    Q2: {
      rating: 3,
      reason:
        'Nine years of fixed-point C on a DSP. The reading found nothing because he writes in the words of audio; I read it as embedded work.',
    },
  });
  for (const { applicationId, interviewer, kit, startsAt, content } of panel) {
    const id = await schedule(company, {
      applicationId,
      requisitionId,
      kit,
      interviewer,
      scheduledAt: day(84, 9),
      startsAt,
    });
    await writeUp(company, interviewer, id, later(startsAt, 2), content);
  }
  await company.run('priya', day(77, 10), (work) =>
    recordDecision(work, anjali.applicationId, {
      outcome: 'offer',
      rationale: 'Both cards are clear and the production record speaks for itself.',
      messageToCandidate: 'Dear Anjali, we would be glad to have you with us. Tomas sends the details today.',
    }),
  );
  await company.run('priya', day(77, 11), (work) =>
    recordDecision(work, pekka.applicationId, {
      outcome: 'reject',
      rejectionReason: 'another-candidate',
      rationale: 'Would have been hired for a second seat. Narrower on the model side than Anjali.',
      messageToCandidate:
        'Dear Pekka, it was close, and we decided for somebody with more work on the model itself. Your fixed-point work impressed the panel; may I write to you when the next position comes up?',
    }),
  );
  await company.run('tomas', day(70, 9), (work) => moveApplication(work, anjali.applicationId, { stage: 'hired' }));
}
