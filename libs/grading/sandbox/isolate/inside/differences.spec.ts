// What a candidate reads about values that differ.
import { differenceSentence } from './differences';

it.each([
  [1, 1, null],
  [Number.NaN, Number.NaN, null],
  [0, -0, null],
  [[1, 2], Int8Array.of(1, 2), null],
  [5, 4, 'expected 4, got 5.'],
  [undefined, 4, 'expected 4, got nothing.'],
  [5n, 5, 'expected 5, got 5 as a 64-bit value: declare the function as the header does.'],
  [[1], [1, 2, 3], 'expected 3 items, got 1; in full expected [1, 2, 3], got [1].'],
  [[], [7], 'expected 1 item, got none; in full expected [7], got [].'],
  [[1, 4], [1, 42], 'expected 42 for item 1 (counting from 0), got 4; in full expected [1, 42], got [1, 4].'],
  [{ level: 1 }, { level: 2 }, 'expected 2 for level, got 1.'],
  [{ sizes: [] }, { sizes: [1] }, 'expected 1 item in sizes, got none.'],
])('%p against %p', (got, expected, sentence) => expect(differenceSentence(got, expected)).toBe(sentence));

it('names nested places in words', () => {
  const sentence = differenceSentence([[], [], [], { level: 1 }], [[], [], [], { level: 2 }]);
  expect(sentence).toMatch(/^expected 2 for level of item 3 \(counting from 0\), got 1;/);
});

describe('memory that was never written', () => {
  const wide = /never written \(0xA5 in each byte\)/;
  it.each([
    [-1515870811, wide],
    [2779096485, wide],
    [new Float32Array(Uint32Array.of(0xa5a5a5a5).buffer)[0], wide],
    [BigInt.asIntN(64, 0xa5a5a5a5a5a5a5a5n), wide],
    [-23131, /memory holds that was never written \(0xA5\)/],
    [165, /memory holds that was never written \(0xA5\)/],
    [-91, /memory holds that was never written \(0xA5\)/],
  ])('%p is named', (got, sentence) => {
    expect(differenceSentence(got, 3)).toMatch(sentence);
    expect(differenceSentence([1, got], [1, 3])).toMatch(sentence);
  });

  it('is not seen in other values', () => expect(differenceSentence(-90, 3)).toBe('expected 3, got -90.'));
});
