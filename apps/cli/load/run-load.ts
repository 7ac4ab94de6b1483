// A load run: many attempts at once save drafts, then all are handed in within half a minute; everything is measured and read back.
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '@bringup/grading';
import { Candidate, emptyTally, type Tally } from './candidate';
import { Client } from './client';
import { clickToVerdict } from './click-to-verdict';
import { type Mortal, startDeaths } from './deaths';
import { type ReadBack, readBack, untilGraded } from './read-back';
import { invite, openStage, type Stage } from './stage';

export interface LoadOptions {
  readonly attempts: number;
  /** Seconds of saving drafts before the rush at the end. */
  readonly seconds: number;
  /** Seconds between two drafts of one attempt. */
  readonly every: number;
  /** Seconds within which all hand in. */
  readonly rush: number;
  /** Kill the API, the worker and PostgreSQL in turn meanwhile. */
  readonly deaths: boolean;
}

/** Milliseconds. */
interface Waits {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

export interface LoadReport {
  readonly options: LoadOptions;
  /** Before the load, with nothing else to do: from a click on Run to the verdict. */
  readonly clicks: { readonly compiledAhead: Waits; readonly cold: Waits };
  /** Before the rush, and of those who still type in it. */
  readonly drafts: Waits;
  readonly draftsInRush: Waits;
  readonly submissions: Waits;
  /** A small question asked four times a second from the first draft to the last verdict. */
  readonly health: Waits & { readonly unanswered: number };
  readonly refused: Readonly<Record<string, number>>;
  readonly repeats: number;
  readonly events: number;
  readonly deaths: Readonly<Record<Mortal, number>> | null;
  /** From the last hand-in to the last verdict; null when they were not all in after 15 minutes. */
  readonly secondsToLastVerdict: number | null;
  readonly readBack: ReadBack;
}

const healthEveryMs = 250;
const clickRounds = 20;

function waitsOf(values: readonly number[]): Waits {
  const at = (share: number): number => Math.round(percentile(values, share) * 10) / 10;
  return { count: values.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

function watchHealth(url: string): () => LoadReport['health'] {
  const client = new Client(url);
  const waits: number[] = [];
  let unanswered = 0;
  const ask = async (): Promise<void> => {
    const reply = await client.send('GET', '/api/health').catch(() => undefined);
    if (reply?.status === 200) waits.push(reply.milliseconds);
    else unanswered += 1;
  };
  const timer = setInterval(() => void ask(), healthEveryMs);
  return () => {
    clearInterval(timer);
    client.close();
    return { ...waitsOf(waits), unanswered };
  };
}

/** Types for a while, a draft every so often, then hands in at a moment of its own within the rush. */
async function live(candidate: Candidate, options: LoadOptions, began: number): Promise<void> {
  const everyMs = options.every * 1000;
  const endsAt = began + options.seconds * 1000 + Math.random() * options.rush * 1000;
  for (let next = began + Math.random() * everyMs; next < endsAt; next += everyMs) {
    await sleep(Math.max(0, next - performance.now()));
    await candidate.save();
  }
  await sleep(Math.max(0, endsAt - performance.now()));
  await candidate.submit();
}

async function startAll(candidates: readonly Candidate[]): Promise<void> {
  const waiting = [...candidates];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.start();
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

async function measure(stage: Stage, options: LoadOptions, log: (text: string) => void): Promise<LoadReport> {
  const tokens = await invite(stage, options.attempts, log);
  const tally: Tally = emptyTally();
  const clients = tokens.map(() => new Client(stage.url));
  const program = stage.company.desk.task('audio-ring-buffer').files['reference.c'] ?? '';
  const candidates = tokens.map(
    (token, i) => new Candidate(token, clients[i] ?? new Client(stage.url), tally, program),
  );
  await startAll(candidates);
  const clicks = candidates[0] ? await clickToVerdict(candidates[0], clickRounds) : { compiledAhead: [], cold: [] };
  log(`${candidates.length} attempts in progress: a draft every ${options.every} s each, for ${options.seconds} s`);
  const endHealth = watchHealth(stage.url);
  const endDeaths = options.deaths ? startDeaths(stage, log) : null;
  // Drafts of the clicks are no part of the load.
  tally.drafts.length = 0;
  const began = performance.now();
  const rush = setTimeout(() => (tally.hasRushBegun = true), options.seconds * 1000);
  await Promise.all(candidates.map((candidate) => live(candidate, options, began)));
  clearTimeout(rush);
  const deaths = endDeaths?.() ?? null;
  log('all handed in; waiting for the verdicts');
  const secondsToLastVerdict = await untilGraded(stage.company.dataSource);
  return {
    options,
    clicks: { compiledAhead: waitsOf(clicks.compiledAhead), cold: waitsOf(clicks.cold) },
    drafts: waitsOf(tally.drafts),
    draftsInRush: waitsOf(tally.draftsInRush),
    submissions: waitsOf(tally.submissions),
    health: endHealth(),
    refused: Object.fromEntries(tally.refused),
    repeats: tally.repeats,
    events: clients.reduce((sum, { heard }) => sum + heard, 0),
    deaths,
    secondsToLastVerdict,
    readBack: await readBack(stage.company.dataSource, candidates),
  };
}

export async function runLoad(options: LoadOptions, log: (text: string) => void): Promise<LoadReport> {
  const stage = await openStage();
  try {
    return await measure(stage, options, log);
  } finally {
    await stage.close();
  }
}
