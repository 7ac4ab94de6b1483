#include "fully_connected.h"

static int32_t divide_by_power(int64_t value, int bits, int away_from_zero) {
  int64_t half = (int64_t)1 << (bits - 1);
  if (away_from_zero && value < 0) half -= 1;
  return (int32_t)((value + half) >> bits);
}

int32_t requantise(int32_t accumulator) {
  int64_t product = (int64_t)accumulator * FC_MULTIPLIER;
#ifdef FC_DOUBLE_ROUNDING
  int32_t value = divide_by_power(divide_by_power(product, 31, 0), FC_SHIFT, 1);
#else
  int32_t value = divide_by_power(product, 31 + FC_SHIFT, 0);
#endif
  value += FC_OUTPUT_OFFSET;
  if (value > FC_ACTIVATION_MAX) value = FC_ACTIVATION_MAX;
  if (value < FC_ACTIVATION_MIN) value = FC_ACTIVATION_MIN;
  return value;
}

/* An input is loaded and offset once for two rows of weights. The last row of an odd number is computed twice and stored once. */
void fully_connected(const int8_t *input, const int8_t *weights, const int32_t *bias, int8_t *output,
                     uint32_t inputs, uint32_t outputs) {
  for (uint32_t o = 0; o < outputs; o += 2) {
    const uint32_t next = o + 1 < outputs ? o + 1 : o;
    const int8_t *first = weights + o * inputs;
    const int8_t *second = weights + next * inputs;
    int32_t a = 0;
    int32_t b = 0;
    for (uint32_t i = 0; i < inputs; i++) {
      const int32_t x = input[i] + FC_INPUT_OFFSET;
      a += x * first[i];
      b += x * second[i];
    }
    if (bias != 0) {
      a += bias[o];
      b += bias[next];
    }
    output[next] = (int8_t)requantise(b);
    output[o] = (int8_t)requantise(a);
  }
}
