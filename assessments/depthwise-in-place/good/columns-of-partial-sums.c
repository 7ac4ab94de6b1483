#include "depthwise.h"

/* Each new column of three pixels is multiplied by all nine weights at once: it ends one output, continues one and begins one. */
void depthwise_in_place(int8_t *tensor, const int8_t *weights, const int32_t *bias, const int32_t *multipliers,
                        const uint8_t *shifts, int8_t *scratch, uint32_t height, uint32_t width, uint32_t channels) {
  const uint32_t pitch = width * channels;
  if (width == 0) return;
  for (uint32_t c = 0; c < channels; c++) {
    int32_t w[9];
    for (uint32_t tap = 0; tap < 9; tap++) {
#ifdef DW_CHANNELS_FIRST
      w[tap] = weights[9 * c + tap];
#else
      w[tap] = weights[tap * channels + c];
#endif
    }
    const int32_t start = bias ? bias[c] : 0;
    const int64_t multiplier = multipliers[c];
    const uint32_t shift = 31u + shifts[c];
    const int64_t half = (int64_t)1 << (shift - 1);
    for (uint32_t x = 0; x < width; x++) scratch[x] = DW_INPUT_ZERO;
    int8_t *row = tensor + c;
    for (uint32_t y = 0; y < height; y++, row += pitch) {
      const int isLast = y + 1 == height;
      int32_t now = 0, next = start;
      int8_t *at = row;
      for (uint32_t x = 0; x <= width; x++, at += channels) {
        int32_t top = 0, mid = 0, low = 0;
        if (x < width) {
          const int8_t kept = *at;
          top = scratch[x] - DW_INPUT_ZERO;
          mid = kept - DW_INPUT_ZERO;
          scratch[x] = kept;
          if (!isLast) low = at[pitch] - DW_INPUT_ZERO;
        }
        if (x > 0) {
          const int32_t sum = now + top * w[2] + mid * w[5] + low * w[8];
          int64_t value = ((sum * multiplier + half) >> shift) + DW_OUTPUT_ZERO;
          if (value < DW_ACTIVATION_MIN) value = DW_ACTIVATION_MIN;
          if (value > DW_ACTIVATION_MAX) value = DW_ACTIVATION_MAX;
          *(at - channels) = (int8_t)value;
        }
        now = next + top * w[1] + mid * w[4] + low * w[7];
        next = start + top * w[0] + mid * w[3] + low * w[6];
      }
    }
  }
}
