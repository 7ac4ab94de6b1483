#include "clipping.h"

/* Below LOWEST the difference wraps around to a large number. */
static int is_clipped(int32_t sample) {
  return (uint32_t)(sample - LOWEST) > (uint32_t)(HIGHEST - LOWEST);
}

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0, i = 0;
  while (i < count) {
    clipped += is_clipped(samples[i]);
    i++;
  }
  return clipped;
}
