// The time between start and hand-in, when things go wrong: no connection, two tabs, a server that dies, a clock that lies, no mouse.
// Nothing that was typed is lost, nothing is overwritten silently, and the page says what is true.
import type { Browser } from 'playwright-core';
import { referenceProgram } from './answers';
import { openBrowser, Person } from './browser';
import { goToTask, handIn, runChecks, startAttempt, untilSaved } from './candidate-steps';
import { mailPage, pathIn } from './mailbox';
import { type Product, startProduct } from './product';
import { journey } from './steps';

const tasks = { program: 'audio-ring-buffer', numbers: 'tensor-quantisation' };
const titles = { program: 'Ring buffer', numbers: 'Quantise a tensor by hand' };

/** Runs in the page before anything else: its clocks can be set wrong, before and while it is open. */
const clockThatCanBeSet = `(() => {
  const RealDate = Date;
  globalThis.clockIsAhead = Number(localStorage.getItem('test.clock') ?? 0);
  const now = () => RealDate.now() + globalThis.clockIsAhead;
  globalThis.Date = class extends RealDate {
    constructor(...parts) { if (parts.length) super(...parts); else super(now()); }
    static now() { return now(); }
  };
})()`;

describe('the attempt while it runs', () => {
  let browser: Browser;
  let product: Product;
  let recruiter: Person;
  let candidate: Person;
  let applicationId = '';
  let attemptPath = '';
  const step = journey(() => [candidate, recruiter]);

  const editorOf = ({ page }: Person) => page.getByRole('textbox', { name: /^Program, file/ });
  const textOf = async (person: Person) =>
    (await editorOf(person).locator('.cm-line').allInnerTexts()).map((line) => line.replaceAll('\n', '')).join('\n');
  /** Focuses the editor and waits for the caret to be in the line with `text`: keys that come earlier go to the first line. */
  const focusLine = async (person: Person, text: string) => {
    await editorOf(person).focus();
    const line = `(({ focusNode: node }) => (node?.closest ? node : node?.parentElement)?.closest('.cm-line')?.textContent ?? '')(document.getSelection())`;
    while (!(await person.page.evaluate<string>(line)).includes(text)) await person.page.waitForTimeout(20);
  };
  /** Clean in both themes. */
  const cleanInBothThemes = async (person: Person, picture?: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await person.settled();
      expect(await person.accessibilityFaults()).toEqual([]);
      if (picture) await person.picture(`${picture}-${colorScheme}`);
    }
  };
  /** Types a line of its own at the top or the end of the program. */
  const typeLine = async (person: Person, where: 'top' | 'end', text: string) => {
    await editorOf(person).click();
    await person.page.keyboard.press(where === 'top' ? 'Control+Home' : 'Control+End');
    if (where === 'end') await person.page.keyboard.press('Enter');
    await person.page.keyboard.type(text);
    if (where === 'top') await person.page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    [recruiter, candidate] = await Promise.all([Person.open(browser, product.url), Person.open(browser, product.url)]);
    await candidate.context.addInitScript(clockThatCanBeSet);
    await recruiter.signIn('tomas@northlight.example');
    const { request } = recruiter.context;
    const list = await request.get(`${product.url}/api/applications?stage=review&status=active`);
    const { items } = (await list.json()) as { items: { id: string }[] };
    applicationId = items[0].id;
    const found = await request.get(`${product.url}/api/applications/${applicationId}`);
    const { candidate: person } = (await found.json()) as { candidate: { email: string } };
    const answer = await request.post(`${product.url}/api/applications/${applicationId}/invitations`, {
      data: { tasks: Object.values(tasks), closesAt: new Date(Date.now() + 86_400_000).toISOString() },
    });
    expect(answer.status()).toBe(201);
    attemptPath = pathIn(await mailPage(() => recruiter).find(person.email, 'ssessment'), '/attempt/');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  step('starts, and says how work is kept', async () => {
    await candidate.goTo(attemptPath);
    await startAttempt(candidate);
    await goToTask(candidate, titles.program);
    await editorOf(candidate).waitFor();
    await candidate.page.getByText('How your work is kept').click();
    await candidate.page.getByText(/open in two tabs or on two devices/).waitFor();
    await cleanInBothThemes(candidate, 'during-start');
    await candidate.page.getByText('How your work is kept').click();
  });

  step('saves at a pause in typing, and a reload resumes at the same task with the cursor where it was', async () => {
    await typeLine(candidate, 'top', '/* first note */');
    await untilSaved(candidate);
    await candidate.page.keyboard.press('Control+Home');
    await candidate.page.keyboard.press('ArrowDown');
    await candidate.page.keyboard.press('End');
    await candidate.page.keyboard.type(' // here');
    await untilSaved(candidate);
    await candidate.goTo(attemptPath);
    await candidate.page.getByRole('heading', { level: 1, name: new RegExp(titles.program) }).waitFor();
    await editorOf(candidate).waitFor();
    expect(await textOf(candidate)).toContain('/* first note */');
    await focusLine(candidate, '// here');
    await candidate.page.keyboard.type('!');
    expect(await textOf(candidate)).toContain('// here!');
    await untilSaved(candidate);
  });

  step('another machine resumes at the same task, with the text and the cursor of the last save', async () => {
    const machine = await Person.open(browser, product.url);
    await machine.goTo(attemptPath);
    await machine.page.getByRole('heading', { level: 1, name: new RegExp(titles.program) }).waitFor();
    await editorOf(machine).waitFor();
    expect(await textOf(machine)).toContain('// here!');
    await focusLine(machine, '// here!');
    await machine.page.keyboard.type('?');
    expect(await textOf(machine)).toContain('// here!?');
    await untilSaved(machine);
    expect(machine.faults).toEqual([]);
    await machine.close();
    // The first machine had nothing unsaved: back at it, it goes on with the newer version and says so.
    await candidate.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await candidate.page.getByText(/saved in another tab or on another device at/).waitFor();
    expect(await textOf(candidate)).toContain('// here!?');
    await cleanInBothThemes(candidate);
    await candidate.page.getByRole('button', { name: /^Understood/ }).click();
  });

  step('without a connection it says so, keeps what is typed over a closed page, and sends it on return', async () => {
    await candidate.context.setOffline(true);
    await typeLine(candidate, 'end', '/* typed offline */');
    await candidate.page.getByText('No connection. Kept on this device, trying again').first().waitFor();
    expect(await candidate.page.getByText(/^Saved at/).count()).toBe(0);
    await cleanInBothThemes(candidate, 'during-offline');
    // The page is gone without a word, as in a crash; only the browser's storage is left. The connection is back later.
    const crashed = candidate;
    candidate = await crashed.anotherTab();
    await crashed.page.close();
    await candidate.context.setOffline(false);
    await candidate.goTo(attemptPath);
    await candidate.page.getByText('Restored what you typed on this device').waitFor();
    expect(await textOf(candidate)).toContain('/* typed offline */');
    await untilSaved(candidate);
    await candidate.page.getByRole('button', { name: /^Understood/ }).click();
  });

  step('two tabs that change different lines are joined, and say so', async () => {
    const tab = await candidate.anotherTab();
    await tab.goTo(attemptPath);
    await editorOf(tab).waitFor();
    await typeLine(candidate, 'top', '/* from the first tab */');
    await untilSaved(candidate);
    await typeLine(tab, 'end', '/* from the second tab */');
    await tab.page.getByText(/both stand in the text now/).waitFor();
    await untilSaved(tab);
    expect(await textOf(tab)).toContain('/* from the first tab */');
    await cleanInBothThemes(tab, 'during-merged');
    await tab.page.close();
  });

  step('two tabs that change the same line: both are kept, and the candidate chooses', async () => {
    const tab = await candidate.anotherTab();
    await tab.goTo(attemptPath);
    await editorOf(tab).waitFor();
    await candidate.page.reload();
    await editorOf(candidate).waitFor();
    await typeLine(candidate, 'end', '/* one end */');
    await untilSaved(candidate);
    await typeLine(tab, 'end', '/* another end */');
    await tab.page.getByRole('heading', { name: 'There are two versions of this answer' }).waitFor();
    await cleanInBothThemes(tab, 'during-conflict');
    // A reload in the middle of the choice changes nothing.
    await tab.page.reload();
    await tab.page.getByRole('button', { name: 'Keep the version on this screen' }).click();
    await untilSaved(tab);
    expect(await textOf(tab)).toContain('/* another end */');
    await tab.page.close();
    await candidate.page.reload();
    await editorOf(candidate).waitFor();
    expect(await textOf(candidate)).toContain('/* another end */');
  });

  step('what was given up stands in the history, and can be restored as a new version', async () => {
    await candidate.page.getByRole('button', { name: 'History' }).click();
    const dialog = candidate.page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /Version \d+/ })
      .first()
      .click();
    await dialog.getByRole('region', { name: /^Changes from/ }).waitFor();
    await cleanInBothThemes(candidate, 'during-history');
    const entries = dialog.getByRole('listitem').getByRole('button', { name: /Version \d+/ });
    const changes = dialog.getByRole('region', { name: /^Changes from/ });
    for (let at = 1; at < (await entries.count()); at += 1) {
      await entries.nth(at).click();
      // What stood there before must be gone.
      await entries.nth(at).locator('xpath=self::*[@aria-pressed="true"]').waitFor();
      await dialog.getByRole('button', { name: /^Restore the text of/ }).waitFor();
      if ((await changes.innerText()).includes('one end')) break;
    }
    await dialog.getByRole('button', { name: /^Restore the text of/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await untilSaved(candidate);
    expect(await textOf(candidate)).toContain('/* one end */');
    expect(await textOf(candidate)).not.toContain('/* another end */');
  });

  step('a server that dies and comes back in mid-attempt loses nothing', async () => {
    const back = product.restart();
    await typeLine(candidate, 'top', '/* while the server was away */');
    await back;
    await untilSaved(candidate, { timeout: 60_000 });
    await candidate.page.reload();
    await editorOf(candidate).waitFor();
    expect(await textOf(candidate)).toContain('/* while the server was away */');
  });

  step('a clock that is set wrong changes nothing, and is named', async () => {
    const left = async () => {
      const [minutes, seconds] = (await candidate.page.getByRole('timer').innerText()).split(':').slice(-2).map(Number);
      return minutes * 60 + seconds;
    };
    const before = await left();
    await candidate.page.evaluate(
      `globalThis.clockIsAhead = 10_800_000; localStorage.setItem('test.clock', 10_800_000)`,
    );
    await candidate.page.getByText(/clock is 3\sh ahead\. That changes nothing/).waitFor();
    expect(Math.abs(before - (await left()))).toBeLessThan(60);
    await cleanInBothThemes(candidate, 'during-clock');
    await candidate.page.reload();
    await candidate.page.getByText(/clock is 3\sh ahead\. That changes nothing/).waitFor();
    expect(Math.abs(before - (await left()))).toBeLessThan(90);
    await typeLine(candidate, 'top', '/* by a wrong clock */');
    await untilSaved(candidate);
    await candidate.page.evaluate(`globalThis.clockIsAhead = 0; localStorage.removeItem('test.clock')`);
    await candidate.page.getByText(/clock is 3\sh ahead/).waitFor({ state: 'hidden' });
  });

  step('a whole program with the keyboard alone; results move nothing that stood there', async () => {
    const { page } = candidate;
    await editorOf(candidate).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('int broken(\n');
    await page.keyboard.press('Control+Enter');
    const result = page.getByRole('region', { name: 'Result of the run' });
    await result.getByText('does not compile').waitFor({ timeout: 40_000 });
    await cleanInBothThemes(candidate, 'during-compile-error');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(referenceProgram(tasks.program));
    await untilSaved(candidate);
    // Tab indents in the editor; Escape and then Tab leaves it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const run = page.getByRole('button', { name: 'Run', exact: true });
    expect(await page.evaluate(`document.activeElement.innerText.trim()`)).toBe('Run');
    const places = async () =>
      Promise.all(
        [run, editorOf(candidate), page.getByRole('region', { name: 'Budgets' })].map((one) => one.boundingBox()),
      );
    const before = await places();
    await page.keyboard.press('Enter');
    await result.getByText(/(\d+) of \1 passed/).waitFor({ timeout: 40_000 });
    const after = await places();
    before.forEach((box, index) => {
      expect(after[index]).toMatchObject({ x: box!.x, y: box!.y, width: box!.width, height: box!.height });
    });
    await cleanInBothThemes(candidate, 'during-run');
    // On by the keyboard to the next task, and back.
    await page.getByRole('link', { name: new RegExp(`^Next: ${titles.numbers}`) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(titles.numbers) }).waitFor();
    await cleanInBothThemes(candidate, 'during-numbers');
  });

  step('the starter can be had back, and that can be undone', async () => {
    await goToTask(candidate, titles.program);
    const untouched = '(void)ring;';
    expect(await textOf(candidate)).not.toContain(untouched);
    await candidate.page.getByRole('button', { name: 'Reset to starter' }).click();
    await candidate.page.getByText('Starter restored.').waitFor();
    await editorOf(candidate).getByText(untouched).first().waitFor();
    await candidate.page.getByRole('button', { name: 'Undo' }).click();
    await editorOf(candidate).getByText(untouched).first().waitFor({ state: 'detached' });
    await untilSaved(candidate);
  });

  step('can be read at the width of a telephone and answered on a tablet', async () => {
    const { page } = candidate;
    await page.setViewportSize({ width: 320, height: 640 });
    await cleanInBothThemes(candidate, 'during-320');
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('dialog').waitFor();
    await cleanInBothThemes(candidate, 'during-320-history');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 768, height: 1024 });
    await editorOf(candidate).click();
    expect(await runChecks(candidate)).toMatch(/(\d+) of \1 passed/);
    await cleanInBothThemes(candidate, 'during-tablet');
    await page.setViewportSize({ width: 1366, height: 900 });
  });

  step('is handed in; then the team looks through the versions, and that is written down', async () => {
    await handIn(candidate);
    await recruiter.goTo(`/applications/${applicationId}?view=assessment`);
    const task = recruiter.page.getByRole('region', { name: titles.program });
    await task.getByText('How it was worked on').click();
    const slider = task.getByRole('slider');
    await slider.waitFor();
    const last = Number(await slider.getAttribute('max'));
    expect(last).toBeGreaterThan(8);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      new RegExp(`^Version ${last} of ${last}, saved [0-9:]+ in`),
    );
    await task.getByRole('button', { name: 'Run before' }).click();
    await task.getByRole('list', { name: 'Runs of this version' }).waitFor();
    await cleanInBothThemes(recruiter, 'during-playback');
    await slider.focus();
    await recruiter.page.keyboard.press('Home');
    await task.getByText(/^Version 1 of/).waitFor();
    await task
      .getByRole('region', { name: /^Changes of version 1/ })
      .getByText('first note')
      .first()
      .waitFor();
    await recruiter.page.setViewportSize({ width: 320, height: 640 });
    await recruiter.picture('during-playback-320');
    const { request } = recruiter.context;
    const found = await request.get(`${product.url}/api/applications/${applicationId}`);
    expect(JSON.stringify(await found.json())).toContain('attempt.played-back');
  });

  step('had no fault on any page', async () => {
    // What a browser says of requests that could not be made is what this journey is about.
    const expected = /Failed to load resource|net::ERR|ERR_/;
    expect([...candidate.faults, ...recruiter.faults].filter((fault) => !expected.test(fault))).toEqual([]);
  });
});
