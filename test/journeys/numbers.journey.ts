// Numbers as people type them: the page reads each back as the grader takes it, refuses in the grader's words, keeps what
// was typed either way, and what it read earns the points.
import type { Browser } from 'playwright-core';
import { variantOf } from './answers';
import { openBrowser, Person } from './browser';
import { answerFields, goToTask, handIn, startAttempt, untilSaved } from './candidate-steps';
import { mailPage, pathIn } from './mailbox';
import { type Product, startProduct } from './product';
import { journey } from './steps';

const weights = { slug: 'int4-group-weights', title: 'Four bits, groups and a flash budget' };
const battery = { slug: 'power-rail-trace', title: 'Where the battery goes' };

type Typed = readonly [field: RegExp, text: string, words: string];

const size = /^5\. Size of the weights/;
const rate = /^6\. Upper bound of tokens/;
const bits = /^1\. Bits per weight/;
const error = /^3\. Largest rounding error/;
const spellingsOfWeights: readonly Typed[] = [
  [bits, '4.125 bits per weight', 'Read as 4.125 bit/weight.'],
  [bits, '4.125 bit/weight', 'Read as 4.125 bit/weight.'],
  [bits, '33/8', 'Read as 4.125 bit/weight.'],
  [bits, '4,125', '“4,125” can mean 4125 or 4.125: write the one you mean without a comma.'],
  [error, '1.08 x 10^-7', 'Read as 1.08e-7.'],
  [error, '1.08 × 10⁻⁷', 'Read as 1.08e-7.'],
  [error, '3.95 · 10⁻⁷', 'Read as 3.95e-7.'],
  [error, '0.992', 'Read as 0.992.'],
  [error, '1.08 × 10-7', '“10-7” is a difference: for the power of ten write 10^-7.'],
  [size, '3590 KB', 'Read as 3590 kB (1 KB is taken as 1000 B; for 1024 B write KiB).'],
  [size, '3.59 MB', 'Read as 3590 kB.'],
  [size, '3 590 kB', 'Read as 3590 kB.'],
  [size, '3590 kb', '“kb” can mean kB or kbit: write the one you mean.'],
  [size, '3590 ms', 'The unit “ms” does not convert to “kB”: it stands for time, not for data.'],
  [rate, '43.33', 'Read as 43.33 tokens/s.'],
  [rate, '43.33 tokens per second', 'Read as 43.33 tokens/s.'],
  [rate, '43.33 furlongs', '“furlongs” is not a unit that is known here; the field is in tokens/s.'],
];
const life = /^5\. Battery life/;
const spellingsOfBattery: readonly Typed[] = [
  [life, '20.16 days', 'Read as 20.16 d.'],
  [life, '483.84 hours', 'Read as 20.16 d.'],
  [life, '3 weeks', 'Read as 21 d.'],
  [
    life,
    'about three weeks',
    '“about three weeks” is not a number: write it like 0.0078125, 1/128, 2^-7 or 7.8125e-3.',
  ],
  [/^4\. Average power/, '0.0021 W', 'Read as 2.1 mW.'],
  [/^1\. Power in sleep/, '1.8e-1 milliwatts', 'Read as 0.18 mW.'],
];

describe('numbers as people type them', () => {
  let browser: Browser;
  let product: Product;
  let recruiter: Person;
  let candidate: Person;
  let applicationId = '';
  let attemptPath = '';
  const step = journey(() => [candidate, recruiter]);

  const box = (field: RegExp | string) => candidate.page.getByLabel(field, { exact: true });
  const type = async (spellings: readonly Typed[]) => {
    for (const [field, text, words] of spellings) {
      await box(field).fill(text);
      await box(field).blur();
      await candidate.page.locator('bu-number-field').filter({ hasText: field }).getByText(words).waitFor();
      const isRefused = !words.startsWith('Read as');
      expect(await box(field).getAttribute('aria-invalid')).toBe(isRefused ? 'true' : null);
    }
    await untilSaved(candidate);
  };
  const cleanInBothThemes = async (picture: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await candidate.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await candidate.settled();
      expect(await candidate.accessibilityFaults()).toEqual([]);
      await candidate.picture(`${picture}-${colorScheme}`);
    }
  };

  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    [recruiter, candidate] = await Promise.all([Person.open(browser, product.url), Person.open(browser, product.url)]);
    await recruiter.signIn('tomas@northlight.example');
    const { request } = recruiter.context;
    const list = await request.get(`${product.url}/api/applications?stage=review&status=active`);
    const { items } = (await list.json()) as { items: { id: string }[] };
    applicationId = items[0].id;
    const found = await request.get(`${product.url}/api/applications/${applicationId}`);
    const { candidate: person } = (await found.json()) as { candidate: { email: string } };
    const answer = await request.post(`${product.url}/api/applications/${applicationId}/invitations`, {
      data: { tasks: [weights.slug, battery.slug], closesAt: new Date(Date.now() + 86_400_000).toISOString() },
    });
    expect(answer.status()).toBe(201);
    attemptPath = pathIn(await mailPage(() => recruiter).find(person.email, 'ssessment'), '/attempt/');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const seedOf = async ({ title }: { title: string }): Promise<number> => {
    await recruiter.goTo(`/applications/${applicationId}?view=assessment`);
    const region = recruiter.page.getByRole('region', { name: new RegExp(title) }).first();
    return Number(/seed\s+(\d+)/.exec(await region.innerText())![1]);
  };

  step('reads them back in a numeric task, and refuses without losing them', async () => {
    await candidate.goTo(attemptPath);
    await startAttempt(candidate);
    await goToTask(candidate, weights.title);
    await type(spellingsOfWeights);
    await box(size).fill('3590 KB');
    await untilSaved(candidate);
    await cleanInBothThemes('numbers-read');
    await candidate.page.reload();
    await box(rate).waitFor();
    expect(await box(rate).inputValue()).toBe('43.33 furlongs');
    expect(await box(size).inputValue()).toBe('3590 KB');
  });

  step('reads them back in an interpretation task, and tells a screen reader', async () => {
    await goToTask(candidate, battery.title);
    await type(spellingsOfBattery);
    await box(life).pressSequentially(' ');
    await box(life).fill('20.16 days');
    await candidate.page
      .locator('[aria-live="polite"]', { hasText: 'Read as 20.16 d.' })
      .waitFor({ state: 'attached' });
  });

  step('says before the hand-in which answers hold no number', async () => {
    await candidate.page
      .getByRole('link', { name: /hand in/i })
      .first()
      .click();
    await candidate.page.getByText('With an answer that cannot be read as a number:').waitFor();
    await candidate.page.getByText('Cannot be read as a number:', { exact: true }).waitFor();
    await cleanInBothThemes('numbers-before-hand-in');
  });

  step('earns full marks with the right values in such spellings', async () => {
    const { answerKey, fields } = variantOf(weights.slug, await seedOf(weights));
    const [mantissa, exponent] = Number(answerKey.maximumError.value).toExponential().split('e');
    const spelt: Record<string, string> = {
      bitsPerWeight: `${String(answerKey.bitsPerWeight.value)} bits per weight`,
      matrixBytes: `${String(answerKey.matrixBytes.value)} bytes`,
      maximumError: `${mantissa} x 10^${Number(exponent)}`,
      bestLoss: `${String(answerKey.bestLoss.value)} %`,
      bestSize: `${Number(answerKey.bestSize.value) / 1000} MB`,
      tokenRate: `${String(answerKey.tokenRate.value)} tokens per second`,
    };
    await goToTask(candidate, weights.title);
    for (const { name, label } of fields) await box(label).fill(spelt[name]);
    await untilSaved(candidate);
    const trace = variantOf(battery.slug, await seedOf(battery));
    await goToTask(candidate, battery.title);
    await answerFields(candidate, trace, 'The tail: the part stays awake after the marker for no work at all.');
    await box(life).fill(`${String(trace.answerKey.batteryLife.value)} days`);
    await untilSaved(candidate);
    await handIn(candidate);
    await recruiter.goTo(`/applications/${applicationId}?view=assessment`);
    await recruiter.page
      .getByText(/Accepted/)
      .nth(1)
      .waitFor({ timeout: 40_000 });
  });

  step('had no fault on any page', () => {
    expect([...candidate.faults, ...recruiter.faults]).toEqual([]);
    return Promise.resolve();
  });
});
