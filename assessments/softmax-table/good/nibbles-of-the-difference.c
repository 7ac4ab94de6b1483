#include "softmax.h"

/* Three tables for 2, 3 and 3 bits of the difference, in Q30: twenty words of flash. */
#define Q30(x) ((uint32_t)((x) * 1073741824.0 + 0.5))
#define SQUARE(x) ((x) * (x))
#define STEP8 SQUARE(SQUARE(SQUARE(SOFTMAX_DECAY)))
#define STEP64 SQUARE(SQUARE(SQUARE(STEP8)))
#define POWERS(x) Q30(1.0), Q30(x), Q30((x) * (x)), Q30((x) * (x) * (x))
#define UPPER(x) Q30(SQUARE(SQUARE(x))), Q30(SQUARE(SQUARE(x)) * (x)), Q30(SQUARE(SQUARE(x)) * (x) * (x)), Q30(SQUARE(SQUARE(x)) * (x) * (x) * (x))

static const uint32_t by1[8] = {POWERS(SOFTMAX_DECAY), UPPER(SOFTMAX_DECAY)};
static const uint32_t by8[8] = {POWERS(STEP8), UPPER(STEP8)};
static const uint32_t by64[4] = {POWERS(STEP64)};

static uint32_t product(uint32_t a, uint32_t b) { return (uint32_t)(((uint64_t)a * b + (1u << 29)) >> 30); }

/* exp(-scale * d) in Q21: the sum of a thousand is below 2^31. */
static uint32_t exponential(uint32_t d) {
  return (product(product(by64[d >> 6], by8[(d >> 3) & 7u]), by1[d & 7u]) + 256u) >> 9;
}

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  const int8_t *const end = input + rows * classes;
  while (input != end) {
    const int8_t *const next = input + classes;
    int8_t top = *input;
    for (const int8_t *x = input; x != next; x++) {
      if (*x > top) top = *x;
    }
    uint32_t sum = 0;
    for (const int8_t *x = input; x != next; x++) sum += exponential((uint32_t)(top - *x));
    while (input != next) {
      uint32_t share = exponential((uint32_t)(top - *input++));
      uint32_t steps = (uint32_t)(((uint64_t)share * 256u + sum / 2) / sum);
      *output++ = (int8_t)((int32_t)(steps > 255u ? 255u : steps) - 128);
    }
  }
}
