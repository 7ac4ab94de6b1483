#include "fully_connected.h"

int32_t requantise(int32_t accumulator) {
  int64_t product = (int64_t)accumulator * FC_MULTIPLIER;
#ifdef FC_SINGLE_ROUNDING
  int64_t value = (product + ((int64_t)1 << (30 + FC_SHIFT))) >> (31 + FC_SHIFT);
#else
  int64_t high = (product + ((int64_t)1 << 30)) >> 31;
  int64_t value = (high + (1 << (FC_SHIFT - 1)) - (high < 0)) >> FC_SHIFT;
#endif
  value += FC_OUTPUT_OFFSET;
  if (value < FC_ACTIVATION_MIN) value = FC_ACTIVATION_MIN;
  if (value > FC_ACTIVATION_MAX) value = FC_ACTIVATION_MAX;
  return (int32_t)value;
}

#define TERM(i) (uint32_t)((x[i] + FC_INPUT_OFFSET) * weights[i])

void fully_connected(const int8_t *input, const int8_t *weights, const int32_t *bias, int8_t *output,
                     uint32_t inputs, uint32_t outputs) {
  for (uint32_t o = 0; o < outputs; o++) {
    uint32_t sum = bias ? (uint32_t)bias[o] : 0u; /* unsigned: no order of adding overflows */
    const int8_t *x = input;
    uint32_t n = inputs;
    for (; n >= 4; n -= 4, x += 4, weights += 4) sum += TERM(0) + TERM(1) + TERM(2) + TERM(3);
    for (; n > 0; n--, x++, weights++) sum += TERM(0);
    output[o] = (int8_t)requantise((int32_t)sum);
  }
}
