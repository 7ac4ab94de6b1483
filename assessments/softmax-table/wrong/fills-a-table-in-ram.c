// loses: budget:staticRamBytes, budget:instructions
// Fills a table in static RAM whenever it is called.
#include "softmax.h"

#define DECAY_Q32 ((uint64_t)(SOFTMAX_DECAY * 4294967296.0 + 0.5))

static uint32_t table[256];

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  uint64_t power = (uint64_t)1 << 32;
  for (uint32_t i = 0; i < 256; i++, power = (power * DECAY_Q32) >> 32) table[i] = (uint32_t)((power + 2048) >> 12);
  for (; rows > 0; rows--, input += classes, output += classes) {
    int32_t highest = -128;
    for (uint32_t i = 0; i < classes; i++) {
      if (input[i] > highest) highest = input[i];
    }
    uint32_t sum = 0;
    for (uint32_t i = 0; i < classes; i++) sum += table[highest - input[i]];
    for (uint32_t i = 0; i < classes; i++) {
      uint32_t steps = (table[highest - input[i]] * 256u + sum / 2) / sum;
      output[i] = (int8_t)(steps > 255 ? 127 : (int32_t)steps - 128);
    }
  }
}
