#include "depthwise.h"

typedef struct {
  int32_t top[3], middle[3], bottom[3], start, multiplier;
  uint32_t shift;
} Filter;

static inline int32_t three(const int32_t *w, int32_t a, int32_t b, int32_t c) { return w[0] * a + w[1] * b + w[2] * c; }

static inline int8_t output_of(const Filter *f, int32_t sum) {
  int64_t scaled = (int64_t)sum * f->multiplier + ((int64_t)1 << (f->shift + 30));
  int32_t value = (int32_t)(scaled >> (f->shift + 31)) + DW_OUTPUT_ZERO;
  if (value > DW_ACTIVATION_MAX) value = DW_ACTIVATION_MAX;
  return (int8_t)(value < DW_ACTIVATION_MIN ? DW_ACTIVATION_MIN : value);
}

/*
 * One row of one channel. The zero point is folded into `start`, so that a padded pixel holds the zero point like any other. The last
 * column is written after the loop, which therefore asks nothing.
 */
static void one_row(const Filter *f, int8_t *row, const int8_t *below, int8_t *line, uint32_t width, uint32_t step, uint32_t step_below) {
  int32_t a0 = DW_INPUT_ZERO, a1 = line[0];
  int32_t b0 = DW_INPUT_ZERO, b1 = row[0];
  int32_t c0 = DW_INPUT_ZERO, c1 = *below;
  line[0] = (int8_t)b1;
  for (int8_t *end = line + width; ++line != end;) {
    const int32_t a2 = *line, b2 = row[step];
    below += step_below;
    const int32_t c2 = *below;
    *line = (int8_t)b2;
    *row = output_of(f, f->start + three(f->top, a0, a1, a2) + three(f->middle, b0, b1, b2) + three(f->bottom, c0, c1, c2));
    row += step;
    a0 = a1, a1 = a2, b0 = b1, b1 = b2, c0 = c1, c1 = c2;
  }
  const int32_t z = DW_INPUT_ZERO;
  *row = output_of(f, f->start + three(f->top, a0, a1, z) + three(f->middle, b0, b1, z) + three(f->bottom, c0, c1, z));
}

void depthwise_in_place(int8_t *tensor, const int8_t *weights, const int32_t *bias, const int32_t *multipliers,
                        const uint8_t *shifts, int8_t *scratch, uint32_t height, uint32_t width, uint32_t channels) {
  static const int8_t padding = DW_INPUT_ZERO;
  if (height == 0 || width == 0) return;
  for (uint32_t c = 0; c < channels; c++) {
    Filter f = {.multiplier = multipliers[c], .shift = shifts[c], .start = bias ? bias[c] : 0};
    for (uint32_t i = 0; i < 3; i++) {
#ifdef DW_TAPS_FIRST
      f.top[i] = weights[i * channels + c];
      f.middle[i] = weights[(3 + i) * channels + c];
      f.bottom[i] = weights[(6 + i) * channels + c];
#else
      f.top[i] = weights[9 * c + i];
      f.middle[i] = weights[9 * c + 3 + i];
      f.bottom[i] = weights[9 * c + 6 + i];
#endif
      f.start -= DW_INPUT_ZERO * (f.top[i] + f.middle[i] + f.bottom[i]);
    }
    for (uint32_t x = 0; x < width; x++) scratch[x] = DW_INPUT_ZERO;
    int8_t *row = tensor + c;
    for (uint32_t rest = height - 1; rest > 0; rest--, row += width * channels) {
      one_row(&f, row, row + width * channels, scratch, width, channels, channels);
    }
    one_row(&f, row, &padding, scratch, width, channels, 0);
  }
}
