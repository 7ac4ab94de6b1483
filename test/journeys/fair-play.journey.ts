// Fair play as people meet it: told beforehand, noted with context, two answers side by side, and grading again by a person's word.
import type { APIRequestContext, Browser } from 'playwright-core';
import { referenceProgram } from './answers';
import { openBrowser, Person } from './browser';
import { goToTask, handIn, runChecks, startAttempt, writeProgram } from './candidate-steps';
import { mailPage, pathIn } from './mailbox';
import { type Product, startProduct } from './product';
import { goToRoom } from './staff-steps';
import { journey } from './steps';

const slug = 'audio-ring-buffer';
const title = 'Ring buffer';

async function json<T>(request: APIRequestContext, url: string): Promise<T> {
  const response = await request.get(url);
  if (!response.ok()) throw new Error(`${url}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('fair play', () => {
  let browser: Browser;
  let product: Product;
  let recruiter: Person;
  let admin: Person;
  let candidate: Person;
  const applications: string[] = [];
  const step = journey(() => [recruiter, admin, candidate]);

  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    [recruiter, admin, candidate] = await Promise.all([
      Person.open(browser, product.url),
      Person.open(browser, product.url, { colorScheme: 'dark' }),
      Person.open(browser, product.url),
    ]);
    await recruiter.signIn('tomas@northlight.example');
    // The same person on a dark screen.
    await admin.signIn('tomas@northlight.example');
    await candidate.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Invites a candidate in review to the program alone; returns the path of the attempt from the mail. */
  async function invite(which: number): Promise<string> {
    const { request } = recruiter.context;
    const found = await json<{ items: { id: string }[] }>(
      request,
      `${product.url}/api/applications?stage=review&status=active`,
    );
    // The invited one leaves the stage, so that the next one stands in its place.
    const { id } = found.items[which];
    const application = await json<{ candidate: { email: string } }>(request, `${product.url}/api/applications/${id}`);
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const answer = await request.post(`${product.url}/api/applications/${id}/invitations`, {
      data: { tasks: [slug], closesAt },
    });
    expect(answer.status()).toBe(201);
    applications.push(id);
    return pathIn(await mailPage(() => recruiter).find(application.candidate.email, 'ssessment'), '/attempt/');
  }

  step('is told before the start, and what was told is noted', async () => {
    const attempt = await invite(0);
    await candidate.goTo(attempt);
    const { page } = candidate;
    await page.getByText(/When text is pasted into an answer/).waitFor();
    expect(await candidate.accessibilityFaults()).toEqual([]);
    await startAttempt(candidate);
    await goToTask(candidate, title);
    // They are sent some seconds after they were noted, or with the hand-in.
    const told = Promise.all(
      ['burst', 'paste', 'away'].map(async (kind) =>
        page.waitForResponse(
          (response) =>
            response.url().endsWith('/signals') &&
            response.status() === 204 &&
            (response.request().postData() ?? '').includes(`"kind":"${kind}"`),
          { timeout: 60_000 },
        ),
      ),
    );
    await writeProgram(candidate, referenceProgram(slug));
    await page.evaluate(`navigator.clipboard.writeText('/* from my own notes, which are not on this page */')`);
    await page.getByRole('textbox', { name: /^Program, file/ }).press('Control+End');
    await page.keyboard.press('Control+V');
    await page.getByText('from my own notes').waitFor();
    const leftAndBack = (name: string) => page.evaluate(`dispatchEvent(new Event('${name}'))`);
    await leftAndBack('blur');
    await page.waitForTimeout(2200);
    await leftAndBack('focus');
    expect(await runChecks(candidate)).toMatch(/passed/);
    await handIn(candidate);
    await told;
    expect(candidate.faults).toEqual([]);
  });

  step('stands beside the runs with what it may also mean, and is no score', async () => {
    for (const person of [recruiter, admin]) {
      await person.goTo(`/applications/${applications[0]}?view=assessment`);
      const { page } = person;
      const course = page.getByRole('region', { name: 'Course of the attempt', exact: true });
      await course.getByText('What this may also mean').waitFor({ timeout: 40_000 });
      await course.getByText('Everything in its order').click();
      await course.getByText(/Pasted 51 characters from elsewhere/).waitFor();
      await course.getByText(/Page without focus for 2/).waitFor();
      await course
        .getByText(/arrived within .*without a paste/)
        .first()
        .waitFor();
      await course
        .getByText(/^Ran the checks/)
        .first()
        .waitFor();
      await course.getByText('Handed in', { exact: true }).waitFor();
      await course.getByText('0:00 in', { exact: true }).first().waitFor();
      await course.getByText(/^Times are counted in the assessment’s own minutes/).waitFor();
      expect(await person.accessibilityFaults()).toEqual([]);
      await person.picture(`fair-play-course-${person === admin ? 'dark' : 'light'}`);
    }
    await recruiter.goTo(`/applications/${applications[0]}/packet`);
    await recruiter.page.getByRole('heading', { name: /^Packet/, level: 1 }).waitFor();
    expect(await recruiter.page.content()).not.toMatch(/without a paste|Pasted/);
  });

  step('shows two answers side by side, and says that there are too few to judge', async () => {
    await candidate.goTo(await invite(0));
    await startAttempt(candidate);
    await goToTask(candidate, title);
    await writeProgram(candidate, referenceProgram(slug).replaceAll('head', 'front').replaceAll('tail', 'back'));
    await handIn(candidate);
    for (const person of [recruiter, admin]) {
      await person.goTo(`/applications/${applications[1]}?view=assessment`);
      const { page } = person;
      const region = page.getByRole('region', { name: 'Similarity to other answers' });
      await region.getByText(/Too few to say|Nothing unusual|read both/).waitFor({ timeout: 40_000 });
      await region.getByRole('link', { name: /side by side/ }).click();
      await page.getByRole('heading', { name: /^Two answers/, level: 1 }).waitFor();
      await page.locator('mark').nth(1).waitFor();
      expect(await person.accessibilityFaults()).toEqual([]);
      await person.picture(`fair-play-similarity-${person === admin ? 'dark' : 'light'}`);
    }
  });

  step('grades again after a fix, and changes a verdict only when a person adopts it', async () => {
    const { page } = recruiter;
    await goToRoom(recruiter, 'Tasks');
    await page.getByRole('link', { name: 'Grade again' }).click();
    const choices = page.getByLabel('Task as it was sent');
    const option = await choices.getByRole('option').filter({ hasText: title }).first().getAttribute('value');
    await choices.selectOption(option ?? '');
    await page.getByLabel('Reason').fill('The engine counted one check too strictly.');
    expect(await recruiter.accessibilityFaults()).toEqual([]);
    await recruiter.picture('fair-play-regrades-light');
    await page.getByRole('button', { name: 'Grade again' }).click();
    await page.getByText('Ready to decide').waitFor({ timeout: 40_000 });
    await page.getByText(/Of \d+ answers?: \d+ keep theirs/).waitFor();
    expect(await recruiter.accessibilityFaults()).toEqual([]);
    await recruiter.picture('fair-play-regrade-light');
    await admin.goTo(new URL(page.url()).pathname);
    await admin.page.getByText('Ready to decide').waitFor();
    expect(await admin.accessibilityFaults()).toEqual([]);
    await admin.picture('fair-play-regrade-dark');
    await page.getByRole('button', { name: 'Adopt the new verdicts' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Adopt' }).click();
    await page.getByText(/adopted by/).waitFor();
    // The other window hears of it by itself.
    await admin.page.getByText(/adopted by/).waitFor();
    await admin.goTo('/tasks/regrades');
    await admin.page.getByRole('table').getByText('Adopted').waitFor();
    expect(await admin.accessibilityFaults()).toEqual([]);
    await admin.picture('fair-play-regrades-dark');
  });

  step('had no fault on any page', () => {
    expect([...recruiter.faults, ...admin.faults, ...candidate.faults]).toEqual([]);
    return Promise.resolve();
  });
});
