// When two answers are the same, and what counts as answered.
import type { AnswerField } from '../../api/models';
import { blankAnswer, completeness, sameAnswer } from './answer-state';

const field = (name: string): AnswerField => ({
  name,
  label: `Label of ${name}`,
  type: 'number',
  unit: null,
  points: 1,
  significantDigits: null,
  options: [],
});
const sheet = {
  kind: 'interpretation' as const,
  starter: null,
  fields: [field('p99'), field('cause')],
  justification: { label: 'Why?' },
};

describe('sameAnswer', () => {
  it('does not mind the order of fields nor empty ones', () => {
    expect(
      sameAnswer({ kind: 'numeric', fields: { a: '1', b: '' } }, { kind: 'numeric', fields: { b: '', a: '1', c: '' } }),
    ).toBe(true);
    expect(sameAnswer({ kind: 'numeric', fields: { a: '1' } }, { kind: 'numeric', fields: { a: '2' } })).toBe(false);
  });

  it('compares programs to the letter and justifications too', () => {
    expect(sameAnswer({ kind: 'c', source: 'int a;' }, { kind: 'c', source: 'int a; ' })).toBe(false);
    expect(
      sameAnswer(
        { kind: 'interpretation', fields: {}, justification: 'x' },
        { kind: 'interpretation', fields: {}, justification: '' },
      ),
    ).toBe(false);
  });
});

describe('completeness', () => {
  it('takes a program that is still the starter as unanswered', () => {
    const task = { kind: 'c' as const, starter: 'void f(void) {}\n', fields: [], justification: null };
    expect(completeness(task, blankAnswer(task))).toMatchObject({ done: 0, of: 1 });
    expect(completeness(task, { kind: 'c', source: '' }).done).toBe(0);
    expect(completeness(task, { kind: 'c', source: 'void f(void) { g(); }\n' })).toEqual({
      done: 1,
      of: 1,
      empty: [],
      unreadable: [],
    });
  });

  it('names the empty fields and the missing justification', () => {
    const state = completeness(sheet, {
      kind: 'interpretation',
      fields: { p99: '12.4', cause: ' ' },
      justification: '',
    });
    expect(state).toEqual({ done: 1, of: 3, empty: ['Label of cause', 'Why?'], unreadable: [] });
  });

  it('names the fields that hold no number, as the grader reads them', () => {
    const fields = { p99: '12.4 days', cause: '0,5' };
    const task = { ...sheet, fields: [{ ...field('p99'), unit: 'ms' }, field('cause')] };
    const state = completeness(task, { kind: 'interpretation', fields, justification: '' });
    expect(state).toMatchObject({ done: 2, unreadable: ['Label of cause'] });
  });
});
