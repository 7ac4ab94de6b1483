// Quotes are marked in place and nothing of the text is lost or doubled.
import { markedParts } from './marked-parts';

const text = 'Quantised a detector to INT8 and shipped it to 12,000 units.';

describe('marked parts', () => {
  it('returns the whole text unmarked without evidence', () => {
    expect(markedParts(text, [])).toEqual([{ start: 0, end: text.length, text, marked: false }]);
  });

  it('marks a quote and keeps what stands around it', () => {
    const parts = markedParts(text, [{ start: 0, end: 9 }]);
    expect(parts.map((part) => [part.text, part.marked])).toEqual([
      ['Quantised', true],
      [text.slice(9), false],
    ]);
  });

  it('joins overlapping quotes whatever their order', () => {
    const parts = markedParts(text, [
      { start: 22, end: 28 },
      { start: 10, end: 24 },
    ]);
    expect(parts.filter((part) => part.marked)).toEqual([
      { start: 10, end: 28, text: text.slice(10, 28), marked: true },
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  it('cuts offsets that reach past the end', () => {
    const parts = markedParts(text, [{ start: text.length - 6, end: text.length + 50 }]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.at(-1)?.marked).toBe(true);
  });
});
