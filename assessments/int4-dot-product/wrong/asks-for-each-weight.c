// loses: budget:instructions
// Right, and finds byte, half and group anew for every single weight.
#include "int4_dot.h"

#define HALF ((int64_t)1 << (INT4_SHIFT - 1))

int32_t int4_weight(const uint8_t *packed, uint32_t index) {
#ifdef INT4_LOW_FIRST
  uint32_t at = index % 2;
#else
  uint32_t at = 1 - index % 2;
#endif
  int32_t value = (packed[index / 2] >> (4 * at)) % 16;
  return value > 7 ? value - 16 : value;
}

int32_t int4_dot(const uint8_t *packed, uint32_t first, const uint16_t *multipliers, const int8_t *input, uint32_t count) {
  int64_t total = 0;
  int32_t sum = 0;
  for (uint32_t i = 0; i < count; i++) {
    sum += int4_weight(packed, first + i) * input[i];
    if (i % INT4_GROUP == INT4_GROUP - 1 || i == count - 1) {
      int64_t product = (int64_t)sum * multipliers[i / INT4_GROUP];
#ifdef INT4_ROUND_ONCE
      total += product;
#else
      total += (product + HALF) >> INT4_SHIFT;
#endif
      sum = 0;
    }
  }
#ifdef INT4_ROUND_ONCE
  total = (total + HALF) >> INT4_SHIFT;
#endif
  return (int32_t)total;
}
