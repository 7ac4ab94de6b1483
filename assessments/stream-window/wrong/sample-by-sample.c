// loses: budget:instructions
// Right, and decides for every sample what the next end of a frame or a hop could decide for a run.
#include "stream_window.h"

/* As many filters as frames can be open. `first` is the oldest one, the others follow in a ring; each knows how many samples it has seen. */
#define SLOTS ((FRONT_FRAME + FRONT_HOP - 1) / FRONT_HOP)

typedef struct {
  int32_t last, before;
  uint32_t seen;
} filter_t;

static const uint16_t table[] = FRONT_QUARTER;
static filter_t filters[SLOTS];
static uint32_t first, used, wait; /* wait: samples until the next frame begins */

void front_reset(void) {
  first = used = wait = 0;
}

uint32_t front_window(uint32_t n) {
  const uint32_t half = FRONT_PERIOD / 2, fourth = FRONT_PERIOD / 4;
  uint32_t m = n <= half ? n : FRONT_PERIOD - n;
  if (m <= fourth) return table[m];
  return FRONT_SUM - table[half - m];
}

static int32_t times_coefficient(int32_t value) {
  int64_t product = (int64_t)value * FRONT_COEFFICIENT;
  return (int32_t)((product + 8192) >> 14);
}

static void advance(filter_t *f, int32_t sample) {
  int32_t y = (sample * (int32_t)front_window(f->seen) + 16384) >> 15;
  int32_t s = y + times_coefficient(f->last) - f->before;
  f->before = f->last;
  f->last = s;
  f->seen++;
}

static uint32_t result(const filter_t *f) {
  int64_t a = f->last, b = f->before;
  int64_t e = (a * a + b * b - times_coefficient(f->last) * b) >> FRONT_SHIFT;
  return e < 0xFFFFFFFF ? (uint32_t)e : 0xFFFFFFFFu;
}

uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t *out = energies;
  for (const int16_t *end = samples + count; samples != end; samples++) {
    if (wait == 0) {
      filters[(first + used) % SLOTS] = (filter_t){0, 0, 0};
      used++;
      wait = FRONT_HOP;
    }
    wait--;
    for (uint32_t i = 0, at = first; i < used; i++) {
      advance(&filters[at], *samples);
      if (++at == SLOTS) at = 0;
    }
    if (filters[first].seen == FRONT_FRAME) {
      *out++ = result(&filters[first]);
      if (++first == SLOTS) first = 0;
      used--;
    }
  }
  return (uint32_t)(out - energies);
}
