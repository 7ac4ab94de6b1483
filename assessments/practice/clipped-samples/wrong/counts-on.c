// loses: inside
// Never starts again: the counter lives as long as the program.
#include "clipping.h"

static uint32_t clipped;

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) clipped += samples[i] < LOWEST || samples[i] > HIGHEST;
  return clipped;
}
