#include "int4_dot.h"

static int32_t signed_nibble(uint8_t byte, uint32_t is_odd) {
#ifdef INT4_HIGH_FIRST
  is_odd ^= 1u;
#endif
  if (is_odd) return (int8_t)byte >> 4;
  return (int8_t)(byte << 4) >> 4;
}

int32_t int4_weight(const uint8_t *packed, uint32_t index) {
  return signed_nibble(packed[index / 2], index % 2);
}

/* Weights are counted in the tensor; the group ends when a counter of its own runs out. */
int32_t int4_dot(const uint8_t *packed, uint32_t first, const uint16_t *multipliers, const int8_t *input, uint32_t count) {
  int64_t total = 0;
#ifdef INT4_ROUND_ONCE
  total = (int64_t)1 << (INT4_SHIFT - 1);
#endif
  uint32_t index = first;
  uint32_t last = first + count;
  while (index != last) {
    uint32_t group_end = last - index > INT4_GROUP ? index + INT4_GROUP : last;
    int32_t sum = 0;
    if (index % 2 != 0) sum += int4_weight(packed, index++) * *input++;
    while (group_end - index > 1) {
      uint8_t both = packed[index / 2];
      sum += signed_nibble(both, 0) * input[0];
      sum += signed_nibble(both, 1) * input[1];
      index += 2;
      input += 2;
    }
    if (index != group_end) sum += int4_weight(packed, index++) * *input++;
    int64_t scaled = (int64_t)*multipliers++ * sum;
#ifdef INT4_ROUND_GROUPS
    scaled = (scaled + ((int64_t)1 << (INT4_SHIFT - 1))) >> INT4_SHIFT;
#endif
    total += scaled;
  }
#ifdef INT4_ROUND_ONCE
  total >>= INT4_SHIFT;
#endif
  return (int32_t)total;
}
