#include "fully_connected.h"

#ifdef FC_DOUBLE_ROUNDING
static inline int32_t scaled(int32_t accumulator) {
  /* Ties of both signs go up in the first step, so that it is a shift; the second one rounds the magnitude. */
  const int32_t high = (int32_t)(((int64_t)accumulator * FC_MULTIPLIER + ((int64_t)1 << 30)) >> 31);
  return high < 0 ? -((-high + (1 << (FC_SHIFT - 1))) >> FC_SHIFT) : (high + (1 << (FC_SHIFT - 1))) >> FC_SHIFT;
}
#else
static inline int32_t scaled(int32_t accumulator) {
  return (int32_t)(((int64_t)accumulator * FC_MULTIPLIER + ((int64_t)1 << (FC_SHIFT + 30))) >> (FC_SHIFT + 31));
}
#endif

int32_t requantise(int32_t accumulator) {
  const int32_t output = scaled(accumulator) + FC_OUTPUT_OFFSET;
  return output < FC_ACTIVATION_MIN ? FC_ACTIVATION_MIN : output > FC_ACTIVATION_MAX ? FC_ACTIVATION_MAX : output;
}

void fully_connected(const int8_t *input, const int8_t *weights, const int32_t *bias, int8_t *output,
                     uint32_t inputs, uint32_t outputs) {
  for (int8_t *end = output + outputs; output != end; output++) {
    int32_t dot = 0;
    int32_t weight_sum = 0;
    const int8_t *x = input;
    for (const int8_t *row_end = weights + inputs; weights != row_end; weights++, x++) {
      dot += *x * *weights;
      weight_sum += *weights;
    }
    if (bias) dot += *bias++;
    *output = (int8_t)requantise(dot + FC_INPUT_OFFSET * weight_sum);
  }
}
