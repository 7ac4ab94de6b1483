#include "softmax.h"

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  (void)input;
  (void)output;
  (void)rows;
  (void)classes;
}
