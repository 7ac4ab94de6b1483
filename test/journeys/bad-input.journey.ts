// Bad luck and bad intent: each gets a clear message that says what to do, and nothing that was saved is lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { APIRequestContext, Browser } from 'playwright-core';
import { docx } from '../documents/docx';
import { hostileDocuments } from '../documents/hostile-documents';
import { resumePdf } from '../documents/resume-pdf';
import { referenceProgram } from './answers';
import { openBrowser, Person } from './browser';
import { chooseFile, goToTask, handIn, openApplyForm, runChecks, startAttempt, writeProgram } from './candidate-steps';
import { mailPage, pathIn } from './mailbox';
import { type Product, startProduct } from './product';

const program = 'audio-ring-buffer';

interface JobList {
  items: { slug: string }[];
}

interface ApplicationList {
  items: { id: string; candidateName: string }[];
}

async function json<T>(request: APIRequestContext, url: string): Promise<T> {
  const response = await request.get(url);
  if (!response.ok()) throw new Error(`${url}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('bad input', () => {
  let browser: Browser;
  let product: Product;
  let recruiter: Person;
  let jobPath = '';

  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    recruiter = await Person.open(browser, product.url);
    await recruiter.signIn('tomas@northlight.example');
    const jobs = await json<JobList>(recruiter.context.request, `${product.url}/api/jobs`);
    jobPath = `/jobs/${jobs.items[0].slug}`;
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Invites a candidate in review to the program task alone, and returns the path of the attempt from the mail. */
  async function invite(which: number): Promise<string> {
    const { request } = recruiter.context;
    const found = await json<ApplicationList>(request, `${product.url}/api/applications?stage=review&status=active`);
    const application = found.items[which];
    const { candidate } = await json<{ candidate: { email: string } }>(
      request,
      `${product.url}/api/applications/${application.id}`,
    );
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const answer = await request.post(`${product.url}/api/applications/${application.id}/invitations`, {
      data: { tasks: [program], closesAt },
    });
    expect(answer.status()).toBe(201);
    return pathIn(await mailPage(() => recruiter).find(candidate.email, 'ssessment'), '/attempt/');
  }

  describe('on the application form', () => {
    let person: Person;
    beforeAll(async () => {
      person = await Person.open(browser, product.url);
      await openApplyForm(person, product.url, jobPath);
      await person.page.getByRole('textbox', { name: 'Name' }).fill('Ansa Virtanen');
      await person.page.getByRole('textbox', { name: 'E-mail' }).fill('ansa.virtanen@example.org');
    });
    afterAll(async () => person.close());

    it('explains a truncated PDF, a text that calls itself PDF and a zip bomb, and keeps what was typed', async () => {
      const whole = Buffer.from(await resumePdf());
      const bomb = (await hostileDocuments()).find(
        (document) => document.name === 'a DOCX bomb that says it is small',
      )!;
      const files = [
        { name: 'cut-short.pdf', bytes: whole.subarray(0, 700), says: /PDF|file/ },
        { name: 'not-really.pdf', bytes: Buffer.from('%PDF-1.7\nthis is no PDF at all\n'), says: /PDF|file/ },
        { name: 'bomb.docx', bytes: Buffer.from(bomb.bytes), says: bomb.says },
      ];
      for (const file of files) {
        await chooseFile(person, 'résumé', {
          name: file.name,
          mimeType: 'application/octet-stream',
          buffer: file.bytes,
        });
        const message = person.page.getByRole('alert').filter({ hasText: file.says });
        await message.first().waitFor();
      }
      expect(await person.page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ansa Virtanen');
      expect(await person.accessibilityFaults()).toEqual([]);
    });

    it('refuses 50 MB before sending them, and at the server for those who send them all the same', async () => {
      const large = Buffer.alloc(50_000_000, 'a');
      // From the disk, as a person does it: handing 50 MB to the browser otherwise takes longer than the site's answer.
      const folder = mkdtempSync(path.join(tmpdir(), 'bringup-large-'));
      const file = path.join(folder, 'large.txt');
      writeFileSync(file, large);
      await person.page.getByLabel('Choose your résumé').first().setInputFiles(file);
      await person.page.getByRole('alert').filter({ hasText: '10 MB' }).first().waitFor();
      rmSync(folder, { recursive: true });

      const body = new FormData();
      body.append('file', new Blob([large]), 'large.txt');
      const answer = await fetch(`${product.url}/api${jobPath}/documents/resume`, { method: 'POST', body });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ code: 'document-too-large' });
    });

    it('takes the application once a readable file is chosen', async () => {
      await chooseFile(person, 'résumé', {
        name: 'ansa.docx',
        mimeType: 'application/octet-stream',
        buffer: docx([
          'Ansa Virtanen',
          'Firmware engineer, 2021–2025',
          'Quantised a keyword spotter to INT8 on an STM32: 11 ms, 38 KB of RAM.',
        ]),
      });
      await person.page.getByRole('button', { name: 'Replace' }).first().waitFor();
      expect(await person.page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ansa Virtanen');
      await person.page.getByRole('checkbox').check();
      await person.page.getByRole('button', { name: 'Send the application' }).click();
      await person.page.getByRole('heading', { name: 'Your application has arrived' }).waitFor();
    });
  });

  describe('in an attempt', () => {
    let person: Person;
    let attemptPath = '';
    beforeAll(async () => {
      attemptPath = await invite(0);
      person = await Person.open(browser, product.url);
      await person.goTo(attemptPath);
      await startAttempt(person);
      await goToTask(person, 'Ring buffer');
    });
    afterAll(async () => person.close());

    it('shows what Clang says about a program that does not compile, at its line', async () => {
      await writeProgram(person, '#include "ring_buffer.h"\n\nint broken(void) {\n  return nothing_of_that_name;\n}\n');
      const result = await runChecks(person);
      expect(result).toMatch(/nothing_of_that_name/);
      expect(result).toMatch(/line\s+4/);
      expect(await person.accessibilityFaults()).toEqual([]);
    });

    it('stops a program that never ends, and one that wants 4 GB, with a verdict and not a fault', async () => {
      const reference = referenceProgram(program);
      const endless = reference.replace(
        /(\buint32_t ring_write\([^)]*\) \{)/,
        '$1\n  for (volatile int forever = 0;; forever++) {}\n',
      );
      expect(endless).not.toBe(reference);
      await writeProgram(person, endless);
      expect(await runChecks(person)).toMatch(/The program was stopped after [\d\s]+ instructions/);
      await writeProgram(
        person,
        `${reference}\nstatic unsigned char vast[4000000000u];\nunsigned char *vast_part(unsigned i) { return &vast[i]; }\n`,
      );
      expect(await runChecks(person)).toMatch(/Does not compile|limit exceeded/i);
      // Afterwards the same pool still grades a good program.
      await writeProgram(person, reference);
      expect(await runChecks(person)).toMatch(/(\d+) of \1 passed/);
    });

    it('hands in what was saved, and a used link shows the receipt instead of a second attempt', async () => {
      await handIn(person);
      const again = await Person.open(browser, product.url);
      await again.goTo(attemptPath);
      await again.page.getByRole('heading', { name: 'Handed in' }).waitFor();
      const token = attemptPath.split('/').at(-1)!;
      const late = await again.context.request.put(`${product.url}/api/attempt/${token}/tasks/1/draft`, {
        data: { baseRevision: 0, answer: { kind: 'c', source: 'int late;' } },
      });
      expect(late.status()).toBe(422);
      expect(((await late.json()) as { detail: string }).detail).toMatch(/handed in|over|submitted/i);
      await again.close();
    });
  });

  it('takes no answer after the deadline, and hands in the last saved draft by itself', async () => {
    const attemptPath = await invite(1);
    const token = attemptPath.split('/').at(-1)!;
    const person = await Person.open(browser, product.url);
    await person.goTo(attemptPath);
    await startAttempt(person);
    await goToTask(person, 'Ring buffer');
    await writeProgram(person, referenceProgram(program));
    await endTimeOfRunningAttempts(product.databaseUrl);

    const late = await person.context.request.put(`${product.url}/api/attempt/${token}/tasks/1/draft`, {
      data: { baseRevision: 1, answer: { kind: 'c', source: 'int late;' } },
    });
    expect(late.status()).toBe(422);
    expect(await late.json()).toMatchObject({ code: 'attempt-over' });

    const attempt = async () =>
      json<{ state: string; tasks: { answerSha256: string | null }[] }>(
        person.context.request,
        `${product.url}/api/attempt/${token}`,
      );
    for (let tries = 0; (await attempt()).state !== 'submitted' && tries < 60; tries += 1)
      await person.page.waitForTimeout(500);
    const { state, tasks } = await attempt();
    expect(state).toBe('submitted');
    expect(tasks[0].answerSha256).toMatch(/^[0-9a-f]{64}$/);
    await person.close();
  });

  it('meets an unknown and an expired link with words, not with a fault', async () => {
    const person = await Person.open(browser, product.url);
    await person.goTo('/attempt/no-such-link');
    await person.page.getByRole('heading', { name: /This link/ }).waitFor();
    expect(await person.accessibilityFaults()).toEqual([]);
    const attemptPath = await invite(0);
    await inDatabase(product.databaseUrl, [
      `UPDATE invitation SET opens_at = opens_at - interval '3 days', closes_at = closes_at - interval '3 days'`,
    ]);
    await person.goTo(attemptPath);
    await person.page.getByRole('heading', { name: 'This assessment has closed' }).waitFor();
    await person.goTo('/status/no-such-link');
    await person.page.getByText(/link/i).first().waitFor();
    await person.close();
  });
});

/** Moves every running attempt's end, and the work that waits for it, into the past: an hour passes in a moment. */
async function endTimeOfRunningAttempts(databaseUrl: string): Promise<void> {
  await inDatabase(databaseUrl, [
    `UPDATE attempt SET started_at = started_at - interval '3 hours', deadline_at = deadline_at - interval '3 hours' WHERE submitted_at IS NULL`,
    `UPDATE outbox SET available_at = now() WHERE topic = 'attempt.deadline' AND done_at IS NULL`,
  ]);
}

async function inDatabase(databaseUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
