// Answers as they are kept and hashed.
import { createHash } from 'node:crypto';
import { answerSha256, isAnswered, keptAnswer } from './answers';

const numericFrame = { kind: 'numeric' as const, fields: [{ name: 'scale' }, { name: 'zeroPoint' }] };

describe('a kept answer', () => {
  it('has the fields of the task, in its order, and no others', () => {
    const kept = keptAnswer(numericFrame, {
      kind: 'numeric',
      fields: { zeroPoint: '3', admin: 'true', scale: '0.1' },
    });
    expect(JSON.stringify(kept)).toBe('{"kind":"numeric","fields":{"scale":"0.1","zeroPoint":"3"}}');
  });

  it('does not take members of the prototype for fields', () => {
    const kept = keptAnswer({ kind: 'numeric', fields: [{ name: 'constructor' }] }, { kind: 'numeric', fields: {} });
    expect(kept).toEqual({ kind: 'numeric', fields: {} });
  });

  it('is of the kind of the task', () => {
    expect(() => keptAnswer({ kind: 'c', fields: [] }, { kind: 'numeric', fields: {} })).toThrow(
      expect.objectContaining({ code: 'answer-kind-mismatch' }) as Error,
    );
  });

  it.each(['int x;\0', 'char *s = "\ud800";'])('is text that can be stored: %j', (source) => {
    expect(() => keptAnswer({ kind: 'c', fields: [] }, { kind: 'c', source })).toThrow(
      expect.objectContaining({ code: 'answer-invalid' }) as Error,
    );
  });
});

describe('the hash of an answer', () => {
  it('of a program is that of its file', () => {
    const source = 'int ring_read(void) { return 0; } // größer\n';
    expect(answerSha256({ kind: 'c', source })).toBe(
      createHash('sha256').update(Buffer.from(source, 'utf8')).digest('hex'),
    );
  });

  it('does not depend on the order in which fields were sent', () => {
    const one = keptAnswer(numericFrame, { kind: 'numeric', fields: { scale: '1', zeroPoint: '2' } });
    const two = keptAnswer(numericFrame, { kind: 'numeric', fields: { zeroPoint: '2', scale: '1' } });
    expect(answerSha256(one)).toBe(answerSha256(two));
  });
});

it('takes blanks for no answer', () => {
  expect(isAnswered({ kind: 'c', source: ' \n' })).toBe(false);
  expect(isAnswered({ kind: 'numeric', fields: { scale: '' } })).toBe(false);
  expect(isAnswered({ kind: 'interpretation', fields: {}, justification: 'Because.' })).toBe(true);
});
