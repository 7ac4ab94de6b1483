// loses: mixed, every-row-count
// Adds to the sums of the first group and overwrites those of the others.
#include "dot_rows.h"

#ifdef DOT_INPUT_IS_UNSIGNED
#define LOAD_INPUT(at) wasm_u16x8_load8x8(at)
#else
#define LOAD_INPUT(at) wasm_i16x8_load8x8(at)
#endif

/* Products of 8 inputs, already widened, and 8 weights, added to four lanes. */
static inline v128_t add_products(v128_t lanes, v128_t x, const int8_t *w) {
  return wasm_i32x4_add(lanes, wasm_i32x4_dot_i16x8(x, wasm_i16x8_load8x8(w)));
}

/* The four sums of the lanes of a, b, c and d. */
static inline v128_t lane_sums(v128_t a, v128_t b, v128_t c, v128_t d) {
  v128_t ab = wasm_i32x4_add(wasm_i32x4_shuffle(a, b, 0, 1, 4, 5), wasm_i32x4_shuffle(a, b, 2, 3, 6, 7));
  v128_t cd = wasm_i32x4_add(wasm_i32x4_shuffle(c, d, 0, 1, 4, 5), wasm_i32x4_shuffle(c, d, 2, 3, 6, 7));
  return wasm_i32x4_add(wasm_i32x4_shuffle(ab, cd, 0, 2, 4, 6), wasm_i32x4_shuffle(ab, cd, 1, 3, 5, 7));
}

void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  for (uint32_t r = 0; r < rows; r += 4) {
    /* Rows that do not exist are computed from the group's first one and not stored. */
    const int8_t *w0 = weights + r * stride;
    const int8_t *w1 = r + 1 < rows ? w0 + stride : w0;
    const int8_t *w2 = r + 2 < rows ? w1 + stride : w0;
    const int8_t *w3 = r + 3 < rows ? w2 + stride : w0;
    v128_t a = wasm_i32x4_const_splat(0), b = a, c = a, d = a;
    uint32_t i = 0;
    for (; i + 16 <= length; i += 16) {
      v128_t low = LOAD_INPUT(input + i);
      v128_t high = LOAD_INPUT(input + i + 8);
      a = add_products(add_products(a, low, w0 + i), high, w0 + i + 8);
      b = add_products(add_products(b, low, w1 + i), high, w1 + i + 8);
      c = add_products(add_products(c, low, w2 + i), high, w2 + i + 8);
      d = add_products(add_products(d, low, w3 + i), high, w3 + i + 8);
    }
    if (i + 8 <= length) {
      v128_t x = LOAD_INPUT(input + i);
      a = add_products(a, x, w0 + i);
      b = add_products(b, x, w1 + i);
      c = add_products(c, x, w2 + i);
      d = add_products(d, x, w3 + i);
      i += 8;
    }
    v128_t group = lane_sums(a, b, c, d);
    for (; i < length; i++) {
      v128_t column = wasm_i32x4_make(w0[i], w1[i], w2[i], w3[i]);
      group = wasm_i32x4_add(group, wasm_i32x4_mul(wasm_i32x4_splat(input[i]), column));
    }
    int32_t *sum = sums + r;
    if (r) sum[0] = 0;
    sum[0] += wasm_i32x4_extract_lane(group, 0);
    if (r + 1 < rows) sum[1] += wasm_i32x4_extract_lane(group, 1);
    if (r + 2 < rows) sum[2] += wasm_i32x4_extract_lane(group, 2);
    if (r + 3 < rows) sum[3] += wasm_i32x4_extract_lane(group, 3);
  }
}
