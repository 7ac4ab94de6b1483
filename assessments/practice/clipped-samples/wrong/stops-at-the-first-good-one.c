// loses: counts
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t n = 0;
  while (n < count && (samples[n] < LOWEST || samples[n] > HIGHEST)) n++;
  return n;
}
