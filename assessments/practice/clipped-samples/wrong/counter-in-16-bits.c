// loses: long-block
// The counter ends at 65,535.
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint16_t clipped = 0;
  for (uint32_t i = 0; i < count; i++) clipped += samples[i] < LOWEST || samples[i] > HIGHEST;
  return clipped;
}
