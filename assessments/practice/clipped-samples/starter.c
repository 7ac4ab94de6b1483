#include "clipping.h"

uint32_t count_clipped(const int16_t *samples, uint32_t count) {
  (void)samples;
  (void)count;
  return 0; /* your code goes here */
}
