// Fills an empty database with one believable company, through the same writes that people use.
import { workday } from './calendar';
import type { DemoCompany } from './company';
import { fleetDraft, fpgaVision, move, open } from './requisitions';
import { playEdgeAi } from './scenes/edge-ai';
import { playEmbeddedAi } from './scenes/embedded-ai';
import { playFilled } from './scenes/filled';

/** Tells what has been done, for a person who waits. */
export async function fillDemo(company: DemoCompany, tell: (what: string) => void): Promise<void> {
  const { now } = company;
  // The engine takes its time to start; it is needed for the assessments and can do so meanwhile.
  await Promise.all([company.desk.engine(), company.hireStaff(workday(now, 120, 8))]);
  tell('Staff is in');
  await playFilled(company);
  tell('A requisition that was filled in the past');
  await playEdgeAi(company);
  tell('Twelve applications for Edge AI Engineer');
  await playEmbeddedAi(company);
  tell('Three applications for Embedded AI Engineer');
  const pending = await open(company, 'priya', workday(now, 3, 13), fpgaVision);
  await move(company, 'priya', workday(now, 2, 8), pending, 'submit');
  await open(company, 'tomas', workday(now, 1, 14), fleetDraft);
  tell('One requisition to approve and one draft');
}
