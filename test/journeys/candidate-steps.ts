// What the candidate does, step by step, as a person at the keyboard would.
import { expect } from '@jest/globals';
import type { VariantOfTask } from './answers';
import type { Person } from './browser';

/** Gets as far as the form with a résumé that was read. */
export async function openApplyForm({ page }: Person, url: string, jobPath: string): Promise<void> {
  await page.goto(`${url}${jobPath}`);
  await page
    .getByRole('link', { name: /^Apply/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Apply', level: 1 }).waitFor();
}

export async function chooseFile(
  { page }: Person,
  what: 'résumé' | 'letter',
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByLabel(`Choose your ${what}`).first().setInputFiles(file);
}

export async function apply(
  person: Person,
  jobPath: string,
  url: string,
  resume: Uint8Array,
  letter: string,
): Promise<{ receipt: string; statusPath: string }> {
  const { page } = person;
  await openApplyForm(person, url, jobPath);
  await chooseFile(person, 'résumé', {
    name: 'mira-lindqvist.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(resume),
  });
  await page.getByRole('button', { name: 'Replace' }).first().waitFor();
  await chooseFile(person, 'letter', { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from(letter) });
  await page.getByRole('button', { name: 'Replace' }).nth(1).waitFor();
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toMatch(/Lindqvist/);
  expect(await page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('mira.lindqvist@example.org');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send the application' }).click();
  await page.getByRole('heading', { name: 'Your application has arrived' }).waitFor();
  const receipt = /BR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0];
  const statusPath = await page.getByRole('link', { name: 'Open my status page' }).getAttribute('href');
  return { receipt: receipt!, statusPath: statusPath! };
}

export async function startAttempt({ page }: Person): Promise<void> {
  await page.getByRole('checkbox', { name: /^I have read what is recorded/ }).check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('navigation', { name: 'Tasks' }).waitFor();
}

export async function goToTask({ page }: Person, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Tasks' })
    .getByRole('link', { name: new RegExp(title) })
    .click();
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
}

/** Replaces the program in the editor. */
export async function writeProgram(person: Person, source: string): Promise<void> {
  const { page } = person;
  const editor = page.getByRole('textbox', { name: /^Program, file/ });
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(source);
  await untilSaved(person);
}

/** Waits until what was typed last is saved; what the page said of the save before does not count. */
export async function untilSaved(person: Person, options?: { timeout: number }): Promise<void> {
  await person.settled();
  await person.page
    .getByText(/^Saved at \d\d:\d\d:\d\d$/)
    .first()
    .waitFor(options);
}

/** Runs the visible checks and returns what the page says of them, such as `5 of 5 passed`. */
export async function runChecks(person: Person): Promise<string> {
  const { page } = person;
  // What a run before has shown may still stand there: the one asked for here must have ended, and the page must have drawn that.
  const asked = page
    .waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/runs'))
    .then(async (response) => (await response.json()) as { id: string });
  const ended = page.waitForResponse(
    async (response) =>
      /\/runs\/[^/]+$/.test(response.url()) &&
      response.url().endsWith((await asked).id) &&
      /"state":"(done|failed)"/.test(await response.text()),
    { timeout: 40_000 },
  );
  await Promise.all([asked, ended, page.getByRole('button', { name: 'Run', exact: true }).click()]);
  await person.settled();
  const result = page.getByRole('region', { name: 'Result of the run' });
  await result
    .getByText(/\d+ of \d+ passed|Does not compile|limit exceeded/i)
    .first()
    .waitFor({ timeout: 40_000 });
  return result.innerText();
}

/** Answers a numeric or interpretation task with its key. */
export async function answerFields(person: Person, variant: VariantOfTask, justification?: string): Promise<void> {
  const { page } = person;
  for (const field of variant.fields) {
    const { value } = variant.answerKey[field.name];
    if (field.type === 'number') {
      await page.getByLabel(field.label, { exact: true }).fill(String(value));
    } else if (field.type === 'choice') {
      const option = field.options.find((item) => item.value === value)!;
      await page.getByRole('group', { name: field.label }).getByLabel(option.label).check();
    } else {
      await putInOrder(
        page,
        field.label,
        (value as string[]).map((wanted) => field.options.find((item) => item.value === wanted)!.label),
      );
    }
  }
  if (justification !== undefined) await page.getByRole('textbox').last().fill(justification);
  await untilSaved(person);
}

async function putInOrder(page: Person['page'], group: string, wanted: string[]): Promise<void> {
  const fieldset = page.getByRole('group', { name: group });
  const rows = fieldset.getByRole('listitem');
  let isMoved = false;
  for (const [place, label] of wanted.entries()) {
    const shown = await rows.allInnerTexts();
    for (let at = shown.findIndex((text) => text.includes(label)); at > place; at -= 1) {
      await fieldset.getByRole('button', { name: `Move up: ${label}` }).click();
      await rows
        .nth(at - 1)
        .filter({ hasText: label })
        .waitFor();
      isMoved = true;
    }
  }
  if (!isMoved) await fieldset.getByRole('button', { name: 'This order is right as it stands' }).click();
}

export async function handIn({ page }: Person): Promise<void> {
  await page
    .getByRole('link', { name: /hand in/i })
    .first()
    .click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('heading', { name: 'Handed in' }).waitFor();
}
