// A similarity is judged against the others, and below a stated number nothing is said.
import * as fc from 'fast-check';
import { fewestOthers, similarityBound, similarityFinding, usualSimilarity } from './similarity';

const usual = usualSimilarity([0.1, 0.15, 0.2, 0.2, 0.25, 0.3, 0.2]);
const facts = { similarity: 0.9, fingerprints: 80, others: fewestOthers, usual };

it('takes the median and the spread of the others', () => {
  expect(usualSimilarity([])).toBeNull();
  expect(usualSimilarity([0.4])).toEqual({ median: 0.4, spread: 0, pairs: 1 });
  expect(usualSimilarity([0.2, 0.6])?.median).toBeCloseTo(0.4);
  expect(usual).toMatchObject({ median: 0.2, pairs: 7 });
  expect(usual?.spread).toBeCloseTo(0.0741, 3);
});

it.each([
  ['far above the others', {}, 'above-usual'],
  ['like the others', { similarity: 0.3 }, 'usual'],
  ['above the others, and still less than half', { similarity: 0.45 }, 'usual'],
  ['too few others', { others: fewestOthers - 1 }, 'too-few'],
  ['no pair to compare with', { usual: null }, 'too-few'],
  ['too short', { fingerprints: 4 }, 'too-short'],
  ['others that are alike too', { usual: { median: 0.85, spread: 0.08, pairs: 40 } }, 'usual'],
  [
    'a copy where others are alike too',
    { similarity: 1, usual: { median: 0.95, spread: 0.05, pairs: 40 } },
    'above-usual',
  ],
  [
    'a copy where others differ widely',
    { similarity: 1, usual: { median: 0.6, spread: 0.4, pairs: 40 } },
    'above-usual',
  ],
  ['others that differ widely', { similarity: 0.8, usual: { median: 0.3, spread: 0.2, pairs: 40 } }, 'usual'],
] as const)('%s', (_, change, finding) => expect(similarityFinding({ ...facts, ...change })).toBe(finding));

it('points a copy out whatever is usual', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (pairs) => {
      const known = usualSimilarity(pairs) ?? { median: 1, spread: 1, pairs: 1 };
      expect(similarityBound(known)).toBeLessThan(1);
      expect(similarityFinding({ ...facts, similarity: 1, usual: known })).toBe('above-usual');
    }),
  );
});
