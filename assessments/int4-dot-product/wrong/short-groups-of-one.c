// loses: sizes
// Leaves out a last group of one weight.
#include "int4_dot.h"

#ifdef INT4_LOW_FIRST
#define EVEN(byte) ((int32_t)((uint32_t)(byte) << 28) >> 28)
#define ODD(byte) ((int8_t)(byte) >> 4)
#else
#define EVEN(byte) ((int8_t)(byte) >> 4)
#define ODD(byte) ((int32_t)((uint32_t)(byte) << 28) >> 28)
#endif

#define HALF ((int64_t)1 << (INT4_SHIFT - 1))

int32_t int4_weight(const uint8_t *packed, uint32_t index) {
  uint8_t byte = packed[index / 2];
  return index & 1u ? ODD(byte) : EVEN(byte);
}

static int32_t group_sum(const uint8_t *packed, uint32_t first, const int8_t *input, uint32_t count) {
  int32_t sum = 0;
  packed += first / 2;
  if (first & 1u) {
    sum = ODD(*packed) * *input;
    packed++;
    input++;
    count--;
  }
  for (; count >= 2; count -= 2, input += 2) {
    uint8_t byte = *packed++;
    sum += EVEN(byte) * input[0] + ODD(byte) * input[1];
  }
  if (count > 0) sum += EVEN(*packed) * *input;
  return sum;
}

int32_t int4_dot(const uint8_t *packed, uint32_t first, const uint16_t *multipliers, const int8_t *input, uint32_t count) {
  int64_t total = 0;
  while (count > 0 && !(count == 1 && total != 0)) {
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
