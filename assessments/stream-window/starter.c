#include "stream_window.h"

void front_reset(void) {}

uint32_t front_window(uint32_t n) {
  (void)n;
  return 0;
}

uint32_t front_push(const int16_t *samples, uint32_t count, uint32_t *energies) {
  (void)samples;
  (void)count;
  (void)energies;
  return 0;
}
