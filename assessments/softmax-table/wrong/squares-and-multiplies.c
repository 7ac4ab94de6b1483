// loses: budget:instructions
// Right and small, but multiplies up to eight powers together for each exponential, twice a class.
#include "softmax.h"

/* Powers of the decay by one step, as products that the compiler works out. */
#define E1 SOFTMAX_DECAY
#define E2 (E1 * E1)
#define E4 (E2 * E2)
#define E8 (E4 * E4)
#define E16 (E8 * E8)
#define E32 (E16 * E16)
#define E64 (E32 * E32)
#define E128 (E64 * E64)

#define Q31(x) ((uint32_t)((x) * 2147483648.0 + 0.5))

static const uint32_t powers[8] = {Q31(E1), Q31(E2), Q31(E4), Q31(E8), Q31(E16), Q31(E32), Q31(E64), Q31(E128)};

static uint32_t exponential(uint32_t difference) {
  uint64_t value = (uint64_t)1 << 31;
  for (const uint32_t *power = powers; difference > 0; difference >>= 1, power++) {
    if (difference & 1u) value = (value * *power) >> 31;
  }
  return (uint32_t)((value + 1024) >> 11);
}

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  for (; rows > 0; rows--, input += classes, output += classes) {
    int32_t highest = -128;
    for (uint32_t i = 0; i < classes; i++) {
      if (input[i] > highest) highest = input[i];
    }
    uint32_t sum = 0;
    for (uint32_t i = 0; i < classes; i++) sum += exponential((uint32_t)(highest - input[i]));
    for (uint32_t i = 0; i < classes; i++) {
      uint32_t steps = (exponential((uint32_t)(highest - input[i])) * 256u + sum / 2) / sum;
      output[i] = (int8_t)(steps > 255 ? 127 : (int32_t)steps - 128);
    }
  }
}
