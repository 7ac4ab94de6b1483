// Grades one field of an answer sheet: a number against its tolerance, a choice, or an order with partial credit.
import { readQuantity, withUnit } from '@bringup/quantities';
import { sharePoints } from './points';
import type { FilledField, KeyEntry, Slip, Tolerance } from './variant';
import type { CheckResult } from './verdict';

/** What a field's text says, before it is compared with anything. */
export type FieldReading =
  | { readonly ok: true; readonly value: number | string | readonly string[]; readonly message: string }
  | { readonly ok: false; readonly message: string };

const refuse = (message: string): FieldReading => ({ ok: false, message });

/** Reads a field as typed. The message tells the candidate what was read, or what to mend. */
export function readField(field: FilledField, text: string | undefined): FieldReading {
  const given = (text ?? '').trim();
  if (given === '') return refuse('No answer was given.');
  if (field.type === 'number') return readQuantity(given, field.unit);
  if (field.type === 'choice') {
    const option = field.options.find((o) => o.value === given);
    if (!option) return refuse('The answer is not one of the options.');
    return { ok: true, value: option.value, message: `Read as “${option.label}”.` };
  }
  return readOrder(field, given);
}

function readOrder(field: FilledField, given: string): FieldReading {
  const values = given.split(',').map((value) => value.trim());
  const known = new Set(field.options.map((o) => o.value));
  const unknown = values.find((value) => !known.has(value));
  if (unknown !== undefined) return refuse(`“${unknown}” is not one of the options to put in order.`);
  if (new Set(values).size !== values.length || values.length !== known.size) {
    return refuse(`Put each of the ${known.size} options in order exactly once.`);
  }
  return { ok: true, value: values, message: `Read as ${values.join(', ')}.` };
}

/** A little slack for binary fractions, far below any tolerance that a task states. */
const slack = 1e-12;

/** Whether `value` is as near to `expected` as the tolerance asks; without one the two must be equal. */
export function withinTolerance(value: number, expected: number, tolerance: Tolerance | null): boolean {
  if (tolerance === null) return value === expected;
  const allowed = 'absolute' in tolerance ? tolerance.absolute : tolerance.relative * Math.abs(expected);
  return Math.abs(value - expected) <= allowed + slack * Math.max(Math.abs(expected), Math.abs(value));
}

/** Half a unit of the last of `digits` significant digits of `value`, as an absolute tolerance. */
export function toleranceOfDigits(value: number, digits: number): Tolerance {
  if (value === 0) return { absolute: 0.5 * 10 ** -(digits - 1) };
  return { absolute: 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1) };
}

/** The tolerance in force: the key's own, else that of the digits asked for, else none. */
export function toleranceOf(field: FilledField, key: KeyEntry): Tolerance | null {
  if (key.tolerance !== null) return key.tolerance;
  if (typeof key.value !== 'number' || field.significantDigits === null) return null;
  return toleranceOfDigits(key.value, field.significantDigits);
}

/**
 * Kendall's tau between two orders of the same items, clipped at zero: 1 for the right order, 0 for one that is no better than
 * chance. Each pair in the right order counts for, each pair in the wrong order counts against.
 * Source: M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30 (1938), https://doi.org/10.1093/biomet/30.1-2.81.
 */
export function orderShare(given: readonly string[], right: readonly string[]): number {
  const rank = new Map(right.map((value, index) => [value, index]));
  const ranks = given.map((value) => rank.get(value) ?? -1);
  let score = 0;
  let pairs = 0;
  for (let i = 0; i < ranks.length; i++) {
    for (let j = i + 1; j < ranks.length; j++) {
      score += ranks[i] < ranks[j] ? 1 : -1;
      pairs += 1;
    }
  }
  return pairs === 0 ? 1 : Math.max(0, score / pairs);
}

/** What a value earns of a field's points, 0 to 1, and the slip by which it earns that, if by one. */
export function creditOf(
  field: FilledField,
  key: KeyEntry,
  value: number | string | readonly string[],
): { readonly credit: number; readonly slip: Slip | null } {
  const share = shareOf(field, key, value);
  if (share === 1) return { credit: 1, slip: null };
  const slip = key.slips.find((one) => shareOf(field, { ...key, value: one.value }, value) === 1) ?? null;
  return { credit: Math.max(share, slip?.credit ?? 0), slip };
}

/** Grades one field. The message never names the right answer. */
export function gradeField(field: FilledField, key: KeyEntry, text: string | undefined): CheckResult {
  const reading = readField(field, text);
  const base = { id: field.name, title: field.label, visible: false, maxPoints: field.points };
  if (!reading.ok) return { ...base, passed: false, points: 0, message: reading.message };
  const { credit, slip } = creditOf(field, key, reading.value);
  if (credit === 1)
    return {
      ...base,
      passed: true,
      points: field.points,
      message: `${reading.message} Right${toleranceText(field, key)}.`,
    };
  const outcome = credit > 0 ? 'Partly right.' : `Not right${toleranceText(field, key)}.`;
  const result = {
    ...base,
    passed: false,
    points: sharePoints(field.points, credit),
    message: `${reading.message} ${outcome}`,
  };
  return slip ? { ...result, lesson: slip.cause } : result;
}

function toleranceText(field: FilledField, key: KeyEntry): string {
  const tolerance = toleranceOf(field, key);
  if (tolerance === null) return '';
  if ('relative' in tolerance) return ` within ±${Number((tolerance.relative * 100).toPrecision(6))} %`;
  return tolerance.absolute === 0 ? '' : ` within ±${withUnit(tolerance.absolute, field.unit)}`;
}

function shareOf(field: FilledField, key: KeyEntry, value: number | string | readonly string[]): number {
  if (typeof value === 'number') {
    return typeof key.value === 'number' && withinTolerance(value, key.value, toleranceOf(field, key)) ? 1 : 0;
  }
  if (typeof value === 'string') return value === key.value ? 1 : 0;
  return Array.isArray(key.value) ? orderShare(value, key.value as readonly string[]) : 0;
}
