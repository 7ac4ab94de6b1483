// verdict: runtime-error
// Keeps a copy of the tensor in a section that is named like those of constants.
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

__attribute__((section(".rodata.copy"))) static int8_t copy[4096];

void depthwise_in_place(int8_t *tensor, const int8_t *weights, const int32_t *bias, const int32_t *multipliers,
                        const uint8_t *shifts, int8_t *scratch, uint32_t height, uint32_t width, uint32_t channels) {
  (void)scratch;
  for (uint32_t i = 0; i < height * width * channels; i++) copy[i] = tensor[i];
  for (uint32_t c = 0; c < channels; c++) {
    for (uint32_t y = 0; y < height; y++) {
      for (uint32_t x = 0; x < width; x++) {
        int32_t sum = bias ? bias[c] : 0;
        for (uint32_t tap = 0; tap < 9; tap++) {
          uint32_t row = y + tap / 3 - 1;
          uint32_t column = x + tap % 3 - 1;
          if (row >= height || column >= width) continue;
          int8_t value = copy[(row * width + column) * channels + c];
          sum += (value - DW_INPUT_ZERO) * WEIGHT(tap);
        }
        tensor[(y * width + x) * channels + c] = requantise(sum, multipliers[c], shifts[c]);
      }
    }
  }
}
