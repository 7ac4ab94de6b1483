#include "stream_window.h"

#define OPEN ((FRONT_FRAME - 1) / FRONT_HOP + 1)

static const uint16_t quarter[FRONT_PERIOD / 4 + 1] = FRONT_QUARTER;

/* The last two outputs of the filters of the open frames, the oldest frame first. */
static struct {
  int32_t now, before;
} open[OPEN];
static uint32_t seen; /* samples since the oldest open frame began */

void front_reset(void) { seen = 0; }

static uint32_t weight(uint32_t n) {
  uint32_t m = n > FRONT_PERIOD / 2 ? FRONT_PERIOD - n : n;
  return m > FRONT_PERIOD / 4 ? FRONT_SUM - quarter[FRONT_PERIOD / 2 - m] : quarter[m];
}

uint32_t front_window(uint32_t n) { return weight(n); }

static int32_t scaled(int32_t s) {
  return (int32_t)((s * (int64_t)FRONT_COEFFICIENT + 0x2000) >> 14);
}

static uint32_t energy(int64_t a, int64_t b) {
  int64_t e = (a * a + b * b - scaled((int32_t)a) * b) >> FRONT_SHIFT;
  return e >= UINT32_MAX ? UINT32_MAX : (uint32_t)e;
}

/* Takes frame after frame through all samples of the call that it holds, so energies come out in order. */
uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t done = 0;
  for (uint32_t k = 0; k * FRONT_HOP < seen + count; k++) {
    uint32_t start = k * FRONT_HOP;
    int32_t a = 0, b = 0;
    uint32_t n = 0;
    const int16_t *x = samples;
    if (start < seen) {
      n = seen - start;
      a = open[k].now;
      b = open[k].before;
    } else {
      x += start - seen;
    }
    for (const int16_t *end = samples + count; x < end && n < FRONT_FRAME; n++) {
      int32_t y = (*x++ * (int32_t)weight(n) + 0x4000) >> 15;
      int32_t s = y + scaled(a) - b;
      b = a;
      a = s;
    }
    if (n == FRONT_FRAME) {
      energies[done++] = energy(a, b);
    } else {
      open[k - done].now = a;
      open[k - done].before = b;
    }
  }
  seen += count - done * FRONT_HOP;
  return done;
}
