// Reads a number as engineers type it: 0.0078125, 1/128, 2^-7, 1.08 × 10⁻⁷, 0x40000000, with or without a unit.
import { convert } from './convert';
import { endsNumber, evaluate, tokenise } from './evaluate';

/** What was read, in the field's unit, or why it could not be read; either way with the sentence that a person reads. */
export type Reading =
  | { readonly ok: true; readonly value: number; readonly message: string }
  | { readonly ok: false; readonly message: string };

const longestAnswer = 80;
/** White space may stand anywhere; other characters that cannot be seen may change what a number seems to be. */
const invisible = /(?!\s)\p{C}/u;
const otherDigits = /(?![0-9])\p{Nd}/u;

const refuse = (message: string): Reading => ({ ok: false, message });
const tooLong = refuse(`The answer is longer than ${longestAnswer} characters: give one number.`);
const notANumber = (text: string) =>
  refuse(`“${text}” is not a number: write it like 0.0078125, 1/128, 2^-7 or 7.8125e-3.`);

/**
 * Reads an answer to a number field whose unit is `unit` (empty: a plain number). Products, quotients and powers of numbers
 * are read (`3 * 2^-7`), sums are not. A comma is refused because it means thousands to some and a decimal point to others;
 * groups of three digits parted by a space, an underscore or an apostrophe are read. A unit of the same kind is converted.
 */
export function readQuantity(text: string, unit: string): Reading {
  // Far beyond any number with its spaces: not even looked at.
  if (text.length > 10 * longestAnswer) return tooLong;
  const typed = text.trim();
  if (typed === '') return refuse('No answer was given.');
  const joined = joinGroups(typed);
  if (joined.length > longestAnswer) return tooLong;
  const stray = strayCharacter(joined);
  if (stray !== null) return refuse(stray);
  if (joined.includes(',')) return refuse(commaMessage(joined));
  return readParts(joined, typed, unit);
}

function readParts(text: string, typed: string, unit: string): Reading {
  const parts = splitUnit(text);
  if (parts === null) return notANumber(typed);
  const conversion = parts.unit === '' ? { ok: true as const, factor: 1, note: '' } : convert(parts.unit, unit);
  if (!conversion.ok) return /\s[+-]?\d/.test(parts.unit) ? refuse('Give one number with one unit.') : conversion;
  const number = evaluate(parts.numbers, typed);
  if (typeof number === 'string') return refuse(number);
  const value = conversion.factor === 1 ? number : number * conversion.factor;
  if (!Number.isFinite(value)) return refuse('The answer is not a finite number.');
  return { ok: true, value, message: `Read as ${withUnit(value, unit)}${conversion.note}.` };
}

/** A number as people read it, with its unit when it has one. */
export function withUnit(value: number, unit: string): string {
  const digits = String(Number(value.toPrecision(12)));
  return unit === '' ? digits : `${digits} ${unit}`;
}

function joinGroups(text: string): string {
  return text.replace(/(?<=\d)[ _'’\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))/g, '');
}

function strayCharacter(text: string): string | null {
  const hidden = invisible.exec(text)?.[0].codePointAt(0);
  if (hidden !== undefined) {
    const code = hidden.toString(16).toUpperCase().padStart(4, '0');
    return `The answer contains a character that cannot be seen (U+${code}): delete all of it and type it again.`;
  }
  const digit = otherDigits.exec(text)?.[0];
  return digit === undefined ? null : `Write digits as 0 to 9: “${digit}” is another character.`;
}

function commaMessage(text: string): string {
  const number = /^[+\-−–]?[\d.,]+/.exec(text)?.[0].replace(/[.,]+$/, '') ?? '';
  const asThousands = number.replace(/,/g, '');
  const asDecimal = number.replace(',', '.');
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(number))
    return `Write ${number.replace(/\./g, '').replace(',', '.')}, with a decimal point and no thousands separators.`;
  if (!/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number)) return 'Write decimals with a point, not a comma.';
  if (number.includes('.')) return `Write ${asThousands} without a thousands separator.`;
  if (number.indexOf(',') === number.lastIndexOf(','))
    return `“${number}” can mean ${asThousands} or ${asDecimal}: write the one you mean without a comma.`;
  return `Write ${asThousands} without thousands separators.`;
}

/** The tokens of the number and the unit after them; null where the text is no number with a unit. */
function splitUnit(text: string): { readonly numbers: readonly string[]; readonly unit: string } | null {
  if (/^[+-]?0x(?![0-9a-f])/i.test(text)) return null;
  // `1.8x` and `1.8×` mean 1.8 times; with a space before it the sign waits for another number.
  const glued = /(?<=[\d.)])[x×]$/i.exec(text)?.[0] ?? '';
  const { list, rest } = tokenise(text.slice(0, text.length - glued.length));
  if (rest === '') return { numbers: list, unit: glued };
  if (/^x$/i.test(rest)) return { numbers: [...list, '*'], unit: '' };
  // In `28 1/s` and `28/s` the slash belongs to the unit.
  const isPer = list.at(-1) === '/' && endsNumber(list.slice(0, -1));
  const shown = isPer ? list.slice(0, -1) : list;
  const isOnePer = isPer && shown.at(-1) === '1' && endsNumber(shown.slice(0, -1));
  const numbers = isOnePer ? shown.slice(0, -1) : shown;
  if (!endsNumber(numbers) || !/[\p{L}%‰℃]/u.test(rest)) return null;
  return { numbers, unit: isPer ? `/${rest}` : rest };
}
