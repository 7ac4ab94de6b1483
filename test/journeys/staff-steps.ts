// What the hiring team does, step by step, as a person at the keyboard would.
import type { Person } from './browser';

export interface WantedRequisition {
  readonly title: string;
  readonly hiringManager: string;
  readonly approver: string;
  readonly panel: readonly string[];
}

/** Chooses a room in the main navigation. */
export async function goToRoom({ page }: Person, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
}

export async function openRequisition(person: Person, wanted: WantedRequisition): Promise<void> {
  const { page } = person;
  await goToRoom(person, 'Requisitions');
  await page.getByRole('link', { name: 'New requisition' }).first().click();
  await page.getByLabel('Title').fill(wanted.title);
  await page.getByLabel('Seats').fill('1');
  await page.getByLabel('Location').fill('Gothenburg, Sweden');
  await page.getByLabel('Pay from').fill('62000');
  await page.getByLabel('Pay to').fill('81000');
  await page.getByRole('textbox', { name: /^Device/ }).fill('STM32H747');
  await page.getByLabel('RAM in KiB').fill('1024');
  await page.getByLabel('Hiring manager').selectOption({ label: wanted.hiringManager });
  await page.getByLabel('Approver').selectOption({ label: wanted.approver });
  for (const name of wanted.panel) await page.getByRole('group', { name: 'Panel' }).getByLabel(name).check();
  await page.getByLabel('Summary').fill('Detectors that run beside the road, on a battery, for years.');
  await page.getByRole('button', { name: 'Save requisition' }).click();
  await page.getByRole('heading', { name: wanted.title, level: 1 }).waitFor();
}

/** Presses an action of the requisition's page and confirms the question where one is asked. */
export async function actOnRequisition(
  { page }: Person,
  action: string,
  options: { asked?: boolean } = {},
): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  if (options.asked) await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
}

export async function openRequisitionPage(person: Person, title: string): Promise<void> {
  await goToRoom(person, 'Requisitions');
  await person.page.getByRole('table').getByRole('link', { name: title }).click();
  await person.page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Confirms all five ratings with a reason each; keeps the suggestion where there is one. */
export async function confirmRatings({ page }: Person): Promise<void> {
  for (const tag of ['Q1', 'Q2', 'Q3', 'Q4', 'Q5']) {
    const card = page.getByRole('region', { name: new RegExp(`^${tag} `) });
    const chosen = card.getByRole('radio', { checked: true });
    if ((await chosen.count()) === 0) await card.getByRole('radio').nth(2).check();
    await card.getByLabel(`Reason for ${tag}`).fill(`Read the quotes for ${tag}; they show it done, with figures.`);
    await card.getByRole('button', { name: `Confirm ${tag}` }).click();
    await card.getByText('Confirmed by').waitFor();
  }
}

export async function sendAssessment({ page }: Person, tasks: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Assessment', exact: true }).click();
  await page.getByRole('button', { name: 'Send assessment' }).click();
  for (const title of tasks) await page.getByRole('checkbox', { name: title }).check();
  await page.getByLabel('Note to the candidate').fill('Take it when the house is quiet. Nobody counts your pauses.');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('Sent by').first().waitFor();
}

export interface WantedInterview {
  readonly kit: string;
  readonly interviewer: string;
  /** Local time as a person types it, `2026-12-01T10:00`. */
  readonly startsAt: string;
}

export async function scheduleInterview({ page }: Person, wanted: WantedInterview): Promise<void> {
  await page.getByRole('link', { name: 'Interviews', exact: true }).last().click();
  await page.getByRole('button', { name: 'Schedule interview' }).click();
  const kits = page.getByLabel('Kit');
  const option = await kits.getByRole('option').filter({ hasText: wanted.kit }).getAttribute('value');
  await kits.selectOption(option ?? '');
  await page.getByLabel('Interviewer').selectOption({ label: wanted.interviewer });
  await page.getByLabel('Starts at').fill(wanted.startsAt);
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: wanted.kit })
    .filter({ hasText: wanted.interviewer })
    .first()
    .waitFor();
}

export interface WantedScorecard {
  readonly rating: number;
  readonly recommendation: string;
  readonly summary: string;
}

/** Fills in the scorecard of the interview whose page is open, and submits it. */
export async function writeScorecard({ page }: Person, wanted: WantedScorecard): Promise<void> {
  const card = page.getByRole('region', { name: 'Your scorecard' });
  await card.getByRole('button', { name: 'Submit scorecard' }).waitFor();
  const criteria = await card.getByRole('group', { name: /^Q\d / }).all();
  for (const criterion of criteria) await criterion.getByRole('radio').nth(wanted.rating).check();
  for (const note of await card.getByLabel(/^Notes on Q/).all())
    await note.fill('Explained a real trade-off with its figures.');
  await card.getByLabel(wanted.recommendation, { exact: true }).check({ force: true });
  await card.getByLabel('Summary').fill(wanted.summary);
  await card.getByText(/^Saved at /).waitFor();
  await card.getByRole('button', { name: 'Submit scorecard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit scorecard' }).click();
  await card.getByText('submitted').first().waitFor();
}

export async function recordOffer({ page }: Person, rationale: string, message: string): Promise<void> {
  await page.getByRole('radio', { name: /^Offer/ }).check();
  await page.getByLabel('Rationale').fill(rationale);
  await page.getByLabel('Message to the candidate').fill(message);
  await page.getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('region', { name: 'Decision', exact: true }).getByText(rationale).waitFor();
}
