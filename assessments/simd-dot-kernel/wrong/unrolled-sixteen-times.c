// loses: budget:codeBytes
// Right and quick, and unrolled so far that the loop alone takes more flash than the rest of the kernel.
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
    for (; i + 128 <= length; i += 128) {
      v128_t x0 = LOAD_INPUT(input + i + 0);
      v128_t x1 = LOAD_INPUT(input + i + 8);
      v128_t x2 = LOAD_INPUT(input + i + 16);
      v128_t x3 = LOAD_INPUT(input + i + 24);
      v128_t x4 = LOAD_INPUT(input + i + 32);
      v128_t x5 = LOAD_INPUT(input + i + 40);
      v128_t x6 = LOAD_INPUT(input + i + 48);
      v128_t x7 = LOAD_INPUT(input + i + 56);
      v128_t x8 = LOAD_INPUT(input + i + 64);
      v128_t x9 = LOAD_INPUT(input + i + 72);
      v128_t x10 = LOAD_INPUT(input + i + 80);
      v128_t x11 = LOAD_INPUT(input + i + 88);
      v128_t x12 = LOAD_INPUT(input + i + 96);
      v128_t x13 = LOAD_INPUT(input + i + 104);
      v128_t x14 = LOAD_INPUT(input + i + 112);
      v128_t x15 = LOAD_INPUT(input + i + 120);
      a = add_products(a, x0, w0 + i + 0);
      b = add_products(b, x0, w1 + i + 0);
      c = add_products(c, x0, w2 + i + 0);
      d = add_products(d, x0, w3 + i + 0);
      a = add_products(a, x1, w0 + i + 8);
      b = add_products(b, x1, w1 + i + 8);
      c = add_products(c, x1, w2 + i + 8);
      d = add_products(d, x1, w3 + i + 8);
      a = add_products(a, x2, w0 + i + 16);
      b = add_products(b, x2, w1 + i + 16);
      c = add_products(c, x2, w2 + i + 16);
      d = add_products(d, x2, w3 + i + 16);
      a = add_products(a, x3, w0 + i + 24);
      b = add_products(b, x3, w1 + i + 24);
      c = add_products(c, x3, w2 + i + 24);
      d = add_products(d, x3, w3 + i + 24);
      a = add_products(a, x4, w0 + i + 32);
      b = add_products(b, x4, w1 + i + 32);
      c = add_products(c, x4, w2 + i + 32);
      d = add_products(d, x4, w3 + i + 32);
      a = add_products(a, x5, w0 + i + 40);
      b = add_products(b, x5, w1 + i + 40);
      c = add_products(c, x5, w2 + i + 40);
      d = add_products(d, x5, w3 + i + 40);
      a = add_products(a, x6, w0 + i + 48);
      b = add_products(b, x6, w1 + i + 48);
      c = add_products(c, x6, w2 + i + 48);
      d = add_products(d, x6, w3 + i + 48);
      a = add_products(a, x7, w0 + i + 56);
      b = add_products(b, x7, w1 + i + 56);
      c = add_products(c, x7, w2 + i + 56);
      d = add_products(d, x7, w3 + i + 56);
      a = add_products(a, x8, w0 + i + 64);
      b = add_products(b, x8, w1 + i + 64);
      c = add_products(c, x8, w2 + i + 64);
      d = add_products(d, x8, w3 + i + 64);
      a = add_products(a, x9, w0 + i + 72);
      b = add_products(b, x9, w1 + i + 72);
      c = add_products(c, x9, w2 + i + 72);
      d = add_products(d, x9, w3 + i + 72);
      a = add_products(a, x10, w0 + i + 80);
      b = add_products(b, x10, w1 + i + 80);
      c = add_products(c, x10, w2 + i + 80);
      d = add_products(d, x10, w3 + i + 80);
      a = add_products(a, x11, w0 + i + 88);
      b = add_products(b, x11, w1 + i + 88);
      c = add_products(c, x11, w2 + i + 88);
      d = add_products(d, x11, w3 + i + 88);
      a = add_products(a, x12, w0 + i + 96);
      b = add_products(b, x12, w1 + i + 96);
      c = add_products(c, x12, w2 + i + 96);
      d = add_products(d, x12, w3 + i + 96);
      a = add_products(a, x13, w0 + i + 104);
      b = add_products(b, x13, w1 + i + 104);
      c = add_products(c, x13, w2 + i + 104);
      d = add_products(d, x13, w3 + i + 104);
      a = add_products(a, x14, w0 + i + 112);
      b = add_products(b, x14, w1 + i + 112);
      c = add_products(c, x14, w2 + i + 112);
      d = add_products(d, x14, w3 + i + 112);
      a = add_products(a, x15, w0 + i + 120);
      b = add_products(b, x15, w1 + i + 120);
      c = add_products(c, x15, w2 + i + 120);
      d = add_products(d, x15, w3 + i + 120);
    }
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
    sum[0] += wasm_i32x4_extract_lane(group, 0);
    if (r + 1 < rows) sum[1] += wasm_i32x4_extract_lane(group, 1);
    if (r + 2 < rows) sum[2] += wasm_i32x4_extract_lane(group, 2);
    if (r + 3 < rows) sum[3] += wasm_i32x4_extract_lane(group, 3);
  }
}
