// What an answer holds: whether two are the same, what is still empty. Pure.
import { readQuantity } from '@bringup/quantities';
import type { Answer, CandidateTaskView } from '../../api/models';

/** The answer a task begins with. */
export function blankAnswer(task: Pick<CandidateTaskView, 'kind' | 'starter'>): Answer {
  if (task.kind === 'c') return { kind: 'c', source: task.starter ?? '' };
  if (task.kind === 'numeric') return { kind: 'numeric', fields: {} };
  return { kind: 'interpretation', fields: {}, justification: '' };
}

/** Same content: the order of the fields and empty fields do not count. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  if (one.kind === 'c' || other.kind === 'c') {
    return one.kind === 'c' && other.kind === 'c' && one.source === other.source;
  }
  if (one.kind !== other.kind || justificationOf(one) !== justificationOf(other)) return false;
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  return [...names].every((name) => (one.fields[name] ?? '') === (other.fields[name] ?? ''));
}

/** How much of a task is answered: `done` of `of` parts, and the names of those that are empty or hold no number. */
export interface Completeness {
  readonly done: number;
  readonly of: number;
  readonly empty: readonly string[];
  /** Fields that ask for a number and hold something else; they earn nothing as they stand. */
  readonly unreadable: readonly string[];
}

/** A program counts as one part, done when it is no longer the starter. */
export function completeness(
  task: Pick<CandidateTaskView, 'kind' | 'starter' | 'fields' | 'justification'>,
  answer: Answer,
): Completeness {
  if (answer.kind === 'c') {
    const changed = answer.source.trim() !== (task.starter ?? '').trim() && answer.source.trim() !== '';
    return { done: changed ? 1 : 0, of: 1, empty: changed ? [] : ['The program is still the starter'], unreadable: [] };
  }
  const empty = task.fields.filter((field) => !answer.fields[field.name]?.trim()).map((field) => field.label);
  if (task.justification && !justificationOf(answer).trim()) empty.push(task.justification.label);
  const of = task.fields.length + (task.justification ? 1 : 0);
  const unreadable = task.fields.filter((field) => {
    const text = answer.fields[field.name]?.trim() ?? '';
    return field.type === 'number' && text !== '' && !readQuantity(text, field.unit ?? '').ok;
  });
  return { done: of - empty.length, of, empty, unreadable: unreadable.map((field) => field.label) };
}

/** Fields as lines, so that all kinds of answers can be compared in the same way. */
export function answerLines(answer: Answer, task: Pick<CandidateTaskView, 'fields'>): string {
  if (answer.kind === 'c') return answer.source;
  const lines = task.fields.map((field) => `${field.label}: ${answer.fields[field.name] ?? ''}`);
  return answer.kind === 'interpretation' ? [...lines, '', answer.justification].join('\n') : lines.join('\n');
}

function justificationOf(answer: Answer): string {
  return answer.kind === 'interpretation' ? answer.justification : '';
}
