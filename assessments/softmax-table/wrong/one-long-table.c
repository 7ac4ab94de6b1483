// loses: budget:codeBytes
// Right, with a word of flash for each of the 256 differences.
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

#define Q20(x) ((uint32_t)((x) * 1048576.0 + 0.5))
#define FOUR(x) Q20(x), Q20((x) * E1), Q20((x) * E2), Q20((x) * E1 * E2)
#define ROW(x) FOUR(x), FOUR((x) * E4), FOUR((x) * E8), FOUR((x) * E4 * E8)

static const uint32_t table[256] = {
    ROW(1.0), ROW(E16), ROW(E32), ROW(E16 * E32),
    ROW(E64), ROW(E16 * E64), ROW(E32 * E64), ROW(E16 * E32 * E64),
    ROW(E128), ROW(E16 * E128), ROW(E32 * E128), ROW(E16 * E32 * E128),
    ROW(E64 * E128), ROW(E16 * E64 * E128), ROW(E32 * E64 * E128), ROW(E16 * E32 * E64 * E128),
};

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
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
