// Three small submissions with ten checks each, once for our sandbox and once as a native test program, for paired comparisons.

export interface BenchmarkSubmission {
  readonly name: string;
  readonly source: string;
  readonly exports: readonly string[];
  /** Ten checks. */
  readonly checksSource: string;
  /** C of a `main` that makes the same ten checks natively, and exits with 0 when all hold. */
  readonly nativeMain: string;
}

const tenChecks = (body: string): string => `
const run = (k) => (t) => { ${body} };
export const checks = Array.from({ length: 10 }, (_, k) => ({ id: 'check-' + k, visible: k < 5, title: 'Check ' + k, lesson: '', points: 1, run: run(k) }));
`;

export const submissions: readonly BenchmarkSubmission[] = [
  {
    name: 'int8 dot product',
    exports: ['dot'],
    source: `#include <stdint.h>
int32_t dot(const int8_t *a, const int8_t *b, int count) {
  int32_t sum = 0;
  for (int i = 0; i < count; i++) sum += a[i] * b[i];
  return sum;
}
`,
    checksSource: tenChecks(`
      const values = (f) => Int8Array.from({ length: 64 + k }, (_, i) => f(i));
      const left = values((i) => i * 3 + k), right = values((i) => i * 5 - k);
      const a = t.buffer(left), b = t.buffer(right);
      t.equal(t.call('dot', a.address, b.address, left.length), left.reduce((sum, x, i) => sum + x * right[i], 0), 'the dot product');`),
    nativeMain: `#include <stdint.h>
int32_t dot(const int8_t *a, const int8_t *b, int count);
int main(void) {
  for (int k = 0; k < 10; k++) {
    int8_t a[80], b[80];
    int32_t want = 0;
    for (int i = 0; i < 64 + k; i++) { a[i] = (int8_t)(i * 3 + k); b[i] = (int8_t)(i * 5 - k); want += a[i] * b[i]; }
    if (dot(a, b, 64 + k) != want) return 1;
  }
  return 0;
}
`,
  },
  {
    name: 'ring buffer',
    exports: ['ring_put', 'ring_get', 'ring_level'],
    source: `#include <stdint.h>
static int16_t ring[64];
static uint32_t head, tail;
int ring_level(void) { return (int)(head - tail); }
int ring_put(int sample) {
  if (head - tail == 64) return 0;
  ring[head++ % 64] = (int16_t)sample;
  return 1;
}
int ring_get(void) {
  if (head == tail) return -32769;
  return ring[tail++ % 64];
}
`,
    checksSource: tenChecks(`
      let stored = 0;
      for (let i = 0; i < 60 + k; i++) stored += t.call('ring_put', i * 11);
      t.equal(stored, Math.min(64, 60 + k), 'samples stored');
      for (let i = 0; i < 10; i++) t.equal(t.call('ring_get'), i * 11, 'sample ' + i);
      t.equal(t.call('ring_level'), stored - 10, 'the level');`),
    nativeMain: `int ring_level(void);
int ring_put(int sample);
int ring_get(void);
int main(void) {
  for (int k = 0; k < 10; k++) {
    while (ring_level() > 0) ring_get();
    int stored = 0;
    for (int i = 0; i < 60 + k; i++) stored += ring_put(i * 11);
    if (stored != (60 + k < 64 ? 60 + k : 64)) return 1;
    for (int i = 0; i < 10; i++) if (ring_get() != i * 11) return 1;
    if (ring_level() != stored - 10) return 1;
  }
  return 0;
}
`,
  },
  {
    name: 'arena allocator',
    exports: ['arena_init', 'arena_take', 'arena_used'],
    source: `#include <stddef.h>
#include <stdint.h>
static uint8_t *base;
static size_t size, used;
void arena_init(uint8_t *memory, size_t bytes) { base = memory; size = bytes; used = 0; }
size_t arena_used(void) { return used; }
int arena_take(size_t bytes, size_t align) {
  size_t at = (used + align - 1) & ~(align - 1);
  if (at > size || bytes > size - at) return -1;
  used = at + bytes;
  return (int)at;
}
`,
    checksSource: tenChecks(`
      const memory = t.zeroed(1024);
      t.call('arena_init', memory.address, 1024);
      let used = 0;
      for (let i = 0; i < 20; i++) {
        const align = 1 << (i % 5), at = Math.ceil(used / align) * align;
        t.equal(t.call('arena_take', 10 + k, align), at, 'the place of block ' + i);
        used = at + 10 + k;
      }
      t.equal(t.call('arena_take', 5000, 8), -1, 'a block that does not fit');
      t.equal(t.call('arena_used'), used, 'bytes in use');`),
    nativeMain: `#include <stddef.h>
#include <stdint.h>
void arena_init(uint8_t *memory, size_t bytes);
int arena_take(size_t bytes, size_t align);
size_t arena_used(void);
int main(void) {
  static uint8_t memory[1024];
  for (int k = 0; k < 10; k++) {
    arena_init(memory, 1024);
    size_t used = 0;
    for (int i = 0; i < 20; i++) {
      size_t align = (size_t)1 << (i % 5), at = (used + align - 1) / align * align;
      if (arena_take(10 + k, align) != (int)at) return 1;
      used = at + 10 + k;
    }
    if (arena_take(5000, 8) != -1 || arena_used() != used) return 1;
  }
  return 0;
}
`,
  },
];
