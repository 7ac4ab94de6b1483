#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  const int16_t *end = samples + count;
  while (samples < end) {
    int sample = *samples++;
    if (sample < LOWEST) clipped++;
    else if (sample > HIGHEST) clipped++;
  }
  return clipped;
}
