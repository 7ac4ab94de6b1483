// Lines that differ between two versions.
import { compareLines } from './line-diff';

const marked = (lines: readonly { text: string; differs: boolean }[]): string[] =>
  lines.map((line) => (line.differs ? '!' : ' ') + line.text);

describe('compareLines', () => {
  it('marks what was changed, added and removed, and nothing else', () => {
    const { one, other } = compareLines('a\nb\nc\nd', 'a\nB\nc\nnew\nd');
    expect(marked(one)).toEqual([' a', '!b', ' c', ' d']);
    expect(marked(other)).toEqual([' a', '!B', ' c', '!new', ' d']);
  });

  it('marks nothing in equal texts and everything in strange ones', () => {
    expect(marked(compareLines('a\nb', 'a\nb').one)).toEqual([' a', ' b']);
    expect(marked(compareLines('a', 'b').one)).toEqual(['!a']);
  });

  it('stays quick for very long texts', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `line ${index}`).join('\n');
    const { other } = compareLines(long, `${long}\nlast`);
    expect(marked(other.slice(-1))).toEqual(['!last']);
  });
});
