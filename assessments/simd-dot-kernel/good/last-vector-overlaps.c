#include "dot_rows.h"

/*
 * The last vector of a row ends with the row: it overlaps the one before, and the inputs that were counted already are zero in it. Nothing
 * behind a row is read. Rows shorter than a vector are added up one by one.
 */
static inline v128_t low_half(v128_t bytes) {
#if DOT_INPUT_IS_SIGNED
  return wasm_i16x8_extend_low_i8x16(bytes);
#else
  return wasm_u16x8_extend_low_u8x16(bytes);
#endif
}

static inline v128_t high_half(v128_t bytes) { return low_half(wasm_i64x2_shuffle(bytes, bytes, 1, 1)); }

static inline v128_t products(v128_t low, v128_t high, const int8_t *w) {
  v128_t bytes = wasm_v128_load(w);
  return wasm_i32x4_add(wasm_i32x4_dot_i16x8(low, wasm_i16x8_extend_low_i8x16(bytes)),
                        wasm_i32x4_dot_i16x8(high, wasm_i16x8_extend_high_i8x16(bytes)));
}

static inline v128_t pairs(v128_t a, v128_t b) {
  return wasm_i32x4_add(wasm_i32x4_shuffle(a, b, 0, 2, 4, 6), wasm_i32x4_shuffle(a, b, 1, 3, 5, 7));
}

static void short_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  for (; rows > 0; rows--, weights += stride, sums++) {
    for (uint32_t i = 0; i < length; i++) *sums += input[i] * weights[i];
  }
}

void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  if (length < 16) {
    short_rows(input, weights, stride, length, rows, sums);
    return;
  }
  const v128_t lanes = wasm_i8x16_const(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const uint32_t last = length - 16;
  const v128_t is_new = wasm_u8x16_ge(lanes, wasm_i8x16_splat((int8_t)(-length & 15u)));
  const v128_t rest = wasm_v128_and(wasm_v128_load(input + last), is_new);
  for (uint32_t r = 0; r < rows; r += 4) {
    const uint32_t left = rows - r;
    const int8_t *w0 = weights + r * stride;
    const int8_t *w1 = left > 1 ? w0 + stride : w0;
    const int8_t *w2 = left > 2 ? w1 + stride : w0;
    const int8_t *w3 = left > 3 ? w2 + stride : w0;
    v128_t low = low_half(rest), high = high_half(rest);
    v128_t a = products(low, high, w0 + last), b = products(low, high, w1 + last);
    v128_t c = products(low, high, w2 + last), d = products(low, high, w3 + last);
    for (uint32_t i = 0; i < (length & ~15u) - (length % 16 == 0 ? 16 : 0); i += 16) {
      v128_t x = wasm_v128_load(input + i);
      low = low_half(x), high = high_half(x);
      a = wasm_i32x4_add(a, products(low, high, w0 + i));
      b = wasm_i32x4_add(b, products(low, high, w1 + i));
      c = wasm_i32x4_add(c, products(low, high, w2 + i));
      d = wasm_i32x4_add(d, products(low, high, w3 + i));
    }
    v128_t four = pairs(pairs(a, b), pairs(c, d));
    sums[r] += wasm_i32x4_extract_lane(four, 0);
    if (left > 1) sums[r + 1] += wasm_i32x4_extract_lane(four, 1);
    if (left > 2) sums[r + 2] += wasm_i32x4_extract_lane(four, 2);
    if (left > 3) sums[r + 3] += wasm_i32x4_extract_lane(four, 3);
  }
}
