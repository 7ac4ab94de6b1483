// loses: borders, thin
// Reads a row below the last one.
#include "depthwise.h"

#ifdef DW_TAPS_FIRST
#define WEIGHT(tap) weights[(tap) * channels + c]
#else
#define WEIGHT(tap) weights[9 * c + (tap)]
#endif

static int8_t requantise(int32_t sum, int32_t multiplier, uint32_t shift) {
  int64_t product = (int64_t)sum * multiplier;
  int32_t value = (int32_t)((product + ((int64_t)1 << (30 + shift))) >> (31 + shift)) + DW_OUTPUT_ZERO;
  if (value < DW_ACTIVATION_MIN) return DW_ACTIVATION_MIN;
  if (value > DW_ACTIVATION_MAX) return DW_ACTIVATION_MAX;
  return (int8_t)value;
}

void depthwise_in_place(int8_t *tensor, const int8_t *weights, const int32_t *bias, const int32_t *multipliers,
                        const uint8_t *shifts, int8_t *scratch, uint32_t height, uint32_t width, uint32_t channels) {
  for (uint32_t c = 0; c < channels; c++) {
    int8_t *above = scratch, *current = scratch + width;
    for (uint32_t y = 0; y < height; y++) {
      int8_t *row = tensor + y * width * channels + c;
      const int8_t *below = row + width * channels;
      for (uint32_t x = 0; x < width; x++) current[x] = row[x * channels];
      for (uint32_t x = 0; x < width; x++) {
        int32_t sum = bias ? bias[c] : 0;
        for (int32_t kx = -1; kx <= 1; kx++) {
          uint32_t column = x + (uint32_t)kx;
          if (column >= width) continue;
          if (y > 0) sum += (above[column] - DW_INPUT_ZERO) * WEIGHT(kx + 1);
          sum += (current[column] - DW_INPUT_ZERO) * WEIGHT(kx + 4);
          sum += (below[column * channels] - DW_INPUT_ZERO) * WEIGHT(kx + 7);
        }
        row[x * channels] = requantise(sum, multipliers[c], shifts[c]);
      }
      int8_t *swap = above;
      above = current;
      current = swap;
    }
  }
}
