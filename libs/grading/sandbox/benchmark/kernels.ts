// The programs over which the meter's cost is measured: what edge AI code spends its time on, and the real code that is hardest to meter.

/** Each defines `int run(int n)`, which does more work for a larger `n` and returns something that depends on all of it. */
export interface Kernel {
  readonly name: string;
  readonly source: string;
  /** The `n` that takes about five milliseconds in V8's optimising tier: enough for the clock, short enough to repeat. */
  readonly size: number;
}

const prelude = '#include <stdint.h>\n#include <stddef.h>\n#include <string.h>\n#define N 4096\n';

function kernel(name: string, size: number, body: string): Kernel {
  return { name, size, source: `${prelude}${body}` };
}

/** What edge AI code spends its time on. The record of the outcomes (`determinism.spec.ts`) covers exactly these. */
export const kernels: readonly Kernel[] = [
  kernel(
    'int8 dot product',
    2400,
    `static int8_t a[N], b[N];
int run(int n) { int sum = 0; for (int i = 0; i < N; i++) { a[i] = i * 7; b[i] = i * 13; }
  for (int r = 0; r < n; r++) { a[r & 7]++; for (int i = 0; i < N; i++) sum += a[i] * b[i]; } return sum; }`,
  ),
  kernel(
    'int8 matrix product',
    10,
    `static int8_t a[96][96], b[96][96]; static int32_t c[96][96];
int run(int n) { for (int i = 0; i < 96; i++) for (int j = 0; j < 96; j++) { a[i][j] = i + j; b[i][j] = i - j; }
  for (int r = 0; r < n; r++) for (int i = 0; i < 96; i++) for (int j = 0; j < 96; j++) { int32_t s = r; for (int k = 0; k < 96; k++) s += a[i][k] * b[k][j]; c[i][j] = s; }
  return c[5][7] + c[90][3]; }`,
  ),
  kernel(
    'int8 convolution 3x3',
    8,
    `static int8_t in[64][64][4], w[8][3][3][4]; static int8_t out[64][64][8];
int run(int n) { for (int i = 0; i < 64 * 64 * 4; i++) ((int8_t *)in)[i] = i * 31; for (int i = 0; i < 288; i++) ((int8_t *)w)[i] = i * 17;
  int total = 0; for (int r = 0; r < n; r++) for (int y = 1; y < 63; y++) for (int x = 1; x < 63; x++) for (int o = 0; o < 8; o++) { int32_t s = r;
    for (int dy = 0; dy < 3; dy++) for (int dx = 0; dx < 3; dx++) for (int c = 0; c < 4; c++) s += in[y + dy - 1][x + dx - 1][c] * w[o][dy][dx][c];
    s >>= 8; out[y][x][o] = s > 127 ? 127 : s < -128 ? -128 : s; total += out[y][x][o]; } return total; }`,
  ),
  kernel(
    'crc32, bit by bit',
    240,
    `static uint8_t data[N];
int run(int n) { uint32_t crc = ~0u; for (int i = 0; i < N; i++) data[i] = i * 11;
  for (int r = 0; r < n; r++) for (int i = 0; i < N; i++) { crc ^= data[i]; for (int k = 0; k < 8; k++) crc = (crc >> 1) ^ (0xedb88320u & -(crc & 1)); } return (int)crc; }`,
  ),
  kernel(
    'crc32, table',
    500,
    `static uint32_t table[256]; static uint8_t data[N];
int run(int n) { for (uint32_t i = 0; i < 256; i++) { uint32_t c = i; for (int k = 0; k < 8; k++) c = (c >> 1) ^ (0xedb88320u & -(c & 1)); table[i] = c; }
  for (int i = 0; i < N; i++) data[i] = i * 11; uint32_t crc = ~0u;
  for (int r = 0; r < n; r++) for (int i = 0; i < N; i++) crc = (crc >> 8) ^ table[(crc ^ data[i]) & 255]; return (int)crc; }`,
  ),
  kernel('Fibonacci, recursive', 31, `int run(int n) { return n < 2 ? n : run(n - 1) + run(n - 2); }`),
  kernel(
    'shell sort',
    16,
    `static int32_t v[N];
int run(int n) { int sum = 0; for (int r = 0; r < n; r++) { uint32_t s = r + 1; for (int i = 0; i < N; i++) { s = s * 1664525u + 1013904223u; v[i] = (int32_t)s; }
  for (int gap = N / 2; gap > 0; gap /= 2) for (int i = gap; i < N; i++) { int32_t x = v[i]; int j = i; for (; j >= gap && v[j - gap] > x; j -= gap) v[j] = v[j - gap]; v[j] = x; } sum += v[N / 2]; } return sum; }`,
  ),
  kernel(
    'ring buffer',
    900,
    `static int16_t ring[256]; static unsigned head, tail;
__attribute__((noinline)) static int put(int16_t x) { if (head - tail == 256) return 0; ring[head++ & 255] = x; return 1; }
__attribute__((noinline)) static int get(int16_t *x) { if (head == tail) return 0; *x = ring[tail++ & 255]; return 1; }
int run(int n) { int sum = 0; for (int r = 0; r < n * 100; r++) { for (int i = 0; i < 37; i++) put(r + i); int16_t x; while (get(&x)) sum += x; } return sum; }`,
  ),
  kernel(
    'fixed-point FIR filter',
    66,
    `static int16_t x[N], h[32], y[N];
int run(int n) { for (int i = 0; i < N; i++) x[i] = i * 37; for (int i = 0; i < 32; i++) h[i] = i * i; int sum = 0;
  for (int r = 0; r < n; r++) for (int i = 31; i < N; i++) { int32_t s = 1 << 14; for (int k = 0; k < 32; k++) s += x[i - k] * h[k]; y[i] = s >> 15; sum += y[i]; } return sum; }`,
  ),
  kernel(
    'binary search',
    500,
    `static int32_t v[N];
int run(int n) { for (int i = 0; i < N; i++) v[i] = i * 3; int found = 0; for (int r = 0; r < n * 500; r++) { int32_t want = (r * 7919) % (3 * N); int lo = 0, hi = N;
  while (lo < hi) { int mid = (lo + hi) / 2; if (v[mid] < want) lo = mid + 1; else hi = mid; } found += lo < N && v[lo] == want; } return found; }`,
  ),
  kernel(
    'state machine over text',
    1000,
    `static char text[N];
int run(int n) { for (int i = 0; i < N; i++) text[i] = "a1 b22;c333 \\n"[i % 13]; int words = 0, numbers = 0, lines = 0;
  for (int r = 0; r < n; r++) { int state = 0; for (int i = 0; i < N; i++) { char c = text[i]; switch (state) {
    case 0: if (c >= 'a' && c <= 'z') { state = 1; words++; } else if (c >= '0' && c <= '9') { state = 2; numbers++; } else if (c == '\\n') lines++; break;
    case 1: if (c == ' ' || c == ';') state = 0; else if (c >= '0' && c <= '9') state = 2; break;
    default: if (c < '0' || c > '9') state = c == '\\n' ? 0 : c == ' ' ? 0 : 1; } } } return words * 3 + numbers * 5 + lines; }`,
  ),
  kernel(
    'float softmax and layer norm',
    120,
    `static float x[N], y[N];
static float power(float v) { float t = 1, s = 1; for (int i = 1; i < 12; i++) { t *= v / (float)i; s += t; } return s; }
int run(int n) { float total = 0; for (int r = 0; r < n; r++) { float mean = 0, var = 0, sum = 0; for (int i = 0; i < N; i++) { x[i] = (float)((i * 7 + r) % 100) / 50.0f; mean += x[i]; } mean /= N;
  for (int i = 0; i < N; i++) { float d = x[i] - mean; var += d * d; } var /= N; for (int i = 0; i < N; i++) { y[i] = power((x[i] - mean) / (var + 1e-5f) * 0.1f); sum += y[i]; }
  for (int i = 0; i < N; i++) total += y[i] / sum; } return (int)(total * 1000); }`,
  ),
  kernel(
    'memory copy and fill',
    1700,
    `static uint8_t a[N], b[N];
int run(int n) { int sum = 0; for (int r = 0; r < n; r++) { memset(a, r, N); memcpy(b, a, N); memmove(a + 3, b, N - 3); sum += a[N - 1] + b[r & 255] + memcmp(a, b, N); } return sum; }`,
  ),
  kernel(
    'linked list in an arena',
    1000,
    `typedef struct node { struct node *next; int value; } node; static node pool[N];
int run(int n) { int sum = 0; for (int i = 0; i < N; i++) { pool[i].next = &pool[(i * 7 + 1) % N]; pool[i].value = i; }
  for (int r = 0; r < n; r++) { node *at = &pool[r % N]; for (int i = 0; i < N; i++) { sum += at->value; at = at->next; } } return sum; }`,
  ),
];

/**
 * Real code in which the meter has most to do beside the least work: tiny functions called in a hot loop, stack frames of a
 * few bytes, and branches close together. Clang is kept from inlining; V8 is not.
 */
export const hardKernels: readonly Kernel[] = [
  kernel(
    'byte queue of four functions',
    350,
    `typedef struct { uint8_t data[64]; uint8_t head, tail; } queue; static queue q;
__attribute__((noinline)) static int full(const queue *q) { return (uint8_t)(q->head - q->tail) == 64; }
__attribute__((noinline)) static int empty(const queue *q) { return q->head == q->tail; }
__attribute__((noinline)) static void push(queue *q, uint8_t b) { if (!full(q)) q->data[q->head++ & 63] = b; }
__attribute__((noinline)) static uint8_t pop(queue *q) { return empty(q) ? 0 : q->data[q->tail++ & 63]; }
int run(int n) { int sum = 0; for (int r = 0; r < n * 100; r++) { for (int i = 0; i < 29; i++) push(&q, r + i); while (!empty(&q)) sum += pop(&q); } return sum; }`,
  ),
  kernel(
    'saturating arithmetic',
    700,
    `static int16_t a[N], b[N];
__attribute__((noinline)) static int16_t clamp(int32_t x) { return x > 32767 ? 32767 : x < -32768 ? -32768 : x; }
__attribute__((noinline)) static int16_t mul(int16_t x, int16_t y) { return clamp((x * y + 16384) >> 15); }
__attribute__((noinline)) static int16_t add(int16_t x, int16_t y) { return clamp(x + y); }
int run(int n) { int sum = 0; for (int i = 0; i < N; i++) { a[i] = i * 37; b[i] = i * 91; }
  for (int r = 0; r < n; r++) for (int i = 0; i < N; i++) sum += a[i] = add(mul(a[i], b[i]), r); return sum; }`,
  ),
  kernel(
    'register file, read and write',
    5000,
    `static uint32_t file[16];
__attribute__((noinline)) static uint32_t get(int i) { return file[i & 15]; }
__attribute__((noinline)) static void set(int i, uint32_t v) { file[i & 15] = v; }
int run(int n) { for (int i = 0; i < 16; i++) set(i, i); for (int r = 0; r < n * 2000; r++) set(r, get(r + 1) + 3); return get(3); }`,
  ),
  kernel(
    'numbers in text, by character class',
    1650,
    `static char text[N];
__attribute__((noinline)) static int digit(char c) { return c >= '0' && c <= '9'; }
__attribute__((noinline)) static int space(char c) { return c == ' ' || c == '\\n' || c == '\\t'; }
int run(int n) { for (int i = 0; i < N; i++) text[i] = "12 345\\n7a 9x"[i % 12]; int sum = 0;
  for (int r = 0; r < n; r++) { int v = 0; for (int i = 0; i < N; i++) { char c = text[i]; if (digit(c)) v = v * 10 + c - '0'; else if (space(c)) { sum += v; v = 0; } else sum ^= v; } } return sum; }`,
  ),
  kernel(
    'small stack frames',
    5000,
    `__attribute__((noinline)) static int mix(const uint8_t *p) { return p[0] ^ p[3]; }
__attribute__((noinline)) static int frame(int x) { volatile uint8_t b[8]; b[0] = x; b[3] = x >> 3; return mix((const uint8_t *)b); }
int run(int n) { int sum = 0; for (int r = 0; r < n * 1000; r++) sum += frame(r); return sum; }`,
  ),
  kernel(
    'branches close together',
    1300,
    `static int8_t v[N];
int run(int n) { for (int i = 0; i < N; i++) v[i] = (i * 73) ^ (i >> 3); int up = 0, down = 0, zero = 0, edge = 0;
  for (int r = 0; r < n; r++) { int last = 0; for (int i = 0; i < N; i++) { int x = v[i]; if (x > 64) { up++; if (last < 0) edge++; }
    else if (x < -64) { down += 2; if (last > 0) edge += 3; } else if (x == 0) zero++; else if (x & 1) up ^= x; last = x; } } return up + down * 3 + zero * 5 + edge; }`,
  ),
];
