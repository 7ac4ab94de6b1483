// Answers as texts, and steps that lead from one text to the next.
import fc from 'fast-check';
import { answerText, textStep } from './answer-text';

describe('answerText', () => {
  const fields = [
    { name: 'scale', label: 'Scale' },
    { name: 'zero', label: 'Zero point' },
  ];

  it('is the source of a program', () => {
    expect(answerText({ kind: 'c', source: 'int x;\n' }, [])).toBe('int x;\n');
  });

  it('writes fields as lines in the order of the sheet, empty ones too', () => {
    expect(answerText({ kind: 'numeric', fields: { zero: '3' } }, fields)).toBe('Scale: \nZero point: 3');
    expect(answerText({ kind: 'interpretation', fields: { scale: '1' }, justification: 'Because.' }, fields)).toBe(
      'Scale: 1\nZero point: \n\nBecause.',
    );
  });
});

describe('textStep', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\u{1F6A7}'), maxLength: 20 });

  it('leads from any text to any other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = textStep(before, after);
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
  });

  it('is empty between equal texts', () => {
    expect(textStep('abc', 'abc')).toEqual({ from: 3, to: 3, insert: '' });
  });
});
