#include "int4_dot.h"

/* The nibble whose top bit is bit `top` of a word, with its sign. */
#define NIBBLE(word, top) ((int32_t)((uint32_t)(word) << (31 - (top))) >> 28)
#ifdef INT4_LOW_FIRST
#define TOP(index) (4 * (index) + 3)
#else
#define TOP(index) (4 * ((index) ^ 1) + 3)
#endif

int32_t int4_weight(const uint8_t *packed, uint32_t index) {
  return NIBBLE(packed[index / 2], TOP(index % 2));
}

/* Groups are even, so that a row which begins in the middle of a byte does so in all of its groups. */
int32_t int4_dot(const uint8_t *packed, uint32_t first, const uint16_t *multipliers, const int8_t *input, uint32_t count) {
  const int64_t half = (int64_t)1 << (INT4_SHIFT - 1);
  int64_t total = 0;
  for (uint32_t done = 0; done < count; done += INT4_GROUP) {
    uint32_t i = done;
    const uint32_t end = count - done < INT4_GROUP ? count : done + INT4_GROUP;
    int32_t sum = 0;
    if (first & 1u) {
      sum = int4_weight(packed, first + i) * input[i];
      i++;
    }
    const uint8_t *pair = packed + (first + i) / 2;
    for (; i + 4 <= end; i += 4, pair += 2) {
      const uint32_t word = pair[0] | (uint32_t)pair[1] << 8;
      sum += NIBBLE(word, TOP(0)) * input[i] + NIBBLE(word, TOP(1)) * input[i + 1];
      sum += NIBBLE(word, TOP(2)) * input[i + 2] + NIBBLE(word, TOP(3)) * input[i + 3];
    }
    for (; i < end; i++) sum += int4_weight(packed, first + i) * input[i];
    const int64_t product = (int64_t)sum * multipliers[done / INT4_GROUP];
#ifdef INT4_ROUND_GROUPS
    total += (product + half) >> INT4_SHIFT;
#else
    total += product;
#endif
  }
#ifdef INT4_ROUND_ONCE
  total = (total + half) >> INT4_SHIFT;
#endif
  return (int32_t)total;
}
