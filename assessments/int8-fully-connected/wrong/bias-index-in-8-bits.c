// loses: large
// Counts outputs in eight bits where it reads the bias.
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
  for (uint32_t o = 0; o < outputs; o++) {
    int32_t sum = bias ? bias[(uint8_t)o] : 0;
    for (uint32_t i = 0; i < inputs; i++) sum += (input[i] + FC_INPUT_OFFSET) * weights[i];
    weights += inputs;
    output[o] = (int8_t)requantise(sum);
  }
}
