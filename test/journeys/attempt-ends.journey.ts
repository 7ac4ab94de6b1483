// Both ends of an attempt in a real browser: looked at, practised, agreed to and started; ended by the deadline while nobody looks;
// a receipt whose hashes match the files; and feedback after the decision, where the requisition gives it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { APIRequestContext, Browser } from 'playwright-core';
import { openBrowser, Person } from './browser';
import { goToTask, runChecks, startAttempt, writeProgram } from './candidate-steps';
import { type Mailbox, pathIn, type ReceivedMail, smtpMailbox } from './mailbox';
import { type Product, startProduct } from './product';
import { journey } from './steps';

const program = 'audio-ring-buffer';
const goodPractice = `#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  for (uint32_t i = 0; i < count; i++) clipped += samples[i] < LOWEST || samples[i] > HIGHEST;
  return clipped;
}
`;
const answer = '#include "ring_buffer.h"\n\n/* Ärger: not finished when the time was up. */\nint unfinished;\n';

interface Application {
  readonly id: string;
  readonly candidate: { readonly name: string; readonly email: string };
  readonly requisition: { readonly id: string };
}

async function json<T>(request: APIRequestContext, url: string): Promise<T> {
  const response = await request.get(url);
  if (!response.ok()) throw new Error(`${url}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('both ends of an attempt', () => {
  let browser: Browser;
  let mailbox: Mailbox;
  let product: Product;
  let recruiter: Person;
  let candidate: Person;
  let application: Application;
  let attemptPath = '';
  let receipt: ReceivedMail;
  const step = journey(() => [recruiter, candidate]);

  beforeAll(async () => {
    mailbox = await smtpMailbox();
    [browser, product] = await Promise.all([openBrowser(), startProduct(mailbox.env)]);
    recruiter = await Person.open(browser, product.url);
    candidate = await Person.open(browser, product.url, { timezoneId: 'Asia/Kolkata' });
    await recruiter.signIn('tomas@northlight.example');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await mailbox?.stop();
  });

  /** Both themes and a narrow screen: no fault for those who listen, nothing that is wider than the screen. */
  async function look(person: Person, picture: string): Promise<void> {
    const { page } = person;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await person.settled();
      expect([picture, colorScheme, await person.accessibilityFaults()]).toEqual([picture, colorScheme, []]);
      await person.picture(`${picture}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: 320, height: 800 });
    await person.settled();
    expect([picture, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([picture, 320]);
    await person.picture(`${picture}-320`);
    await page.setViewportSize(size);
  }

  async function inDatabase<T>(statement: string, values: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: product.databaseUrl });
    await client.connect();
    try {
      return (await client.query(statement, values)).rows as T[];
    } finally {
      await client.end();
    }
  }

  const attemptOf = () =>
    inDatabase<{ id: string; started_at: Date | null; consent_version: string | null }>(
      `SELECT a.id, a.started_at, a.consent_version FROM attempt a JOIN invitation i ON i.id = a.invitation_id
        WHERE i.application_id = $1 ORDER BY i.sent_at DESC LIMIT 1`,
      [application.id],
    ).then(([row]) => row);

  step('the requisition is set to give feedback after the decision', async () => {
    const { request } = recruiter.context;
    const { items } = await json<{ items: { id: string }[] }>(
      request,
      `${product.url}/api/applications?stage=review&status=active`,
    );
    application = await json<Application>(request, `${product.url}/api/applications/${items[0].id}`);
    await recruiter.goTo(`/requisitions/${application.requisition.id}/edit`);
    await recruiter.page.getByLabel('Feedback on the assessment').selectOption('per-criterion');
    await look(recruiter, 'feedback-setting');
    await recruiter.page.getByRole('button', { name: 'Save requisition' }).click();
    await recruiter.page.getByText('Per criterion, after the decision').waitFor();
  });

  step('the invitation says what is recorded, what may be used, when, and what happens after', async () => {
    const { request } = recruiter.context;
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const data = { tasks: [program, 'tensor-quantisation'], closesAt, note: 'Take it when the house is quiet.' };
    const sent = await request.post(`${product.url}/api/applications/${application.id}/invitations`, { data });
    expect(sent.status()).toBe(201);
    const mail = await mailbox.find(application.candidate.email, 'Your assessment for');
    for (const words of ['There is one attempt', 'WHAT IS RECORDED', 'kept for at most 12 months', '(UTC)', 'receipt'])
      expect(mail.text).toContain(words);
    attemptPath = pathIn(mail, '/attempt/');
  });

  step('the first page looks at browser and connection, and blocks nothing', async () => {
    await candidate.goTo(attemptPath);
    await candidate.page.getByText('Everything that the assessment needs is there.').waitFor();
    await candidate.page.getByText(/^Our server answers within \d+ ms\./).waitFor();
    // Compressed, as they came over the wire; the editor comes when a task is open.
    const scriptBytes = await candidate.page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    );
    expect(scriptBytes).toBeGreaterThan(0);
    expect(scriptBytes).toBeLessThan(200_000);
    await look(candidate, 'before');
    await candidate.context.setOffline(true);
    await candidate.page.getByRole('button', { name: 'Look again' }).click();
    await candidate.page.getByText('Our server did not answer just now.', { exact: false }).waitFor();
    await candidate.context.setOffline(false);
    await candidate.page.getByRole('button', { name: 'Look again' }).click();
    await candidate.page.getByText('Everything that the assessment needs is there.').waitFor();
    candidate.faults.length = 0;
  });

  step('practice runs in the real sandbox, as often as wanted, without the clock', async () => {
    const { page } = candidate;
    await page.getByRole('link', { name: 'Open practice' }).click();
    await page.getByRole('heading', { name: 'Practice', exact: true }).waitFor();
    await page.getByRole('textbox', { name: /^Program, file/ }).waitFor();
    expect(await runChecks(candidate)).toMatch(/0 of 3 passed/);
    const editor = page.getByRole('textbox', { name: /^Program, file/ });
    await editor.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(goodPractice);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('region', { name: 'Result of the run' }).getByText('3 of 3 passed').waitFor();
    await look(candidate, 'practice-program');
    await page.getByRole('button', { name: /^Practice: read a chart/ }).click();
    await page.getByLabel('1. Mean latency of the ten readings').fill('1/128');
    await page
      .getByText(/0[.]0078125/)
      .first()
      .waitFor();
    await look(candidate, 'practice-chart');
    await page.getByRole('link', { name: 'Back to the first page' }).click();
    await page.getByRole('heading', { name: /^Your assessment for/ }).waitFor();
    expect(await attemptOf()).toMatchObject({ started_at: null });
    const { id } = await attemptOf();
    expect(await inDatabase('SELECT answer FROM practice_run WHERE attempt_id = $1', [id])).toEqual([{ answer: null }]);
  });

  step('Start is refused until the box is ticked, and then starts once', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    await page.getByText('Tick this first. The clock has not started.').waitFor();
    expect(await candidate.accessibilityFaults()).toEqual([]);
    const token = attemptPath.split('/').at(-1)!;
    const refused = await candidate.context.request.post(`${product.url}/api/attempt/${token}/start`, { data: {} });
    expect([refused.status(), await refused.json()]).toMatchObject([422, { code: 'consent-missing' }]);
    expect(await attemptOf()).toMatchObject({ started_at: null, consent_version: null });
    // The tick outlives the page's reading the attempt again.
    const tick = page.getByRole('checkbox', { name: /^I have read what is recorded/ });
    await tick.check();
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith(`/api/attempt/${token}`)),
      page.getByRole('button', { name: 'Look again' }).click(),
    ]);
    await page.getByText(/^Our server answers within/).waitFor();
    expect(await tick.isChecked()).toBe(true);
    await startAttempt(candidate);
    const started = await attemptOf();
    expect(started.started_at).toBeInstanceOf(Date);
    expect(started.consent_version).toMatch(/^[0-9a-f]{12}$/);
    expect(await inDatabase('SELECT 1 FROM practice_run WHERE attempt_id = $1', [started.id])).toEqual([]);
  });

  step('the page before the hand-in says in short what is missing', async () => {
    const { page } = candidate;
    await goToTask(candidate, 'Ring buffer');
    await writeProgram(candidate, answer);
    await page
      .getByRole('link', { name: /hand in/i })
      .first()
      .click();
    const summary = page.getByRole('list', { name: 'In short' });
    await summary.getByText('Not answered:').waitFor();
    await summary.getByRole('link', { name: 'Quantise a tensor by hand' }).waitFor();
    await summary.getByText('Everything that you typed is saved.').waitFor();
    await look(candidate, 'hand-in');
  });

  step('with the browser closed, the deadline hands in what was saved, and the mail says so', async () => {
    expect(candidate.faults).toEqual([]);
    await candidate.close();
    const { id } = await attemptOf();
    await inDatabase(
      `UPDATE attempt SET started_at = started_at - interval '5 hours', deadline_at = deadline_at - interval '5 hours' WHERE id = $1`,
      [id],
    );
    await inDatabase(
      `UPDATE outbox SET available_at = now() WHERE topic = 'attempt.deadline' AND payload->>'attemptId' = $1 AND done_at IS NULL`,
      [id],
    );
    receipt = await mailbox.find(application.candidate.email, 'This is your receipt');
    expect(receipt.text).toContain('time was up');
    expect(receipt.text).toContain('by itself, when time was up');
    expect(receipt.text).toContain('sha256sum');
    expect(receipt.text).toContain(createHash('sha256').update(answer, 'utf8').digest('hex'));
    expect(receipt.text).toContain('not answered');
  });

  step('the receipt page gives the answer as a file with that hash', async () => {
    candidate = await Person.open(browser, product.url, { timezoneId: 'Asia/Kolkata' });
    const { page } = candidate;
    await candidate.goTo(pathIn(receipt, '/attempt/'));
    await page.getByRole('heading', { name: 'Handed in' }).waitFor();
    await page.getByText('was handed in by itself', { exact: false }).waitFor();
    await page.getByText('India Standard Time (Asia/', { exact: false }).first().waitFor();
    const shown = (
      await page
        .locator('code')
        .filter({ hasText: /^[0-9a-f]{64}$/ })
        .first()
        .innerText()
    ).trim();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download your answer to Ring buffer/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('task-1-ring_buffer.c');
    const saved = readFileSync(await file.path());
    expect(saved.toString('utf8')).toBe(answer);
    expect(createHash('sha256').update(saved).digest('hex')).toBe(shown);
    expect(receipt.text).toContain(shown);
    await page.getByText('Graded.').waitFor({ timeout: 40_000 });
    await look(candidate, 'receipt');
    expect(await page.getByText('Your answers showed').count()).toBe(0);
  });

  step('feedback for each criterion appears after the decision', async () => {
    const priya = await Person.open(browser, product.url);
    await priya.signIn('priya@northlight.example');
    const decided = await priya.context.request.post(`${product.url}/api/applications/${application.id}/decision`, {
      data: {
        ...{ outcome: 'reject', rejectionReason: 'assessment-result' },
        ...{ rationale: 'INTERNAL: nothing that runs.', messageToCandidate: 'Thank you for your time.' },
      },
    });
    expect([decided.ok(), decided.ok() ? '' : await decided.text()]).toEqual([true, '']);
    await priya.close();
    const { page } = candidate;
    await page.reload();
    await page.getByText('A decision was made.').waitFor();
    await page
      .getByText(/^Your answers showed little of this/)
      .first()
      .waitFor();
    await page.getByText('It was left unanswered.').first().waitFor();
    expect(await page.content()).not.toContain('INTERNAL');
    await look(candidate, 'feedback');
  });

  step('a year later everything that was handed in is erased, and each page says so', async () => {
    await inDatabase(`UPDATE application SET closed_at = closed_at - interval '13 months' WHERE id = $1`, [
      application.id,
    ]);
    await inDatabase(
      `UPDATE outbox SET available_at = now() WHERE topic = 'application.retention-ended' AND payload->>'applicationId' = $1`,
      [application.id],
    );
    const words = /Erased on .+, 12 months after the application was closed\./;
    const { page } = recruiter;
    await recruiter.goTo(`/applications/${application.id}?view=evidence`);
    // The page hears of it by itself.
    await page.getByText(words).first().waitFor({ timeout: 40_000 });
    expect(await page.getByText('No evidence was found').count()).toBe(0);
    await look(recruiter, 'erased-evidence');
    await recruiter.goTo(`/applications/${application.id}?view=assessment`);
    await page.getByText(words).first().waitFor();
    await look(recruiter, 'erased-assessment');
    await candidate.page.reload();
    await candidate.page.getByText(words).first().waitFor();
    await look(candidate, 'erased-receipt');
    expect([...candidate.faults, ...recruiter.faults]).toEqual([]);
  });
});
