// loses: budget:instructions
// Right, four rows at a time, and without a vector.
#include "dot_rows.h"

void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  for (uint32_t r = 0; r < rows; r += 4) {
    const int8_t *w0 = weights + r * stride;
    const int8_t *w1 = r + 1 < rows ? w0 + stride : w0;
    const int8_t *w2 = r + 2 < rows ? w1 + stride : w0;
    const int8_t *w3 = r + 3 < rows ? w2 + stride : w0;
    int32_t a = 0, b = 0, c = 0, d = 0;
    for (uint32_t i = 0; i < length; i++) {
      int32_t x = input[i];
      a += x * w0[i];
      b += x * w1[i];
      c += x * w2[i];
      d += x * w3[i];
    }
    int32_t *sum = sums + r;
    sum[0] += a;
    if (r + 1 < rows) sum[1] += b;
    if (r + 2 < rows) sum[2] += c;
    if (r + 3 < rows) sum[3] += d;
  }
}
