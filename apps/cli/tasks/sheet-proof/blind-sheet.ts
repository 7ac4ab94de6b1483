// What a sheet earns whose author has read nothing but the form: the same answers whatever the numbers, or numbers off the prompt.
import { carriedCredit, creditOf, type FilledField, type KeyEntry, type Variant } from '@bringup/grading';

/** The best blind answer to one field. */
export interface BlindAnswer {
  readonly name: string;
  /** As a person would say it: `“safe”` or `the 3rd number of the prompt`. */
  readonly answer: string;
  /** Mean share of the field's points, 0 to 1. */
  readonly share: number;
  /** Mean points that it earns. */
  readonly points: number;
}

export interface BlindSheet {
  /** Mean share of all points of the task, 0 to 1. */
  readonly share: number;
  readonly answers: readonly BlindAnswer[];
}

type Value = number | string | readonly string[];

/** A rule that answers a field without looking at what is asked; undefined where it has no answer. */
interface Guess {
  readonly words: string;
  answer(at: number): Value | undefined;
}

/** One variant of a sheet. */
type SheetVariant = Pick<Variant, 'prompt' | 'fields' | 'answerKey'>;

const mostConstants = 400;
const mostPrinted = 120;
/** What is typed for a source to make something of the field that carries from it. */
const extremes = [1e-9, 1e-3, 0.5, 1, 2, 10, 100, 1e3, 1e6, 1e9];
const mostSources = 24;

const entryOf = ({ answerKey }: SheetVariant, name: string): KeyEntry => {
  const entry = answerKey?.[name];
  if (!entry) throw new Error(`The key lacks ${name}.`);
  return entry;
};

/** Between groups of digits, as prompts print them and people type them. */
const groupSpace = /(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

const numbersIn = (text: string): number[] =>
  [...text.replace(groupSpace, '').matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(([digits]) => Number(digits));

/** At most so many of a list, evenly spread. */
function spread<Item>(list: readonly Item[], most: number): Item[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}

function distinctNumbers(values: readonly Value[]): number[] {
  const numbers = values.filter((value) => typeof value === 'number');
  return [...new Map(numbers.map((value) => [value.toPrecision(6), value])).values()].sort((a, b) => a - b);
}

const ordinal = (n: number): string => {
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${tail}`;
};

function numberGuesses(variants: readonly SheetVariant[], name: string): Guess[] {
  const told = variants.flatMap((variant) => {
    const entry = entryOf(variant, name);
    return [entry.value, ...entry.slips.map((slip) => slip.value)];
  });
  const printed = variants.map(({ prompt }) => numbersIn(prompt));
  const places = Math.min(mostPrinted, Math.max(0, ...printed.map((numbers) => numbers.length)));
  return [
    ...spread(distinctNumbers(told), mostConstants).map((value) => ({
      words: `always ${Number(value.toPrecision(6))}`,
      answer: () => value,
    })),
    ...Array.from({ length: places }, (_, place) => ({
      words: `the ${ordinal(place + 1)} number of the prompt`,
      answer: (at: number) => printed[at]?.[place],
    })),
  ];
}

/** Each order that was ever right, and the one of the mean ranks. */
function orderGuesses(variants: readonly SheetVariant[], field: FilledField): Guess[] {
  const orders = variants.map((variant) => [entryOf(variant, field.name).value].flat().map(String));
  const meanRank = (value: string) => orders.reduce((sum, order) => sum + order.indexOf(value), 0);
  const byRank = field.options.map(({ value }) => value).sort((a, b) => meanRank(a) - meanRank(b));
  const distinct = new Map([byRank, ...orders].map((order) => [order.join(), order]));
  return spread([...distinct.values()], mostConstants).map((order) => ({
    words: `always ${order.join(', ')}`,
    answer: () => order,
  }));
}

function guessesFor(variants: readonly SheetVariant[], field: FilledField): Guess[] {
  if (field.type === 'number') return numberGuesses(variants, field.name);
  if (field.type === 'order') return orderGuesses(variants, field);
  return field.options.map(({ value }) => ({ words: `always “${value}”`, answer: () => value }));
}

/** What is given for the source of a carried field: near values among them, since nothing is carried from far ones. */
function sourcesOf(variants: readonly SheetVariant[], name: string): number[] {
  const [{ answerKey }] = variants;
  const from = answerKey?.[name]?.carried?.from;
  if (from === undefined) return [];
  const near = distinctNumbers(variants.map((variant) => entryOf(variant, from).value));
  return [...extremes, ...spread(near, mostSources)];
}

/** What an answer earns, given that `source` was typed for the field that it carries from. */
function earned(variant: SheetVariant, field: FilledField, value: Value, source: number | null): number {
  const entry = entryOf(variant, field.name);
  const { credit, slip } = creditOf(field, entry, value);
  if (source === null || slip !== null || !entry.carried || typeof value !== 'number') return credit;
  const key = entryOf(variant, entry.carried.from);
  return Math.max(credit, carriedCredit(field, entry, value, { key, given: source }));
}

function bestAnswer(variants: readonly SheetVariant[], field: FilledField): BlindAnswer {
  const sources = [null, ...sourcesOf(variants, field.name)];
  let best: BlindAnswer = { name: field.name, answer: 'nothing', share: 0, points: 0 };
  for (const guess of guessesFor(variants, field)) {
    for (const source of sources) {
      const sum = variants.reduce((total, variant, at) => {
        const value = guess.answer(at);
        return value === undefined ? total : total + earned(variant, field, value, source);
      }, 0);
      const share = sum / variants.length;
      const from = source === null ? '' : ` after ${source} for the field that it follows from`;
      if (share > best.share)
        best = { name: field.name, answer: `${guess.words}${from}`, share, points: share * field.points };
    }
  }
  return best;
}

/**
 * The best blind sheet over these variants of one task, at least one. Each field is answered for itself, so the share is an upper
 * bound where two fields want different answers to a third.
 */
export function blindSheet(variants: readonly SheetVariant[]): BlindSheet {
  const [first] = variants;
  const answers = first.fields.map((field) => bestAnswer(variants, field));
  const points = first.fields.reduce((sum, field) => sum + field.points, 0);
  const earnedPoints = answers.reduce((sum, answer) => sum + answer.points, 0);
  return { share: points === 0 ? 0 : earnedPoints / points, answers };
}
