// loses: rounding, mixed
// Takes it for granted that there is a shift, and adds no half where it is 0.
#include "depthwise.h"

#ifdef DW_TAPS_FIRST
#define WEIGHT(tap) weights[(tap) * channels + c]
#else
#define WEIGHT(tap) weights[9 * c + (tap)]
#endif

static const int8_t padding = DW_INPUT_ZERO;

static int8_t requantise(int32_t sum, int32_t multiplier, uint32_t shift) {
  int64_t product = (int64_t)sum * multiplier;
  int32_t value = (int32_t)((product + (((int64_t)1 << (30 + shift)) & -(int64_t)(shift > 0))) >> (31 + shift)) + DW_OUTPUT_ZERO;
  if (value < DW_ACTIVATION_MIN) return DW_ACTIVATION_MIN;
  if (value > DW_ACTIVATION_MAX) return DW_ACTIVATION_MAX;
  return (int8_t)value;
}

/*
 * Channels do not mix, so one line of one channel is kept: the row above, as it was. The window holds three columns in registers; a
 * column of the line is replaced by the current row as soon as the window has taken it in.
 */
void depthwise_in_place(int8_t *tensor, const int8_t *weights, const int32_t *bias, const int32_t *multipliers,
                        const uint8_t *shifts, int8_t *scratch, uint32_t height, uint32_t width, uint32_t channels) {
  if (width == 0) return;
  for (uint32_t c = 0; c < channels; c++) {
    int32_t w0 = WEIGHT(0), w1 = WEIGHT(1), w2 = WEIGHT(2);
    int32_t w3 = WEIGHT(3), w4 = WEIGHT(4), w5 = WEIGHT(5);
    int32_t w6 = WEIGHT(6), w7 = WEIGHT(7), w8 = WEIGHT(8);
    int32_t start = (bias ? bias[c] : 0) - DW_INPUT_ZERO * (w0 + w1 + w2 + w3 + w4 + w5 + w6 + w7 + w8);
    int32_t multiplier = multipliers[c];
    uint32_t shift = shifts[c];
    int8_t *at = tensor + c;
    for (uint32_t x = 0; x < width; x++) scratch[x] = padding;
    for (uint32_t y = 0; y < height; y++) {
      uint32_t step = y + 1 < height ? channels : 0;
      const int8_t *below = step ? at + width * channels : &padding;
      int32_t a0 = padding, a1 = scratch[0], a2;
      int32_t b0 = padding, b1 = *at, b2;
      int32_t c0 = padding, c1 = *below, c2;
      scratch[0] = (int8_t)b1;
      for (uint32_t x = 1; x <= width; x++, at += channels) {
        a2 = b2 = c2 = padding;
        if (x < width) {
          below += step;
          a2 = scratch[x];
          b2 = at[channels];
          c2 = *below;
          scratch[x] = (int8_t)b2;
        }
        int32_t sum = start + a0 * w0 + a1 * w1 + a2 * w2 + b0 * w3 + b1 * w4 + b2 * w5 + c0 * w6 + c1 * w7 + c2 * w8;
        *at = requantise(sum, multiplier, shift);
        a0 = a1, a1 = a2;
        b0 = b1, b1 = b2;
        c0 = c1, c1 = c2;
      }
    }
  }
}
