#include "softmax.h"

/* exp(-scale * d) for d = 16 * a + b is coarse[a] * fine[b], both in Q31. */
#define D1 SOFTMAX_DECAY
#define D2 (D1 * D1)
#define D4 (D2 * D2)
#define D8 (D4 * D4)
#define D16 (D8 * D8)
#define D32 (D16 * D16)
#define D64 (D32 * D32)
#define D128 (D64 * D64)
#define PICK(i, bit, value) ((i) & (bit) ? (value) : 1.0)
#define Q31(x) ((uint32_t)((x) * 2147483648.0 + 0.5))
#define FINE(i) Q31(PICK(i, 1, D1) * PICK(i, 2, D2) * PICK(i, 4, D4) * PICK(i, 8, D8))
#define COARSE(i) Q31(PICK(i, 1, D16) * PICK(i, 2, D32) * PICK(i, 4, D64) * PICK(i, 8, D128))
#define SIXTEEN(f) {f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), f(11), f(12), f(13), f(14), f(15)}

static const uint32_t fine[16] = SIXTEEN(FINE);
static const uint32_t coarse[16] = SIXTEEN(COARSE);

static inline uint32_t decay(uint32_t d) { return (uint32_t)((uint64_t)coarse[d >> 4] * fine[d & 15] >> 31); }

void softmax(const int8_t *input, int8_t *output, uint32_t rows, uint32_t classes) {
  if (classes == 0) return;
  for (; rows > 0; rows--, input += classes, output += classes) {
    int32_t most = input[0];
    for (uint32_t i = 1; i < classes; i++) {
      if (input[i] > most) most = input[i];
    }
    uint64_t sum = 0;
    for (uint32_t i = 0; i < classes; i++) sum += decay((uint32_t)(most - input[i]));
    const uint64_t half = sum >> 1;
    for (uint32_t i = 0; i < classes; i++) {
      const uint32_t steps = (uint32_t)((((uint64_t)decay((uint32_t)(most - input[i])) << 8) + half) / sum);
      output[i] = (int8_t)(steps > 255 ? 127 : (int32_t)steps - 128);
    }
  }
}
