// Similarity on programs: what a copier changes stays similar, what two people write does not.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copyShare, similarityFinding, usualSimilarity } from '../../domain/similarity';
import { givenRuns, matchingParts, ownFingerprints, similarityOf } from './fingerprints';
import { programTokens } from './program-tokens';

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

const kinds = (text: string) => programTokens(text).map((tokens) => tokens.map(({ kind }) => kind).join(' '));

describe('tokens', () => {
  it('keep what is done with every mark, and neither names, numbers, types, texts nor comments', () => {
    expect(kinds('int f(char *p) { /* c */ *p = 3; return -1; } // end')).toEqual(
      kinds('unsigned other(uint8_t *text)\n{\n *text = 0x10;\n return (-77);\n}'),
    );
    expect(kinds('void f(int *y) { x = *y; }')).toEqual(['x = * x ;']);
  });

  it('stand where they stand in the source, in order', () => {
    for (const tokens of programTokens(loop))
      for (const [index, { from, to }] of tokens.entries()) {
        expect(to).toBeGreaterThan(from);
        expect(from).toBeGreaterThanOrEqual(tokens[index - 1]?.from ?? 0);
      }
    const all = programTokens(loop).flat();
    expect(all.some(({ from, to }) => loop.slice(from, to) === 'shift')).toBe(true);
  });

  it('of a macro stand where it is used', () => {
    const source = '#define TWICE(a) ((a) + (a))\nint f(int n) { return TWICE(n); }';
    const [tokens = []] = programTokens(source);
    expect(tokens.map(({ kind }) => kind)).toEqual(['return', 'x', '+', 'x', ';']);
    expect(tokens.slice(1, 4).map(({ from, to }) => source.slice(from, to))).toEqual(Array(3).fill('TWICE(n)'));
  });

  it.each([
    ['#if 0\nint f(int a) { return a + 1; }\n#endif\nint f(int a) { return a; }', ['return x ;']],
    ['#define ON 1\n#if ON && !defined(OFF)\nint f(int a) { return a; }\n#else\nint\n#endif', ['return x ;']],
    [
      '#if __clang_major__ > 12\nint f(int a) { return a; }\n#else\nint g(int a) { return a; }\n#endif',
      ['return x ;', 'return x ;'],
    ],
    ['static int pad(int a) { return a; } int f(int a) { return a; }', ['return x ;']],
    ['int f(int a) { int b = a, c = 2; c = b * 3; if (0) a++; else { ; } return a; a--; }', ['return x ;']],
    [
      'static int seen; void none(void) {} int f(int a) { seen++; none(); "text"; (void)a; return a; }',
      ['', 'return x ;'],
    ],
    [
      'static int seen; int f(int a) { seen = a; if (0) dead(); return a; } static void dead(void) { f(seen); }',
      ['return x ;'],
    ],
    ['int f(int a) { do { if (1) { a++; } } while (0); top: return a; }', ['x ++ ; return x ;']],
    ['#define CAT(a, b) a##b\n#define S(x) #x\nint f(int a) { CAT(a, bc) = S(a); return a; }', ['x = x ; return x ;']],
    ['int f(int a) {\\\n re\\\nturn a; }', ['return x ;']],
    [
      'void f(int *a) { static const int t[] = { 1, 2, 3 }; int u[3] = { 1, 2, 3 }; a[0] = u[t[1]]; }',
      ['x [ x ] = x ; x [ x ] = x [ x [ x ] ] ;'],
    ],
  ])('of what does nothing are none: %#', (source, expected) => expect(kinds(source)).toEqual(expected));

  it.each([
    ['', '}}}} (((( """ \u0001 #if', '#define', '#define F(', 'int f() { if (', '#if ((', "int f() { 'a"],
    // Each of them ends, and after a counted number of tokens.
    [
      '('.repeat(50_000),
      'int f() {' + '{'.repeat(50_000),
      'int f() {' + 'if (a) '.repeat(20_000),
      '#if ' + '!'.repeat(50_000),
    ],
    ['#define A A A A\n#define B(x) x x x x\nint f() { B(B(B(B(B(B(B(B(B(B(B(B(A)))))))))))) }'],
    ['#define F(x) x\nint f() {' + 'F('.repeat(20_000) + '1' + ')'.repeat(20_000) + '; }'],
  ])('of what is no program end all the same: %#', (...sources) => {
    for (const source of sources) expect(programTokens(source).flat().length).toBeLessThan(400_000);
  });
});

describe('two programs are similar', () => {
  it.each([
    ['the same one', loop],
    ['with other names and spaces', renamed],
    ["with another variant's constants", constants],
    ['with the functions in another order', reordered],
  ])('%s', (_, other) => expect(likeness(loop, other)).toBe(1));
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
  expect(matchingParts(ownFingerprints(loop, given), ownFingerprints(ownWay, given)).first.length).toBeLessThan(3);
});

describe.each(['audio-ring-buffer', 'int8-fully-connected', 'ota-two-slots'])('solutions of %s', (slug) => {
  const read = (name: string) => readFileSync(path.join('assessments', slug, name), 'utf8');
  const givenHere = givenRuns([read('starter.c')]);
  const programs = readdirSync(path.join('assessments', slug, 'wrong'))
    .filter((name) => name.endsWith('.c'))
    .map((name) => ownFingerprints(read(path.join('wrong', name)), givenHere));

  // They differ from the reference in a line or two each, and some in a constant alone: those are copies.
  it('are not pointed out against how similar they usually are, unless they are the same', () => {
    const pairs = programs.flatMap((first, index) =>
      programs.slice(index + 1).map((second) => ({ first, second, similarity: similarityOf(first, second) })),
    );
    for (const pair of pairs.filter(({ similarity }) => similarity < copyShare)) {
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
