#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  for (const int16_t *end = samples + count; samples != end; samples++) {
    if (*samples < LOWEST)
      clipped++;
    else if (*samples > HIGHEST)
      clipped++;
  }
  return clipped;
}
