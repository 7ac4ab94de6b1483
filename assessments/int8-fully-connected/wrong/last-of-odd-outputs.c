// loses: odd-sizes, mixed
// Computes two outputs together and forgets the last one of an odd number.
#include "fully_connected.h"

#ifdef FC_DOUBLE_ROUNDING
static int32_t scale(int32_t accumulator) {
  int64_t product = (int64_t)accumulator * FC_MULTIPLIER;
  int64_t nudge = product >= 0 ? (int64_t)1 << 30 : 1 - ((int64_t)1 << 30);
  int32_t high = (int32_t)((product + nudge) / ((int64_t)1 << 31));
  int32_t mask = (1 << FC_SHIFT) - 1;
  int32_t remainder = high & mask;
  int32_t threshold = (mask >> 1) + (high < 0);
  return (high >> FC_SHIFT) + (remainder > threshold);
}
#else
static int32_t scale(int32_t accumulator) {
  int64_t product = (int64_t)accumulator * FC_MULTIPLIER;
  return (int32_t)((product + ((int64_t)1 << (30 + FC_SHIFT))) >> (31 + FC_SHIFT));
}
#endif

int32_t requantise(int32_t accumulator) {
  int32_t value = scale(accumulator) + FC_OUTPUT_OFFSET;
  if (value < FC_ACTIVATION_MIN) return FC_ACTIVATION_MIN;
  if (value > FC_ACTIVATION_MAX) return FC_ACTIVATION_MAX;
  return value;
}

void fully_connected(const int8_t *input, const int8_t *weights, const int32_t *bias, int8_t *output,
                     uint32_t inputs, uint32_t outputs) {
  for (uint32_t o = 0; o + 1 < outputs; o += 2, weights += 2 * inputs) {
    int32_t first = bias ? bias[o] : 0;
    int32_t second = bias ? bias[o + 1] : 0;
    for (uint32_t i = 0; i < inputs; i++) {
      int32_t x = input[i] + FC_INPUT_OFFSET;
      first += x * weights[i];
      second += x * weights[inputs + i];
    }
    output[o] = (int8_t)requantise(first);
    output[o + 1] = (int8_t)requantise(second);
  }
}
