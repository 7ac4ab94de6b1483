// Merging: what both hands wrote is there, or nothing is merged.
import fc from 'fast-check';
import { mergeAnswers, mergeTexts } from './merge-answers';

const lines = (...all: string[]): string => all.join('\n');

describe('mergeTexts', () => {
  it('joins edits that lie apart', () => {
    const base = lines('int f(void) {', '  return 0;', '}', '', 'int g(void) {', '  return 0;', '}');
    const mine = base.replace('return 0', 'return 1');
    const theirs = lines(base, '', 'int h(void);');
    expect(mergeTexts(base, mine, theirs)).toBe(lines(mine, '', 'int h(void);'));
  });

  it.each([
    ['the same line', 'a\nb\nc', 'a\nx\nc', 'a\ny\nc'],
    ['neighbouring lines', 'a\nb\nc', 'x\nb\nc', 'a\ny\nc'],
    ['insertions in the same place', 'a\nb', 'a\nx\nb', 'a\ny\nb'],
    ['one empties the line that the other deletes', 'a\n}', '\n}', '}'],
    ['one deletes what the other changes', 'a\nb\nc\nd', 'a\nd', 'a\nb\nx\nd'],
  ])('refuses edits of %s', (_, base, mine, theirs) => {
    expect(mergeTexts(base, mine, theirs)).toBeUndefined();
  });

  // Few different lines, so that many of them repeat: the hard case for matching.
  const text = fc.array(fc.constantFrom('a', 'b', '}', ''), { maxLength: 10 }).map((all) => all.join('\n'));

  it('keeps to the laws of merging, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        expect(mergeTexts(base, one, base)).toBe(one);
        expect(mergeTexts(base, base, other)).toBe(other);
        expect(mergeTexts(base, one, one)).toBe(one);
        expect(mergeTexts(base, one, other)).toBe(mergeTexts(base, other, one));
      }),
    );
  });

  /** Edits that only add lines, each with a name of its own, so that a lost line is found. */
  const additions = (hand: string) =>
    fc
      .array(fc.nat({ max: 10 }), { maxLength: 4 })
      .map((places) => places.map((place, index) => ({ place, line: `${hand}${index}` })));
  const withAdditions = (base: readonly string[], all: readonly { place: number; line: string }[]): string => {
    const result = [...base];
    for (const { place, line } of all) result.splice(Math.min(place, result.length), 0, line);
    return result.join('\n');
  };

  it('loses no line of either hand and of the base', () => {
    fc.assert(
      fc.property(text, additions('mine'), additions('theirs'), (base, own, others) => {
        const mine = withAdditions(base.split('\n'), own);
        const theirs = withAdditions(base.split('\n'), others);
        const merged = mergeTexts(base, mine, theirs);
        if (merged === undefined) return;
        const found = merged.split('\n');
        const expected = [...base.split('\n'), ...own.map((one) => one.line), ...others.map((one) => one.line)];
        expect([...found].sort()).toEqual(expected.sort());
        for (const side of [mine, theirs]) expect(isSubsequence(side.split('\n'), found)).toBe(true);
      }),
    );
  });

  it('merges whenever an untouched line stands between the edits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8 }), fc.integer({ min: 2, max: 8 }), (first, gap) => {
        const base = Array.from({ length: 20 }, (_, index) => `line ${index}`);
        const mine = base.with(first, 'mine').join('\n');
        const theirs = base.with(first + gap, 'theirs').join('\n');
        expect(mergeTexts(base.join('\n'), mine, theirs)).toBe(
          base
            .with(first, 'mine')
            .with(first + gap, 'theirs')
            .join('\n'),
        );
      }),
    );
  });
});

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const line of whole) if (line === part[at]) at += 1;
  return at === part.length;
}

describe('mergeAnswers', () => {
  const numeric = (fields: Record<string, string>) => ({ kind: 'numeric', fields }) as const;

  it('takes each field from whoever changed it', () => {
    expect(mergeAnswers(numeric({ a: '1', b: '1' }), numeric({ a: '2', b: '1' }), numeric({ a: '1', b: '3' }))).toEqual(
      numeric({ a: '2', b: '3' }),
    );
    expect(mergeAnswers(numeric({}), numeric({ a: '2' }), numeric({ a: '3' }))).toBeUndefined();
    expect(mergeAnswers(numeric({}), numeric({ a: '2' }), numeric({ a: '2' }))).toEqual(numeric({ a: '2' }));
  });

  it('merges a justification by lines', () => {
    const reading = (justification: string) => ({ kind: 'interpretation', fields: {}, justification }) as const;
    expect(mergeAnswers(reading('a\nb\nc'), reading('x\nb\nc'), reading('a\nb\ny'))).toEqual(reading('x\nb\ny'));
    expect(mergeAnswers(reading(''), reading('x'), reading('y'))).toBeUndefined();
  });
});
