// Hostile answers in C that would fill files: what is long, deep, or doubles. Each is the right answer with something before it.

/** A verdict and the text before the right answer. */
type Entry = readonly [verdict: 'accepted' | 'compile-error', text: string];

const times = (count: number, piece: string | ((index: number) => string | number), between = ''): string =>
  Array.from({ length: count }, (_, index) => (typeof piece === 'string' ? piece : piece(index))).join(between);

/** `#define A0 …`, and 40 macros that use the one before twice. */
const doubling = (first: string, between = ' '): string =>
  `#define A0 ${first}\n${times(40, (i) => `#define A${i + 1} A${i}${between}A${i}\n`)}`;

/** `int unused(type a) { statements }` */
const unused = (statements: string, parameter = 'int a'): string => `int unused(${parameter}) { ${statements} }`;

const nested: Record<string, Entry> = {
  'deep-blocks': ['compile-error', unused(`${times(5000, '{')}${times(5000, '}')} return a;`)],
  'deep-nesting': ['compile-error', unused(`return ${times(3000, '(')}a${times(3000, ')')};`)],
  'deep-expression': [
    'accepted',
    `static int one(void) { return 1; }\n${unused(`return ${times(800, 'one() + ')} 0;`, 'void')}`,
  ],
  'nest-commas': ['compile-error', unused(`return ${times(20_000, '*a, ')} 1;`, 'volatile int *a')],
  'nest-conditions': ['compile-error', unused(`${times(20_000, 'if (a++) ')} return 1; return 0;`)],
  'nest-designators': ['compile-error', `int unused${times(20_000, '[1]')} = {${times(20_000, '[0]')} = 1};`],
  'nest-else-if': [
    'accepted',
    unused(`${times(400, (i) => `if (a == ${i}) return ${(i * 7) % 91};\nelse `)} return 0;`),
  ],
  'nest-labels': ['compile-error', unused(`${times(20_000, (i) => `l${i}:`)} return a;`)],
  'nest-logic': ['compile-error', unused(`return ${times(20_000, '*a && ')} 1;`, 'volatile int *a')],
  'nest-operators': ['compile-error', unused(`return ${times(20_000, '!')}a;`)],
  'nest-stars': ['compile-error', `int ${times(20_000, '*')}unused(void);`],
  'long-chain-of-members': [
    'compile-error',
    `struct s { struct s *p; int v; };\n${unused(`return a->${times(20_000, 'p->')}v;`, 'struct s *a')}`,
  ],
  'long-sum': ['compile-error', unused(`return ${times(20_000, '*a + ')} 1;`, 'volatile int *a')],
};

const many: Record<string, Entry> = {
  'huge-switch': [
    'accepted',
    unused(`switch (a) {\n${times(3000, (i) => `case ${7 * i}: return ${(i * i) % 97};\n`)}} return 0;`),
  ],
  'large-table-of-doubles': [
    'accepted',
    `static const double table[] = {${times(9000, (i) => (i * 1.37).toFixed(2), ', ')}};
double unused(int i) { return table[i]; }
double (*volatile kept)(int) = unused;`,
  ],
  'large-table-of-strings': [
    'accepted',
    `static const char *const table[] = {${times(9000, (i) => `"s${i}"`, ', ')}};
const char *unused(int i) { return table[i]; }
const char *(*volatile kept)(int) = unused;`,
  ],
  'many-arrays': [
    'compile-error',
    `int use(int *a) { return a[0]; }
${unused(`int (*volatile g)(int *) = use;\n${times(5000, (i) => `int v${i}[2]; g(v${i});\n`)} return 0;`, 'void')}`,
  ],
  'many-case-labels': [
    'compile-error',
    `#define L0 case __COUNTER__: a++;
${times(6, (i) => `#define L${i + 1} ${times(10, `L${i} `)}\n`)}${unused('switch (a) { L6 } return a;')}`,
  ],
  'many-computed-gotos': [
    'compile-error',
    unused(`static void *const places[] = {${times(3000, (i) => `&&l${i}`, ', ')}};
${times(3000, (i) => `l${i}: a += ${i}; goto *places[a % 3000];\n`)}`),
  ],
  'many-embeds': [
    'compile-error',
    `const char table[] = {\n${times(1000, '#embed "answer.c" prefix(1,) suffix(,)\n')}0};`,
  ],
  'many-functions': ['accepted', times(4000, (i) => `int f${i}(int x) { return x + ${i}; }\n`)],
  'many-gotos': [
    'compile-error',
    unused(`${times(6000, (i) => `l${i}: if (*a) goto l${(i * 7 + 3) % 6000};\n`)} return 0;`, 'volatile int *a'),
  ],
  'many-locals': [
    'accepted',
    unused(
      `${times(1500, (i) => `int v${i} = a[${i}];\n`)} return ${times(1500, (i) => `v${i}`, ' + ')};`,
      'volatile int *a',
    ),
  ],
  'many-parameters': [
    'compile-error',
    `__attribute__((noinline)) static int wide(${times(1000, (i) => `int a${i}`, ', ')}) {
  return ${times(1000, (i) => `a${i} * ${i + 3}`, ' ^ ')};
}
__attribute__((export_name("other"), used)) int other(int *x) { return wide(${times(1000, (i) => `x[${i}]`, ', ')}); }`,
  ],
  'many-switch-calls': [
    'accepted',
    `int use(int a) { return a * 3; }
${unused(
  `int (*volatile g)(int) = use;\nswitch (a) {\n${times(3000, (i) => `case ${3 * i}: return g(${(i * 7) % 1000});\n`)}} return 0;`,
)}`,
  ],
};

const constants: Record<string, Entry> = {
  'huge-integer': ['compile-error', `unsigned long long unused = ${times(200_000, '9')};`],
  'huge-bit-int': ['compile-error', `unsigned long long unused = 0x${times(200_000, 'f')}wb;`],
  'huge-decimal': ['accepted', `double unused = ${times(200_000, '9')}.0;`],
  'huge-long-double': ['compile-error', `long double unused = 0.${times(200_000, '3')}L;`],
  'huge-string': ['accepted', `const char *unused = "${times(200_000, 'a')}";`],
  'huge-string-by-macros': [
    'compile-error',
    `#define S0 "${times(1000, 'a')}"
${times(5, (i) => `#define S${i + 1} ${times(8, `S${i} `)}\n`)}const char *unused = S5;`,
  ],
};

const macros: Record<string, Entry> = {
  'inline-bomb': [
    'compile-error',
    `#define I static inline __attribute__((always_inline)) int
I g0(int a) { return a * 3 + 1; }
${times(30, (i) => `I g${i + 1}(int a) { return g${i}(a) + g${i}(a ^ ${i + 1}); }\n`)}${unused('return g30(a);')}`,
  ],
  'macro-bomb-empty': ['compile-error', `${doubling('')}${unused('return a A40;')}`],
  'macro-bomb-in-condition': ['compile-error', `${doubling('1', ' + ')}#if A40\n#endif`],
  'macro-bomb-string': ['compile-error', `${doubling('"aaaaaaaa"')}const char *unused(void) { return A40; }`],
  'macro-chain': [
    'accepted',
    `#define A0 1\n${times(3000, (i) => `#define A${i + 1} A${i}\n`)}${unused('return A3000;', 'void')}`,
  ],
};

const warnings: Record<string, Entry> = {
  'error-behind-warnings': ['compile-error', unused(`${times(3000, (i) => `int u${i};\n`)} return nowhere;`, 'void')],
  'error-flood': [
    'compile-error',
    `${times(3000, (i) => `#warning ${i} this line is one of very many that fill the output\n`)}int unused = unknown;`,
  ],
  'message-80k': ['accepted', `#pragma message("${times(80_000, 'y')}")`],
  'message-flood': ['accepted', times(5000, '#pragma message("no fault of the program")\n')],
  'missing-braces-table': [
    'accepted',
    `typedef struct { uint8_t shift, scale; } entry;
static const entry table[512] = {${times(1024, (i) => i % 31, ', ')}};
${unused('return table[a & 127].scale;')}`,
  ],
  'warning-flood': ['accepted', unused(`${times(3000, (i) => `int u${i};\n`)} return 1;`, 'void')],
  'warning-from-macros': [
    'accepted',
    `#define W(n) static int n(void) { int a, b, c, d; return 1; }\n${times(400, (i) => `W(w${i})\n`)}`,
  ],
};

/** By name; the text comes before the right answer. */
export const longAnswers: Readonly<Record<string, Entry>> = {
  ...{ ...nested, ...many, ...constants, ...macros, ...warnings },
};
