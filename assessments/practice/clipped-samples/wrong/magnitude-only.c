// loses: limits
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < count; i++) {
    int32_t size = samples[i] < 0 ? -samples[i] : samples[i];
    n += size > HIGHEST;
  }
  return n;
}
