#include "clipping.h"

/* What lies below LOWEST becomes a large unsigned number. */
static int is_clipped(int32_t sample) {
  return (uint32_t)(sample - LOWEST) > (uint32_t)(HIGHEST - LOWEST);
}

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  while (count > 0) {
    count--;
    if (is_clipped(samples[count])) clipped++;
  }
  return clipped;
}
