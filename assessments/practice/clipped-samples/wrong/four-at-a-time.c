// loses: inside, any-block
// Looks at four samples at a time and leaves out what is over.
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  for (uint32_t i = 0; i + 4 <= count; i += 4)
    for (uint32_t k = i; k < i + 4; k++) clipped += samples[k] < LOWEST || samples[k] > HIGHEST;
  return clipped;
}
