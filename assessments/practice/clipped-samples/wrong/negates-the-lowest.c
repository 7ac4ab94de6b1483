// loses: any-block
// Compares a negative sample negated, in 16 bits: -32768 stays negative and is not counted.
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  for (uint32_t i = 0; i < count; i++) {
    int16_t size = samples[i] < 0 ? (int16_t)-samples[i] : samples[i];
    clipped += samples[i] < 0 ? size > -(LOWEST) : size > HIGHEST;
  }
  return clipped;
}
