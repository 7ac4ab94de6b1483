// loses: budget:instructions
// Right, in vectors, and loads and widens the input again for every row.
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

void dot_rows(const input_t *input, const int8_t *weights, uint32_t stride, uint32_t length, uint32_t rows, int32_t *sums) {
  for (uint32_t r = 0; r < rows; r++) {
    const int8_t *row = weights + r * stride;
    v128_t lanes = wasm_i32x4_const_splat(0);
    uint32_t i = 0;
    for (; i + 8 <= length; i += 8) lanes = add_products(lanes, LOAD_INPUT(input + i), row + i);
    int32_t sum = wasm_i32x4_extract_lane(lanes, 0) + wasm_i32x4_extract_lane(lanes, 1) + wasm_i32x4_extract_lane(lanes, 2) +
                  wasm_i32x4_extract_lane(lanes, 3);
    for (; i < length; i++) sum += input[i] * row[i];
    sums[r] += sum;
  }
}
