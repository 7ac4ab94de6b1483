// What a candidate feels after "Run": from the click to the verdict in the browser, over HTTP, outbox, worker, sandbox and event stream.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Candidate } from './candidate';

export interface ClickTimes {
  /** The draft was saved, and so compiled ahead, before the click. */
  readonly compiledAhead: number[];
  /** The click comes with a program that nobody has compiled before. */
  readonly cold: number[];
}

/** A candidate looks at the screen for longer than this before clicking. */
const lookMs = 400;

/** Clicks `rounds` times each way, one after the other, on an installation with nothing else to do. */
export async function clickToVerdict(candidate: Candidate, rounds: number): Promise<ClickTimes> {
  const times: ClickTimes = { compiledAhead: [], cold: [] };
  for (let round = -2; round < rounds; round += 1) {
    await candidate.saveProgram(`round ${round}`);
    await sleep(lookMs);
    const warm = await candidate.clickRun(`round ${round}`);
    await sleep(lookMs);
    const cold = await candidate.clickRun(`round ${round}, not saved before`);
    await sleep(lookMs);
    if (round < 0) continue;
    times.compiledAhead.push(warm);
    times.cold.push(cold);
  }
  return times;
}
