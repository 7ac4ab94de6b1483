// A copy stays a copy: behind any padding, with other names and constants, wherever the constants are kept.
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceTokens } from './c-tokens';
import { givenRuns, ownFingerprints, similarityOf } from './fingerprints';

const read = (...parts: string[]) => readFileSync(path.join('assessments', ...parts), 'utf8');
const programs = [
  ['audio-ring-buffer', 'ring_buffer.h.hbs'],
  ['command-parser', 'command_parser.h.hbs'],
  ['nms-fixed-memory', 'nms.h.hbs'],
].map(([slug = '', header = '']) => {
  const texts = [read(slug, 'starter.c'), read(slug, header)];
  return { source: read(slug, 'reference.c'), given: givenRuns(texts) };
});
const aProgram = fc.constantFrom(...programs);

/** Macros, constants of every sort and functions: the names of `fixed` cannot be changed. */
const macros = `#include <stdint.h>
#define SHIFT 4
#define LIMIT 127
#define CLAMP(v) ((v) > LIMIT ? LIMIT : (v) < -LIMIT ? -LIMIT : (v))
#define STEP(acc, a, b) ((acc) += (int32_t)(a) * (int32_t)(b), (acc) = CLAMP(acc))
static int32_t mac(const int8_t *a, const int8_t *b, int n) {
  int32_t acc = 0;
  for (int i = 0; i < n; i++) { STEP(acc, a[i], b[i]); }
  return (acc + (1 << (SHIFT - 1))) >> SHIFT;
}
int32_t dot(const int8_t *w, const int8_t *x, int n, int32_t *out) {
  int32_t best = 0;
  for (int r = 0; r < n; r++) { int32_t v = mac(w + r * n, x, n); if (v > best) best = v; out[r] = CLAMP(v); }
  return best;
}
`;
const dotGiven = givenRuns(['int32_t dot(const int8_t *w, const int8_t *x, int n, int32_t *out);']);

const name = fc.stringMatching(/^pad_[a-z]{1,6}$/);
const number = fc.integer({ min: 0, max: 99_999 });
const expression = fc.oneof(
  number.map(String),
  fc.tuple(number, name).map(([one, other]) => `(${one} + ${other}) * 3`),
);
const statement = fc.oneof(
  fc.tuple(name, expression).map(([one, value]) => `int ${one} = ${value};`),
  fc.tuple(name, expression).map(([one, value]) => `static int ${one}_s; ${one}_s += ${value};`),
  expression.map((value) => `if (0) { pad_call(${value}); }`),
  expression.map((value) => `while (1 == 2) { pad_call(${value}); }`),
  fc.constantFrom(';', '"text";', '{ }', '(void)0;', 'do { } while (0);', '/* } */', '// {\n', '\n#if 0\n}\n#endif\n'),
);
const statements = fc.array(statement, { maxLength: 4 }).map((all) => all.join('\n'));
const aFunction = fc
  .tuple(name, fc.array(fc.oneof(statement, fc.constant('pad_seen = pad_seen * 3 + pad_call(4);')), { maxLength: 30 }))
  .map(([one, body]) => `static int ${one}_f(int pad_seen) {\n${body.join('\n')}\nreturn pad_seen;\n}\n`);
const padding = fc.oneof(
  fc.integer({ min: 1, max: 60_000 }).map((length) => `/* ${'x'.repeat(length)} */\n`),
  fc.integer({ min: 1, max: 3000 }).map((lines) => '// one more line\n'.repeat(lines)),
  fc
    .integer({ min: 1, max: 4000 })
    .map((length) => `static const unsigned char pad_t[] = { ${'7, '.repeat(length)}0 };\n`),
  fc.integer({ min: 1, max: 300 }).map((count) => '#include <stdint.h>\n'.repeat(count)),
  fc.integer({ min: 1, max: 300 }).map((count) => `static const char *pad_s = ${'"text" '.repeat(count)};\n`),
  fc.integer({ min: 1, max: 300 }).map((count) => `#if 0\n${'int f(void) { return (1 }\n'.repeat(count)}#endif\n`),
  fc.tuple(name, number).map(([one, value]) => `enum { ${one}_e = ${value} };\n#define ${one}_m(a) (a) + ${value}\n`),
  aFunction,
);
const paddings = fc.array(padding, { maxLength: 6 }).map((all) => all.join(''));

const likeness = (first: string, second: string, given = dotGiven) =>
  similarityOf(ownFingerprints(first, given), ownFingerprints(second, given));

it('a program before and behind any padding is the same program', () => {
  fc.assert(
    fc.property(aProgram, paddings, paddings, ({ source, given }, before, behind) => {
      expect(likeness(source, before + source + behind, given)).toBe(1);
    }),
    { numRuns: 60 },
  );
});

it('a program with idle statements between its own is the same program', () => {
  fc.assert(
    fc.property(aProgram, fc.infiniteStream(statements), ({ source, given }, stream) => {
      // Behind the statements that end a line within a function.
      const padded = source.replace(
        /^(?! *(?:return|break|continue|goto))( +[^\n]*;)\n(?! *else\b)/gm,
        (line, kept: string) => (/[{(]\s*$|\bfor\b/.test(line) ? line : `${kept}\n${stream.next().value ?? ''}\n`),
      );
      expect(likeness(source, padded, given)).toBe(1);
    }),
    { numRuns: 60 },
  );
});

/** Every own name and every number another one. */
function changed(source: string, kept: (word: string) => boolean, salt: number): string {
  let end = 0;
  let text = '';
  for (const token of sourceTokens(source)) {
    const isName = token.kind === 'word' && !kept(token.text);
    const other = isName
      ? `${'qwertzuiop'[salt % 10]}${[...token.text].map((one) => one.charCodeAt(0).toString(36)).join('')}`
      : token.kind === 'number'
        ? String((Number.parseInt(token.text) || 0) + salt)
        : source.slice(token.from, token.to);
    text += source.slice(end, token.from) + other;
    end = token.to;
  }
  return text + source.slice(end);
}

const language =
  /^(#|define|include|defined|elif|if|else|for|while|do|switch|case|default|break|continue|goto|return|sizeof|static|const|void|int|char|unsigned|struct|enum|typedef|bool|true|false|NULL|stdint|h|\w+_t)$/;

it('a program with other names and constants is the same program', () => {
  fc.assert(
    fc.property(aProgram, fc.integer({ min: 1, max: 90 }), ({ source, given }, salt) => {
      const kept = (word: string) => language.test(word) || given.names.has(word);
      expect(likeness(source, changed(source, kept, salt), given)).toBe(1);
      const keptOfDot = (word: string) => language.test(word) || word === 'dot';
      expect(likeness(macros, changed(macros, keptOfDot, salt))).toBe(1);
    }),
    { numRuns: 40 },
  );
});

it.each([
  ['enumerators', macros.replace(/#define SHIFT 4\n#define LIMIT 127/, 'enum { SHIFT = 6, LIMIT = 100 };')],
  ['constants', macros.replace(/#define (SHIFT|LIMIT) (\d+)/g, 'static const int32_t $1 = $2;')],
  [
    'small constants in the functions',
    macros.replace('acc = 0;', 'acc = 0; const int shift = 4;').replace('>> SHIFT', '>> shift'),
  ],
  [
    'numbers in place',
    macros
      .replace(/#define (SHIFT|LIMIT) \d+\n/g, '')
      .replaceAll('SHIFT', '4')
      .replaceAll('LIMIT', '127'),
  ],
  [
    'macros in place',
    macros
      .replace(/#define CLAMP[^\n]*\n/, '')
      .replace('CLAMP(acc)', '((acc) > LIMIT ? LIMIT : (acc) < -LIMIT ? -LIMIT : (acc))')
      .replace('CLAMP(v);', '(v > LIMIT) ? LIMIT : v < -LIMIT ? -LIMIT : v;'),
  ],
  [
    'macros of macros',
    macros.replace('#define SHIFT 4', '#define FOUR(a) a\n#define SHIFT_1 FOUR(2)\n#define SHIFT FOUR(SHIFT_1)'),
  ],
  ['empty macros', `#define NIL\n${macros.replaceAll(';', '; NIL').replaceAll('(acc)', '(NIL acc)')}`],
  [
    'other types, braces and blanks',
    macros
      .replaceAll('int32_t', 'long')
      .replace('{ STEP(acc, a[i], b[i]); }', 'STEP(acc,a[i],b[i]);')
      .replaceAll(';', ' ;\n'),
  ],
  ['declarations apart', macros.replace('int32_t acc = 0;', 'int32_t acc; int unused, other = 3;\nacc = 0;')],
  ['helpers behind', `int32_t mac();\n${macros.replace(/(static int32_t mac[^]*?\n}\n)([^]*)/, '$2$1')}`],
])('the same with %s', (_, other) => {
  expect(other).not.toBe(macros);
  expect(likeness(macros, other)).toBe(1);
});

it('another program is not the same, whatever both are padded with', () => {
  fc.assert(
    fc.property(paddings, (pad) => {
      const [first, , third] = programs;
      expect(likeness(pad + (first?.source ?? ''), pad + (third?.source ?? ''), third?.given)).toBeLessThan(0.3);
    }),
    { numRuns: 20 },
  );
});
