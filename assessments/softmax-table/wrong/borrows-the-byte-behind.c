// verdict: runtime-error
// Puts a mark behind the last output and takes it away again.
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

#define Q30(x) ((uint32_t)((x) * 1073741824.0 + 0.5))
#define FOUR(x, a, b) Q30(x), Q30((x) * (a)), Q30((x) * (b)), Q30((x) * (a) * (b))
#define SIXTEEN(a, b, c, d) FOUR(1.0, a, b), FOUR(c, a, b), FOUR(d, a, b), FOUR(c * d, a, b)

static const uint32_t fine[16] = {SIXTEEN(E1, E2, E4, E8)};
static const uint32_t coarse[16] = {SIXTEEN(E16, E32, E64, E128)};

/* exp(-scale * difference) in Q20: fine enough that a thousand roundings stay below the bound, and a thousand ones fit 32 bits. */
static uint32_t exponential(uint32_t difference) {
  uint64_t product = (uint64_t)coarse[difference >> 4] * fine[difference & 15u];
  return (uint32_t)((product + ((uint64_t)1 << 39)) >> 40);
}

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  volatile int8_t *const behind = output + rows * classes;
  const int8_t kept = *behind;
  *behind = 0;
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
  *behind = kept;
}
