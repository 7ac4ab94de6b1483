// The open requisition of the demo: twelve applications to Edge AI Engineer, one or more in every stage.
import { candidateStatus, recordDecision, withdrawByLink } from '@bringup/panels';
import { systemActor } from '@bringup/platform';
import { type Applied, apply, rate } from '../applying';
import { allThree, answer, invite, numbersAndChart, start, takeAssessment } from '../assessing';
import { later, workday } from '../calendar';
import { benWhitfield } from '../candidates/ben-whitfield';
import { chidiEze } from '../candidates/chidi-eze';
import { elifYildiz } from '../candidates/elif-yildiz';
import { hannaLindqvist } from '../candidates/hanna-lindqvist';
import { luciaFernandez } from '../candidates/lucia-fernandez';
import { maiAnhNguyen } from '../candidates/mai-anh-nguyen';
import { martaKowalczyk } from '../candidates/marta-kowalczyk';
import { omarHaddad } from '../candidates/omar-haddad';
import { rafaelMoreira } from '../candidates/rafael-moreira';
import { samuelAdeyemi } from '../candidates/samuel-adeyemi';
import { yukiTanabe } from '../candidates/yuki-tanabe';
import { zaneleMthembu } from '../candidates/zanele-mthembu';
import type { DemoCompany } from '../company';
import { edgeAi, publish } from '../requisitions';
import { betweenInterviews, disagreement, offer, type Scene, scorecardDue } from './edge-ai-panel';

const applicants = [
  { candidate: luciaFernandez, daysAgo: 24, hour: 8 },
  { candidate: martaKowalczyk, daysAgo: 22, hour: 17 },
  { candidate: yukiTanabe, daysAgo: 19, hour: 5 },
  { candidate: chidiEze, daysAgo: 18, hour: 20 },
  { candidate: zaneleMthembu, daysAgo: 17, hour: 9 },
  { candidate: benWhitfield, daysAgo: 16, hour: 13 },
  { candidate: hannaLindqvist, daysAgo: 12, hour: 7 },
  { candidate: maiAnhNguyen, daysAgo: 11, hour: 21 },
  { candidate: omarHaddad, daysAgo: 9, hour: 11 },
  { candidate: rafaelMoreira, daysAgo: 7, hour: 15 },
  { candidate: elifYildiz, daysAgo: 3, hour: 10 },
  { candidate: samuelAdeyemi, daysAgo: 1, hour: 6 },
] as const;

export async function playEdgeAi(company: DemoCompany): Promise<void> {
  const day: Scene['day'] = (daysAgo, hour, minute) => workday(company.now, daysAgo, hour, minute);
  const { id: requisitionId, slug } = await publish(company, day(28, 8), edgeAi);
  // Each candidate has a moment of their own, so the documents can be read side by side.
  const applied = await Promise.all(
    applicants.map(async ({ candidate, daysAgo, hour }) => apply(company, slug, candidate, day(daysAgo, hour))),
  );
  const [lucia, marta, yuki, chidi, zanele, ben, hanna, maiAnh, omar, , elif] = applied as [
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
    Applied,
  ];
  const scene: Scene = { company, requisitionId, day };
  await offer(scene, lucia);
  await disagreement(scene, marta);
  await betweenInterviews(scene, yuki);
  await scorecardDue(scene, chidi);
  await withdrawal(scene, zanele);
  await declined(scene, ben);
  await handedIn(scene, hanna);
  await atWork(scene, maiAnh);
  await invited(scene, omar);
  await rate(company, 'tomas', day(2, 9), elif.applicationId, {}, ['Q1', 'Q2', 'Q3']);
}

async function withdrawal({ company, day }: Scene, { applicationId, statusToken }: Applied): Promise<void> {
  await rate(company, 'tomas', day(16, 9), applicationId, {
    Q4: { rating: 3, reason: 'Eight years and 380 drones in the field, with the update path designed by her.' },
  });
  await invite(company, {
    applicationId,
    by: 'tomas',
    tasks: numbersAndChart,
    sentAt: day(15, 9),
    closesAt: day(8, 20),
  });
  await candidateStatus(company.dataSource.manager, statusToken, day(13, 8));
  await company.at(day(13, 8)).run(systemActor, (work) => withdrawByLink(work, statusToken));
}

async function declined({ company, day }: Scene, { applicationId }: Applied): Promise<void> {
  await rate(company, 'priya', day(14, 9), applicationId, {
    Q3: { rating: 1, reason: 'A tutorial that was followed once, on a borrowed stick.' },
    Q4: {
      rating: 0,
      reason: 'Ten years of web development; neither embedded nor machine learning work in any position.',
    },
  });
  await company.run('priya', day(14, 10), (work) =>
    recordDecision(work, applicationId, {
      outcome: 'reject',
      rejectionReason: 'skills-evidence',
      rationale:
        'No embedded and no machine learning work beyond a tutorial; no criterion that could be rated reaches two. An assessment would cost him an evening without a chance.',
      messageToCandidate:
        'Dear Ben, thank you for applying. This position builds on several years close to hardware, which we did not find in your documents. If you want to go that way, finishing one small project on a microcontroller, with its memory and timing measured, would tell us more than any course.',
    }),
  );
}

/** Handed in yesterday: the worker grades it, and the next thing is to schedule. */
async function handedIn({ company, day }: Scene, { applicationId }: Applied): Promise<void> {
  await rate(company, 'priya', day(10, 9), applicationId);
  await takeAssessment(company, {
    applicationId,
    by: 'tomas',
    tasks: allThree,
    sentAt: day(6, 8),
    closesAt: day(-2, 20),
    startedAt: day(1, 5),
    skill: 'solid',
  });
}

/** At work on the assessment at this moment. */
async function atWork({ company, day }: Scene, { applicationId }: Applied): Promise<void> {
  await rate(company, 'tomas', day(9, 9), applicationId, {
    Q2: {
      rating: 1,
      reason: 'Says herself that there is no firmware in production; the evening project with Zephyr is a beginning.',
    },
    Q5: { rating: 2, reason: 'Layer sensitivity plots and an honest line about what was not verified on a device.' },
  });
  const startedAt = later(company.now, -0.4);
  const invitationId = await invite(company, {
    applicationId,
    by: 'tomas',
    tasks: numbersAndChart,
    sentAt: day(4, 8),
    closesAt: day(-4, 20),
  });
  const token = await start(company, invitationId, day(4, 8, 2), startedAt);
  await answer(company, { applicationId, token, startedAt, skill: 'strong', positions: [1] });
}

/** Invited, not started. */
async function invited({ company, day }: Scene, { applicationId }: Applied): Promise<void> {
  await rate(company, 'tomas', day(7, 9), applicationId);
  await invite(company, {
    applicationId,
    by: 'tomas',
    tasks: allThree,
    sentAt: day(2, 12),
    closesAt: day(-5, 20),
    note: 'Merci d’avoir postulé. Everything from here on is in English, as our work is.',
  });
}
