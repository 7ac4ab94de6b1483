#include "softmax.h"

/* Powers of the decay in Q32 below one; a difference of 0 is left out of the table. */
#define POW2 (SOFTMAX_DECAY * SOFTMAX_DECAY)
#define POW3 (POW2 * SOFTMAX_DECAY)
#define POW4 (POW2 * POW2)
#define POW5 (POW4 * SOFTMAX_DECAY)
#define POW6 (POW4 * POW2)
#define POW7 (POW4 * POW3)
#define POW8 (POW4 * POW4)
#define POW16 (POW8 * POW8)
#define POW32 (POW16 * POW16)
#define POW64 (POW32 * POW32)
#define POW128 (POW64 * POW64)
#define Q31(x) (uint32_t)((x) * 2147483648.0 + 0.5)
#define EIGHT(x) Q31(x), Q31((x) * POW8), Q31((x) * POW16), Q31((x) * POW16 * POW8), Q31((x) * POW32), Q31((x) * POW32 * POW8), \
      Q31((x) * POW32 * POW16), Q31((x) * POW32 * POW16 * POW8)

static const uint32_t ones[8] = {Q31(1.0), Q31(SOFTMAX_DECAY), Q31(POW2), Q31(POW3), Q31(POW4), Q31(POW5), Q31(POW6), Q31(POW7)};
static const uint32_t eights[32] = {EIGHT(1.0), EIGHT(POW64), EIGHT(POW128), EIGHT(POW128 * POW64)};

/* Q24. */
static uint32_t weight_of(int32_t below) {
  return (uint32_t)(((uint64_t)eights[below / 8] * ones[below % 8] + ((uint64_t)1 << 37)) >> 38);
}

static void one_row(const int8_t *x, int8_t *y, uint32_t classes) {
  int32_t top = INT8_MIN;
  for (uint32_t i = 0; i < classes; i++) top = x[i] > top ? x[i] : top;
  uint64_t sum = 0;
  for (uint32_t i = 0; i < classes; i++) sum += weight_of(top - x[i]);
  /* 256 / sum with 64 - 24 - 8 bits behind the point: a weight times it fits 64 bits. */
  const uint64_t factor = ((uint64_t)1 << 63) / (sum << 15);
  for (uint32_t i = 0; i < classes; i++) {
    uint64_t probability = weight_of(top - x[i]) * factor; /* Q48 */
    int32_t step = (int32_t)((probability + ((uint64_t)1 << 39)) >> 40);
    y[i] = (int8_t)((step < 255 ? step : 255) - 128);
  }
}

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  if (classes == 0) return;
  for (uint32_t r = 0; r < rows; r++) one_row(input + r * classes, output + r * classes, classes);
}
