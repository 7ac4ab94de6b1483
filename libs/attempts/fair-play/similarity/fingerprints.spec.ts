// Similarity on programs: what a copier changes stays similar, what two people write does not.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { similarityFinding, usualSimilarity } from '../../domain/similarity';
import { givenRuns, matchingParts, ownFingerprints, similarityOf } from './fingerprints';
import { longestCompared, programTokens } from './program-tokens';

const starter = `#include <stdint.h>
#include "task.h"

/* Sum of the products of n int8 pairs, requantised. */
int8_t dot_q7(const int8_t *a, const int8_t *b, int32_t n, int32_t shift)
{
    return 0;
}
`;
const loop = `#include <stdint.h>
#include "task.h"

static int8_t clamp(int32_t v) {
    if (v > 127) return 127;
    if (v < -128) return -128;
    return (int8_t)v;
}

int8_t dot_q7(const int8_t *a, const int8_t *b, int32_t n, int32_t shift) {
    int32_t acc = 0;
    for (int32_t i = 0; i < n; i++) {
        acc += (int32_t)a[i] * b[i];
    }
    if (shift > 0) {
        int32_t half = 1 << (shift - 1);
        acc = (acc + half) >> shift;
    }
    return clamp(acc);
}
`;
const renamed = loop
  .replaceAll('acc', 'total')
  .replaceAll('clamp', 'saturate')
  .replace(/\bi\b/g, 'k')
  .replace(/\bv\b/g, 'value')
  .replaceAll('half', 'rounding')
  .replaceAll('    ', '\t');
const constants = loop.replaceAll('127', '63').replaceAll('128', '64').replace('1 <<', '0x01 <<');
const reordered = loop.replace(/(static int8_t clamp[^]*?\n\}\n)\n([^]*)$/, '$2\n/* helper below */\n$1');
const ownWay = `#include <stdint.h>
#include "task.h"
#define LIMIT(x) ((x) >= 127 ? 127 : ((x) <= -128 ? -128 : (x)))

int8_t dot_q7(const int8_t *a, const int8_t *b, int32_t n, int32_t shift)
{
    const int8_t *end = a + n;
    int32_t even = 0, odd = 0;
    while (end - a >= 2) {
        even += *a++ * *b++;
        odd += *a++ * *b++;
    }
    if (a != end)
        even += *a * *b;
    int32_t sum = even + odd;
    switch (shift) {
    case 0:
        break;
    default:
        sum = (sum >> (shift - 1)) + 1;
        sum >>= 1;
    }
    return LIMIT(sum);
}
`;

const given = givenRuns([starter]);
const likeness = (first: string, second: string) =>
  similarityOf(ownFingerprints(first, given), ownFingerprints(second, given));

describe('tokens', () => {
  it('keep the structure with every mark, and neither names, numbers, texts nor comments', () => {
    const kinds = (text: string) => programTokens(text).map(({ kind }) => kind);
    expect(kinds('int f(char *p) { /* c */ *p = 3; return -1; } // end')).toEqual(
      kinds('int other(char *text)\n{\n *text = 0x10;\n return -77;\n}'),
    );
    expect(kinds('x = *y;')).toEqual(['name', '=', '*', 'name', ';']);
  });

  it('stand where they stand in the source, in order', () => {
    const tokens = programTokens(loop);
    for (const [index, { from, to }] of tokens.entries()) {
      expect(to).toBeGreaterThan(from);
      expect(from).toBeGreaterThanOrEqual(tokens[index - 1]?.to ?? 0);
    }
    expect(tokens.some(({ from, to }) => loop.slice(from, to) === 'shift')).toBe(true);
  });

  it('of what is no program end all the same, and no more is read than is compared', () => {
    expect(programTokens('')).toEqual([]);
    expect(programTokens('}}}} (((( """ \u0001 #if').length).toBeGreaterThan(0);
    const last = programTokens('a;'.repeat(longestCompared)).at(-1);
    expect(last?.to).toBeLessThanOrEqual(longestCompared);
  });
});

describe('two programs are similar', () => {
  it.each([
    ['the same one', loop],
    ['with other names and spaces', renamed],
    ["with another variant's constants", constants],
  ])('%s', (_, other) => expect(likeness(loop, other)).toBeGreaterThan(0.95));

  it('with the functions in another order', () => expect(likeness(loop, reordered)).toBeGreaterThan(0.6));
});

describe('two programs are not similar', () => {
  it('written in two ways', () => expect(likeness(loop, ownWay)).toBeLessThan(0.2));
  it('that have only what everybody was given', () => expect(likeness(starter, `${starter}\n`)).toBe(0));
  it('of which one is empty', () => expect(likeness(loop, '')).toBe(0));
});

it('marks the parts that match, and both sides of a match by one number', () => {
  const parts = matchingParts(ownFingerprints(loop, given), ownFingerprints(reordered, given));
  expect(parts.first.length).toBeGreaterThan(0);
  const numbers = new Set(parts.first.map((part) => part.number));
  for (const { number, from, to } of parts.second) {
    expect(numbers.has(number)).toBe(true);
    expect(to).toBeGreaterThan(from);
  }
  expect(matchingParts(ownFingerprints(loop, given), ownFingerprints(ownWay, given)).first).toEqual([]);
});

describe.each(['audio-ring-buffer', 'int8-fully-connected', 'ota-two-slots'])('solutions of %s', (slug) => {
  const read = (name: string) => readFileSync(path.join('assessments', slug, name), 'utf8');
  const givenHere = givenRuns([read('starter.c')]);
  const programs = readdirSync(path.join('assessments', slug, 'wrong'))
    .filter((name) => name.endsWith('.c'))
    .map((name) => ownFingerprints(read(path.join('wrong', name)), givenHere));

  it('are not pointed out against how similar they usually are', () => {
    const pairs = programs.flatMap((first, index) =>
      programs.slice(index + 1).map((second) => ({ first, second, similarity: similarityOf(first, second) })),
    );
    for (const pair of pairs) {
      const usual = usualSimilarity(
        pairs
          .filter(({ first, second }) => ![first, second].some((one) => one === pair.first || one === pair.second))
          .map(({ similarity }) => similarity),
      );
      const fingerprints = Math.min(pair.first.length, pair.second.length);
      const facts = { similarity: pair.similarity, fingerprints, others: programs.length - 2, usual };
      expect(similarityFinding(facts)).not.toBe('above-usual');
    }
  });
});
