// A real Chromium, one context a person, with the accessibility check that every step can ask for.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = path.resolve(__dirname, '../../.cache/screenshots');

/** Run in the page: two frames, and the end of every transition. What goes round for ever, such as a progress bar, is left alone. */
const settledPage = `new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))).then(() => {
  for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime !== Infinity) one.finish();
})`;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
}

/** One person's browser; faults on the page are collected, so that a journey can show there were none. */
export class Person {
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      // Asking who is signed in answers 401 to nobody; Chromium writes that down as an error.
      const isExpected = message.location().url.endsWith('/api/session');
      if (message.type() === 'error' && !isExpected) this.faults.push(`${message.text()} ${message.location().url}`);
    });
  }

  static async open(
    browser: Browser,
    url: string,
    options: { timezoneId?: string; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return new Person(context, await context.newPage(), url);
  }

  /** One more tab of the same browser; what it shares with the first is what tabs share. */
  async anotherTab(): Promise<Person> {
    return new Person(this.context, await this.context.newPage(), this.url);
  }

  async goTo(route: string): Promise<void> {
    await this.page.goto(`${this.url}${route}`);
  }

  async signIn(email: string, password = 'bringup-demo'): Promise<void> {
    await this.goTo('/sign-in');
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Waits until the page has drawn what it knows, and no colour is on its way from one theme to the other. */
  async settled(): Promise<void> {
    await this.page.evaluate(settledPage);
  }

  /** Accessibility faults of the page as it stands, as `rule: where`; empty is clean. WCAG 2.2 A and AA. */
  async accessibilityFaults(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    // From the top of the page: what is half scrolled under a bar that stays in sight is no small target.
    const scrolled = await this.page.evaluate<number>('scrollY');
    await this.page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
    try {
      return await this.faultsInSight();
    } finally {
      await this.page.evaluate(`scrollTo({ top: ${scrolled}, behavior: 'instant' })`);
    }
  }

  private async faultsInSight(): Promise<string[]> {
    return this.page.evaluate(async () => {
      interface AxeResult {
        violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResult> } };
      const result = await axe.run((globalThis as unknown as { document: unknown }).document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return result.violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
      );
    });
  }

  /** Keeps a picture of the page for people to look at; never compared by a test. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
