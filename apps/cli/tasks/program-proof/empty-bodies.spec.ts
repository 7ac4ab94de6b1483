import { withEmptyBodies } from './empty-bodies';

it.each([
  [
    'static int f(int a, const char *b) { return a + *b; }',
    'static int f(int a, const char *b) { (void)a; (void)b; return 0; }',
  ],
  ['void f(void) { g(); }', 'void f(void) { }'],
  ['void *f(pool_t *pool) { return pool; }', 'void *f(pool_t *pool) { (void)pool; return 0; }'],
  ['box_t f(box_t box[4]) { return box[0]; }', 'box_t f(box_t box[4]) { (void)box; return (box_t){0}; }'],
  ['struct box f(int i) { return all[i]; }', 'struct box f(int i) { (void)i; return (struct box){0}; }'],
  ['#include "a.h"\nint f(void);\nint x = 3;\n', '#include "a.h"\nint f(void);\nint x = 3;\n'],
])('%s', (source, expected) => {
  expect(withEmptyBodies(source)).toBe(expected);
});
