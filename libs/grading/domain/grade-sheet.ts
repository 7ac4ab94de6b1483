// Grades an answer sheet: field by field, and then what follows rightly from an earlier mistake.
import { gradeField, readField, toleranceOf, withinTolerance } from './field-answer';
import { sharePoints } from './points';
import type { AnswerKey, FilledField, KeyEntry } from './variant';
import type { CheckResult } from './verdict';

type Answers = Readonly<Record<string, string>>;

/** One result per field, in the order of the fields. A slip with a known cause counts as that slip, whatever was carried. */
export function gradeSheet(fields: readonly FilledField[], key: AnswerKey, answers: Answers): CheckResult[] {
  return fields.map((field) => {
    const result = gradeField(field, key[field.name], answers[field.name]);
    const isSlip = result.lesson !== undefined;
    return result.passed || isSlip ? result : (better(carried(fields, field, key, answers), result) ?? result);
  });
}

function better(carried: CheckResult | undefined, own: CheckResult): CheckResult | undefined {
  return carried && carried.points > own.points ? carried : undefined;
}

/**
 * How far a source may be from its key to carry: half of it to twice. A value beyond that makes most of what follows trivial:
 * from 0.000000001 all that is left is the offset, which the candidate can read off the prompt.
 */
const farthest = 2;

function isNear(given: number, right: KeyEntry['value']): boolean {
  if (typeof right !== 'number') return false;
  const ratio = given / right;
  return ratio >= 1 / farthest && ratio <= farthest;
}

/** What `own` earns of a field's points, 0 to 1, because it follows from `given` for the source; 0 when it does not. */
export function carriedCredit(
  field: FilledField,
  entry: KeyEntry,
  own: number,
  source: { readonly key: KeyEntry; readonly given: number },
): number {
  if (!entry.carried || !isNear(source.given, source.key.value)) return 0;
  const { factor, power, offset, credit } = entry.carried;
  const value = factor * source.given ** power + offset;
  if (!Number.isFinite(value)) return 0;
  return withinTolerance(own, value, toleranceOf(field, { ...entry, value })) ? credit : 0;
}

/** The result of a field that is right for what was given earlier; undefined when it is not, or when the task does not say so. */
function carried(
  fields: readonly FilledField[],
  field: FilledField,
  key: AnswerKey,
  answers: Answers,
): CheckResult | undefined {
  const entry = key[field.name];
  const source = fields.find(({ name }) => name === entry.carried?.from);
  if (!source) return undefined;
  const given = readField(source, answers[source.name]);
  const own = readField(field, answers[field.name]);
  if (!given.ok || !own.ok || typeof given.value !== 'number' || typeof own.value !== 'number') return undefined;
  const credit = carriedCredit(field, entry, own.value, { key: key[source.name], given: given.value });
  if (credit === 0) return undefined;
  return {
    id: field.name,
    title: field.label,
    visible: false,
    passed: credit === 1,
    points: sharePoints(field.points, credit),
    maxPoints: field.points,
    message: `${own.message} It follows from your answer to “${source.label}”, so the earlier mistake is not counted twice.`,
  };
}
