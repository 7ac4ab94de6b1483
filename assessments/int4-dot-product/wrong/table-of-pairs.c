// loses: budget:codeBytes
// Looks both weights up in a table of half a kilobyte of flash.
#include "int4_dot.h"

#ifdef INT4_LOW_FIRST
#define P(low, high) {low, high}
#else
#define P(low, high) {high, low}
#endif

static const int8_t pairs[256][2] = {
    P(0, 0), P(1, 0), P(2, 0), P(3, 0), P(4, 0), P(5, 0), P(6, 0), P(7, 0),
    P(-8, 0), P(-7, 0), P(-6, 0), P(-5, 0), P(-4, 0), P(-3, 0), P(-2, 0), P(-1, 0),
    P(0, 1), P(1, 1), P(2, 1), P(3, 1), P(4, 1), P(5, 1), P(6, 1), P(7, 1),
    P(-8, 1), P(-7, 1), P(-6, 1), P(-5, 1), P(-4, 1), P(-3, 1), P(-2, 1), P(-1, 1),
    P(0, 2), P(1, 2), P(2, 2), P(3, 2), P(4, 2), P(5, 2), P(6, 2), P(7, 2),
    P(-8, 2), P(-7, 2), P(-6, 2), P(-5, 2), P(-4, 2), P(-3, 2), P(-2, 2), P(-1, 2),
    P(0, 3), P(1, 3), P(2, 3), P(3, 3), P(4, 3), P(5, 3), P(6, 3), P(7, 3),
    P(-8, 3), P(-7, 3), P(-6, 3), P(-5, 3), P(-4, 3), P(-3, 3), P(-2, 3), P(-1, 3),
    P(0, 4), P(1, 4), P(2, 4), P(3, 4), P(4, 4), P(5, 4), P(6, 4), P(7, 4),
    P(-8, 4), P(-7, 4), P(-6, 4), P(-5, 4), P(-4, 4), P(-3, 4), P(-2, 4), P(-1, 4),
    P(0, 5), P(1, 5), P(2, 5), P(3, 5), P(4, 5), P(5, 5), P(6, 5), P(7, 5),
    P(-8, 5), P(-7, 5), P(-6, 5), P(-5, 5), P(-4, 5), P(-3, 5), P(-2, 5), P(-1, 5),
    P(0, 6), P(1, 6), P(2, 6), P(3, 6), P(4, 6), P(5, 6), P(6, 6), P(7, 6),
    P(-8, 6), P(-7, 6), P(-6, 6), P(-5, 6), P(-4, 6), P(-3, 6), P(-2, 6), P(-1, 6),
    P(0, 7), P(1, 7), P(2, 7), P(3, 7), P(4, 7), P(5, 7), P(6, 7), P(7, 7),
    P(-8, 7), P(-7, 7), P(-6, 7), P(-5, 7), P(-4, 7), P(-3, 7), P(-2, 7), P(-1, 7),
    P(0, -8), P(1, -8), P(2, -8), P(3, -8), P(4, -8), P(5, -8), P(6, -8), P(7, -8),
    P(-8, -8), P(-7, -8), P(-6, -8), P(-5, -8), P(-4, -8), P(-3, -8), P(-2, -8), P(-1, -8),
    P(0, -7), P(1, -7), P(2, -7), P(3, -7), P(4, -7), P(5, -7), P(6, -7), P(7, -7),
    P(-8, -7), P(-7, -7), P(-6, -7), P(-5, -7), P(-4, -7), P(-3, -7), P(-2, -7), P(-1, -7),
    P(0, -6), P(1, -6), P(2, -6), P(3, -6), P(4, -6), P(5, -6), P(6, -6), P(7, -6),
    P(-8, -6), P(-7, -6), P(-6, -6), P(-5, -6), P(-4, -6), P(-3, -6), P(-2, -6), P(-1, -6),
    P(0, -5), P(1, -5), P(2, -5), P(3, -5), P(4, -5), P(5, -5), P(6, -5), P(7, -5),
    P(-8, -5), P(-7, -5), P(-6, -5), P(-5, -5), P(-4, -5), P(-3, -5), P(-2, -5), P(-1, -5),
    P(0, -4), P(1, -4), P(2, -4), P(3, -4), P(4, -4), P(5, -4), P(6, -4), P(7, -4),
    P(-8, -4), P(-7, -4), P(-6, -4), P(-5, -4), P(-4, -4), P(-3, -4), P(-2, -4), P(-1, -4),
    P(0, -3), P(1, -3), P(2, -3), P(3, -3), P(4, -3), P(5, -3), P(6, -3), P(7, -3),
    P(-8, -3), P(-7, -3), P(-6, -3), P(-5, -3), P(-4, -3), P(-3, -3), P(-2, -3), P(-1, -3),
    P(0, -2), P(1, -2), P(2, -2), P(3, -2), P(4, -2), P(5, -2), P(6, -2), P(7, -2),
    P(-8, -2), P(-7, -2), P(-6, -2), P(-5, -2), P(-4, -2), P(-3, -2), P(-2, -2), P(-1, -2),
    P(0, -1), P(1, -1), P(2, -1), P(3, -1), P(4, -1), P(5, -1), P(6, -1), P(7, -1),
    P(-8, -1), P(-7, -1), P(-6, -1), P(-5, -1), P(-4, -1), P(-3, -1), P(-2, -1), P(-1, -1),
};

#define HALF ((int64_t)1 << (INT4_SHIFT - 1))

int32_t int4_weight(const uint8_t *packed, uint32_t index) {
  uint8_t byte = packed[index / 2];
  return pairs[byte][index & 1u];
}

static int32_t group_sum(const uint8_t *packed, uint32_t first, const int8_t *input, uint32_t count) {
  int32_t sum = 0;
  packed += first / 2;
  if (first & 1u) {
    sum = pairs[*packed][1] * *input;
    packed++;
    input++;
    count--;
  }
  for (; count >= 2; count -= 2, input += 2) {
    uint8_t byte = *packed++;
    sum += pairs[byte][0] * input[0] + pairs[byte][1] * input[1];
  }
  if (count > 0) sum += pairs[*packed][0] * *input;
  return sum;
}

int32_t int4_dot(const uint8_t *packed, uint32_t first, const uint16_t *multipliers, const int8_t *input, uint32_t count) {
  int64_t total = 0;
  while (count > 0) {
    uint32_t size = count < INT4_GROUP ? count : INT4_GROUP;
    int64_t product = (int64_t)group_sum(packed, first, input, size) * *multipliers++;
#ifdef INT4_ROUND_ONCE
    total += product;
#else
    total += (product + HALF) >> INT4_SHIFT;
#endif
    first += size;
    input += size;
    count -= size;
  }
#ifdef INT4_ROUND_ONCE
  total = (total + HALF) >> INT4_SHIFT;
#endif
  return (int32_t)total;
}
