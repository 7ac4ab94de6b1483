// loses: reset
// Forgets the place only when a frame is complete.
#include "stream_window.h"

#define OPEN ((FRONT_FRAME + FRONT_HOP - 1) / FRONT_HOP)

static const uint16_t quarter[] = FRONT_QUARTER;

static struct {
  int32_t s1[OPEN], s2[OPEN]; /* [0] is the newest frame */
  uint32_t phase;             /* of the newest frame, 0 to FRONT_HOP - 1 */
  uint32_t open;              /* frames begun, at most OPEN */
} front;

void front_reset(void) {
  front.phase = 0;
  if (front.open == OPEN) front.open = 0;
}

static inline uint32_t window(uint32_t n) {
  if (n > FRONT_PERIOD / 2) n = FRONT_PERIOD - n;
  return n <= FRONT_PERIOD / 4 ? quarter[n] : FRONT_SUM - quarter[FRONT_PERIOD / 2 - n];
}

uint32_t front_window(uint32_t n) { return window(n); }

static inline int32_t turn(int32_t s) { return (int32_t)(((int64_t)FRONT_COEFFICIENT * s + (1 << 13)) >> 14); }

uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t stored = 0;
  while (count > 0) {
    if (front.phase == 0) {
      for (uint32_t k = OPEN - 1; k > 0; k--) front.s1[k] = front.s1[k - 1], front.s2[k] = front.s2[k - 1];
      front.s1[0] = front.s2[0] = 0;
      if (front.open < OPEN) front.open++;
    }
    uint32_t run = FRONT_HOP - front.phase;
    if (run > count) run = count;
    for (uint32_t k = 0; k < front.open; k++) {
      uint32_t n = front.phase + k * FRONT_HOP;
      if (n >= FRONT_FRAME) continue;
      uint32_t take = FRONT_FRAME - n < run ? FRONT_FRAME - n : run;
      int32_t a = front.s1[k], b = front.s2[k];
      for (uint32_t i = 0; i < take; i++) {
        int32_t y = (samples[i] * (int32_t)window(n + i) + (1 << 14)) >> 15;
        int32_t s = y + turn(a) - b;
        b = a;
        a = s;
      }
      front.s1[k] = a;
      front.s2[k] = b;
      if (n + take == FRONT_FRAME) {
        int64_t e = (int64_t)a * a + (int64_t)b * b - (int64_t)turn(a) * b;
        uint64_t shifted = (uint64_t)(e >> FRONT_SHIFT);
        energies[stored++] = shifted > UINT32_MAX ? UINT32_MAX : (uint32_t)shifted;
      }
    }
    samples += run;
    count -= run;
    front.phase += run;
    if (front.phase == FRONT_HOP) front.phase = 0;
  }
  return stored;
}
