// loses: long-block
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint8_t n = 0;
  for (uint32_t i = 0; i < count; i++) n += samples[i] < LOWEST || samples[i] > HIGHEST;
  return n;
}
