#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t good = 0;
  for (uint32_t i = 0; i != count; ++i) {
    const int16_t sample = samples[i];
    if (sample >= LOWEST && sample <= HIGHEST) ++good;
  }
  return count - good;
}
