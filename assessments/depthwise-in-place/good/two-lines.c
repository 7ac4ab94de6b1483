#include "depthwise.h"
#include <string.h>

#ifdef DW_TAPS_FIRST
#define WEIGHT_STEP channels
#define FIRST_WEIGHT (weights + c)
#else
#define WEIGHT_STEP 1u
#define FIRST_WEIGHT (weights + 9u * c)
#endif

static inline int8_t clamped(int32_t value) {
  value += DW_OUTPUT_ZERO;
  value = value < DW_ACTIVATION_MIN ? DW_ACTIVATION_MIN : value;
  return (int8_t)(value > DW_ACTIVATION_MAX ? DW_ACTIVATION_MAX : value);
}

/* Keeps the row above and the current row of one channel, both as they were. */
void depthwise_in_place(int8_t *tensor, const int8_t *weights, const int32_t *bias, const int32_t *multipliers,
                        const uint8_t *shifts, int8_t *scratch, uint32_t height, uint32_t width, uint32_t channels) {
  for (uint32_t c = 0; c < channels; c++) {
    const int8_t *weight = FIRST_WEIGHT;
    int32_t k[3][3];
    for (uint32_t tap = 0; tap < 9; tap++, weight += WEIGHT_STEP) k[tap / 3][tap % 3] = *weight;
    const int64_t multiplier = multipliers[c];
    const uint32_t shift = 30u + shifts[c];
    int8_t *above = scratch;
    int8_t *current = scratch + width;
    memset(above, DW_INPUT_ZERO, width);
    for (uint32_t y = 0; y < height; y++) {
      int8_t *row = tensor + y * width * channels + c;
      const int8_t *below = y + 1 < height ? row + width * channels : row;
      const int32_t isBelow = y + 1 < height ? -1 : 0; /* a mask */
      for (uint32_t x = 0; x < width; x++) current[x] = row[x * channels];
      int32_t al = 0, ac = 0, cl = 0, cc = 0, bl = 0, bc = 0;
      if (width > 0) {
        ac = above[0] - DW_INPUT_ZERO;
        cc = current[0] - DW_INPUT_ZERO;
        bc = (below[0] - DW_INPUT_ZERO) & isBelow;
      }
      for (uint32_t x = 0; x < width; x++) {
        int32_t ar = 0, cr = 0, br = 0;
        if (x + 1 < width) {
          ar = above[x + 1] - DW_INPUT_ZERO;
          cr = current[x + 1] - DW_INPUT_ZERO;
          br = (below[(x + 1) * channels] - DW_INPUT_ZERO) & isBelow;
        }
        int32_t sum = bias != 0 ? bias[c] : 0;
        sum += al * k[0][0] + ac * k[0][1] + ar * k[0][2];
        sum += cl * k[1][0] + cc * k[1][1] + cr * k[1][2];
        sum += bl * k[2][0] + bc * k[2][1] + br * k[2][2];
        const int64_t halves = (sum * multiplier) >> shift; /* rounded to nearest by its last bit, which is the first one dropped */
        row[x * channels] = clamped((int32_t)((halves + 1) >> 1));
        al = ac, ac = ar, cl = cc, cc = cr, bl = bc, bc = br;
      }
      int8_t *free_line = above;
      above = current;
      current = free_line;
    }
  }
}
