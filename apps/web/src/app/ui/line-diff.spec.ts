// Lines that differ between two versions.
import fc from 'fast-check';
import { diffRows, foldRows } from './line-diff';

describe('diffRows', () => {
  it('lists what went and what came in the order of the text', () => {
    expect(diffRows('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { kind: 'same', number: 1, text: 'a' },
      { kind: 'gone', number: 2, text: 'b' },
      { kind: 'new', number: 2, text: 'x' },
      { kind: 'same', number: 3, text: 'c' },
      { kind: 'new', number: 4, text: 'd' },
    ]);
  });

  it('stays quick for very long texts', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `line ${index}`).join('\n');
    expect(diffRows(long, `${long}\nlast`).at(-1)).toEqual({ kind: 'new', number: 20_001, text: 'last' });
    const other = Array.from({ length: 20_000 }, (_, index) => `other ${index}`).join('\n');
    expect(diffRows(long, other)).toHaveLength(40_000);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = diffRows(before, after);
        const textOf = (gone: string) =>
          rows
            .filter((row) => row.kind !== gone)
            .map((row) => row.text)
            .join('\n');
        expect(textOf('new')).toBe(before);
        expect(textOf('gone')).toBe(after);
      }),
    );
  });
});

describe('foldRows', () => {
  it('leaves out what is far from every change', () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    const folded = foldRows(diffRows(before, before.replace('line 10', 'changed')), 2);
    expect(folded.map((row) => row.kind)).toEqual([...['fold', 'same', 'same', 'gone', 'new', 'same', 'same', 'fold']]);
    expect(folded[0]).toEqual({ kind: 'fold', count: 8 });
  });
});
