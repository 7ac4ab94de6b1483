// Spans that turn one text into another.
import { changedSpan } from './changed-span';

const apply = (before: string, after: string): string => {
  const span = changedSpan(before, after);
  return span ? before.slice(0, span.from) + span.insert + before.slice(span.to) : before;
};

describe('changedSpan', () => {
  it('is nothing for equal texts', () => expect(changedSpan('abc', 'abc')).toBeNull());

  it('touches only the middle that differs', () => {
    expect(changedSpan('int a = 1;', 'int a = 22;')).toEqual({ from: 8, to: 9, insert: '22' });
  });

  it.each([
    ['', 'abc'],
    ['abc', ''],
    ['aaa', 'aa'],
    ['aa', 'aaaa'],
    ['abab', 'ab'],
    ['one\ntwo', 'one\n\ntwo'],
  ])('turns %j into %j', (before, after) => expect(apply(before, after)).toBe(after));
});
