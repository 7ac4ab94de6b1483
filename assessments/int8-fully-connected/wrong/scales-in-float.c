// loses: rounds-negative, rounding-kind
// Scales in float: 24 bits do not hold the product.
#include "fully_connected.h"

#define NEAREST(x) ((x) < 0 ? -(int32_t)(0.5f - (x)) : (int32_t)((x) + 0.5f))

static int32_t scale(int32_t accumulator) {
  float exact = (float)accumulator * ((float)FC_MULTIPLIER / 2147483648.0f);
#ifdef FC_DOUBLE_ROUNDING
  exact = (float)NEAREST(exact);
#endif
  return NEAREST(exact / (float)(1 << FC_SHIFT));
}

int32_t requantise(int32_t accumulator) {
  int32_t value = scale(accumulator) + FC_OUTPUT_OFFSET;
  if (value < FC_ACTIVATION_MIN) return FC_ACTIVATION_MIN;
  if (value > FC_ACTIVATION_MAX) return FC_ACTIVATION_MAX;
  return value;
}

void fully_connected(const int8_t *input, const int8_t *weights, const int32_t *bias, int8_t *output,
                     uint32_t inputs, uint32_t outputs) {
  for (uint32_t o = 0; o < outputs; o++) {
    int32_t sum = bias ? bias[o] : 0;
    for (uint32_t i = 0; i < inputs; i++) sum += (input[i] + FC_INPUT_OFFSET) * weights[i];
    weights += inputs;
    output[o] = (int8_t)requantise(sum);
  }
}
