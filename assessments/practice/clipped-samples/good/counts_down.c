#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = count;
  while (count-- > 0) {
    int32_t sample = samples[count];
    if (sample >= LOWEST && sample <= HIGHEST) clipped--;
  }
  return clipped;
}
