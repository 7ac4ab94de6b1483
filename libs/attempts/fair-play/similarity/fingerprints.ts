// What two programs have in common: winnowed fingerprints of their tokens (Schleimer, Wilkerson, Aiken 2003), hashed by dolos-core.
import { WinnowFilter } from '@dodona/dolos-core';
import { namesIn, type ProgramToken, programTokens } from './program-tokens';

/** A run of tokens by its hash, and where it stands in the source, in characters. */
export interface Fingerprint {
  readonly hash: number;
  readonly from: number;
  readonly to: number;
}

/** What everybody was given: its runs are nobody's own, its names are what the task calls. */
export interface Given {
  readonly runs: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
}

/** Shorter runs in common mean nothing: this many tokens are two or three lines. */
const runLength = 16;
/** Of this many neighbouring runs one is kept; whatever is common over `runLength + window - 1` tokens is found. */
const window = 4;
/** A whole function that is shorter than a run counts from so many tokens. */
const shortestFunction = 10;

/** Every run of a function; of a shorter one the whole of it. */
function runsOf(tokens: readonly ProgramToken[]): Fingerprint[] {
  if (tokens.length < shortestFunction) return [];
  const kinds = tokens.map(({ kind }) => kind);
  while (kinds.length < runLength) kinds.push('end');
  return new WinnowFilter(runLength, 1).fingerprints(kinds).map(({ hash, start, stop }) => ({
    hash,
    from: tokens[start]?.from ?? 0,
    to: Math.max(...tokens.slice(start, stop + 1).map(({ to }) => to)),
  }));
}

/**
 * The smallest of every full window. It hangs on the window alone: what stands before and behind adds to what is kept,
 * and takes nothing away.
 */
function winnowed(runs: readonly Fingerprint[]): Fingerprint[] {
  const kept = new Set<Fingerprint>();
  for (let start = 0; start === 0 || start + window <= runs.length; start += 1) {
    const smallest = runs
      .slice(start, start + window)
      .reduce<Fingerprint | undefined>((least, run) => (least && least.hash <= run.hash ? least : run), undefined);
    if (smallest) kept.add(smallest);
  }
  return [...kept];
}

/** The runs of the texts that everybody was given. All of them, so that no way of cutting a program lets one through. */
export function givenRuns(texts: readonly string[]): Given {
  const names = new Set(texts.flatMap(namesIn));
  const runs = texts.flatMap((text) => programTokens(text, names).flatMap(runsOf));
  return { names, runs: new Set(runs.map(({ hash }) => hash)) };
}

/** A program's own fingerprints, in the order of the source: each once, without what was given to everybody. */
export function ownFingerprints(source: string, given: Given): Fingerprint[] {
  const runs = programTokens(source, given.names).flatMap((tokens) =>
    winnowed(runsOf(tokens).filter(({ hash }) => !given.runs.has(hash))),
  );
  return runs.sort((first, second) => first.from - second.from);
}

const hashesOf = (program: readonly Fingerprint[]): ReadonlySet<number> => new Set(program.map(({ hash }) => hash));

const inBoth = (program: readonly Fingerprint[], hashes: ReadonlySet<number>): Fingerprint[] =>
  program.filter(({ hash }) => hashes.has(hash));

/**
 * The share of the smaller program's different fingerprints that stand in the other too, from 0 to 1: a program behind
 * any padding is still the same program.
 */
export function similarityOf(first: readonly Fingerprint[], second: readonly Fingerprint[]): number {
  const [left, right] = [hashesOf(first), hashesOf(second)];
  const smaller = Math.min(left.size, right.size);
  return smaller === 0 ? 0 : [...left].filter((hash) => right.has(hash)).length / smaller;
}

/** A stretch of a source that the other source has too. Parts of one number match. */
export interface MatchingPart {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly hashes: readonly number[];
}

/** Runs that touch become one stretch. */
function stretches(shared: readonly Fingerprint[]): Stretch[] {
  const found: { from: number; to: number; hashes: number[] }[] = [];
  for (const { hash, from, to } of shared) {
    const last = found.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.hashes.push(hash);
    } else found.push({ from, to, hashes: [hash] });
  }
  return found;
}

/** The matching parts of two programs. Work and result stay in proportion to their length, whatever they hold. */
export function matchingParts(
  first: readonly Fingerprint[],
  second: readonly Fingerprint[],
): { first: MatchingPart[]; second: MatchingPart[] } {
  const numbers = new Map<number, number>();
  const left = stretches(inBoth(first, hashesOf(second))).map(({ from, to, hashes }, index) => {
    for (const hash of hashes) if (!numbers.has(hash)) numbers.set(hash, index + 1);
    return { from, to, number: index + 1 };
  });
  const right = stretches(inBoth(second, hashesOf(first))).map(({ from, to, hashes }) => {
    return { from, to, number: numbers.get(hashes[0] ?? 0) ?? 0 };
  });
  return { first: left, second: right };
}
