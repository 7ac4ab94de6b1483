// loses: counts
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < count; i++) n += samples[i] < LOWEST && samples[i] > HIGHEST;
  return n;
}
