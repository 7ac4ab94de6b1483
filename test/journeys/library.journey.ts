// The task library as staff meets it: found by duty, covered without a gap, previewed with its key, sent as a set, its written answers rated.
import type { Browser } from 'playwright-core';
import { openBrowser, Person } from './browser';
import { brokenTask, type Library, libraryWithBrokenTask } from './broken-library';
import { type Product, startProduct } from './product';
import { goToRoom, writeScorecard } from './staff-steps';
import { journey } from './steps';

const tags = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5'];
const sets = [
  ['Screening', 30],
  ['Mid level', 90],
  ['Senior level', 120],
  ['Embedded-leaning', 90],
  ['ML-leaning', 85],
] as const;
const program = { slug: 'ota-two-slots', title: 'Two slots and a power cut' };
const reading = { slug: 'staged-rollout', title: 'Stop, hold or go on' };
const reason = 'Sees the throttling and nothing of the other stages; no measurement that would change the decision.';

describe('the task library', () => {
  let browser: Browser;
  let product: Product;
  let library: Library;
  let recruiter: Person;
  let evening: Person;
  let interviewer: Person;
  let application = '';
  const step = journey(() => [recruiter, evening, interviewer]);

  beforeAll(async () => {
    library = libraryWithBrokenTask();
    [browser, product] = await Promise.all([openBrowser(), startProduct({ TASKS_FOLDER: library.folder })]);
    [recruiter, evening, interviewer] = await Promise.all([
      Person.open(browser, product.url),
      Person.open(browser, product.url, { colorScheme: 'dark' }),
      Person.open(browser, product.url),
    ]);
    // The evening is the recruiter's own, on a dark screen.
    await Promise.all([
      recruiter.signIn('tomas@northlight.example'),
      evening.signIn('tomas@northlight.example'),
      interviewer.signIn('kenji@northlight.example'),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    library?.remove();
  });

  /** The page that the recruiter has open has no accessibility fault, in neither theme; `ready` is awaited on the dark one. */
  async function accessibleInBothThemes(name: string, ready: (person: Person) => Promise<void>): Promise<void> {
    const { pathname, search } = new URL(recruiter.page.url());
    await evening.goTo(`${pathname}${search}`);
    for (const person of [recruiter, evening]) {
      await ready(person);
      expect(await person.accessibilityFaults()).toEqual([]);
      await person.picture(`library-${name}-${person === evening ? 'dark' : 'light'}`);
    }
  }

  const tasksListed = ({ page }: Person) => page.getByRole('table').locator('tbody tr').count();

  step('is found by duty', async () => {
    const { page } = recruiter;
    await goToRoom(recruiter, 'Tasks');
    await page.getByText(/^\d+ tasks, \d+ minutes in all/).waitFor();
    const all = await tasksListed(recruiter);
    expect(all).toBeGreaterThanOrEqual(30);
    await page.getByLabel('Duty').selectOption('D9');
    await page.getByText(/^\d+ of \d+ tasks/).waitFor();
    expect(await tasksListed(recruiter)).toBeLessThan(all);
    for (const row of await page.getByRole('table').locator('tbody tr').all())
      expect(await row.innerText()).toContain('D9');
    await page.getByRole('link', { name: program.title }).waitFor();
    await accessibleInBothThemes('tasks', ({ page: shown }) => shown.getByText(/^\d+ of \d+ tasks/).waitFor());
  });

  step('leaves no duty and no criterion out, and every number leads to its tasks', async () => {
    const { page } = recruiter;
    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.getByText('Every duty and criterion of the role is asked for.').waitFor();
    for (const tag of tags) await page.getByRole('link', { name: new RegExp(`^${tag}: [1-9]\\d* tasks?, `) }).waitFor();
    await accessibleInBothThemes('coverage', ({ page: shown }) =>
      shown.getByText('Every duty and criterion of').waitFor(),
    );
    for (const name of [/^D10: [1-9]/, /^Q4: [1-9]/, /^D6: C on a memory budget, senior, /]) {
      const link = page.getByRole('link', { name });
      const count = Number(await link.innerText());
      await link.click();
      await page.getByText(/^\d+ of \d+ tasks/).waitFor();
      expect(await tasksListed(recruiter)).toBe(count);
      await page.goBack();
    }
  });

  /** What is drawn for the candidate stands to the left, what is for staff alone beside it. */
  async function standsBeside(heading: string): Promise<void> {
    const candidates = await recruiter.page.getByRole('region', { name: /^As the candidate sees it/ }).boundingBox();
    const staffs = await recruiter.page.getByRole('region', { name: heading }).boundingBox();
    expect(staffs!.x).toBeGreaterThanOrEqual(candidates!.x + candidates!.width);
    expect(staffs!.y).toBeLessThan(candidates!.y + candidates!.height);
  }

  async function previewAnotherSeed(): Promise<void> {
    const { page } = recruiter;
    const sheet = (seed: number) => page.getByRole('region', { name: `As the candidate sees it, seed ${seed}` });
    const first = await sheet(1).innerText();
    await page.getByLabel('Seed', { exact: true }).fill('77');
    await page.keyboard.press('Enter');
    await sheet(77).waitFor();
    expect(new URL(page.url()).search).toBe('?seed=77');
    expect((await sheet(77).innerText()).replace('77', '1')).not.toBe(first);
  }

  step('previews a program for any seed, with reference, checks and sources', async () => {
    const { page } = recruiter;
    await recruiter.goTo(`/tasks?search=power`);
    await page.getByRole('link', { name: program.title }).click();
    await page.getByRole('heading', { name: program.title, level: 1 }).waitFor();
    await previewAnotherSeed();
    await standsBeside('Checks');
    await standsBeside('Sources');
    expect(await page.getByLabel('Source of the reference').innerText()).toContain('#include');
    expect(await page.getByRole('region', { name: 'Checks' }).getByText('hidden').count()).toBeGreaterThan(0);
    await accessibleInBothThemes('program', ({ page: shown }) =>
      shown.getByRole('region', { name: 'Sources' }).waitFor(),
    );
  });

  step('previews a benchmark with its key and anchors, the figures one key away', async () => {
    const { page } = recruiter;
    await recruiter.goTo(`/tasks/${reading.slug}`);
    await page.getByRole('heading', { name: reading.title, level: 1 }).waitFor();
    await previewAnotherSeed();
    await standsBeside('Answer key');
    await standsBeside('Rating the written answer');
    await standsBeside('Sources');
    const figure = page.getByRole('figure').first();
    await figure.getByRole('img').waitFor();
    await figure.getByRole('button', { name: 'Show the figures' }).focus();
    await page.keyboard.press('t');
    await figure.getByRole('row').nth(2).waitFor();
    await page.keyboard.press('t');
    await figure.getByRole('img').waitFor();
    await accessibleInBothThemes('benchmark', ({ page: shown }) => shown.getByRole('img').first().waitFor());
  });

  step('sends no task that nobody has proved, and says which file and line is at fault', async () => {
    const { page } = recruiter;
    await page.goto(`${product.url}/applications?stage=review`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Assessment', exact: true }).click();
    await page.getByRole('button', { name: 'Send assessment' }).click();
    await page.getByLabel(brokenTask.title).check();
    await page.getByRole('button', { name: 'Send invitation' }).click();
    const refusal = page.getByText(`${brokenTask.slug} cannot be sent: version 1 is not published`);
    await refusal.waitFor();
    const words = await refusal.innerText();
    expect(words).toContain(`say tasks publish ${brokenTask.slug}`);
    expect(words).toContain(library.fault);
    expect(await recruiter.accessibilityFaults()).toEqual([]);
    await recruiter.picture('library-unproved-light');
    expect(await page.getByText('Sent by').count()).toBe(0);
    // Chromium writes down that one answer, and nothing else went wrong.
    expect(recruiter.faults.splice(0)).toEqual([expect.stringMatching(/ 422 .*\/invitations$/)]);
  });

  step('is sent as a ready-made set, its minutes and coverage told beforehand', async () => {
    const { page } = recruiter;
    await page.goto(`${product.url}/applications?stage=review`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Assessment', exact: true }).click();
    await page.getByRole('button', { name: 'Send assessment' }).click();
    for (const [name, minutes] of sets) {
      const set = page.getByRole('button', { name: new RegExp(`^${name}`) });
      expect(await set.innerText()).toContain(`${minutes} min`);
    }
    await page.getByRole('button', { name: /^Senior level/ }).click();
    await page.getByText(/This asks for\s+2\s+h\s.*80\s+points and covers Q1, Q2, Q3, Q4, Q5 and\s+D1/).waitFor();
    expect(await recruiter.accessibilityFaults()).toEqual([]);
    await recruiter.picture('library-send-light');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByText('Sent by').first().waitFor();
    await page.getByRole('heading', { name: new RegExp(`^${reading.title}`) }).waitFor();
  });

  step('has a written answer rated by its anchors, with a reason', async () => {
    const { page } = recruiter;
    await recruiter.goTo('/applications?search=Chidi');
    await page.getByRole('table').getByRole('link', { name: /Chidi/ }).click();
    await page.getByRole('link', { name: 'Assessment', exact: true }).click();
    application = new URL(page.url()).pathname;
    await page.getByText('Not rated yet. That is not a 0.').waitFor();
    const scale = page.getByRole('group', { name: 'Your rating of the written answer' });
    await scale.getByRole('radio').nth(1).check();
    await page.getByRole('button', { name: 'Save the rating' }).press('Enter');
    await page.getByText('Write a reason first.').first().waitFor();
    await page.getByLabel('Reason', { exact: true }).fill(reason);
    await page.getByRole('button', { name: 'Save the rating' }).click();
    await page.getByText(/Rated by Tomas/).waitFor();
    await accessibleInBothThemes('rated', ({ page: shown }) => shown.getByText(/Rated by Tomas/).waitFor());
  });

  step('shows the rating to an interviewer only when the own scorecard is in', async () => {
    const { page } = interviewer;
    const opened = async () => {
      await interviewer.goTo(`${application}?view=assessment`);
      await page.getByRole('heading', { name: /^Twenty minutes of a detector/ }).waitFor();
    };
    await opened();
    await page.getByText('Rated by a colleague. It opens when your own scorecard is in.').waitFor();
    expect(await page.content()).not.toContain(reason);
    await goToRoom(interviewer, 'Home');
    await page.getByRole('link', { name: /Chidi/ }).first().click();
    await writeScorecard(interviewer, {
      rating: 2,
      recommendation: 'No',
      summary: 'Knows the tools and has not yet doubted a number by himself.',
    });
    await opened();
    await page.getByText(reason).waitFor();
  });

  step('had no fault on any page', () => {
    expect([...recruiter.faults, ...evening.faults, ...interviewer.faults]).toEqual([]);
    return Promise.resolve();
  });
});
