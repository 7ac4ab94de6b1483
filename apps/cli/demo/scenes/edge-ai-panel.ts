// The candidates for Edge AI Engineer who meet the panel: an offer, a disagreement, and two between interviews.
import { recordDecision } from '@bringup/panels';
import { type Applied, rate } from '../applying';
import { allThree, numbersAndChart, rateReasons, takeAssessment } from '../assessing';
import { later } from '../calendar';
import type { DemoCompany } from '../company';
import { draft, schedule, writeUp } from '../interviewing';
import { amaraOnLucia, kenjiOnLucia, priyaOnLucia } from '../scorecards/lucia-fernandez';
import { amaraOnMarta, kenjiOnMarta, priyaOnMarta } from '../scorecards/marta-kowalczyk';
import { amaraOnYuki, kenjiDraftOnChidi } from '../scorecards/others';

export interface Scene {
  readonly company: DemoCompany;
  readonly requisitionId: string;
  readonly day: (daysAgo: number, hour: number, minute?: number) => Date;
}

/** Three scorecards that agree, a decision, an offer. */
export async function offer({ company, requisitionId, day }: Scene, { applicationId }: Applied): Promise<void> {
  await rate(company, 'priya', day(23, 9), applicationId, {
    Q1: {
      rating: 4,
      reason:
        'Quantisation-aware training after PTQ had failed, with both losses stated, and pruning to hardware-friendly widths. The order is right and the figures have conditions.',
    },
    Q2: {
      rating: 4,
      reason:
        'DMA, cache maintenance and a boot fault found over JTAG on one board in thirty. Yocto and device tree besides.',
    },
    Q4: { rating: 4, reason: 'Owned the detector from hand-over to 12,000 units, and used the rollback.' },
  });
  await takeAssessment(company, {
    applicationId,
    by: 'tomas',
    tasks: allThree,
    sentAt: day(22, 8),
    closesAt: day(15, 20),
    startedAt: day(20, 17),
    skill: 'strong',
    note: 'Take it at an hour that suits you. The interviews build on it.',
  });
  await rateReasons(company, {
    applicationId,
    by: 'priya',
    when: day(19, 9),
    rating: 4,
    reason:
      'Takes the slide apart at both joints, names what one unit at one temperature cannot show, and the next run is the one that would decide.',
  });
  const meetings = [
    { kit: 0, interviewer: 'amara', startsAt: day(13, 9), content: amaraOnLucia },
    { kit: 1, interviewer: 'kenji', startsAt: day(13, 12), content: kenjiOnLucia },
    { kit: 2, interviewer: 'priya', startsAt: day(12, 13), content: priyaOnLucia },
  ] as const;
  await holdAll({ company, requisitionId, day }, applicationId, day(17, 10), meetings);
  await company.run('priya', day(9, 14), (work) =>
    recordDecision(work, applicationId, {
      outcome: 'offer',
      rationale:
        'All three interviews and the assessment point the same way; the spread is one on no criterion. She brings the fleet experience that we lack. Kenji and Amara agree that she takes the level-crossing detector.',
      messageToCandidate:
        'Dear Lucía, we enjoyed every one of the conversations and would like to work with you. I will ring you tomorrow to go through the offer and to answer what is still open, above all your question about test vehicles.',
    }),
  );
}

async function holdAll(
  { company, requisitionId }: Scene,
  applicationId: string,
  scheduledAt: Date,
  meetings: readonly {
    kit: number;
    interviewer: 'amara' | 'kenji' | 'priya';
    startsAt: Date;
    content: Parameters<typeof writeUp>[4];
  }[],
): Promise<void> {
  for (const { kit, interviewer, startsAt, content } of meetings) {
    const id = await schedule(company, { applicationId, requisitionId, kit, interviewer, scheduledAt, startsAt });
    await writeUp(company, interviewer, id, later(startsAt, 2), content);
  }
}

/** All scorecards are in and two of them are far apart: the packet to talk about. */
export async function disagreement(scene: Scene, { applicationId }: Applied): Promise<void> {
  const { company, day } = scene;
  await rate(company, 'priya', day(21, 9), applicationId, {
    Q1: {
      rating: 2,
      reason:
        'One keyword spotter quantised with the converter; her letter says herself that training at scale is missing.',
    },
    Q2: {
      rating: 4,
      reason:
        'Memory shared between arena and radio, read the listing of the kernel, twenty boards measured. This is the level that we look for.',
    },
    Q5: {
      rating: 4,
      reason: 'Energy with a spread over twenty boards, a wrong datasheet table found and written down for others.',
    },
  });
  await takeAssessment(company, {
    applicationId,
    by: 'tomas',
    tasks: allThree,
    sentAt: day(20, 8),
    closesAt: day(12, 20),
    startedAt: day(18, 16),
    skill: 'solid',
  });
  await rateReasons(company, {
    applicationId,
    by: 'priya',
    when: day(17, 10),
    rating: 3,
    reason:
      'Explains the slide by cool inference without the other stages and gives the sustained rate. The next run is sensible; spread between units is not considered.',
  });
  await holdAll(scene, applicationId, day(11, 10), [
    { kit: 0, interviewer: 'amara', startsAt: day(6, 9), content: amaraOnMarta },
    { kit: 1, interviewer: 'kenji', startsAt: day(5, 8), content: kenjiOnMarta },
    { kit: 2, interviewer: 'priya', startsAt: day(4, 12), content: priyaOnMarta },
  ]);
}

/** One interview is over, two are to come: who comes next does not see what was said, or how the written answer was rated. */
export async function betweenInterviews(
  { company, requisitionId, day }: Scene,
  { applicationId }: Applied,
): Promise<void> {
  await rate(company, 'tomas', day(18, 8), applicationId, {
    Q2: {
      rating: 2,
      reason:
        'C++ and NEON kernels, so close to the processor; interrupts, an RTOS and debugging with instruments are not shown.',
    },
  });
  await takeAssessment(company, {
    applicationId,
    by: 'tomas',
    tasks: numbersAndChart,
    sentAt: day(16, 8),
    closesAt: day(9, 20),
    startedAt: day(14, 3),
    skill: 'strong',
  });
  await rateReasons(company, {
    applicationId,
    by: 'tomas',
    when: day(13, 9),
    rating: 4,
    reason: 'Cold inference against the sustained pipeline, no p99 from a sample of frames, and several units next.',
  });
  const first = await schedule(company, {
    applicationId,
    requisitionId,
    kit: 0,
    interviewer: 'amara',
    scheduledAt: day(8, 9),
    startsAt: day(2, 8),
  });
  await schedule(company, {
    applicationId,
    requisitionId,
    kit: 1,
    interviewer: 'kenji',
    scheduledAt: day(8, 9),
    startsAt: day(-1, 7),
  });
  await schedule(company, {
    applicationId,
    requisitionId,
    kit: 2,
    interviewer: 'priya',
    scheduledAt: day(8, 9),
    startsAt: day(-2, 8),
  });
  await writeUp(company, 'amara', first, day(2, 10), amaraOnYuki);
}

/** The interview was yesterday and its scorecard is begun. */
export async function scorecardDue({ company, requisitionId, day }: Scene, { applicationId }: Applied): Promise<void> {
  await rate(company, 'priya', day(16, 12), applicationId);
  await takeAssessment(company, {
    applicationId,
    by: 'tomas',
    tasks: numbersAndChart,
    sentAt: day(14, 8),
    closesAt: day(7, 20),
    startedAt: day(11, 18),
    skill: 'mixed',
  });
  const held = await schedule(company, {
    applicationId,
    requisitionId,
    kit: 1,
    interviewer: 'kenji',
    scheduledAt: day(6, 9),
    startsAt: day(1, 7),
  });
  await schedule(company, {
    applicationId,
    requisitionId,
    kit: 0,
    interviewer: 'amara',
    scheduledAt: day(6, 9),
    startsAt: day(-2, 12),
  });
  await draft(company, 'kenji', held, day(1, 8, 10), kenjiDraftOnChidi);
}
