// A candidate's time, as people live it: asked for, granted, started, rested, paused, given more; and who looks on.
import type { Browser } from 'playwright-core';
import { openBrowser, Person } from './browser';
import { handIn, startAttempt } from './candidate-steps';
import { mailPage, pathIn } from './mailbox';
import { type Product, startProduct } from './product';
import { goToRoom } from './staff-steps';
import { journey } from './steps';

interface Listed {
  items: { id: string; candidateName: string }[];
}

describe('the time of an attempt', () => {
  let browser: Browser;
  let product: Product;
  let recruiter: Person;
  let manager: Person;
  let candidate: Person;
  let name = '';
  let applicationPath = '';
  const step = journey(() => [recruiter, manager, candidate]);

  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    recruiter = await Person.open(browser, product.url);
    manager = await Person.open(browser, product.url);
    candidate = await Person.open(browser, product.url, { timezoneId: 'Asia/Kolkata' });
    await recruiter.signIn('tomas@northlight.example');
    await manager.signIn('priya@northlight.example');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Both themes, and no fault for those who listen instead of look. */
  async function look(person: Person, picture: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await person.settled();
      expect([picture, colorScheme, await person.accessibilityFaults()]).toEqual([picture, colorScheme, []]);
      await person.picture(`${picture}-${colorScheme}`);
    }
    await person.page.emulateMedia({ colorScheme: 'light' });
  }

  step('begins with an invitation that spells out the window in two zones', async () => {
    const { request } = recruiter.context;
    const list = await request.get(`${product.url}/api/applications?stage=review&status=active`);
    const application = ((await list.json()) as Listed).items[0];
    name = application.candidateName;
    applicationPath = `/applications/${application.id}`;
    const full = (await (await request.get(`${product.url}/api${applicationPath}`)).json()) as {
      candidate: { email: string };
    };
    const answer = await request.post(`${product.url}/api${applicationPath}/invitations`, {
      data: {
        tasks: ['tensor-quantisation', 'detector-latency-run'],
        closesAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    });
    expect(answer.status()).toBe(201);
    const mail = await mailPage(() => recruiter).find(full.candidate.email, 'ssessment');
    await candidate.goTo(pathIn(mail, '/attempt/'));
    await candidate.page.getByText('India Standard Time (Asia/', { exact: false }).first().waitFor();
    await candidate.page
      .getByText(/, \d\d:\d\d UTC$/)
      .first()
      .waitFor();
  });

  step('the candidate asks for more time and breaks', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: 'Ask for extra time' }).click();
    await page.getByRole('checkbox', { name: 'Extra time' }).check();
    await page.getByRole('checkbox', { name: 'Breaks' }).check();
    await page.getByLabel('In your own words').fill('Half as much again, and a break in the middle. I read slowly.');
    await look(candidate, 'time-ask');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Waits for an answer').waitFor();
  });

  step('a recruiter finds the request and grants it; the candidate hears of it on the open page', async () => {
    const { page } = recruiter;
    await recruiter.goTo('/');
    await page.getByText('A request about the assessment waits for an answer').first().waitFor();
    await recruiter.goTo(`${applicationPath}?view=assessment`);
    await page.getByText('I read slowly').waitFor();
    await page.getByRole('button', { name: 'Grant', exact: true }).click();
    await page.getByLabel('Time ×').fill('1.5');
    await page.getByLabel('Breaks', { exact: false }).first().fill('2');
    await page.getByLabel('Minutes of each').fill('10');
    await page.getByLabel('Your word to the candidate').fill('Of course. Take the breaks whenever they help.');
    await look(recruiter, 'time-grant');
    await page.getByRole('button', { name: 'Grant', exact: true }).click();
    await page.getByText('Granted', { exact: true }).first().waitFor();
    await candidate.page
      .getByText(/^\d+ minutes \+ \d+ minutes granted$/)
      .first()
      .waitFor();
    await look(candidate, 'time-granted');
  });

  step('the hiring manager sees an assessment like every other', async () => {
    await manager.goTo(`${applicationPath}?view=assessment`);
    await manager.page.getByText('Time for the tasks').first().waitFor();
    const text = await manager.page.locator('main').innerText();
    expect(text).not.toMatch(/granted|break|extra|recruiters only/i);
    expect(await manager.page.getByRole('link', { name: 'In progress' }).count()).toBe(0);
  });

  step('a break stops the clock and hides the task', async () => {
    const { page } = candidate;
    await startAttempt(candidate);
    await page.getByRole('button', { name: 'Take a break' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take a break' }).click();
    await page.getByRole('heading', { name: 'You are on a break' }).waitFor();
    expect(await page.getByRole('region', { name: 'Your answer' }).count()).toBe(0);
    await look(candidate, 'time-break');
    await page.getByRole('button', { name: 'End the break and go on' }).click();
    await page.getByRole('timer').waitFor();
  });

  step('the recruiter sees it run, pauses it, and the candidate is told at once by whom', async () => {
    const { page } = recruiter;
    await goToRoom(recruiter, 'In progress');
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByText('Connected').waitFor();
    await look(recruiter, 'time-live');
    await row.getByRole('button', { name: 'Pause' }).click();
    await page.getByLabel('Reason').fill('Fire alarm in the building.');
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await row.getByText('Fire alarm in the building.').waitFor();
    await candidate.page.getByRole('heading', { name: /^Paused by Tomas/ }).waitFor();
    expect(await candidate.page.locator('main').innerText()).not.toContain('Fire alarm');
    await look(candidate, 'time-paused');
    await look(recruiter, 'time-live-paused');
  });

  step('it goes on with the time that was left, and with more when more is given', async () => {
    const { page } = recruiter;
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Reason').fill('All clear.');
    await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
    await candidate.page.getByRole('timer').waitFor();
    const until = await candidate.page.locator('bu-time-left .until').innerText();
    await row.getByRole('button', { name: 'Extend' }).click();
    await page.getByLabel('More time', { exact: true }).selectOption('15');
    await page.getByLabel('Reason', { exact: false }).last().fill('The line was down.');
    await page.getByRole('dialog').getByRole('button', { name: 'Give time' }).click();
    await candidate.page.getByText('You were given 15 minutes more.').first().waitFor();
    await candidate.page.locator('bu-time-left .until').filter({ hasNotText: until }).waitFor();
    await candidate.page.getByRole('region', { name: 'Your answer' }).waitFor();
    await look(candidate, 'time-desk');
  });

  step('the same tasks are not sent again without a reason', async () => {
    await handIn(candidate);
    const { page } = recruiter;
    await recruiter.goTo(`${applicationPath}?view=assessment`);
    await page.getByRole('button', { name: 'Send another assessment' }).click();
    await page.getByRole('checkbox', { name: 'Quantise a tensor by hand' }).check();
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByText('within the last 180 days', { exact: false }).first().waitFor();
    await look(recruiter, 'time-retake');
    await page.getByLabel('Why is it sent again?').fill('The line was down for half of it.');
    await page.getByRole('button', { name: 'Send again with this reason' }).click();
    await page.getByText('Invitation sent').first().waitFor();
    expect([...candidate.faults, ...manager.faults]).toEqual([]);
  });
});
