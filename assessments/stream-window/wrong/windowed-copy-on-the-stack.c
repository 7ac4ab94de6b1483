// loses: budget:stackPeakBytes, budget:staticRamBytes
// Right, and windows each frame into a copy on the stack.
#include "stream_window.h"

static const uint16_t quarter[] = FRONT_QUARTER;
static int16_t kept[FRONT_FRAME];
static uint32_t filled;

void front_reset(void) {
  filled = 0;
}

uint32_t front_window(uint32_t n) {
  if (n > FRONT_PERIOD / 2) n = FRONT_PERIOD - n;
  return n > FRONT_PERIOD / 4 ? (uint32_t)FRONT_SUM - quarter[FRONT_PERIOD / 2 - n] : quarter[n];
}

static int32_t turned(int32_t s) {
  return (int32_t)(((int64_t)FRONT_COEFFICIENT * s + (1 << 13)) >> 14);
}

static uint32_t energy(void) {
  int32_t s1 = 0;
  int32_t s2 = 0;
  int32_t windowed[FRONT_FRAME];
  for (uint32_t n = 0; n < FRONT_FRAME; n++) windowed[n] = (kept[n] * (int32_t)front_window(n) + (1 << 14)) >> 15;
  for (uint32_t n = FRONT_FRAME; n-- > 0;) {
    int32_t s = windowed[FRONT_FRAME - 1 - n] + turned(s1) - s2;
    s2 = s1;
    s1 = s;
  }
  int64_t sum = ((int64_t)s1 * s1 + (int64_t)s2 * s2 - (int64_t)turned(s1) * s2) >> FRONT_SHIFT;
  return sum > UINT32_MAX ? UINT32_MAX : (uint32_t)sum;
}

uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  uint32_t stored = 0;
  while (count-- > 0) {
    kept[filled++] = *samples++;
    if (filled < FRONT_FRAME) continue;
    energies[stored++] = energy();
    filled = FRONT_FRAME - FRONT_HOP;
    for (uint32_t i = 0; i < filled; i++) kept[i] = kept[i + FRONT_HOP];
  }
  return stored;
}
