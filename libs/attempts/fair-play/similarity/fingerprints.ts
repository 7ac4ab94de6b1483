// What two programs have in common: winnowed fingerprints of their tokens (Schleimer, Wilkerson, Aiken 2003), by dolos-core.
import { WinnowFilter } from '@dodona/dolos-core';
import { programTokens } from './program-tokens';

/** A run of tokens by its hash, and where it stands in the source, in characters. */
export interface Fingerprint {
  readonly hash: number;
  readonly from: number;
  readonly to: number;
}

/** Shorter runs in common mean nothing: this many tokens are two or three lines. */
const runLength = 16;
/** Of this many neighbouring runs one is kept; whatever is common over `runLength + window - 1` tokens is found. */
const window = 8;

function fingerprints(source: string, perWindow: number): Fingerprint[] {
  const tokens = programTokens(source);
  const filter = new WinnowFilter(runLength, perWindow);
  const kinds = tokens.map((token) => token.kind);
  return [...filter.fingerprints(kinds)].map(({ hash, start, stop }) => ({
    hash,
    from: tokens[start]?.from ?? 0,
    to: tokens[stop]?.to ?? 0,
  }));
}

/** The runs of the texts that everybody was given. All of them, so that no way of cutting a program lets one through. */
export function givenRuns(texts: readonly string[]): ReadonlySet<number> {
  return new Set(texts.flatMap((text) => fingerprints(text, 1).map(({ hash }) => hash)));
}

/** A program's own fingerprints, without what was given to everybody. */
export function ownFingerprints(source: string, given: ReadonlySet<number>): Fingerprint[] {
  return fingerprints(source, window).filter(({ hash }) => !given.has(hash));
}

const hashesOf = (program: readonly Fingerprint[]): ReadonlySet<number> => new Set(program.map(({ hash }) => hash));

const inBoth = (program: readonly Fingerprint[], hashes: ReadonlySet<number>): Fingerprint[] =>
  program.filter(({ hash }) => hashes.has(hash));

/** The share of both programs' fingerprints that stand in the other too, from 0 to 1. */
export function similarityOf(first: readonly Fingerprint[], second: readonly Fingerprint[]): number {
  const all = first.length + second.length;
  if (all === 0) return 0;
  return (inBoth(first, hashesOf(second)).length + inBoth(second, hashesOf(first)).length) / all;
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
