#include "dot_rows.h"

#ifdef DOT_INPUT_IS_SIGNED
#define LOW(v) wasm_i16x8_extend_low_i8x16(v)
#define HIGH(v) wasm_i16x8_extend_high_i8x16(v)
#define EIGHT(at) wasm_i16x8_load8x8(at)
#else
#define LOW(v) wasm_u16x8_extend_low_u8x16(v)
#define HIGH(v) wasm_u16x8_extend_high_u8x16(v)
#define EIGHT(at) wasm_u16x8_load8x8(at)
#endif

static inline int32_t across(v128_t v) {
  v = wasm_i32x4_add(v, wasm_i32x4_shuffle(v, v, 2, 3, 0, 1));
  return wasm_i32x4_extract_lane(v, 0) + wasm_i32x4_extract_lane(v, 1);
}

static inline v128_t step(v128_t sum, v128_t low, v128_t high, const int8_t *w) {
  const v128_t b = wasm_v128_load(w);
  sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(low, wasm_i16x8_extend_low_i8x16(b)));
  return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(high, wasm_i16x8_extend_high_i8x16(b)));
}

/* Two rows share what is loaded of the input; a last row that is alone is its own partner, and its sum is stored once. */
void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  const uint32_t whole = length & ~15u;
  for (uint32_t r = 0; r < rows; r += 2) {
    const int has_partner = r + 1 < rows;
    const int8_t *one = weights + r * stride;
    const int8_t *other = has_partner ? one + stride : one;
    v128_t a = wasm_i32x4_const_splat(0), b = a;
    uint32_t i = 0;
    for (; i < whole; i += 16) {
      const v128_t x = wasm_v128_load(input + i), low = LOW(x), high = HIGH(x);
      a = step(a, low, high, one + i);
      b = step(b, low, high, other + i);
    }
    if (length - i >= 8) {
      const v128_t x = EIGHT(input + i);
      a = wasm_i32x4_add(a, wasm_i32x4_dot_i16x8(x, wasm_i16x8_load8x8(one + i)));
      b = wasm_i32x4_add(b, wasm_i32x4_dot_i16x8(x, wasm_i16x8_load8x8(other + i)));
      i += 8;
    }
    int32_t sum = across(a), other_sum = across(b);
    for (; i < length; i++) {
      sum += input[i] * one[i];
      other_sum += input[i] * other[i];
    }
    sums[r] += sum;
    if (has_partner) sums[r + 1] += other_sum;
  }
}
