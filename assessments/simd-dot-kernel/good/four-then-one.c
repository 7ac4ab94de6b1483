#include "dot_rows.h"

static inline v128_t widen_input(const input_t *x) {
#ifdef DOT_INPUT_IS_UNSIGNED
  return wasm_u16x8_load8x8(x);
#else
  return wasm_i16x8_load8x8(x);
#endif
}

#define MULTIPLY(x, w) wasm_i32x4_dot_i16x8((x), wasm_i16x8_load8x8(w))

/* Not inlined: five copies of these two would be half of the kernel. */
__attribute__((noinline)) static int32_t total(v128_t lanes) {
  return wasm_i32x4_extract_lane(lanes, 0) + wasm_i32x4_extract_lane(lanes, 1) + wasm_i32x4_extract_lane(lanes, 2) +
         wasm_i32x4_extract_lane(lanes, 3);
}

/* Products of the elements from i on. */
__attribute__((noinline)) static int32_t tail(const input_t *input, const int8_t *row, uint32_t i, uint32_t length) {
  int32_t sum = 0;
  for (; i < length; i++) sum += input[i] * row[i];
  return sum;
}

void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  const uint32_t end = length - length % 8;
  while (rows >= 4) {
    v128_t a = wasm_i32x4_splat(0), b = a, c = a, d = a;
    for (uint32_t i = 0; i < end; i += 8) {
      const v128_t x = widen_input(input + i);
      const int8_t *w = weights + i;
      a = wasm_i32x4_add(a, MULTIPLY(x, w));
      b = wasm_i32x4_add(b, MULTIPLY(x, w + stride));
      c = wasm_i32x4_add(c, MULTIPLY(x, w + 2 * stride));
      d = wasm_i32x4_add(d, MULTIPLY(x, w + 3 * stride));
    }
    sums[0] += total(a) + tail(input, weights, end, length);
    weights += stride;
    sums[1] += total(b) + tail(input, weights, end, length);
    weights += stride;
    sums[2] += total(c) + tail(input, weights, end, length);
    weights += stride;
    sums[3] += total(d) + tail(input, weights, end, length);
    weights += stride;
    sums += 4;
    rows -= 4;
  }
  for (; rows > 0; rows--, weights += stride, sums++) {
    v128_t one = wasm_i32x4_splat(0);
    for (uint32_t i = 0; i < end; i += 8) one = wasm_i32x4_add(one, MULTIPLY(widen_input(input + i), weights + i));
    *sums += total(one) + tail(input, weights, end, length);
  }
}
