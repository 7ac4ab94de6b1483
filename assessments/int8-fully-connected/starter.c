#include "fully_connected.h"

int32_t requantise(int32_t accumulator) {
  (void)accumulator;
  return 0;
}

void fully_connected(const int8_t *input, const int8_t *weights, const int32_t *bias, int8_t *output,
                     uint32_t inputs, uint32_t outputs) {
  (void)input;
  (void)weights;
  (void)bias;
  (void)output;
  (void)inputs;
  (void)outputs;
}
