// Suggests a rating by climbing a ladder of accounts: never higher than the documents show, with every rule that fired.
import type { FoundEvidence } from './evidence';
import type { LadderCriterion, Level, Rating, Step } from './rubric';

/** A suggestion for a person to confirm or change. */
export interface Suggestion {
  readonly rating: Rating;
  /** The documents are silent: the rating 0 then stands for "nothing shown", and the score leaves the criterion out. */
  readonly silent: boolean;
  /** The rules that fired, by name, in order. */
  readonly rules: readonly string[];
  /** The same in words. */
  readonly reasons: readonly string[];
}

/** What is counted: distinct accounts of work, the areas they are from, and how many carry a figure or stand in a dated position. */
export interface Tally extends Step {
  readonly named: number;
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "two accounts", "one area": numbers up to ten in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${words[count] ?? String(count)} ${count === 1 ? one : many}`;
}

export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function distinct(evidence: readonly FoundEvidence[]): number {
  return new Set(evidence.map((one) => one.shape)).size;
}

/** Counts the evidence of one criterion. */
export function tallyOf(evidence: readonly FoundEvidence[]): Tally {
  const work = evidence.filter((one) => one.stance === 'work');
  return {
    accounts: distinct(work),
    areas: new Set(work.map((one) => one.area)).size,
    measured: distinct(work.filter((one) => one.measured)),
    dated: distinct(work.filter((one) => one.dated && one.firm)),
    concrete: distinct(work.filter((one) => one.measured || (one.dated && one.firm))),
    named: new Set(
      evidence.filter((one) => one.stance === 'claim' || one.stance === 'familiar').map((one) => one.concept),
    ).size,
  };
}

const needs: ReadonlyArray<readonly [keyof Step, (count: number) => string]> = [
  ['accounts', (count) => counted(count, 'account of work', 'accounts of work')],
  ['areas', (count) => counted(count, 'area')],
  ['measured', (count) => `${counted(count, 'account')} with a figure`],
  ['dated', (count) => `${counted(count, 'account')} from dated positions`],
  [
    'concrete',
    (count) => `${counted(count, 'account')} that ${count === 1 ? 'has' : 'have'} a figure or a dated position`,
  ],
];

function shortfall(tally: Tally, step: Step): string[] {
  return needs
    .filter(([name]) => tally[name] < step[name])
    .map(([name, say]) => `${say(step[name])} (found ${tally[name]})`);
}

/** What was read but not counted, in the words that decided. */
export function discountReasons(evidence: readonly FoundEvidence[]): Array<{ rule: string; reason: string }> {
  const says: Readonly<Record<string, string>> = {
    negated: 'said not to be known or done',
    wished: 'a wish or an interest',
    posting: 'words of a job advertisement',
    others: 'work of somebody else',
  };
  return Object.entries(says).flatMap(([stance, why]) => {
    const terms = [...new Set(evidence.filter((one) => one.stance === stance).map((one) => one.term))];
    return terms.length === 0
      ? []
      : [
          {
            rule: `not-counted-${stance}`,
            reason: sentence(`Not counted, ${why}: ${listed(terms.slice(0, 6))}${terms.length > 6 ? ' and more' : ''}`),
          },
        ];
  });
}

function accountOf(criterion: LadderCriterion, evidence: readonly FoundEvidence[], tally: Tally): string {
  const areas = criterion.areas
    .filter(({ slug }) => evidence.some((one) => one.stance === 'work' && one.area === slug))
    .map(({ title }) => title.split(':')[0] ?? title);
  return sentence(
    `${counted(tally.accounts, 'account of work', 'accounts of work')} in ${counted(tally.areas, 'area')} (${areas.join('; ')}); ${tally.measured} with a figure, ${tally.dated} in dated positions`,
  );
}

/** Suggests the rating of Q1, Q2, Q3 or Q5 from its evidence. */
export function suggestRating(
  criterion: LadderCriterion,
  level: Level,
  evidence: readonly FoundEvidence[],
): Suggestion {
  const tally = tallyOf(evidence);
  const discounts = discountReasons(evidence);
  const fired: Array<{ rule: string; reason: string }> = [];
  let rating: Rating = 0;
  if (tally.accounts > 0) {
    const { three, four } = criterion.ladders[level];
    const [toThree, toFour] = [shortfall(tally, three), shortfall(tally, four)];
    rating = toThree.length > 0 ? 2 : toFour.length > 0 ? 3 : 4;
    fired.push({ rule: 'accounts-of-work', reason: accountOf(criterion, evidence, tally) });
    if (rating < 4)
      fired.push({
        rule: rating === 2 ? 'short-of-three' : 'short-of-four',
        reason: sentence(
          `A rating of ${rating + 1} at ${level} level asks for ${listed(rating === 2 ? toThree : toFour)}`,
        ),
      });
    else fired.push({ rule: 'all-of-four', reason: `All that a rating of 4 asks for at ${level} level is there.` });
  } else if (tally.named > 0) {
    rating = 1;
    fired.push({
      rule: 'named-only',
      reason: sentence(
        `${counted(tally.named, 'thing is', 'things are')} named without an account of work; names alone do not go beyond 1`,
      ),
    });
  } else if (discounts.length > 0) {
    fired.push({ rule: 'nothing-counted', reason: 'The documents speak of this criterion, but nothing of it counts.' });
  } else {
    fired.push({
      rule: 'nothing-shown',
      reason: 'The documents show nothing that counts for this criterion. Silence is no fault: ask in the interview.',
    });
  }
  const all = [...fired, ...discounts];
  return {
    rating,
    silent: rating === 0 && discounts.length === 0,
    rules: all.map((one) => one.rule),
    reasons: all.map((one) => one.reason),
  };
}
