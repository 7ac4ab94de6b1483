#include "stream_window.h"

enum { SLOTS = (FRONT_FRAME - 1) / FRONT_HOP + 1, ROUND = SLOTS * FRONT_HOP };

static const uint16_t quarter[FRONT_PERIOD / 4 + 1] = FRONT_QUARTER;

/* Frame m uses slot m % SLOTS. Its place in the frame follows from the place in a round of SLOTS hops, so only the filters are kept. */
static int32_t state[SLOTS][2];
static uint32_t place;   /* in the round, 0 to ROUND - 1 */
static uint32_t started; /* hops begun in the first round; SLOTS after it */

void front_reset(void) {
  place = 0;
  started = 0;
}

uint32_t front_window(uint32_t n) {
  if (2 * n > FRONT_PERIOD) n = FRONT_PERIOD - n;
  if (4 * n > FRONT_PERIOD) return FRONT_SUM - front_window(FRONT_PERIOD / 2 - n);
  return quarter[n];
}

static int32_t weight(uint32_t n) {
  uint32_t m = n < FRONT_PERIOD - n ? n : FRONT_PERIOD - n;
  uint32_t mirrored = FRONT_PERIOD / 2 - m;
  return m <= mirrored ? quarter[m] : FRONT_SUM - quarter[mirrored];
}

static int64_t rotated(int64_t s) { return (FRONT_COEFFICIENT * s + 0x2000) >> 14; }

static void run(int32_t s[2], const int16_t *x, uint32_t n, uint32_t end) {
  int64_t a = s[0], b = s[1];
  for (; n < end; n++) {
    int64_t next = ((*x++ * weight(n) + 0x4000) >> 15) + rotated(a) - b;
    b = a;
    a = next;
  }
  s[0] = (int32_t)a;
  s[1] = (int32_t)b;
}

static uint32_t energy(const int32_t s[2]) {
  int64_t a = s[0], b = s[1];
  uint64_t e = (uint64_t)(a * a + b * b - rotated(a) * b) >> FRONT_SHIFT;
  return e >> 32 ? UINT32_MAX : (uint32_t)e;
}

/* Takes samples that lie within one hop. */
static uint32_t take(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t newest = place / FRONT_HOP;
  if (place % FRONT_HOP == 0) {
    state[newest][0] = state[newest][1] = 0;
    if (started < SLOTS) started++;
  }
  uint32_t stored = 0;
  for (uint32_t age = 0; age < started; age++) {
    uint32_t slot = newest >= age ? newest - age : newest + SLOTS - age;
    uint32_t n = place % FRONT_HOP + age * FRONT_HOP;
    if (n >= FRONT_FRAME) continue;
    uint32_t end = n + count < FRONT_FRAME ? n + count : FRONT_FRAME;
    run(state[slot], samples, n, end);
    if (end == FRONT_FRAME) energies[stored++] = energy(state[slot]);
  }
  place = (place + count) % ROUND;
  return stored;
}

uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t stored = 0;
  while (count > 0) {
    uint32_t part = FRONT_HOP - place % FRONT_HOP;
    if (part > count) part = count;
    stored += take(samples, part, energies + stored);
    samples += part;
    count -= part;
  }
  return stored;
}
