#include "dot_rows.h"

void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  (void)input;
  (void)weights;
  (void)stride;
  (void)length;
  (void)rows;
  (void)sums;
}
