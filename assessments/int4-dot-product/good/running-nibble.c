#include "int4_dot.h"

static inline int32_t low_half(uint32_t byte) { return (int32_t)((byte & 15u) ^ 8u) - 8; }
static inline int32_t high_half(uint32_t byte) { return (int32_t)((byte >> 4) ^ 8u) - 8; }

#ifdef INT4_LOW_FIRST
#define EVEN_WEIGHT low_half
#define ODD_WEIGHT high_half
#else
#define EVEN_WEIGHT high_half
#define ODD_WEIGHT low_half
#endif

int32_t int4_weight(const uint8_t *packed, uint32_t index) {
  const uint32_t byte = packed[index >> 1];
  return index & 1u ? ODD_WEIGHT(byte) : EVEN_WEIGHT(byte);
}

static inline int64_t rounded(int64_t value) { return (value + ((int64_t)1 << (INT4_SHIFT - 1))) >> INT4_SHIFT; }

int32_t int4_dot(const uint8_t *packed, uint32_t first, const uint16_t *multipliers, const int8_t *input, uint32_t count) {
  const uint8_t *at = packed + (first >> 1);
  uint32_t odd = first & 1u;
  int64_t total = 0;
  for (; count > 0; multipliers++) {
    uint32_t left = count < INT4_GROUP ? count : INT4_GROUP;
    int32_t sum = 0;
    count -= left;
    if (odd) {
      sum = ODD_WEIGHT(*at++) * *input++;
      left--;
    }
    for (const int8_t *end = input + (left & ~1u); input != end; input += 2, at++) {
      sum += EVEN_WEIGHT(*at) * input[0] + ODD_WEIGHT(*at) * input[1];
    }
    odd = left & 1u;
    if (odd) sum += EVEN_WEIGHT(*at) * *input++;
#ifdef INT4_ROUND_GROUPS
    total += rounded((int64_t)sum * *multipliers);
#else
    total += (int64_t)sum * *multipliers;
#endif
  }
#ifdef INT4_ROUND_ONCE
  total = rounded(total);
#endif
  return (int32_t)total;
}
