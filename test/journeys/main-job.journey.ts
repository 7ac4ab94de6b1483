// The main job, end to end, as people do it: from an open requisition to a panel's decision.
// Once as a fresh machine runs it, and once spread out: Redis, a worker consuming from it, a real SMTP server.
import type { Browser } from 'playwright-core';
import { startRedis } from '../../libs/platform/testing';
import { resumePdf } from '../documents/resume-pdf';
import { referenceProgram, variantOf } from './answers';
import { openBrowser, Person } from './browser';
import { answerFields, apply, goToTask, handIn, runChecks, startAttempt, writeProgram } from './candidate-steps';
import { mailPage, type Mailbox, pathIn, smtpMailbox } from './mailbox';
import { type Product, startProduct } from './product';
import { journey } from './steps';
import {
  actOnRequisition,
  confirmRatings,
  goToRoom,
  openRequisition,
  openRequisitionPage,
  recordOffer,
  scheduleInterview,
  sendAssessment,
  writeScorecard,
} from './staff-steps';

const title = 'Edge AI Engineer, road sensors';
const candidate = 'mira.lindqvist@example.org';
const letter =
  'I profiled the detector on the target before I changed a line, and shipped it to 12,000 units with a staged roll-out.';
const tasks = {
  program: { slug: 'audio-ring-buffer', title: 'Ring buffer' },
  numbers: { slug: 'tensor-quantisation', title: 'Quantise a tensor by hand' },
  chart: { slug: 'detector-latency-run', title: 'Twenty minutes of a detector' },
};

/** A working day ahead, at ten in the morning, as a person types it. */
function dayAhead(days: number, time: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;
}

interface Setting {
  readonly name: string;
  readonly spreadOut: boolean;
}

describe.each<Setting>([
  { name: 'on one machine as it comes', spreadOut: false },
  { name: 'spread out: Redis, a worker of its own, SMTP', spreadOut: true },
])('the main job, $name', ({ spreadOut }) => {
  let browser: Browser;
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let mailbox: Mailbox;
  let product: Product;
  let recruiter: Person;
  let manager: Person;
  let first: Person;
  let second: Person;
  let mira: Person;
  let jobPath = '';
  let applicationPath = '';
  let attemptPath = '';
  const seeds = new Map<string, number>();
  const step = journey(() => [recruiter, manager, first, second, mira]);

  beforeAll(async () => {
    redis = spreadOut ? await startRedis() : undefined;
    mailbox = spreadOut ? await smtpMailbox() : mailPage(() => recruiter);
    [browser, product] = await Promise.all([
      openBrowser(),
      startProduct({ ...mailbox.env, ...(redis ? { REDIS_URL: redis.url } : {}) }),
    ]);
    [recruiter, manager, first, second, mira] = await Promise.all([
      Person.open(browser, product.url),
      Person.open(browser, product.url, { colorScheme: 'dark' }),
      Person.open(browser, product.url),
      Person.open(browser, product.url, { colorScheme: 'dark' }),
      Person.open(browser, product.url, { timezoneId: 'Europe/Stockholm' }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await mailbox?.stop();
    await redis?.stop();
  });

  step('opens a requisition and sends it for approval', async () => {
    await recruiter.signIn('tomas@northlight.example');
    await openRequisition(recruiter, {
      title,
      hiringManager: 'Priya Nair',
      approver: 'Jonas Weber',
      panel: ['Priya Nair', 'Amara Okafor', 'Kenji Morita'],
    });
    await actOnRequisition(recruiter, 'Send for approval');
    await recruiter.page.getByText('Pending approval').first().waitFor();
    expect(await recruiter.accessibilityFaults()).toEqual([]);
  });

  step('is approved by somebody else and published as a public job page', async () => {
    await manager.signIn('jonas@northlight.example');
    await openRequisitionPage(manager, title);
    await actOnRequisition(manager, 'Approve');
    await manager.page.getByText('Approved').first().waitFor();
    expect(await manager.accessibilityFaults()).toEqual([]);
    await manager.close();
    await recruiter.page.reload();
    await actOnRequisition(recruiter, 'Publish', { asked: true });
    jobPath = (await recruiter.page.getByRole('link', { name: /^\/jobs\// }).getAttribute('href'))!;
    const html = await (await fetch(`${product.url}${jobPath}`)).text();
    expect(html).toContain('application/ld+json');
    expect(html).toContain('JobPosting');
  });

  step('takes an application with a PDF, shows what was read, and gives a receipt by page and by mail', async () => {
    const { receipt, statusPath } = await apply(mira, jobPath, product.url, await resumePdf(), letter);
    expect(await mira.accessibilityFaults()).toEqual([]);
    expect(statusPath).toMatch(/\/status\//);
    const mail = await mailbox.find(candidate, receipt);
    expect(pathIn(mail, '/status/')).toBeTruthy();
  });

  step('shows the evidence, and a person confirms each rating with a reason', async () => {
    await openRequisitionPage(recruiter, title);
    await recruiter.page.getByRole('link', { name: 'Mira Lindqvist' }).click();
    await recruiter.page.getByRole('heading', { name: 'Mira Lindqvist', level: 1 }).waitFor();
    applicationPath = new URL(recruiter.page.url()).pathname;
    await recruiter.page.getByRole('region', { name: /^Q1 / }).locator('blockquote').first().waitFor();
    await confirmRatings(recruiter);
    expect(await recruiter.accessibilityFaults()).toEqual([]);
    await recruiter.picture(`evidence-${spreadOut ? 'spread' : 'one'}`);
  });

  step('sends an assessment of three tasks, and the invitation arrives by mail', async () => {
    await sendAssessment(
      recruiter,
      Object.values(tasks).map((task) => task.title),
    );
    const mail = await mailbox.find(candidate, 'ssessment');
    attemptPath = pathIn(mail, '/attempt/');
    await recruiter.goTo(`${applicationPath}?view=assessment`);
    for (const task of Object.values(tasks)) {
      const text = await recruiter.page
        .getByRole('region', { name: new RegExp(task.title) })
        .first()
        .innerText();
      seeds.set(task.slug, Number(/seed\s+(\d+)/.exec(text)![1]));
    }
  });

  step('is answered in a timed attempt: a program that runs, numbers of one’s own, a chart that is read', async () => {
    await mira.goTo(attemptPath);
    await mira.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    expect(await mira.accessibilityFaults()).toEqual([]);
    await startAttempt(mira);

    await goToTask(mira, tasks.program.title);
    await writeProgram(mira, referenceProgram(tasks.program.slug));
    expect(await runChecks(mira)).toMatch(/(\d+) of \1 passed/);
    expect(await mira.accessibilityFaults()).toEqual([]);
    if (!spreadOut) await mira.picture('editor');

    await goToTask(mira, tasks.numbers.title);
    await answerFields(mira, variantOf(tasks.numbers.slug, seeds.get(tasks.numbers.slug)!));
    await goToTask(mira, tasks.chart.title);
    await answerFields(
      mira,
      variantOf(tasks.chart.slug, seeds.get(tasks.chart.slug)!),
      'The slide quotes the cool phase without the other stages; I would state the sustained rate and measure in the enclosure next.',
    );
    expect(await mira.accessibilityFaults()).toEqual([]);
    await handIn(mira);
    expect(await mira.accessibilityFaults()).toEqual([]);
  });

  step('shows the verdicts to the team by themselves, with full marks for the references', async () => {
    await recruiter.page
      .getByText(/Accepted/)
      .nth(2)
      .waitFor({ timeout: 40_000 });
    expect(await recruiter.accessibilityFaults()).toEqual([]);
  });

  step('schedules a panel of two', async () => {
    await scheduleInterview(recruiter, {
      kit: 'Embedded',
      interviewer: 'Amara Okafor',
      startsAt: dayAhead(3, '10:00'),
    });
    await scheduleInterview(recruiter, {
      kit: 'optimisation',
      interviewer: 'Kenji Morita',
      startsAt: dayAhead(3, '13:00'),
    });
    expect(await recruiter.accessibilityFaults()).toEqual([]);
    await mailbox.find(candidate, 'nterview');
  });

  step('keeps a scorecard blind until one’s own is submitted', async () => {
    const verdictOfFirst = 'Talks about DMA as somebody who has debugged it.';
    await first.signIn('amara@northlight.example');
    await goToRoom(first, 'Interviews');
    await first.page
      .getByRole('table')
      .getByRole('link', { name: /Mira Lindqvist/ })
      .click();
    await writeScorecard(first, { rating: 4, recommendation: 'Strong yes', summary: verdictOfFirst });

    await second.signIn('kenji@northlight.example');
    await goToRoom(second, 'Interviews');
    await second.page
      .getByRole('table')
      .getByRole('link', { name: /Mira Lindqvist/ })
      .click();
    await second.page.getByRole('region', { name: 'Your scorecard' }).waitFor();
    expect(await second.page.content()).not.toContain(verdictOfFirst);
    await second.goTo(`${applicationPath}/packet`);
    await second.page
      .getByText(/hidden|until you/i)
      .first()
      .waitFor();
    expect(await second.page.content()).not.toContain(verdictOfFirst);
    expect(await second.accessibilityFaults()).toEqual([]);

    await second.page.goBack();
    await writeScorecard(second, {
      rating: 2,
      recommendation: 'Yes',
      summary: 'Sound on calibration, vague on what it cost.',
    });
    await second.page.getByText(verdictOfFirst).first().waitFor();
    expect(await second.accessibilityFaults()).toEqual([]);
  });

  step('brings everything together in one packet, and the decision is recorded and mailed', async () => {
    const priya = await Person.open(browser, product.url);
    await priya.signIn('priya@northlight.example');
    await priya.goTo(`${applicationPath}/packet`);
    await priya.page.getByRole('heading', { name: /^Packet/, level: 1 }).waitFor();
    expect(await priya.accessibilityFaults()).toEqual([]);
    if (!spreadOut) await priya.picture('packet');
    await recordOffer(
      priya,
      'Three verdicts at full marks and a deployment owned end to end.',
      'We would be glad to have you.',
    );
    const mail = await mailbox.find(candidate, 'offer');
    expect(mail.text).toContain('We would be glad to have you.');
    expect(priya.faults).toEqual([]);
    await priya.close();
  });

  step('had no fault on any page', async () => {
    expect([...recruiter.faults, ...first.faults, ...second.faults, ...mira.faults]).toEqual([]);
  });
});
