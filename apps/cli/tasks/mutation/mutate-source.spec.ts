// What each mutation operator makes of a few lines of C, and that ids outlive edits elsewhere.
import { mutateSource, mutationOperators } from './mutate-source';

/** The mutants of a function body by one operator, as the changed line. */
const bodies = (operator: string, body: string, head = 'void f(int32_t a, int32_t b, uint8_t *p)') =>
  mutateSource(`${head} { ${body} }`)
    .filter((mutant) => mutant.operator === operator)
    .map(({ source }) => source.slice(head.length + 3, -2));

it.each([
  ['constant', 'a = 7u;', ['a = 8u;', 'a = 6u;', 'a = 0u;']],
  ['constant', 'a = 0;', ['a = 1;', 'a = (-1);']],
  ['constant', 'a = 0x10;', ['a = 17;', 'a = 15;', 'a = 0;']],
  ['character', "a = 'x';", ["a = ('x' + 1);", "a = ('x' - 1);"]],
  ['comparison', 'if (a < b) a = b;', ['if (a <= b) a = b;', 'if (a != b) a = b;']],
  ['comparison', 'if (a == b) a = b;', ['if (a <= b) a = b;', 'if (a >= b) a = b;', 'if (a != b) a = b;']],
  ['comparison', 'while (a < b) a++;', ['while (a <= b) a++;']],
  ['loop-bound', 'while (a < b) a++;', ['while (a < (b + 1)) a++;', 'while (a < (b - 1)) a++;']],
  ['condition', 'if (a) b = 1;', ['if (1) b = 1;', 'if (0) b = 1;', 'if (!(a)) b = 1;']],
  ['condition', 'for (; a < b; a++) p++;', ['for (; 0; a++) p++;']],
  ['choice', 'a = a > b ? b : a;', ['a = b;', 'a = a;']],
  ['else', 'if (a) b = 1; else b = 2;', ['if (a) b = 1; ']],
  ['jump', 'while (a) { if (b) break; a--; }', ['while (a) { if (b) ; a--; }', 'while (a) { if (b) continue; a--; }']],
  ['operator', 'a = a + b;', ['a = a - b;']],
  ['operator', 'a |= b;', ['a &= b;', 'a = b;']],
  ['operator', 'a = a << 2;', ['a = a >> 2;']],
  ['operator', 'a = a && b;', ['a = a || b;']],
  ['operand', 'a = a * b;', ['a = a;', 'a = b;']],
  ['swapped-operands', 'a = a - b;', ['a = (b) - (a);']],
  [
    'rounding',
    'a = (a + (1 << (b - 1))) >> b;',
    ['a = ((a + (1 << (b - 1))) + 1) >> b;', 'a = ((a + (1 << (b - 1))) - 1) >> b;'],
  ],
  ['sign', 'a = !b;', ['a = b;']],
  ['subscript', 'a = p[b];', ['a = p[(b) + 1];', 'a = p[(b) - 1];']],
  ['update', 'a = *p++;', ['a = *++p;', 'a = *p--;', 'a = *p;']],
  ['swapped-arguments', 'g(a, b, p);', ['g(b, a, p);', 'g(a, p, b);']],
  ['call', 'a = clamp(a, b);', ['a = (a);']],
  ['statement', 'a = b;', [';']],
  ['statement', 'fence();', [';']],
  ['order', 'a = b; fence();', ['fence(); a = b;']],
  ['order', 'a = b; b = 2;', []],
  ['block', 'int32_t c = a;', ['int32_t c = 0;']],
  ['block', 'while (a) a--;', [';']],
  ['early-end', 'a = b; b = 2;', ['a = b; return; b = 2;']],
  ['cast', 'a = (uint32_t)b;', ['a = b;', 'a = (uint16_t)b;', 'a = (uint8_t)b;']],
  ['type', 'int64_t c = a;', ['int32_t c = a;']],
  ['type', 'int32_t *c = p;', []],
  ['volatile', 'volatile float c;', [' float c;']],
])('%s: %s', (operator, body, expected) => {
  expect(bodies(operator, body)).toEqual(expected);
});

it('returns: another value, and none in a function that has none', () => {
  const mutants = mutateSource('int f(int a) { return a; }\nvoid g(int a) { if (a) return; h(); }');
  expect(mutants.filter((m) => m.operator === 'return').map((m) => m.after)).toEqual([
    'int f(int a) { return 0; }',
    'int f(int a) { return (a) + 1; }',
  ]);
  expect(mutants.filter((m) => m.operator === 'statement').map((m) => m.after)).toContain(
    'void g(int a) { if (a) ; h(); }',
  );
});

it('narrows parameters where the body begins, because the header states their types', () => {
  const mutants = mutateSource('void f(uint32_t count, const uint32_t *list) { g(count, list); }');
  expect(mutants.filter((m) => m.operator === 'parameter').map((m) => m.after)).toEqual([
    'void f(uint32_t count, const uint32_t *list) { count = (uint16_t)count; g(count, list); }',
    'void f(uint32_t count, const uint32_t *list) { count = (uint8_t)count; g(count, list); }',
  ]);
});

it('reads the bodies of macros as expressions and leaves conditions of the preprocessor alone', () => {
  const mutants = mutateSource('#if LIMIT > 3\n#define SPAN (2u * \\\n  CAPACITY)\n#endif\n');
  expect(mutants.map((m) => m.after)).toEqual(
    expect.arrayContaining(['#define SPAN (3u * \\', '#define SPAN (CAPACITY)']),
  );
  expect(mutants.every(({ line }) => line === 2 || line === 3)).toBe(true);
});

it('gives no change twice and every mutant its own id', () => {
  const mutants = mutateSource('int f(int a) { if (a > 0) a = 1; if (a > 0) a = 1; return a; }');
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  expect(new Set(mutants.map(({ source }) => source.replace(/\s/g, ''))).size).toBe(mutants.length);
  for (const { id } of mutants) expect(id).toMatch(/^[a-z-]+:f:[0-9a-f]{8}(-2)?$/);
});

it('keeps the ids of a function when another one, or another statement, changes', () => {
  const idsOf = (source: string) => mutateSource(source).map(({ id }) => id);
  const before = idsOf('int f(int a) { a = a + 3; return a; }');
  expect(idsOf('int g(void) { return 4; }\n\n/* moved */\nint f(int a) {\n  a = a + 3;\n  return a;\n}')).toEqual(
    expect.arrayContaining(before),
  );
  expect(idsOf('int f(int a) { a = a + 3; g(); return a; }')).toEqual(
    expect.arrayContaining(before.filter((id) => id.startsWith('operand:'))),
  );
});

it('says what changed in which line', () => {
  const [mutant] = mutateSource('int f(int a) {\n  return a   < 3;\n}').filter(
    ({ operator }) => operator === 'comparison',
  );
  expect(mutant).toMatchObject({ line: 2, before: 'return a < 3;', after: 'return a <= 3;' });
});

it('has a name of its own for each operator', () => {
  const names = mutationOperators.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.filter((name) => /^[a-z-]+$/.test(name)));
});
