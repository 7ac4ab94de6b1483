// Reads a number as engineers type it: 0.0078125, 1/128, 2^-7, 7.8125e-3, 0x40000000, with or without a unit.
import { conversionFactor, unitSymbols } from './unit-table';

/** What was read, in the field's unit; or why it could not be read and what to type instead. */
export type Reading = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const longestAnswer = 80;
const number = String.raw`(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`;
const token = new RegExp(String.raw`\s*(${number}|[*/^()+-])`, 'y');

const refuse = (message: string): Reading => ({ ok: false, message });

/**
 * Reads an answer to a number field. Products, quotients and powers of numbers are read (`3 * 2^-7`), sums are not.
 * A comma is refused because it means thousands to some and a decimal point to others; groups of three digits parted by a
 * space, an underscore or an apostrophe are read. A unit of the same dimension is converted.
 */
export function readQuantity(text: string, unit: string): Reading {
  // Far beyond any number with its spaces: not even looked at.
  if (text.length > 10 * longestAnswer)
    return refuse(`The answer is longer than ${longestAnswer} characters: give one number.`);
  const plain = normalise(text);
  if (plain === '') return refuse('No answer was given.');
  if (plain.length > longestAnswer)
    return refuse(`The answer is longer than ${longestAnswer} characters: give one number.`);
  if (plain.includes(',')) return refuse(commaMessage(plain));
  const { body, suffix } = splitUnit(plain, unit);
  const factor = conversionFactor(suffix ?? unit, unit);
  if (factor === null)
    return refuse(`The unit “${suffix}” does not convert to ${unit === '' ? 'a plain number' : `“${unit}”`}.`);
  const evaluated = evaluate(body);
  if (typeof evaluated === 'string') return refuse(evaluated);
  if (!Number.isFinite(evaluated)) return refuse('The answer is not a finite number.');
  return { ok: true, value: suffix === null ? evaluated : evaluated * factor };
}

function normalise(text: string): string {
  return text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\u03bc/g, 'µ')
    .replace(/[×·]/g, '*')
    .replace(/\*\*/g, '^')
    .replace(/(?<=\d)[ _'\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '');
}

function commaMessage(text: string): string {
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  const asThousands = text.replace(/,/g, '');
  const asDecimal = text.replace(',', '.');
  if (grouped && text.includes('.')) return `Write ${asThousands} without a thousands separator.`;
  if (grouped && text.indexOf(',') === text.lastIndexOf(','))
    return `“${text}” can mean ${asThousands} or ${asDecimal}: write the one you mean without a comma.`;
  if (grouped) return `Write ${asThousands} without thousands separators.`;
  return 'Write decimals with a point, not a comma.';
}

/** Parts a unit from the end; a hexadecimal number keeps its letters. */
function splitUnit(text: string, unit: string): { body: string; suffix: string | null } {
  if (/^[+-]?0[xX][0-9a-fA-F]+$/.test(text)) return { body: text, suffix: null };
  const candidates = unit === '' ? unitSymbols : [unit, ...unitSymbols];
  for (const symbol of candidates) {
    const body = text.slice(0, -symbol.length).trimEnd();
    if (text.endsWith(symbol) && /[\d.)]$/.test(body)) return { body, suffix: symbol };
  }
  return { body: text, suffix: null };
}

function tokens(text: string): string[] | null {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return null;
    found.push(match[1]);
  }
  return found;
}

/** The number, or a sentence that says what is wrong. */
function evaluate(text: string): number | string {
  const list = tokens(text);
  if (!list) return `“${text}” is not a number: write it like 0.0078125, 1/128, 2^-7 or 7.8125e-3.`;
  const cursor = { list, at: 0 };
  const value = product(cursor);
  if (value === null) return `“${text}” is not a complete number.`;
  if (cursor.at < list.length) {
    const rest = list[cursor.at];
    return rest === '+' || rest === '-'
      ? 'Give the result as one number, not as a sum.'
      : `“${rest}” is not expected there.`;
  }
  return value;
}

interface Cursor {
  readonly list: readonly string[];
  at: number;
}

function product(cursor: Cursor): number | null {
  let value = power(cursor);
  while (value !== null && (cursor.list[cursor.at] === '*' || cursor.list[cursor.at] === '/')) {
    const operator = cursor.list[cursor.at++];
    const right = power(cursor);
    if (right === null) return null;
    value = operator === '*' ? value * right : value / right;
  }
  return value;
}

/** A sign binds weaker than the power: -2^2 is -4. */
function power(cursor: Cursor): number | null {
  const next = cursor.list[cursor.at];
  if (next === '-' || next === '+') {
    cursor.at++;
    const value = power(cursor);
    return value === null ? null : next === '-' ? -value : value;
  }
  const base = atom(cursor);
  if (base === null || cursor.list[cursor.at] !== '^') return base;
  cursor.at++;
  const exponent = power(cursor);
  return exponent === null ? null : base ** exponent;
}

function atom(cursor: Cursor): number | null {
  const next = cursor.list[cursor.at];
  if (next === undefined) return null;
  if (next === '(') {
    cursor.at++;
    const value = product(cursor);
    if (value === null || cursor.list[cursor.at] !== ')') return null;
    cursor.at++;
    return value;
  }
  if (!/^[\d.]/.test(next)) return null;
  cursor.at++;
  return Number(next);
}
