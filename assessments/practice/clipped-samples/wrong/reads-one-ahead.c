// loses: inside
// Reads the next sample before it looks whether there is one.
#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  uint32_t clipped = 0;
  volatile int16_t next = *samples;
  for (uint32_t i = 0; i < count; i++) {
    int16_t sample = next;
    next = samples[i + 1];
    clipped += sample < LOWEST || sample > HIGHEST;
  }
  return clipped;
}
