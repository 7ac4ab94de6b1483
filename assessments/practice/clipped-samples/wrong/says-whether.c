// loses: counts
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (samples[i] < LOWEST || samples[i] > HIGHEST) return 1;
  return 0;
}
